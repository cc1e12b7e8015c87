import type { Severity } from './report.ts';

/** What a check reads: one table, the prose beside the tables, the document, or several reports. */
export type CheckFamily = 'applications' | 'remedies' | 'disclosure' | 'statistics' | 'prose' | 'document' | 'across_reports';

/** One check of the catalogue (domain 3): what must hold, said in both languages. */
export interface CheckKind {
  readonly family: CheckFamily;
  readonly severity: Severity;
  /** `report`: over one report, listed in it. `dataset`: over several reports, computed in compaction. */
  readonly scope: 'report' | 'dataset';
  readonly zh: string;
  readonly en: string;
  /** What one instance is: null where a report has one. */
  readonly instance: 'column' | 'row' | 'group' | 'cell' | 'table' | 'part' | 'breakdown' | 'agency' | null;
  readonly article: string | null;
}

type Rest = Omit<CheckKind, 'family' | 'scope'>;

const inReport =
  (family: CheckFamily) => (severity: Severity, instance: Rest['instance'], article: string | null, zh: string, en: string) =>
    ({ family, severity, scope: 'report', instance, article, zh, en }) as const satisfies CheckKind;

const inDataset = (severity: Severity, instance: Rest['instance'], article: string | null, zh: string, en: string) =>
  ({ family: 'across_reports', severity, scope: 'dataset', instance, article, zh, en }) as const satisfies CheckKind;

const applications = inReport('applications');
const remedies = inReport('remedies');
const disclosure = inReport('disclosure');
const statistics = inReport('statistics');
const prose = inReport('prose');
const document = inReport('document');

const art50 = 'Art. 50(2)';
const art51 = 'Art. 50(3); Art. 51';
const rules = 'Art. 20(1)';
const form2014 = '国办发〔2014〕32号';

