import { byYear, coverage, ofReport, reportKey } from './columns.ts';
import { table } from './table.ts';

const { agency_id, lineage_id, year, region } = reportKey;

/** Numbers stated in prose; they never fill a cell. */
export const mentions = table({
  zh: '文中数字',
  en: 'Mentions',
  about: { zh: '正文中陈述的数字，不用于填补表格', en: 'Numbers stated in prose; they never fill a cell' },
  file: 'open/mentions/year={year}/region-{region}.parquet',
  partitions: byYear,
  columns: {
    agency_id,
    lineage_id,
    year,
    region,
    coverage,
    code: { kind: 'text', zh: '代码', en: 'Code of what is counted' },
    value: { kind: 'double', zh: '数值', en: 'Value', note: { zh: '万、亿已换算，金额为元', en: '万 and 亿 resolved, money in yuan' } },
    unit: { kind: 'text', zh: '量词', en: 'Counter as printed' },
    snippet: { kind: 'text', zh: '原文片段', en: 'The words around it' },
    section: { kind: 'int', zh: '部分', en: 'Section', note: { zh: '0为首个标题之前', en: '0 before the first heading' } },
    text_offset: { kind: 'int', zh: '片段在该部分的位置', en: 'Offset of the snippet in its section' },
    approximate: { kind: 'boolean', zh: '约数', en: 'Stated as approximate' },
    negated: { kind: 'boolean', zh: '以否定表示0', en: 'Zero said by denial' },
  },
  sort: ['agency_id', 'year', 'section', 'text_offset', 'code', 'value'],
  // One snippet may state two numbers of one code (各5期、3期), so the value belongs to the key.
  key: ['agency_id', 'year', 'section', 'text_offset', 'code', 'value'],
  references: [ofReport],
});

/** The whole shown text, cut into sections: every line belongs to exactly one. */
export const sections = table({
  zh: '正文',
  en: 'Sections',
  about: { zh: '所示全文，按部分切分', en: 'The whole shown text, cut into sections' },
  file: 'open/sections/year={year}/region-{region}.parquet',
  partitions: byYear,
  columns: {
    agency_id,
    year,
    region,
    section: { kind: 'int', zh: '部分', en: 'Section', note: { zh: '0为首个标题之前', en: '0 before the first heading' } },
    heading: { kind: 'text', zh: '标题', en: 'Heading' },
    first_line: { kind: 'int', zh: '首行行号', en: 'Number of its first line' },
    text: { kind: 'text', zh: '文本', en: 'Text' },
  },
  sort: ['agency_id', 'year', 'section'],
  key: ['agency_id', 'year', 'section'],
  references: [ofReport],
});

/** The sums and relations of the form, assessed for each report. */
export const checks = table({
  zh: '核对',
  en: 'Checks',
  about: { zh: '表内、表间、文表勾稽关系的核对结果', en: 'Whether the relations between the numbers hold' },
  file: 'open/checks/year={year}/region-{region}.parquet',
  partitions: byYear,
  columns: {
    agency_id,
    lineage_id,
    year,
    region,
    check_id: { kind: 'text', zh: '核对编号', en: 'Id of the check' },
    instance: {
      kind: 'text',
      nullable: true,
      zh: '核对对象',
      en: 'Instance',
      note: { zh: '同一核对按行、列等分别进行时', en: 'The row, column or group where a check is made several times' },
    },
    outcome: { kind: 'text', codes: 'check_outcome', zh: '结果', en: 'Outcome' },
    severity: { kind: 'text', codes: 'severity', zh: '严重程度', en: 'How bad it is when it fails' },
    left_value: { kind: 'double', nullable: true, zh: '左值', en: 'Left side' },
    right_value: { kind: 'double', nullable: true, zh: '右值', en: 'Right side' },
    message: { kind: 'text', zh: '说明', en: 'What was compared' },
  },
  sort: ['agency_id', 'year', 'check_id', 'instance'],
  key: ['agency_id', 'year', 'check_id', 'instance'],
  references: [ofReport],
});
