import type { Column, Partition } from './table.ts';

// Columns that several tables share: one name, one meaning, everywhere.

/** Agency and year: what a published report is known by. */
export const reportKey = {
  agency_id: {
    kind: 'text',
    zh: '机关代码',
    en: 'Agency id',
    note: {
      zh: '区划代码-机关类别，必要时加后缀；u-开头表示未能确定',
      en: 'Division code and organ kind, with a suffix where these are not unique; u-… where the agency is not resolved',
    },
  },
  lineage_id: {
    kind: 'text',
    zh: '沿革代码',
    en: 'Lineage id',
    note: { zh: '更名、区划代码变更后仍相同', en: 'Stays the same when the organ is renamed or its division code changes' },
  },
  year: { kind: 'int', zh: '报告年度', en: 'Report year', article: 'Art. 49' },
  region: {
    kind: 'text',
    zh: '省级区划代码前两位',
    en: 'Region',
    note: { zh: '00为国家级，xx为未能确定', en: 'First two digits of the division code; 00 national, xx unresolved' },
  },
} as const satisfies Record<string, Column>;

/** Whose numbers a row holds. */
export const coverage = {
  kind: 'text',
  nullable: true,
  codes: 'coverage',
  zh: '统计范围',
  en: 'Coverage',
  note: { zh: '不同范围的数字不能相加', en: 'Never add numbers across coverages' },
} as const satisfies Column;

/** The three parts of a cell's code. */
export const cellCode = {
  table_code: { kind: 'text', codes: 'table_code', zh: '表', en: 'Table of the form' },
  row_code: { kind: 'text', zh: '行代码', en: 'Row code' },
  column_code: { kind: 'text', zh: '列代码', en: 'Column code' },
} as const satisfies Record<string, Column>;

/** The bytes a row was read from. */
export const documentSha256 = {
  kind: 'text',
  zh: '来源文件SHA-256',
  en: 'SHA-256 of the document',
  note: { zh: '十六进制小写', en: '64 lower-case hexadecimal digits' },
} as const satisfies Column;

/** The version of the parser behind a row. */
export const parserVersion = { kind: 'text', zh: '解析器版本', en: 'Parser version' } as const satisfies Column;

/** `year` in a path. The range ends late, so that nobody has to change the tables every January. */
export const byYear = {
  year: { kind: 'int', zh: '报告年度', en: 'Report year', projection: { type: 'integer', from: 2000, to: 2040 } },
} as const satisfies Record<string, Partition>;

/** `agency` and `year` in a path: a query names its agency, so that no store is ever listed. */
export const byAgencyAndYear = {
  agency: { kind: 'text', zh: '机关代码（须在条件中指定）', en: 'Agency id, to be named in WHERE', projection: { type: 'injected' } },
  ...byYear,
} as const satisfies Record<string, Partition>;

/** Rows of a report belong to a row of `reports`. */
export const ofReport = { columns: ['agency_id', 'year'], table: 'reports', to: ['agency_id', 'year'] } as const;
