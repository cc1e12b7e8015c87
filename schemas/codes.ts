import type { TableCode, Unit } from './forms/index.ts';
import type {
  CellStatus,
  CheckOutcome,
  Coverage,
  DivisionLevel,
  DocumentFormat,
  FormId,
  ReportKind,
  Resolution,
  Severity,
  TableState,
} from './report.ts';

/** What a code means, in both languages. */
export interface Meaning {
  readonly zh: string;
  readonly en: string;
}

const cellStatus = {
  reported: { zh: '印有数字（含0）', en: 'A number is printed, 0 included' },
  reported_text: { zh: '以文字表示的数字（如“无增减”为0）', en: 'A word that is a number is printed (无增减 is 0)' },
  solved: {
    zh: '数字连写，按表内合计只有一种读法',
    en: "Digits of several cells run together; the form's own sums allow exactly one reading",
  },
  blank: { zh: '单元格为空', en: 'The cell is empty' },
  na_mark: { zh: '印有“/”“-”“无”等不适用记号', en: 'A mark for not applicable is printed (/, -, 无)' },
  ambiguous: { zh: '有数字，但不能确定属于哪一格', en: 'A value is printed, but its cell is not certain' },
  unparsed: { zh: '印有不是数字的文字', en: 'Text that is no number is printed' },
  lost: { zh: '有此行，但单元格内容未保留下来', en: 'The row is there, its cells did not survive' },
} as const satisfies Readonly<Record<CellStatus, Meaning>>;

const tableState = {
  present: { zh: '有表', en: 'The table is there' },
  values_lost: { zh: '有表，但数字未保留下来', en: 'The table is there, its numbers did not survive' },
  absent: { zh: '有标题，没有表', en: 'The heading is there without its table' },
  none: { zh: '没有此部分', en: 'There is no such section' },
} as const satisfies Readonly<Record<TableState, Meaning>>;

const checkOutcome = {
  pass: { zh: '成立', en: 'Holds' },
  warn: { zh: '存疑', en: 'Doubtful' },
  fail: { zh: '不成立', en: 'Does not hold' },
  not_assessable: { zh: '无法判断（有数字缺失）', en: 'Cannot be assessed, a number is missing' },
} as const satisfies Readonly<Record<CheckOutcome, Meaning>>;

const severity = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  info: { zh: '提示', en: 'Note' },
} as const satisfies Readonly<Record<Severity, Meaning>>;

const coverage = {
  own_organ: { zh: '仅本机关', en: 'The organ itself' },
  aggregate: { zh: '汇总所属地区和部门', en: 'A government with its departments and regions' },
  system: { zh: '汇总垂直管理系统', en: 'An organ with its whole vertical system' },
} as const satisfies Readonly<Record<Coverage, Meaning>>;

