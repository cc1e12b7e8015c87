import { byAgencyAndYear, byYear, coverage, documentSha256, parserVersion, reportKey } from './columns.ts';
import { headlineColumns } from './headlines.ts';
import { table } from './table.ts';

const formNote = {
  zh: '按表内行列名称判定，不按年度',
  en: 'Decided by the labels of the table, never by the year; null where there is no such table',
};
const statedDate = { zh: '以文件所载为准', en: 'As the document states it' };

const columns = {
  ...reportKey,
  agency_name: { kind: 'text', nullable: true, zh: '机关名称', en: 'Name of the agency' },
  agency_kind: { kind: 'text', nullable: true, zh: '机关类别', en: 'Kind of organ' },
  division_code: {
    kind: 'text',
    nullable: true,
    zh: '区划代码',
    en: 'Division code',
    note: { zh: 'GB/T 2260；乡级为九位统计用代码', en: 'GB/T 2260; nine digits for townships' },
  },
  division_name: { kind: 'text', nullable: true, zh: '区划名称', en: 'Name of the division' },
  division_level: { kind: 'text', nullable: true, codes: 'division_level', zh: '区划级别', en: 'Level of the division' },
  coverage,
  report_kind: { kind: 'text', codes: 'report_kind', zh: '文件类别', en: 'Kind of document' },
  title: { kind: 'text', nullable: true, zh: '标题', en: 'Title' },
  period_start: { kind: 'date', nullable: true, zh: '统计期限起', en: 'First day of the period' },
  period_end: { kind: 'date', nullable: true, zh: '统计期限止', en: 'Last day of the period' },
  published: { kind: 'date', nullable: true, zh: '发布日期', en: 'Date of publication', note: statedDate },
  deadline: {
    kind: 'date',
    nullable: true,
    zh: '法定公布期限',
    en: 'Statutory deadline',
    article: 'Art. 49',
    note: {
      zh: '次年1月31日（部门）或3月31日（政府）；2018年度及以前为3月31日',
      en: '31 January (departments) or 31 March (governments) of the next year; 31 March for report years to 2018',
    },
  },
  signed: { kind: 'date', nullable: true, zh: '落款日期', en: 'Date of signature', note: statedDate },
  source_url: { kind: 'text', nullable: true, zh: '来源网址', en: 'Address of the source' },
  form_disclosure: { kind: 'text', nullable: true, codes: 'form', zh: '主动公开表格式', en: 'Form of table 2', note: formNote },
  form_applications: { kind: 'text', nullable: true, codes: 'form', zh: '申请情况表格式', en: 'Form of table 3', note: formNote },
  form_remedies: { kind: 'text', nullable: true, codes: 'form', zh: '复议诉讼表格式', en: 'Form of table 4', note: formNote },
  form_statistics: { kind: 'text', nullable: true, codes: 'form', zh: '统计表格式', en: 'Statistics form', note: formNote },
  cells_reported: { kind: 'int', zh: '有数字的单元格数', en: 'Cells with a value' },
  cells_null: { kind: 'int', zh: '无数字的单元格数', en: 'Cells without a value' },
  checks_failed: { kind: 'int', zh: '不成立的核对数', en: 'Checks that do not hold' },
  checks_assessed: { kind: 'int', zh: '已判断的核对数', en: 'Checks that could be assessed' },
  candidates: { kind: 'int', zh: '同一机关同一年度的文件数', en: 'Documents that claim this agency and year' },
  winner_reason: { kind: 'text', zh: '选用此文件的理由', en: 'Why this document was chosen' },
  document_sha256: documentSha256,
  document_format: { kind: 'text', codes: 'document_format', zh: '文件格式', en: 'Format of the document' },
  parser_version: parserVersion,
  schema_version: { kind: 'text', zh: '数据结构版本', en: 'Schema version' },
  ...headlineColumns,
} as const;

const about = {
  zh: '每个机关每个年度一行：从这里开始',
  en: 'One wide row per agency and year: the table to begin with',
};

/** One row per agency and year, all regions of a year side by side: made for analysis. */
export const reports = table({
  zh: '报告',
  en: 'Reports',
  about,
  file: 'open/reports/year={year}/region-{region}.parquet',
  partitions: byYear,
  columns,
  sort: ['agency_id', 'year'],
  key: ['agency_id', 'year'],
  references: [
    { columns: ['agency_id'], table: 'agencies', to: ['agency_id'] },
    { columns: ['document_sha256'], table: 'documents', to: ['sha256'] },
  ],
});

/** The same row alone in its partition: there seconds after the document arrives. */
export const agencyReports = table({
  zh: '报告（按机关）',
  en: 'Reports by agency',
  about: { zh: '与reports相同，收到文件后数秒内更新', en: 'The rows of reports, fresh seconds after a document arrives' },
  file: 'open/agency_reports/agency={agency}/year={year}/report.parquet',
  partitions: byAgencyAndYear,
  columns,
  sort: ['agency_id', 'year'],
  key: ['agency_id', 'year'],
  references: [],
});
