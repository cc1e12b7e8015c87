import type { FormColumn, FormHeading, FormRow } from './form.ts';

// Labels that forms 2019 and 2021 share (domain 1.1, 1.2). Forms list constants; they inherit nothing.

/** The applicant columns of table 3, in print order. */
export const applicantColumns = [
  { code: 'natural_person', zh: '自然人', variants: ['自然人申请', '公民'], en: 'Natural persons', unit: 'application' },
  { code: 'business', zh: '商业企业', variants: ['企业'], en: 'Business enterprises', unit: 'application' },
  { code: 'research', zh: '科研机构', variants: ['科研'], en: 'Research institutions', unit: 'application' },
  {
    code: 'public_welfare',
    zh: '社会公益组织',
    variants: ['公益组织', '社会组织'],
    en: 'Public welfare organisations',
    unit: 'application',
  },
  { code: 'legal_service', zh: '法律服务机构', variants: ['法律服务'], en: 'Legal service institutions', unit: 'application' },
  { code: 'other_organization', zh: '其他', variants: ['其它'], en: 'Other organisations', unit: 'application' },
  {
    code: 'organization_total',
    zh: '法人或其他组织小计',
    variants: ['小计', '组织小计', '法人小计', '法人或其他组织合计'],
    spanning: {
      labels: ['法人或其他组织', '法人及其他组织', '法人或者其他组织'],
      over: ['business', 'research', 'public_welfare', 'legal_service', 'other_organization'],
    },
    en: 'All organisations (printed subtotal)',
    unit: 'application',
    optional: true,
  },
  { code: 'total', zh: '总计', variants: ['合计'], en: 'Total', unit: 'application' },
] as const satisfies readonly FormColumn[];