const divisionLevel = {
  national: { zh: '国家级', en: 'National' },
  province: { zh: '省级', en: 'Province' },
  prefecture: { zh: '地级', en: 'Prefecture' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡级', en: 'Township' },
} as const satisfies Readonly<Record<DivisionLevel, Meaning>>;

const reportKind = {
  annual_report: { zh: '政府信息公开工作年度报告', en: 'Annual report' },
  statistics_form_only: { zh: '单独公布的统计表', en: 'Statistics form published alone' },
  self_check_report: { zh: '自查报告', en: 'Self-check report' },
  work_summary: { zh: '工作总结', en: 'Work summary' },
  periodic_statistics: { zh: '季度、半年等定期统计', en: 'Quarterly or half-yearly statistics' },
  website_annual_form: { zh: '政府网站工作年度报表', en: 'Annual form about the website' },
  notice: { zh: '通知、解读等', en: 'Notice or commentary' },
  index_page: { zh: '列表页', en: 'List page' },
  blank_form: { zh: '空白表格', en: 'Blank form' },
  other_report: { zh: '其他报告', en: 'Another report' },
  not_a_report: { zh: '不是报告', en: 'No report' },
} as const satisfies Readonly<Record<ReportKind, Meaning>>;

const formId = {
  '2004': { zh: '2004年起的地方附表', en: 'Local annex printed from 2004' },
  '2014': { zh: '2014年统计表', en: 'Statistics form of 2014' },
  '2019': { zh: '2019年试行格式', en: 'Trial national form of 2019' },
  '2021': { zh: '2021年格式', en: 'National form revised in 2021' },
  common: { zh: '2019年与2021年格式相同', en: 'The same in the forms of 2019 and 2021' },
  mixed: { zh: '混用两种格式', en: 'Rows of both forms in one table' },
} as const satisfies Readonly<Record<NonNullable<FormId>, Meaning>>;

const documentFormat = {
  html: { zh: '网页', en: 'Web page' },
  mhtml: { zh: '网页归档', en: 'Web archive' },
  txt: { zh: '纯文本', en: 'Plain text' },
  md: { zh: 'Markdown文本', en: 'Markdown' },
  docx: { zh: 'Word文档', en: 'Word document' },
  doc: { zh: 'Word 97-2003文档', en: 'Word 97-2003 document' },
  wps: { zh: 'WPS文字文档', en: 'WPS document' },
  pdf: { zh: 'PDF文档', en: 'PDF document' },
  xlsx: { zh: 'Excel工作簿', en: 'Excel workbook' },
  xls: { zh: 'Excel 97-2003工作簿', en: 'Excel 97-2003 workbook' },
  ods: { zh: '开放文档表格', en: 'OpenDocument sheet' },
  rtf: { zh: 'RTF文档', en: 'Rich text' },
  odt: { zh: '开放文档文本', en: 'OpenDocument text' },
  ofd: { zh: 'OFD版式文档', en: 'OFD document' },
  zip: { zh: '压缩包', en: 'Archive' },
  image: { zh: '图片', en: 'Image' },
} as const satisfies Readonly<Record<DocumentFormat, Meaning>>;

const resolution = {
  declared: { zh: '人工指定', en: 'Set by hand in a sidecar' },
  social_credit_code: { zh: '统一社会信用代码', en: 'Social credit code' },
  title: { zh: '标题', en: 'Title' },
  line_before_title: { zh: '标题上一行', en: 'Line before the title' },
  publisher_field: { zh: '发布机构字段', en: 'Publisher field' },
  signature: { zh: '落款', en: 'Signature' },
  self_mention: { zh: '正文自称', en: 'How the text names its author' },
  host: { zh: '网站域名', en: 'Host of the address' },
  document_number: { zh: '发文字号', en: 'Document number' },
  context: { zh: '上下文', en: 'Context' },
  unresolved: { zh: '未能确定', en: 'Not resolved' },
} as const satisfies Readonly<Record<Resolution, Meaning>>;

const tableCode = {
  disclosure: { zh: '主动公开政府信息情况', en: 'Proactive disclosure' },
  applications: { zh: '收到和处理政府信息公开申请情况', en: 'Applications received and processed' },
  remedies: { zh: '行政复议、行政诉讼情况', en: 'Reviews and lawsuits' },
  statistics: { zh: '政府信息公开情况统计表', en: 'Statistics form printed before 2019' },
} as const satisfies Readonly<Record<TableCode, Meaning>>;

const unit = {
  item: { zh: '项', en: 'Item of a catalogue' },
  document: { zh: '件（文件）', en: 'Document' },
  case: { zh: '件（案件、决定）', en: 'Case or decision' },
  project: { zh: '个（项目）', en: 'Project' },
  application: { zh: '件（申请）', en: 'Application' },
  CNY: { zh: '元', en: 'Yuan (CNY)' },
  CNY_10K: { zh: '万元', en: '10,000 yuan (CNY)' },
  person: { zh: '人', en: 'Person' },
  time: { zh: '次', en: 'Time' },
} as const satisfies Readonly<Record<Unit, Meaning>>;

const documentOutcome = {
  published: { zh: '已发布', en: 'The published reading of its agency and year' },
  superseded: { zh: '被另一份文件取代', en: 'A candidate that did not win' },
  duplicate: { zh: '与先收到的文件相同', en: 'The same bytes as another receipt' },
  not_a_report: { zh: '不是年度报告', en: 'No annual report' },
  quarantined: { zh: '无法读取，已隔离', en: 'Could not be read or placed' },
} as const satisfies Readonly<Record<string, Meaning>>;

const change = {
  added: { zh: '新增', en: 'The newer release has it, the older had not' },
  corrected: { zh: '更正', en: 'The value differs' },
  withdrawn: { zh: '撤回', en: 'The older release had it, the newer has not' },
} as const satisfies Readonly<Record<string, Meaning>>;

const relation = {
  renamed: { zh: '更名', en: 'Renamed' },
  merged_into: { zh: '并入', en: 'Merged into' },
  split_from: { zh: '分出', en: 'Split from' },
  code_changed: { zh: '区划代码变更', en: 'Division code changed' },
} as const satisfies Readonly<Record<string, Meaning>>;

const comparability = {
  exact: { zh: '相同', en: 'The same number' },
  exact_sum: { zh: '与另一表格数行之和相同', en: 'The same as the sum of rows of the other form' },
  close: { zh: '相近（措辞不同）', en: 'The same notion in other words' },
  approximate: { zh: '大致相当', en: 'Roughly the same, cut another way' },
  not_comparable: { zh: '不可比', en: 'Looks alike, counts something else' },
  none: { zh: '无对应', en: 'The other form has no such number' },
} as const satisfies Readonly<Record<string, Meaning>>;

/** Every closed list of codes that a column can hold, with what each code means. */
export const codeLists = {
  cell_status: cellStatus,
  table_state: tableState,
  check_outcome: checkOutcome,
  severity,
  coverage,
  division_level: divisionLevel,
  report_kind: reportKind,
  form: formId,
  document_format: documentFormat,
  resolution,
  table_code: tableCode,
  unit,
  document_outcome: documentOutcome,
  change,
  relation,
  comparability,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Meaning>>>>;

/** Name of a closed list of codes. */
export type CodeListName = keyof typeof codeLists;

/** A code of the list `L`. */
export type CodeOf<L extends CodeListName> = keyof (typeof codeLists)[L];
