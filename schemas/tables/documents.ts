import { parserVersion } from './columns.ts';
import { table } from './table.ts';

const sha256 = { kind: 'text', zh: '文件SHA-256', en: 'SHA-256 of the bytes' } as const;

/** What became of every document that was received. */
export const documents = table({
  zh: '文件',
  en: 'Documents',
  about: { zh: '收到的每个文件及其处理结果', en: 'Every document received and what became of it' },
  file: 'open/documents/shard-{shard}.parquet',
  partitions: {},
  columns: {
    sha256,
    names: { kind: { list: 'text' }, zh: '文件名', en: 'Names it came under' },
    format: { kind: 'text', nullable: true, codes: 'document_format', zh: '格式', en: 'Format' },
    bytes: {
      kind: 'int',
      nullable: true,
      zh: '字节数',
      en: 'Size in bytes',
      note: { zh: '2 GiB及以上为空，隔离说明中写明字节数', en: 'Null from 2 GiB on: the message of its quarantine says how many' },
    },
    outcome: { kind: 'text', codes: 'document_outcome', zh: '处理结果', en: 'Outcome' },
    reason: { kind: 'text', nullable: true, zh: '理由', en: 'Reason' },
    report_kind: { kind: 'text', nullable: true, codes: 'report_kind', zh: '文件类别', en: 'Kind of document' },
    agency_id: { kind: 'text', nullable: true, zh: '机关代码', en: 'Agency id' },
    year: { kind: 'int', nullable: true, zh: '报告年度', en: 'Report year' },
    parser_version: { ...parserVersion, nullable: true },
    source_url: { kind: 'text', nullable: true, zh: '来源网址', en: 'Address of the source' },
  },
  sort: ['sha256'],
  key: ['sha256'],
  references: [],
});

/** Documents that could not be read or placed, with the reason. */
export const quarantine = table({
  zh: '隔离',
  en: 'Quarantine',
  about: { zh: '无法读取或无法归入机关、年度的文件', en: 'Documents that could not be read, or not placed at an agency and year' },
  file: 'open/quarantine/quarantine.parquet',
  partitions: {},
  columns: {
    sha256,
    name: { kind: 'text', zh: '文件名', en: 'Name' },
    code: { kind: 'text', zh: '原因代码', en: 'Code of the reason' },
    stage: { kind: 'text', zh: '环节', en: 'Step that gave up' },
    message: { kind: 'text', zh: '说明', en: 'What is wrong and what to do' },
    parser_version: parserVersion,
  },
  sort: ['sha256', 'parser_version'],
  key: ['sha256', 'parser_version'],
  references: [],
});