/** Rows of table 3 before （六）, common to both forms. */
export const applicationRows = [
  {
    code: 'new_received',
    zh: '一、本年新收政府信息公开申请数量',
    variants: [
      '本年新收政府信息公开申请数量',
      '本年新收',
      '本年度新收政府信息公开申请数量',
      '本年新收申请数量',
      '本年度新收',
      '本年收到政府信息公开申请数量',
    ],
    en: 'OGI applications newly received this year',
    article: 'Arts. 27, 29-31',
    role: 'received',
  },
  {
    code: 'carried_in',
    zh: '二、上年结转政府信息公开申请数量',
    variants: [
      '上年结转政府信息公开申请数量',
      '上年结转',
      '上年度结转政府信息公开申请数量',
      '上年结转申请数量',
      '上年度结转',
      '上一年度结转政府信息公开申请数量',
    ],
    en: 'OGI applications carried over from the previous year',
    article: 'Art. 33',
    role: 'received',
  },
  {
    code: 'granted',
    zh: '(一)予以公开',
    variants: ['予以公开'],
    en: 'Granted (disclosed in full)',
    article: 'Art. 36(1)-(2)',
    role: 'result',
  },
  {
    code: 'partially_granted',
    zh: '(二)部分公开(区分处理的,只计这一情形,不计其他情形)',
    variants: ['部分公开', '部分公开(区分处理)', '部分公开(区分处理的,只计这一情形,不计其它情形)'],
    en: 'Partially granted (severed; counted only here)',
    article: 'Art. 37',
    role: 'result',
  },
  {
    code: 'denied_state_secret',
    zh: '1.属于国家秘密',
    variants: ['属于国家秘密', '国家秘密', '涉及国家秘密'],
    en: 'Denied: state secrets',
    article: 'Art. 14; Art. 36(3)',
    role: 'result',
    subtotal: 'denied_total',
  },
  {
    code: 'denied_prohibited_by_law',
    zh: '2.其他法律行政法规禁止公开',
    variants: ['其他法律行政法规禁止公开', '法律行政法规禁止公开', '其他法律、行政法规禁止公开'],
    en: 'Denied: disclosure prohibited by other laws or administrative regulations',
    article: 'Art. 14; Art. 36(3)',
    role: 'result',
    subtotal: 'denied_total',
  },
  {
    code: 'denied_security_stability',
    zh: '3.危及“三安全一稳定”',
    variants: ['危及三安全一稳定', '三安全一稳定', '危及"三安全一稳定"', '危及「三安全一稳定」'],
    en: 'Denied: would endanger state, public or economic security or social stability',
    article: 'Art. 14; Art. 36(3)',
    role: 'result',
    subtotal: 'denied_total',
  },
  {
    code: 'denied_third_party_rights',
    zh: '4.保护第三方合法权益',
    variants: ['保护第三方合法权益', '第三方合法权益'],
    en: 'Denied: protection of third-party lawful rights (trade secrets, personal privacy)',
    article: 'Art. 15; Art. 32',
    role: 'result',
    subtotal: 'denied_total',
  },
  {
    code: 'denied_internal_affairs',
    zh: '5.属于三类内部事务信息',
    variants: ['属于三类内部事务信息', '内部事务信息', '属于内部事务信息'],
    en: 'Denied: the three categories of internal-affairs information (personnel, logistics, internal workflow)',
    article: 'Art. 16(1)',
    role: 'result',
    subtotal: 'denied_total',
  },
  {
    code: 'denied_process_information',
    zh: '6.属于四类过程性信息',
    variants: ['属于四类过程性信息', '过程性信息', '属于过程性信息'],
    en: 'Denied: the four categories of process information (discussion records, drafts, consultation letters, requests and reports)',
    article: 'Art. 16(2)',
    role: 'result',
    subtotal: 'denied_total',
  },
  {
    code: 'denied_enforcement_files',
    zh: '7.属于行政执法案卷',
    variants: ['属于行政执法案卷', '行政执法案卷', '属于行政执法案卷信息'],
    en: 'Denied: administrative law-enforcement case files',
    article: 'Art. 16(2)',
    role: 'result',
    subtotal: 'denied_total',
  },
  {
    code: 'denied_registry_inquiry',
    zh: '8.属于行政查询事项',
    variants: ['属于行政查询事项', '行政查询事项'],
    en: 'Denied: matters for statutory registry inquiry (business, real-estate registers)',
    article: 'Art. 36(7)',
    role: 'result',
    subtotal: 'denied_total',
  },
  {
    code: 'unavailable_not_held',
    zh: '1.本机关不掌握相关政府信息',
    variants: ['本机关不掌握相关政府信息', '不掌握相关政府信息', '本行政机关不掌握相关政府信息', '属于本行政机关不掌握相关政府信息'],
    en: 'Unable to provide: information not held by this organ',
    article: 'Art. 36(4)-(5)',
    role: 'result',
    subtotal: 'unavailable_total',
  },
  {
    code: 'unavailable_needs_creation',
    zh: '2.没有现成信息需要另行制作',
    variants: ['没有现成信息需要另行制作', '没有现成信息需另行制作', '属于没有现成信息需另行制作'],
    en: 'Unable to provide: no existing record, would have to be created',
    article: 'Art. 38',
    role: 'result',
    subtotal: 'unavailable_total',
  },
  {
    code: 'unavailable_unclear',
    zh: '3.补正后申请内容仍不明确',
    variants: ['补正后申请内容仍不明确', '补正后申请内容不明确', '属于补正后申请内容不明确', '申请内容不明确'],
    en: 'Unable to provide: request still unclear after correction',
    article: 'Art. 30',
    role: 'result',
    subtotal: 'unavailable_total',
  },
  {
    code: 'unprocessed_petition',
    zh: '1.信访举报投诉类申请',
    variants: ['信访举报投诉类申请', '信访、举报、投诉类申请'],
    en: 'Not processed: petitions, reports or complaints in the form of requests',
    article: 'Art. 39(1)',
    role: 'result',
    subtotal: 'unprocessed_total',
  },
  {
    code: 'unprocessed_repeat',
    zh: '2.重复申请',
    variants: ['重复申请'],
    en: 'Not processed: repeated request',
    article: 'Art. 36(6)',
    role: 'result',
    subtotal: 'unprocessed_total',
  },
  {
    code: 'unprocessed_publication',
    zh: '3.要求提供公开出版物',
    variants: ['要求提供公开出版物', '公开出版物'],
    en: 'Not processed: request for published material',
    article: 'Art. 39(2)',
    role: 'result',
    subtotal: 'unprocessed_total',
  },
  {
    code: 'unprocessed_excessive',
    zh: '4.无正当理由大量反复申请',
    variants: ['无正当理由大量反复申请', '大量反复申请'],
    en: 'Not processed: excessive repeated requests without justification',
    article: 'Art. 35',
    role: 'result',
    subtotal: 'unprocessed_total',
  },
  {
    code: 'unprocessed_reconfirmation',
    zh: '5.要求行政机关确认或重新出具已获取信息',
    variants: ['要求行政机关确认或重新出具已获取信息', '要求行政机关确认或者重新出具已获取信息', '确认或重新出具'],
    en: 'Not processed: request to confirm or re-issue information already obtained',
    article: 'no explicit article',
    role: 'result',
    subtotal: 'unprocessed_total',
  },
] as const satisfies readonly FormRow[];

