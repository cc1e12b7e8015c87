import type { Severity } from './report.ts';

/** What may look wrong about a document, closed list: severity, and one sentence in both languages. */
interface IssueKind {
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
}

/** Every issue code a report can carry. An `error` means the document could not be read. */
export const issueKinds = {
  format_unsupported: { severity: 'error', zh: '无法读取这种格式', en: 'There is no reader for this format' },
  empty_document: { severity: 'error', zh: '文件为空', en: 'The file is empty' },
  damaged: { severity: 'error', zh: '文件损坏或不完整', en: 'The file is damaged or incomplete' },
  encrypted: { severity: 'error', zh: '文件已加密', en: 'The file is encrypted' },
  too_large: { severity: 'error', zh: '文件超过允许的大小', en: 'The file exceeds the permitted size' },
  no_text: { severity: 'error', zh: '文件中没有文字', en: 'The document holds no text' },
  scanned: { severity: 'error', zh: '文件是扫描图像，没有文字', en: 'The document is a scanned image without text' },
  parser_failed: { severity: 'error', zh: '读取时程序出错，请报告此问题', en: 'The parser failed on this document; please report it' },
  crash_suspected: {
    severity: 'error',
    zh: '读取时进程中止或超时，请报告此问题',
    en: 'Reading the document ended its process or took too long; please report it',
  },
  recognised_text: {
    severity: 'warning',
    zh: '文字来自扫描件的识别层，可能有误',
    en: 'The text is the recognition layer of a scan and may be wrong',
  },
  attachment_only: { severity: 'warning', zh: '报告只在附件中', en: 'The report itself is only in an attachment' },
  encoding_damaged: { severity: 'warning', zh: '文字曾被错误转码', en: 'The text was once decoded wrongly' },
  lines_deduplicated: {
    severity: 'warning',
    zh: '重复的行被删除，空缺不等于零',
    en: 'Repeated lines were dropped; a missing value is not zero',
  },
  table_missing: { severity: 'warning', zh: '有标题而没有表格', en: 'A heading stands without its table' },
  values_lost: { severity: 'warning', zh: '表格的数值没有保留下来', en: 'The numbers of a table did not survive' },
  blanks_in_table: { severity: 'info', zh: '表格中有空白单元格', en: 'The table holds blank cells' },
  row_count_differs: {
    severity: 'warning',
    zh: '一行的数值个数与栏目数不符',
    en: 'A row holds another number of values than the table has columns',
  },
  row_missing: { severity: 'warning', zh: '表格缺少一行', en: 'A row of the form is missing' },
  row_out_of_order: { severity: 'warning', zh: '行的次序与表格不符', en: 'A row stands out of the order of the form' },
  columns_out_of_order: {
    severity: 'warning',
    zh: '表头栏目的次序与表格不符',
    en: 'A head prints its columns in another order than the form',
  },
  head_missing: {
    severity: 'warning',
    zh: '表格没有表头，数值也不能相互核对，栏目无法确定',
    en: 'A table stands without its head and does not add up; its columns cannot be told',
  },
  several_reports: {
    severity: 'warning',
    zh: '文件中不止一份报告，只读第一份',
    en: 'The file holds more than one report; only the first is read',
  },
  row_repeated: { severity: 'warning', zh: '同一行出现多次', en: 'A row is printed more than once' },
  run_together: { severity: 'info', zh: '几个单元格的数字连在一起', en: 'The digits of several cells run together' },
  side_by_side: { severity: 'warning', zh: '两份报告并排，无法分开', en: 'Two reports stand side by side and cannot be told apart' },
  table_as_image: { severity: 'warning', zh: '表格是图片', en: 'A table is a picture' },
  label_truncated: { severity: 'info', zh: '标签不完整或有错字', en: 'A label is truncated or misspelt' },
  label_unknown: { severity: 'info', zh: '表格中有未知的标签', en: 'The table holds an unknown label' },
  converted_wording: { severity: 'info', zh: '转为繁体时用词被改动', en: 'Conversion to Traditional script changed words' },
  pinyin_noise: { severity: 'info', zh: '文字中混入拼音', en: 'Pinyin was mixed into the text' },
  spam_words: { severity: 'warning', zh: '地名等处被垃圾词替换', en: 'Spam words stand in place of names' },
  period_assumed: { severity: 'info', zh: '未写明统计期限，按公历年计', en: 'No period is stated; the calendar year is assumed' },
  year_unknown: { severity: 'warning', zh: '无法确定报告年份', en: 'The report year cannot be told' },
  agency_unresolved: { severity: 'warning', zh: '无法确定机关代码', en: 'The agency could not be resolved' },
  several_dates: { severity: 'info', zh: '有几个发布日期', en: 'Several publication dates are printed' },
  headline_not_integer: { severity: 'info', zh: '主要指标不是整数', en: 'A headline number is no integer' },
} as const satisfies Record<string, IssueKind>;

/** Code of an issue; a misspelt one does not compile. */
export type IssueCode = keyof typeof issueKinds;
