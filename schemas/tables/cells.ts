import { byAgencyAndYear, byYear, cellCode, coverage, documentSha256, ofReport, reportKey } from './columns.ts';
import { table } from './table.ts';

const columns = {
  ...reportKey,
  coverage,
  ...cellCode,
  value: {
    kind: 'double',
    nullable: true,
    zh: '数值',
    en: 'Value',
    note: { zh: '空白不是0：未印数字时为空', en: 'Blank is not 0: null unless the source gives a number' },
  },
  status: { kind: 'text', codes: 'cell_status', zh: '状态', en: 'Status' },
  raw: { kind: 'text', nullable: true, zh: '原文', en: 'Printed text' },
  raw_label: {
    kind: 'text',
    nullable: true,
    zh: '原行名',
    en: 'Printed label',
    note: { zh: '仅用于表格未列的行', en: 'Only for rows that no form knows' },
  },
  unit: { kind: 'text', nullable: true, zh: '单位', en: 'Unit' },
  form: { kind: 'text', nullable: true, codes: 'form', zh: '格式', en: 'Form of the table' },
  line: {
    kind: 'int',
    nullable: true,
    zh: '行号',
    en: 'Line',
    note: { zh: '在所示全文中的行号，从1起', en: 'Number of the line in the shown text, from 1' },
  },
  document_sha256: documentSha256,
} as const;

const key = ['agency_id', 'year', 'table_code', 'row_code', 'column_code'] as const;

/** One row per cell of a form's table: every printed number, and every one that is missing. */
export const cells = table({
  zh: '单元格',
  en: 'Cells',
  about: { zh: '每个表格单元格一行，含无数字的', en: 'One row per cell of the tables, with or without a value' },
  file: 'open/cells/year={year}/region-{region}.parquet',
  partitions: byYear,
  columns,
  sort: key,
  key,
  references: [ofReport, { columns: ['document_sha256'], table: 'documents', to: ['sha256'] }],
});

/** The cells of one report alone in their partition; no file where a report has none. */
export const agencyCells = table({
  zh: '单元格（按机关）',
  en: 'Cells by agency',
  about: { zh: '与cells相同，收到文件后数秒内更新', en: 'The rows of cells, fresh seconds after a document arrives' },
  file: 'open/agency_cells/agency={agency}/year={year}/cells.parquet',
  partitions: byAgencyAndYear,
  columns,
  sort: key,
  key,
  references: [],
});