/** Every check, by id. The sums among them are in `relations.ts`. */
export const checkKinds = {
  A01: applications(
    'error',
    'column',
    art50,
    '本年新收加上年结转等于办理结果总计加结转下年度',
    'Applications received plus those carried in equal those processed plus those carried out',
  ),
  A02: applications('error', 'column', art50, '各项办理结果之和等于总计', 'The results add up to the total processed'),
  A03: applications('error', 'row', art50, '各类申请人之和等于该行总计', 'The kinds of applicant add up to the total of the row'),
  A04: applications('error', 'row', art50, '印出的小计等于其各行之和', 'A printed subtotal equals the sum of its rows'),
  A05: applications(
    'error',
    'row',
    art50,
    '印出的法人或其他组织小计等于五类组织之和',
    'A printed subtotal of organisations equals the sum of the five kinds',
  ),
  A06: applications('error', null, art50, '申请表的数值都是不小于零的整数', 'Numbers of applications are whole and not negative'),
  A08: applications('info', null, art50, '空白按零计时各项勾稽关系成立', 'With zero for every blank the sums of the table hold'),
  M01: remedies('error', 'group', art51, '四种结果之和等于总计', 'The four outcomes add up to the total'),
  M02: remedies('error', null, art51, '复议诉讼表的数值都是不小于零的整数', 'Numbers of reviews and lawsuits are whole and not negative'),
  M03: remedies(
    'error',
    null,
    art51,
    '印出的行政诉讼总计等于两类诉讼之和',
    'A printed total of lawsuits equals direct ones plus those after review',
  ),
  M04: remedies(
    'info',
    null,
    'Administrative Reconsideration Law (2023) Art. 23',
    '2024年起不予公开须先复议，直接起诉应为零',
    'From 2024 review comes first, so no direct lawsuits are expected',
  ),
  D02: disclosure(
    'warning',
    'row',
    rules,
    '现行有效加本年废止不少于本年制发',
    'Documents in force plus those repealed are no fewer than those issued',
  ),
  D03: disclosure(
    'error',
    null,
    'Art. 20',
    '公开表的件数是不小于零的整数，金额不为负',
    'Counts are whole and not negative, money is not negative',
  ),
  D04: disclosure('warning', null, rules, '只有有规章制定权的机关才有规章', 'Only organs that may make rules report rules'),
  D05: disclosure(
    'warning',
    null,
    'Art. 20(8)',
    '收费金额的单位是万元，数额不应过大',
    'Fees are in 10,000 CNY, the amount is not out of scale',
  ),
  D10: disclosure(
    'warning',
    'row',
    rules,
    '本年新公开不多于对外公开总数',
    'Documents disclosed this year are no more than those disclosed in all',
  ),
  D11: disclosure(
    'warning',
    'row',
    rules,
    '本年新公开不多于本年新制作',
    'Documents disclosed this year are no more than those made this year',
  ),
  D12: disclosure(
    'error',
    'row',
    'Art. 20(5), (6), (8)',
    '上一年项目数加本年增减不小于零',
    'Items of last year plus the change are not negative',
  ),
  D14: disclosure('warning', null, 'Art. 20(9)', '采购项目为零当且仅当采购金额为零', 'No procurement projects exactly when no amount'),
  D15: disclosure('warning', 'row', 'Art. 20(5), (6)', '有处理决定就应有事项', 'Where decisions were made there are items to decide on'),
  D16: disclosure(
    'error',
    null,
    'Art. 20',
    '公开表的数值是不小于零的整数，增减可为负',
    'Counts are whole and not negative, only a change may be negative',
  ),
  F01: statistics('error', null, form2014, '各种方式的申请之和等于收到申请数', 'Applications by way of filing add up to those received'),
  F02: statistics(
    'error',
    null,
    form2014,
    '按时办结加延期办结等于申请办结数',
    'Closed on time plus closed after extension equal those closed',
  ),
  F03: statistics('error', null, form2014, '各类答复之和等于申请答复数', 'The kinds of reply add up to the replies'),
  F04: statistics('error', null, form2014, '不同意公开的各种理由之和等于不同意公开答复数', 'The reasons for denial add up to the denials'),
  F05: statistics('warning', null, form2014, '复议的各种结果之和等于行政复议数', 'Outcomes of reviews add up to the reviews'),
  F06: statistics('warning', null, form2014, '诉讼的各种结果之和等于行政诉讼数', 'Outcomes of lawsuits add up to the lawsuits'),
  F07: statistics('error', null, form2014, '专职加兼职等于工作人员数', 'Full-time plus part-time equal the staff'),
  F08: statistics(
    'error',
    'row',
    form2014,
    '主要负责同志参加的次数不多于总次数',
    'Occasions with the principal official are no more than all occasions',
  ),
  F09: statistics('warning', null, form2014, '主动公开信息数不多于各渠道之和', 'Items disclosed are no more than the sum over channels'),
  F10: statistics('warning', 'row', form2014, '单个渠道公开数不多于主动公开信息数', 'No channel has more items than were disclosed'),
  F11: statistics('warning', null, form2014, '办结数等于答复数', 'Applications closed equal replies given'),
  F12: statistics('warning', null, form2014, '公开的规范性文件不多于制发的', 'Normative documents disclosed are no more than those made'),
  F13: statistics(
    'error',
    null,
    form2014,
    '统计表的件数是不小于零的整数，金额不为负',
    'Counts are whole and not negative, money is not negative',
  ),
  N01: prose('warning', null, art50, '文中收到申请数与表格一致', 'Applications received as told in prose agree with the table'),
  N02: prose('warning', null, art50, '文中办结申请数与表格一致', 'Applications closed as told in prose agree with the table'),
  N03: prose('warning', null, art50, '文中结转下年度数与表格一致', 'Applications carried over as told in prose agree with the table'),
  N04: prose('warning', 'cell', null, '文中数字与表格中同一项一致', 'Another number told in prose agrees with its cell'),
  N05: prose('warning', 'group', art51, '文中复议、诉讼件数与表格一致', 'Reviews and lawsuits as told in prose agree with the table'),
  N06: prose('warning', null, art50, '文中说未收到申请，表格应为零', 'Prose says that no application was received: the table says zero'),
  N07: prose(
    'warning',
    null,
    rules,
    '文中现行有效规范性文件数与表格一致',
    'Normative documents in force as told in prose agree with the table',
  ),
  N08: prose('warning', 'breakdown', null, '文中总数等于所列各部分之和', 'A whole told in prose equals the sum of its parts'),
  N09: prose('warning', 'part', null, '文中百分比与件数相符', 'A printed percentage agrees with its numbers'),
  N10: prose('info', 'breakdown', null, '一组完整的百分比合计为100', 'The percentages of a complete breakdown add up to 100'),
  N11: prose(
    'warning',
    null,
    art51,
    '文中说没有复议、诉讼，表格应为零',
    'Prose says that there were no reviews or lawsuits: the table says zero',
  ),
  Q01: document('warning', null, null, '没有删除重复行的迹象', 'There is no sign that repeated lines were dropped'),
  Q02: document('warning', null, 'Art. 50', '各表格式相同，且与年份相符', 'The tables are of one form, the form of the year'),
  Q03: document('warning', null, 'Art. 50', '有标题的部分都有表格', 'Every section heading has its table'),
  Q04: document('warning', null, 'Art. 50', '标题年份与统计期限一致', 'The year in the title is the year of the stated period'),
  Q05: document(
    'warning',
    null,
    'Art. 49',
    '发布和签署日期在统计期限之后，相距不超过两年',
    'Publication and signature follow the period, within two years',
  ),
  Q06: document('warning', 'row', null, '每行数值个数与栏目数相同', 'Every row holds as many values as the table has columns'),
  Q07: document('info', 'table', null, '表格空缺不超过一半', 'No more than half of a table is without value'),
  Q09: document('info', null, 'Art. 49', '在法定期限内发布', 'Published by the statutory deadline'),
  A07: inDataset('warning', 'column', art50, '上年结转下年度等于本年的上年结转', 'Carried out last year equals carried in this year'),
  A09: inDataset('info', null, art50, '新收申请数与上年相比没有剧变', 'Applications received did not change tenfold against last year'),
  D01: inDataset(
    'warning',
    'row',
    rules,
    '现行有效等于上年现行有效加制发减废止',
    'In force equals last year in force plus issued minus repealed',
  ),
  D13: inDataset(
    'warning',
    'row',
    'Art. 20(5), (6), (8)',
    '上一年项目数等于上年报告的项目数加增减',
    'Items of last year equal the items and change last year reported',
  ),
  Q08: inDataset('info', null, null, '一个机关一年只有一份报告', 'There is one document for an agency and year'),
  X01: inDataset(
    'info',
    'cell',
    null,
    '政府汇总数不少于所属部门之和',
    'The total of a government is no less than the sum of its departments',
  ),
  X02: inDataset('info', 'agency', null, '没有与其他机关完全相同的数字', 'The numbers are not those of another agency'),
} as const satisfies Readonly<Record<string, CheckKind>>;

/** Id of a check; a misspelt one does not compile. */
export type CheckId = keyof typeof checkKinds;
