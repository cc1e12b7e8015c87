import { byYear, cellCode, ofReport, reportKey } from './columns.ts';
import { table } from './table.ts';

const { agency_id, year } = reportKey;

/** What changed, cell by cell, between two releases. */
export const changes = table({
  zh: '变更',
  en: 'Changes',
  about: { zh: '两次发布之间逐格的变更及理由', en: 'Every cell that changed between two releases, and why' },
  file: 'open/changes/changes.parquet',
  partitions: {},
  columns: {
    release_from: { kind: 'text', zh: '旧版本', en: 'Older release' },
    release_to: { kind: 'text', zh: '新版本', en: 'Newer release' },
    agency_id,
    year,
    ...cellCode,
    change: { kind: 'text', codes: 'change', zh: '变更', en: 'Change' },
    old_value: { kind: 'double', nullable: true, zh: '旧值', en: 'Value before' },
    new_value: { kind: 'double', nullable: true, zh: '新值', en: 'Value after' },
    old_sha256: { kind: 'text', nullable: true, zh: '旧文件SHA-256', en: 'Document before' },
    new_sha256: { kind: 'text', nullable: true, zh: '新文件SHA-256', en: 'Document after' },
    reason: { kind: 'text', zh: '理由', en: 'Reason' },
  },
  // By year first: releases are compared a year at a time.
  sort: ['release_from', 'release_to', 'year', 'agency_id', 'table_code', 'row_code', 'column_code'],
  key: ['release_from', 'release_to', 'agency_id', 'year', 'table_code', 'row_code', 'column_code'],
  references: [],
});

/** Where documents for one agency and year disagree. */
export const candidateDifferences = table({
  zh: '文件间差异',
  en: 'Candidate differences',
  about: { zh: '同一机关同一年度的文件数字不一致之处', en: 'Cells in which documents for one agency and year disagree' },
  file: 'open/candidate_differences/year={year}/region-{region}.parquet',
  partitions: byYear,
  columns: {
    agency_id,
    year,
    ...cellCode,
    winner_value: { kind: 'double', nullable: true, zh: '所选文件的值', en: 'Value of the chosen document' },
    other_value: { kind: 'double', nullable: true, zh: '另一文件的值', en: 'Value of the other document' },
    winner_sha256: { kind: 'text', zh: '所选文件SHA-256', en: 'Chosen document' },
    other_sha256: { kind: 'text', zh: '另一文件SHA-256', en: 'Other document' },
  },
  sort: ['agency_id', 'year', 'table_code', 'row_code', 'column_code', 'other_sha256'],
  key: ['agency_id', 'year', 'table_code', 'row_code', 'column_code', 'other_sha256'],
  references: [ofReport],
});

/** Which cell of one form is which cell of another, and how far they compare. */
export const formCrosswalk = table({
  zh: '格式对照',
  en: 'Form crosswalk',
  about: { zh: '不同格式之间的单元格对照及可比性', en: 'Which cell of one form is which cell of another, and how far they compare' },
  file: 'open/form_crosswalk/form_crosswalk.parquet',
  partitions: {},
  columns: {
    from_form: { kind: 'text', codes: 'form', zh: '旧格式', en: 'From form' },
    from_code: { kind: 'text', nullable: true, zh: '旧代码', en: 'From code' },
    to_form: { kind: 'text', codes: 'form', zh: '新格式', en: 'To form' },
    to_code: { kind: 'text', nullable: true, zh: '新代码', en: 'To code' },
    comparability: { kind: 'text', codes: 'comparability', zh: '可比性', en: 'Comparability' },
    note: { kind: 'text', nullable: true, zh: '说明', en: 'Note' },
  },
  sort: ['from_form', 'to_form', 'from_code', 'to_code'],
  key: ['from_form', 'to_form', 'from_code', 'to_code'],
  references: [],
});