/** The closing rows of table 3, common to both forms. */
export const applicationTotals = [
  {
    code: 'processed_total',
    zh: '(七)总计',
    variants: ['总计', '办理结果总计', '(七)合计'],
    en: 'Total processed this year',
    article: 'Art. 33; Art. 36',
    role: 'processed',
  },
  {
    code: 'carried_out',
    zh: '四、结转下年度继续办理',
    variants: ['结转下年度继续办理', '结转下年度', '结转下年'],
    en: 'Carried over to the next year',
    article: 'Art. 33',
    role: 'carried_out',
  },
] as const satisfies readonly FormRow[];

/** Heading rows of table 3; some sites print subtotals in them. */
export const applicationHeadings = [
  { code: 'results', zh: '三、本年度办理结果', variants: ['本年度办理结果'], en: 'Processing results this year' },
  { code: 'denied', zh: '(三)不予公开', variants: ['不予公开'], en: 'Denied', subtotal: 'denied_total' },
  { code: 'unavailable', zh: '(四)无法提供', variants: ['无法提供'], en: 'Unable to provide', subtotal: 'unavailable_total' },
  { code: 'unprocessed', zh: '(五)不予处理', variants: ['不予处理'], en: 'Not processed', subtotal: 'unprocessed_total' },
] as const satisfies readonly FormHeading[];

/** Outcome columns of table 4, repeated for each of its three rows. */
export const remedyColumns = [
  { code: 'upheld', zh: '结果维持', variants: ['维持'], en: 'Upheld', unit: 'case' },
  { code: 'corrected', zh: '结果纠正', variants: ['纠正', '被纠错'], en: 'Corrected (agency found at fault)', unit: 'case' },
  { code: 'other', zh: '其他结果', variants: ['其他', '其它结果'], en: 'Other outcome', unit: 'case' },
  { code: 'pending', zh: '尚未审结', variants: ['未审结'], en: 'Pending (not yet concluded)', unit: 'case' },
  { code: 'total', zh: '总计', variants: ['合计'], en: 'Total', unit: 'case' },
] as const satisfies readonly FormColumn[];

/** Rows of table 4; in print they are groups of columns above one line of 15 numbers. */
export const remedyRows = [
  {
    code: 'review',
    zh: '行政复议',
    variants: [],
    en: 'Administrative reconsideration (review)',
    article: 'Art. 51; Administrative Reconsideration Law',
    role: 'value',
  },
  {
    code: 'litigation_direct',
    zh: '未经复议直接起诉',
    variants: ['直接起诉', '行政诉讼未经复议直接起诉'],
    en: 'Administrative litigation: filed directly without review',
    article: 'Art. 51; Administrative Litigation Law',
    role: 'value',
  },
  {
    code: 'litigation_after_review',
    zh: '复议后起诉',
    variants: ['行政诉讼复议后起诉'],
    en: 'Administrative litigation: filed after review',
    article: 'Art. 51; Administrative Litigation Law',
    role: 'value',
  },
] as const satisfies readonly FormRow[];

/** Words of the head of table 3 that name no column: the note on its sums, its corner. */
export const applicationHeadWords = ['(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)', '申请人情况'] as const;
