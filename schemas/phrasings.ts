// How prose says what a number counts (mentions.md): the words before and behind it. Data only; `src/mentions` reads it.
// `before` ends at the number (fillers like 共, 总数, 达 are taken off first), `after` begins behind its counter.
// `{name}` stands for a fragment below. Order matters: the first phrasing that fits decides.

/** 财政公开信息8条: before 公开 these name a kind of what is published. */
const kindsOpened = '财政|财务|预决算|决策|执法|党务|村务|办事|(?<!等)领域|其[他它]';

/** Words that come in many forms, named once. */
export const fragments = {
  receive: '(?:收到|新收|接收|接到|收件|受理|收受|接受|收悉|登记)',
  close: '(?:办结|答复|办理完毕|办理完结|办理完成|办复|处理完毕|回复|审结|办毕)',
  handle: '(?:办结|答复|办理完毕|办理完结|办理完成|办复|处理完毕|回复|审结|办毕|办理|处理|完成)',
  timely: '(?:按时|按期|按规定?|及时|依法|依规|如期|限时|均|已经?|予以|全部|并|规范|完成)',
  kinds: '(?:各类|有效|有关|相关|公众|公民|社会公众|群众|书面|社会)?',
  application:
    '(?:依申请(?:政府)?信息(?:公开)?(?:的)?(?:申请|件|事项)*|依申请公开(?:政府信息|信息)?(?:的)?(?:申请|(?:办理)?事项|信息|件)?|(?:政府|政务)?信息公开(?:的|事项|件)?(?:相关|有关|书面)?申请(?:事项|案件|件)?|申请公开(?:政府)?信息(?:的?事项)?|申请(?:政府)?信息公开(?:的?事项)?|公开(?:政府)?信息的?申请|申请公开(?:件|事项)|公开申请|申请公开)(?:的?(?:要求|请求))?',
  openness: '(?:政府信息公开|信息公开|政务公开)(?:工作)?',
  online: '(?:(?:网上|网络|在线|互联网|线上)(?:平台|系统)?|门户网站|政府网站|网站|(?:依申请公开|网站)(?:系统|平台)|电子平台)',
  letter: '(?:信函|邮寄|邮政|书信|来信|信件|邮递|挂号信|寄送)',
  oneWay: '(?:网上|线上|在线|网络|平台|系统|窗口|大厅|现场|当场|当面|书面|口头|信函|邮寄|邮件|传真|线下)',
  inPerson: '(?:当面|现场|窗口|来访|上门|直接提交)',
  email: '(?:电子邮件|电子邮箱|邮箱|邮件)',
  filed: '(?:渠道|方式|途径|形式|提交|提出|递交|收到|接收|受理|申请表|申请|的|依申请公开|政府信息公开|信息公开|公开)*',
  review: '(?:行政)?复议(?:案件|申请|案|事项|的|情况)*',
  because: '(?:因|由|涉及|关于|有关|针对)?(?:(?:政府)?信息公开)?(?:工作|申请|事项|而|被|引发|引起|提起|的)*',
  refused: '(?:不予公开|无法提供|不予处理)',
  lawsuit: '(?:行政)?诉讼(?:案件|案|事项|的|情况)*',
  whose: '(?:部门|本级|海关|税务|税收|海事|气象|[省市区县州旗镇乡]?(?:人民)?政府)?',
  normative: '(?:行政)?规范性文件',
  make: '(?:制发|制定|制订|出台|印发|发布|颁布|下发|新增)',
  post: `(?:发布|(?<!申请|撤[销回]|清理|不予|免予|不|不宜|未|应|部分|办理|${kindsOpened})公开|推送|更新|刊发|发文|推出|编发|上传|刊登|登载|公布|转发|发送|推介|发表|发帖|发博|采编|刊载|(?<!双|公告|双公示.?(?:信息|结果)?)公示(?!公告|通知)|推文|播发|推广)`,
  item: '(?:全[省市州县区旗镇]|[我本][局委厅办院校镇乡]|信息|文章|稿件|稿|消息|图文|推文|博文|内容|新闻|资讯|作品|微博|微信|帖文|报道|政务|政府|工作|各类|各项|各种|原创|重要|有关|相关|类|短视频|视频|条目|帖子|等|的|共|了|各类[\\u4e00-\\u9fff]{2,4}?(?=信息)|《[^#]{0,4}》)*',
  noun: '(?:信息|文章|稿件|推文|博文|图文|新闻|消息|资讯|作品|短视频|视频|动态|帖文|稿|微博|微信|内容)(?:等)?',
  meeting: '(?:听证会|论证会|座谈会|评议会|咨询会|恳谈会)',
  press: '(?:人民|新华|光明|中新|央视|央广)[网社]|学习强国|电视台|[日晚]报',
  channel: '(?:网站|网上|网络|在线|线上|平台|互动|官网|门户)',
} as const satisfies Readonly<Record<string, string>>;

/** What must be known about the surroundings. */
export type Need =
  // Requests are the matter: section 3, or named shortly before.
  | 'applications'
  // Government information is: in the sentence, or section 4.
  | 'ogi'
  // The last number told was one of these.
  | 'requests'
  | 'documents'
  | 'remedies'
  | 'normative'
  | 'training'
  | 'meetings'
  | 'posts'
  // The last number told was a request, or nothing was told since requests were named.
  | 'requestsNear'
  // The last number told was none of a review or lawsuit.
  | 'noRemedy'
  // A part of the organ's own reviews or lawsuits follows.
  | 'ofReviews'
  | 'ofLawsuits'
  // A site or account is named; the site; something is published, and on no other platform; on an account; on this one; not on one alone.
  | 'platform'
  | 'website'
  | 'site'
  | 'social'
  | 'wechat'
  | 'weibo'
  | 'manyChannels'
  // Something to be watched is named.
  | 'video'
  // The sentence names training; the work on openness; the processing fee; says that the fee was collected, and tells of no other.
  | 'trainingNamed'
  | 'openness'
  | 'fees'
  | 'feesCollected'
  // The sentence names 12345 and no other hotline.
  | 'hotline'
  // The clause decides, or nothing is published in the sentence.
  | 'decided'
  // Nobody is interviewed in the sentence.
  | 'noInterview'
  // No number of those closed follows.
  | 'undivided'
  // The sentence has not told how many came in: 收到5件,撤回2件,受理3件.
  | 'unreceived'
  // Nor does it tell of data kept on persons: 信用数据3万条,其中自然人2万条.
  | 'noRecords'
  // Nobody is only asked to supplement the request.
  | 'settled'
  // The sentence does not share documents out by attribute.
  | 'noAttribute';

/** One way of saying what a number counts. */
export interface Phrasing {
  /**
   * One code; two things named together: each its own number (分别为3件、1件), or all the same (均为0件), else no mention;
   * or null: the words count something that has no code.
   */
  readonly code: string | readonly string[] | null;
  readonly before?: string;
  readonly after?: string;
  /** Counters that fit; any where left out. */
  readonly units?: string;
  readonly needs?: readonly Need[];
  /** Words in the clause, up to the number, that mean something else. */
  readonly unless?: string;
  /** What the following numbers may be parts of, where there is no code (制作、获取政府信息N条). */
  readonly frame?: 'information' | 'proposals' | 'normative' | 'press';
}

const cases = '件宗条起份例个项次封单笔';
const posts = '条篇则件个幅部';
const times = '期次场班轮个届讲';
const people = '人名位';
const attendances = '人次|人|名';
/** 配备专职人员2名, 明确1名分管领导: who does the work, not who was trained. */
const staffed = '专职|兼职|专\\(兼\\)职|配[备强有]|明确|指定|安排|抽调|落实|分管|领导';

/** All reasons together: 因国家秘密不予公开1件 tells one of them. */
const isTotal = (code: string): boolean => code.endsWith('_total');

/** A label of table 3 with its number: before it (不予公开7件) or behind it (7件不予公开). */
const row = (code: string, label: string): Phrasing[] => [
  {
    code: `applications.${code}`,
    before: `(?:${label})[”"]?(?:的)?(?:{application}|申请|信息|事项|情形|范围|答复)*${isTotal(code) ? '' : '(?:而|予以)*{refused}?'}`,
    units: cases,
    needs: ['applications'],
    ...(isTotal(code) ? { unless: '(?:因|涉及|属于?)[^#,]{2,24}{refused}$' } : {}),
  },
  {
    code: `applications.${code}`,
    after: `(?:申请)?(?:的)?(?:属于|属|为|是|因|涉及|以|予以|决定)*(?:${label})`,
    units: cases,
    needs: ['applications'],
  },
];

const results: readonly Phrasing[] = [
  // Not 予以公开或部分公开3件, which tells of both together.
  ...row('partially_granted', '(?<!公开(?:或者?|和|及|与|以及)?)(?:予以|同意|准予)?部分公开'),
  ...row('granted', '(?<![不未])(?:(?:全部)?(?:予以|同意|准予|决定)(?:全部)?|全部)公开'),
  { code: 'applications.granted', before: '^(?:其中)?(?:已)?公开', after: '$|[、和及]', units: '件宗', needs: ['requests'] },
  ...row('denied_state_secret', '国家秘密'),
  ...row('denied_prohibited_by_law', '(?:法律|法规)[^#]{0,6}禁止公开'),
  ...row('denied_security_stability', '三安全一稳定.?'),
  ...row('denied_third_party_rights', '第三方[^#]{0,4}权益'),
  ...row('denied_internal_affairs', '内部(?:管理)?事务(?:信息)?'),
  ...row('denied_process_information', '过程性信息'),
  ...row('denied_enforcement_files', '行政执法案卷(?:信息)?'),
  ...row('denied_registry_inquiry', '行政查询事项'),
  // 其中已主动公开1件: the applicant was told where it is published.
  { code: null, before: '^(?:其中:?)?已(?:经)?主动公开(?:的)?(?:信息)?', units: cases, needs: ['requests'] },
  ...row('denied_total', '不予公开|不同意公开|不公开').map(
    (phrasing): Phrasing => ({ ...phrasing, needs: ['applications', 'noAttribute'] }),
  ),
  ...row('unavailable_not_held', '(?:本(?:行政)?机关|我(?:局|单位|委|厅|办|院)|本单位)?不掌握(?:相关)?(?:政府)?(?:信息)?'),
  ...row('unavailable_needs_creation', '(?:没有|无)现成信息[^#]{0,8}|需要?另行制作'),
  ...row('unavailable_unclear', '(?:补正后)?申请内容仍?不明确|补正后仍?不明确').map(
    (phrasing): Phrasing => ({ ...phrasing, needs: ['applications', 'settled'] }),
  ),
  ...row('unavailable_total', '无法提供'),
  ...row('unprocessed_petition', '信访[、,]?举报[、,]?投诉类?'),
  ...row('unprocessed_repeat', '重复申请'),
  ...row('unprocessed_publication', '(?:要求)?(?:提供)?公开出版物'),
  ...row('unprocessed_excessive', '大量反复申请'),
  ...row('unprocessed_reconfirmation', '确认或者?重新出具[^#]{0,8}'),
  ...row('unprocessed_total', '不予处理'),
  ...row('other_overdue_correction', '逾期[未不]补正[^#]{0,20}'),
  ...row('other_fee_unpaid', '逾期未[^#]{0,10}缴纳?(?:费用?)[^#]{0,20}'),
  ...row('other_total', '其他处理'),
];

/** Ways of filing, part of those received or of those closed, whichever was told last. */
const filing = (way: string, words: string): Phrasing[] => [
  {
    code: `applications.@_${way}`,
    before: `${words}{filed}`,
    units: cases,
    needs: ['requests'],
    unless: '{post}[^#]*$|咨询|留言|办结率|[长导]信箱',
  },
  {
    code: `applications.@_${way}`,
    before: `(?:${words}{filed}申请件?|(?:通过|以|采取)[^#,]{0,4}${words}(?:渠道|方式|途径|形式|提交|提出){filed})`,
    units: cases,
    needs: ['applications'],
  },
  {
    code: `applications.@_${way}`,
    after: `(?:均|全部)?(?:为|是|系)?(?:通过|[到来至][^#,]{1,6})?${words}(?:渠道|方式|途径|提交|提出|申请)`,
    units: cases,
    needs: ['applications'],
  },
];

/** 收到自然人提出的政府信息公开申请7件 are not all; 公民、法人和其他组织 are, and so is 公民 alone in older reports. */
const applicantOf = (column: string, words: string): Phrasing => ({
  code: `applications.@@.${column}`,
  before: `(?<![、和及与或])(?:${words})(?:提交|提出|递交|申请|的)+(?:{application})`,
  units: cases,
});

const applicant = (column: string, words: string): Phrasing[] => [
  { code: `applications.@@.${column}`, before: `(?:${words})(?:提交|提出|申请|的|件)*`, units: cases, needs: ['requests', 'noRecords'] },
  {
    code: `applications.@@.${column}`,
    after: `(?:为|是|系|由)?(?:${words})(?:(?:提交|提出|的)*申请|$)`,
    units: cases,
    needs: ['requests', 'noRecords'],
  },
];

/** From the year before or to the next: of requests, not of reviews and lawsuits. */
const carried = (phrasing: Phrasing): Phrasing =>
  typeof phrasing.code === 'string' && phrasing.code.startsWith('applications.carried_')
    ? { ...phrasing, needs: [...(phrasing.needs ?? []), 'noRemedy'] }
    : phrasing;

const applications: readonly Phrasing[] = [
  {
    code: 'applications.on_time_rate',
    before: '(?:答复|办结|回复|办理)(?:及时|按时)?率',
    units: '%',
    needs: ['requestsNear'],
    unless: '建议|提案|留言|信访|诉求|工单|来信|热线|信件|满意',
  },
  {
    code: 'applications.carried_in',
    before:
      '(?:上|去|前)一?个?年度?(?:结转|转结|转入|遗留|延续|转接)(?:的|件|至今|至|到|本年度?|本年|而来|来|办理|继续)*(?:{application}|申请)?',
    units: cases,
    unless: '(?:办结|答复|办理)(?:了)?(?:上|去|前)一?个?年',
  },
  { code: 'applications.carried_in', before: '(?:结转|转结|承接)(?:上|去)一?个?年度?(?:的|未办结)*(?:{application}|申请)?', units: cases },
  { code: 'applications.carried_in', before: '20\\d\\d年度?结转(?:的|至本年度?)*(?:{application}|申请)?', units: cases },
  {
    code: 'applications.carried_in',
    after: '(?:申请)?(?:为|系|是|属|由|从)?(?:(?:上|去)一?个?年度?|20\\d\\d年度?)(?:结转|转入|遗留)(?!至|到|下|20)',
    units: cases,
  },
  {
    code: 'applications.carried_out',
    before:
      '(?:结转|转结|顺延|转入|延续|延期|转)(?:至|到|入)?(?:(?:下|次|明)一?个?年度?|20\\d\\d年度?)(?:继续|再|的)*(?:办理|答复|处理)?(?:的)?(?:{application}|申请)?',
    units: cases,
  },
  {
    code: 'applications.carried_out',
    after: '[^#,]{0,12}?(?:结转|顺延|转入|延续|转|跨|延至|延期|留待|留)(?:至|到|入)?(?:(?:下|次|明)一?个?年|20\\d\\d年)',
    units: cases,
  },
  { code: 'applications.carried_out', after: '(?:申请)?(?:正|尚|仍)在(?:依法)?(?:办理|处理|答复期)', units: cases, needs: ['requests'] },
  // 对网站提出的27条咨询作出回复: a message, no request.
  {
    code: 'interaction.messages_handled',
    before: '{online}(?:上|提出|提交|收到|反映|的)*',
    after: '(?:业务|各类|群众|网民)*(?:咨询|留言|投诉|诉求)',
    units: cases,
  },
  ...filing('online', '{online}'),
  ...filing('letter', '{letter}'),
  ...filing('in_person', '{inPerson}'),
  ...filing('fax', '传真'),
  ...filing('email', '{email}'),
  applicantOf('natural_person', '自然人'),
  applicantOf('business', '商业企业'),
  applicantOf('organization_total', '法人(?:或者?|和|及|、)?(?:其他|其它)组织|法人'),
  ...applicant('natural_person', '自然人|公民(?:个人)?|个人'),
  ...applicant('business', '商业企业|企业'),
  ...applicant('research', '科研机构'),
  ...applicant('public_welfare', '社会公益组织|公益组织'),
  ...applicant('legal_service', '法律服务机构'),
  ...applicant('organization_total', '法人(?:或者?|和|及|、)?(?:其他|其它)组织|法人'),
  { code: null, before: '{receive}[^#]{0,10}(?:复议|许可|执行|救助|援助|认定|注册|补贴|信访)[^#]{0,4}申请', units: cases },
  {
    code: 'applications.new_received',
    before: '(?:收到|接收|受理)(?:和|及|并|、)(?:处理|办理)(?:了)?(?:各类|的)*(?:{application})',
    units: cases,
  },
  {
    code: 'applications.new_received',
    before: '(?:收到|接收|受理)(?:和|及|并|、)(?:处理|办理)(?:了)?',
    after: '(?:的)?(?:{application})',
    units: cases,
  },
  {
    code: 'applications.processed_total',
    before: '(?:{handle})(?:了)?(?:公众|群众|公民|各类|的)*(?:{application})(?:的)?(?:事项|答复|办理)?',
    units: cases,
  },
  {
    code: 'applications.processed_total',
    before: '(?:{handle})[^#,]{0,24}?(?:途径|渠道|方式|形式)(?:提出|提交|的)*(?:{application})',
    units: cases,
  },
  {
    code: 'applications.processed_total',
    before: '(?:{handle})',
    after: '(?:的)?(?:{application})',
    units: cases,
    unless: '{oneWay}(?:{handle})$',
  },
  { code: 'applications.processed_total', before: '(?:{application})(?:已|均|全部)?(?:{close})', units: cases },
  {
    code: 'applications.processed_total',
    before: '{timely}*(?:{close}|办理|处理)(?:完毕)?(?:的)?(?:申请)?',
    units: cases,
    needs: ['requestsNear'],
    unless: '[”"](?:的)?{close}$|(?:延期|逾期|超期|超时)[^#]{0,6}$|转[^#,]{2,10}(?:办理|处理)$|{oneWay}{timely}*(?:{close}|办理|处理)$',
  },
  { code: 'applications.processed_total', before: '(?:{close})(?:的)?申请人?', units: cases, needs: ['applications'] },
  {
    code: 'applications.processed_total',
    after: '(?:申请)?{timely}*(?:在[^#,]{0,10}内)?{timely}*(?:{close})(?!率)',
    units: cases,
    needs: ['requests', 'undivided'],
    unless: '{receive}',
  },
  {
    code: 'applications.processed_total',
    after: '(?:的)?(?:{application}){timely}*(?:在[^#,]{0,10}内)?{timely}*(?:{close})(?!率)',
    units: cases,
    needs: ['undivided'],
    unless: '{receive}',
  },
  {
    code: 'applications.new_received',
    before: '(?:{receive})[^#]{0,24}?(?:{application})',
    units: cases,
    unless: '复议|诉讼|同一(?:申请)?人',
  },
  { code: 'applications.new_received', before: '(?:{receive})(?:到)?', after: '[^#,、]{0,14}?(?:{application})(?!表|人)', units: cases },
  { code: 'applications.new_received', before: '(?:{receive})(?:到)?{kinds}(?:的)?申请(?:书|表)?', units: cases, needs: ['applications'] },
  {
    code: 'applications.new_received',
    before: '(?:{receive})(?:到)?',
    after: '{kinds}(?:的)?申请(?!表|人|书)',
    units: cases,
    needs: ['applications'],
  },
  { code: 'applications.new_received', before: '新收(?:到)?|新增(?:的)?申请', units: cases, needs: ['applications'] },
  {
    code: 'applications.new_received',
    after: '(?:申请)?(?:为|系|是)?(?:本年度?|当年度?|今年)(?:新收|新增|收到)',
    units: cases,
    needs: ['applications'],
  },
  { code: 'applications.new_received', before: '(?:{application})(?:{receive})', units: cases },
  { code: 'applications.new_received', before: '(?:提出|提交|递交|发起)(?:的)?(?:{application})', units: cases, unless: '同一(?:申请)?人' },
  {
    code: 'applications.new_received',
    before: '(?:政府|政务)?信息公开申请(?:件)?',
    units: cases,
    unless: '{handle}|复议|诉讼|转办|交办|协办|同一(?:申请)?人',
  },
  { code: 'applications.new_received', before: '(?:收到|接收)(?:了)?', after: '$|[、和及]', units: '件宗', needs: ['requestsNear'] },
  { code: 'applications.new_received', before: '受理(?:了)?', after: '$|[、和及]', units: '件宗', needs: ['requestsNear', 'unreceived'] },
];

/** 4宗被行政复议结果维持, 2件经复议维持: the outcome, not only the review, stands behind the number. */
const decided = (column: string, words: string): Phrasing => ({
  code: `remedies.review.${column}`,
  after: `(?:案件)?(?:被|经|由|的)*(?:行政)?复议(?:机关|结果|决定|后|被|为|予以)*(?:${words})`,
  units: cases,
  needs: ['ogi'],
});

const outcome = (column: string, words: string): Phrasing[] => [
  { code: `remedies.review.${column}`, before: `复议(?:案件|决定|结果|机关|中|的)*(?:${words})`, units: cases, needs: ['ogi'] },
  { code: `remedies.litigation.${column}`, before: `诉讼(?:案件|判决|结果|中|的)*(?:${words})`, units: cases, needs: ['ogi'] },
  { code: `remedies.@.${column}`, before: `(?:${words})`, units: cases, needs: ['remedies'] },
  { code: `remedies.@.${column}`, after: `(?:案件)?(?:的)?(?:结果)?(?:为|被|予以)?(?:${words})`, units: cases, needs: ['remedies'] },
];

/** 行政诉讼5件,其中涉及信息公开1件: the part that is over OGI, before its number or behind it. */
const overOgi: readonly Phrasing[] = (
  [
    ['remedies.review.total', 'ofReviews'],
    ['remedies.litigation.total', 'ofLawsuits'],
  ] as const
).flatMap(([code, need]): Phrasing[] => [
  {
    code,
    before:
      '(?:因|由|涉及?|属于?|关于|有关|与)?(?:政府)?信息公开(?:工作|方面|领域|相关|有关|引发|引起|提起|诉讼|复议|类|被|而|的)*(?:案件|案|纠纷)?(?:的)?',
    units: cases,
    needs: [need],
  },
  { code, after: '(?:案件)?(?:是|为|系|属于?)?(?:因|由|涉及?|关于|与)?(?:政府)?信息公开(?!申请)', units: cases, needs: [need] },
]);

const remedies: readonly Phrasing[] = [
  decided('upheld', '维持'),
  decided('corrected', '纠正|纠错'),
  ...overOgi,
  {
    code: 'review_decisions_published',
    before: '复议决定书?(?:信息|文书)?',
    units: '件份篇条',
    unless: '纠正|撤销|维持|(?:制发|作出|做出|出具|下达|送达)(?![^#]*公开)[^#]*$',
  },
  { code: 'remedies.litigation_direct.total', before: '未经复议[^#]{0,4}直接(?:起诉|提起诉讼)(?:案件|的)*', units: cases },
  { code: 'remedies.litigation_direct.total', before: '直接(?:起诉|提起诉讼)(?:案件|的)*', units: cases, needs: ['remedies'] },
  { code: 'remedies.litigation_direct.total', after: '(?:为|系)?未经复议[^#]{0,4}直接(?:起诉|提起)', units: cases },
  { code: 'remedies.litigation_after_review.total', before: '(?<!未)经?复议后(?:再)?(?:起诉|提起诉讼)(?:案件|的)*', units: cases },
  { code: 'remedies.litigation_after_review.total', after: '(?:为|系)?(?<!未)经?复议后', units: cases },
  {
    code: ['remedies.review.total', 'remedies.litigation.total'],
    before: '{review}(?:和|及|与|以及|、|或)?(?:被)?(?:提起|引发)?(?:的)?{lawsuit}(?:数)?',
    units: cases,
    needs: ['ogi'],
  },
  {
    code: 'remedies.review.total',
    before: '(?:被)?(?:申请|提起|提出|引发|发生|产生)?(?:的)?{review}',
    units: cases,
    needs: ['ogi'],
    unless:
      '(?:驳回|撤回|终止|不予受理)[^#,]{0,4}复议|作为复议机关|(?:审理|审结|审查)[^#]*复议|(?:审理|审结|办结|承办|代理|办理|受理|审查|作为)(?![^#]*信息公开)[^#]*$|(?:收到|接到|新收)(?![^#]*信息公开)[^#]*复议申请',
  },
  { code: 'remedies.review.total', after: '{because}{review}(?!决定)', units: cases, needs: ['ogi'] },
  {
    code: 'remedies.litigation.total',
    before: '(?:被)?(?:提起|引发|发生|产生|提出)?(?:的)?{lawsuit}',
    units: cases,
    needs: ['ogi'],
    unless: '应诉|代理(?![^#]*信息公开)[^#]*$',
  },
  { code: 'remedies.litigation.total', after: '{because}{lawsuit}', units: cases, needs: ['ogi'] },
  ...outcome('upheld', '(?:结果)?维持(?:原[^#]{0,8})?'),
  ...outcome('corrected', '(?:结果)?(?:被)?(?:依法)?(?:纠正|纠错)'),
  ...outcome('pending', '(?:尚未|未)审结|正在审理|未结案?'),
  ...outcome('other', '其他结果'),
];

/** 共收到依申请公开4件, 全年主动公开356条: not the attribute of documents told of before. */
const notOfDocuments = '(?:收到|新收|受理|接[收到]|办理|办结|答复|申请人|全年|20\\d\\d年|年度|累计|通过|网站|平台|渠道)[^#]*$';

/** Documents made, shared out by whether they are disclosed: 主动公开28件, 28件属性为主动公开. */
const attribute = (code: string, words: string): readonly Phrasing[] => [
  { code, before: `(?:${words})(?:的)?(?:公文|文件|类|属性)*`, units: cases, needs: ['documents'], unless: notOfDocuments },
  { code, after: `(?:属性)?(?:为)?(?:${words})`, units: cases, needs: ['documents'], unless: notOfDocuments },
];

const documents: readonly Phrasing[] = [
  { code: 'documents.full_text_rate', before: '全文电子化率?', units: '%' },
  ...attribute('documents.attribute_proactive', '主动公开'),
  ...attribute('documents.attribute_on_request', '依申请公开'),
  { code: 'documents.attribute_on_request', before: '(?:制作|制发|印发|形成)(?:了|的)*依申请公开(?:的|类)*(?:公文|文件)', units: cases },
  ...attribute('documents.attribute_not_disclosed', '不予公开|不公开|免予公开'),
  {
    code: 'documents.made',
    before: '(?:制发|印发|制作|拟制|制定|发出|产生|形成|起草)(?:的|了|各类|各种|正式|机关|本级|行政(?!规范))*(?:公文|文件|发文)',
    units: '件份个篇条',
  },
  { code: 'documents.made', before: '(?:制发|印发|拟制)', after: '(?:公文|文件)', units: '件份个篇' },
  {
    code: 'documents.made',
    before: '(?<![开首转收来])发文(?:数量?)?',
    units: '件份',
    unless: '微信|微博|公众号|网站|头条|平台|账号',
  },
  { code: null, before: '(?:制作|产生|获取|形成|生成)[^#]{0,10}(?:政府)?信息', frame: 'information' },
  {
    code: 'disclosure.sent_to_archives_library',
    before: '(?:档案馆|图书馆|查阅(?:点|场所|中心)|公共查阅)[^#]{0,24}?(?:信息|文件|资料|目录|公报)?',
    units: '条件份',
    unless:
      '图书馆[^#]*(?:参观|活动)|图书馆[^#]*(?:网站|公众号|微信)[^#]*(?:发布|公开|推送)|(?:通过|利用|依托|在)(?!.*(?:送|移交|提交|提供))[^#]*(?:网站|平台)[^#]*(?:档案馆|图书馆)',
  },
];

const disclosure: readonly Phrasing[] = [
  {
    code: 'disclosure.normative_documents.in_force',
    before: '(?:(?:现行|继续|目前)?有效|现有|现存)(?:的)?{whose}{normative}',
    units: '件份个部',
  },
  { code: 'disclosure.normative_documents.in_force', before: '{normative}(?:目录)?(?:中|库)?[^#]{0,4}现行有效(?:的)?', units: '件份个部' },
  { code: 'disclosure.normative_documents.in_force', before: '现行有效(?:的)?', units: '件份个部', needs: ['normative'] },
  { code: 'disclosure.normative_documents.in_force', after: '(?:为)?现行有效(?:的)?{whose}{normative}', units: '件份个部' },
  {
    code: 'disclosure.normative_documents.repealed_this_year',
    before: '(?:废止|失效|宣布失效)(?:的)?{whose}{normative}',
    units: '件份个部',
    unless: '建议',
  },
  {
    code: 'disclosure.normative_documents.repealed_this_year',
    before: '废止',
    after: '{whose}{normative}|$|[、和及]',
    units: '件份个部',
    needs: ['normative'],
    unless: '建议',
  },
  {
    code: 'disclosure.normative_documents.repealed_this_year',
    before: '废止',
    after: '{whose}{normative}',
    units: '件份个部',
    unless: '建议',
  },
  { code: 'disclosure.normative_documents.repealed_this_year', after: '{whose}{normative}(?:予以|被)?废止', units: '件份个部' },
  { code: null, after: '[^#,]{0,10}{normative}(?:予以|被)?(?:宣布失效|失效|修改|延长)', units: '件份个部' },
  { code: null, before: '累计(?:共)?{make}[^#]{0,6}{normative}', units: '件份个部', frame: 'normative' },
  { code: null, before: '(?:清理|梳理|评估)[^#]{0,8}{normative}', units: '件份个部', frame: 'normative' },
  { code: null, before: '(?:审查|审核|备案|解读|修改)[^#]{0,8}{normative}', units: '件份个部' },
  {
    code: null,
    before: '对[^#,]{0,12}',
    after: '{whose}{normative}[^#,]{0,8}(?:清理|梳理|评估|审查)',
    units: '件份个部',
    frame: 'normative',
  },
  {
    code: 'disclosure.normative_documents.issued_this_year',
    before: '{make}(?:了|的|并公开|并公布|、?印发|、?公布)*(?:各类)?{whose}{normative}',
    units: '件份个部',
  },
  {
    code: 'disclosure.normative_documents.issued_this_year',
    before: '{make}(?:了|并公开)*',
    after: '{whose}{normative}',
    units: '件份个部',
  },
  {
    code: 'disclosure.normative_documents.issued_this_year',
    before: '新{make}(?:了)?',
    after: '$|[、和及]',
    units: '件份个部',
    needs: ['normative'],
  },
  { code: 'disclosure.regulations.issued_this_year', before: '{make}(?:了|政府|{whose})*规章', units: '件部个' },
  { code: 'disclosure.regulations.in_force', before: '(?:现行|继续|目前)?有效(?:的)?{whose}规章', units: '件部个' },
  {
    code: 'disclosure.penalties.decisions',
    before: '(?:作出|做出|下达|办理|办结|实施|给予)?(?:的)?行政处罚(?:处理|决定书?|案件)*',
    units: '件宗起例份个',
    needs: ['decided'],
    unless: '公示|公开|公布|清单|听证|复议|审核',
  },
  { code: 'disclosure.penalties.decisions', before: '(?:作出|做出|办理|实施|给予)', after: '行政处罚', units: '件宗起例份个' },
  {
    code: 'disclosure.licensing.decisions',
    before: '(?:作出|做出|办理|办结|准予|完成)?(?:的)?行政许可(?:处理|决定书?|事项|业务|案件)*',
    units: '件宗起例份',
    needs: ['decided'],
    unless: '公示|公开|公布|清单|受理',
  },
  { code: 'disclosure.licensing.decisions', before: '(?:作出|做出)(?:的)?行政许可决定书?', units: '个项' },
  { code: 'disclosure.licensing.decisions', before: '(?:作出|做出|办理|办结)', after: '行政许可', units: '件宗起例份' },
  {
    code: 'disclosure.coercion.decisions',
    before: '(?:作出|做出|实施|采取|办理)?(?:的)?行政强制(?:措施|执行|决定书?|案件)*',
    units: '件宗起例份次',
    needs: ['decided'],
    unless: '公示|公开|公布|清单',
  },
  { code: 'disclosure.coercion.decisions', before: '(?:作出|做出|实施)', after: '行政强制', units: '件宗起例份次' },
  { code: 'disclosure.fees.amount', before: '行政事业性收费总?(?:收入|金额)?', units: '元' },
  { code: 'disclosure.procurement.projects', before: '(?:政府)?(?:集中)?采购项目', units: '个项' },
  { code: 'disclosure.procurement.amount', before: '(?:政府)?(?:集中)?采购(?:项目)?总?(?:金额|资金)', units: '元' },
];

const prose: readonly Phrasing[] = [
  {
    code: 'information_fee.collected',
    before: '处理费(?:用|总|金额|收取|收费|收入|情况|的)*',
    units: '元',
  },
  { code: 'information_fee.collected', before: '(?:实际)?收取(?:的)?(?:总)?(?:金额|费用)?', units: '元', needs: ['fees'], unless: '通知' },
  // 收取信息处理费2笔,共计210元
  { code: 'information_fee.collected', before: '^', units: '元', needs: ['feesCollected'] },
  { code: 'information_fee.collected', after: '(?:的)?(?:政府)?(?:信息公开)?信息处理费', units: '元' },
  {
    code: 'information_fee.collected',
    before: '(?:依申请公开|信息公开)(?:政府)?(?:信息)?(?:收取费用|收费|费用)(?:金额|收入)?',
    units: '元',
  },
  {
    code: ['proposals.congress', 'proposals.cppcc'],
    before: '人大[^#]{0,14}(?:和|、|及|与|以及|,)[^#]{0,6}(?:政协)?[^#]{0,6}(?:提案|建议)(?:办理|件|答复|结果|复文|公开|情况)*',
    units: cases,
  },
  {
    code: null,
    before: '(?:建议[、和]?(?:议案)?提案|议案提案|两会[^#]{0,6}提案)(?:办理|件|答复|结果|复文|公开|情况)*',
    units: cases,
    frame: 'proposals',
  },
  {
    code: 'proposals.congress',
    before:
      '(?:人大(?:#?会议)?(?:期间)?(?:代表)?(?:的)?(?:意见|议案|建议|议案建议|、)+|代表(?:建议|议案)(?:意见)?)(?:[和及与](?=答复|办理|结果|复文))?(?:办理|答复|件|结果|复文|公开|情况)*',
    units: cases,
  },
  {
    code: 'proposals.congress',
    after: '(?:[省市区县州]|全国)*(?:人大(?:代表)?(?:的)?(?:意见|议案|建议)|代表建议)(?!(?:和|、|及|与)[^#,]{0,6}提案)',
    units: cases,
  },
  {
    code: 'proposals.cppcc',
    before:
      '(?:政协(?:委员)?(?:的)?(?:提案|建议案?|意见)|委员提案|提案)(?:[和及与](?=答复|办理|结果|复文))?(?:办理|件|答复|结果|复文|公开|情况)*',
    units: cases,
  },
  { code: 'proposals.cppcc', after: '(?:[省市区县州]|全国)*(?:政协(?:委员)?(?:的)?提案|委员提案|提案)', units: cases },
  {
    code: 'interaction.mailbox_handled',
    before: '(?:[局厅省市区县州镇乡校院处主行部队所关馆园]长|书记|主任|主席|领导|行长|首长)(?:信箱|邮箱)[^#]{0,10}',
    units: cases,
    unless: '(?:热线|留言板?|信访)[^#]{0,8}[、和及与][^#]*[信邮]箱|[信邮]箱[、和及与][^#]{0,12}(?:热线|留言|信访|12345|平台)', // several channels together
  },
  { code: 'interaction.mailbox_handled', after: '(?:[局厅省市区县州镇乡校院处部关馆园]长|书记|主任|领导)(?:信箱|邮箱)', units: cases },
  {
    code: 'interaction.hotline_sessions',
    before: '(?:轮值接听|(?:参与|参加|走进|做客|上线)[^#]{0,12}热线).?(?:节目|直播|活动|栏目|接听|访谈)*',
    units: '期次场',
  },
  {
    code: 'interaction.hotline_12345',
    before: '12345[^#0-9]{0,30}',
    after: '(?!号|热线|平台|渠道|窗口)',
    units: '件|条|个|宗|次|起|单|人次',
    unless:
      '(?:信箱|留言板?|网站|信访)[、和及与].{0,16}12345|12345[^#]{0,12}[、和及与][^#]{0,8}(?:信箱|留言|网站|信访|申请|信息公开)|12345[^#]*[、和及与][^#]*等$',
  },
  { code: 'interaction.hotline_12348', before: '12348[^#0-9]{0,30}', after: '(?!号|热线|平台|渠道|窗口)', units: '件|条|个|宗|次|起|人次' },
  { code: 'interaction.hotline_12345', after: '.?12345', units: '件条个宗次起单' },
  {
    code: 'interaction.hotline_12345',
    before: '(?:承办|办理|办结|受理|接收|接到|收到|处理)(?:各类|群众|热线|了|的)*工单',
    units: '件条个宗起单',
    needs: ['hotline'],
    unless: '信箱|留言|网站|信访|平台',
  },
  {
    code: 'interaction.online_interviews',
    before: '(?:在线|网络|网上|网站|视频|政务|直播)访谈(?:节目|活动|栏目|播出|推出|举办|开展|次)*',
    units: '期次场',
  },
  { code: 'interaction.online_interviews', after: '(?:在线|网络|网上)访谈', units: '期次场' },
  { code: 'events.open_day', before: '开放日.?(?:主题)?(?:系列)?(?:活动)?', units: '期次场' },
  { code: 'events.open_day', after: '[^#,、]{0,8}?开放日', units: '期次场' },
  { code: 'consultation.drafts_local_regulations', before: '法规(?:征求意见|送审)?(?:草案|稿)', units: '个件部项' },
  { code: 'consultation.drafts_government_rules', before: '规章(?:征求意见|送审)?(?:草案|稿)', units: '个件部项' },
  {
    code: 'consultation.drafts',
    before: '(?:征集|征求)[^#]{0,8}?意见(?:建议)?(?:的)?[^#]{0,8}?(?:项目|草案|稿|事项|文件|决策)',
    units: '个件项部份条篇',
  },
  {
    code: 'consultation.drafts',
    before: '(?:公开)?(?:征求|征集)(?:社会|公众)?意见(?:建议)?|(?:民意|意见)征集(?:活动|项目|信息)?',
    units: '个项期次件',
  },
  {
    code: 'consultation.drafts',
    before: '',
    after: '(?:(?:决策|立法|规范性文件|文件)?(?:草案|征求意见稿)|(?:重大)?(?:行政)?决策(?:事项)?)[^#,]{0,12}(?:征求|征集)',
    units: '个件项部份',
  },
  { code: 'consultation.attendances', before: '(?:邀请|参加|参会|参与|出席)[^#]{0,24}', units: attendances, needs: ['meetings'] },
  { code: 'consultation.meetings', before: '{meeting}(?:等|会议|活动)*', units: '场次个期', unless: '推进|部署|培训|发布会|通气会' },
  { code: 'consultation.meetings', after: '[^#,、]{0,10}?{meeting}', units: '场次个期', unless: '推进|部署' },
  { code: 'training.attendances', before: '(?:培训|参训)[^#]{0,14}', units: attendances, needs: ['training'], unless: staffed },
  {
    code: 'training.attendances',
    before: '(?:参加|参与|覆盖)(?:人员|干部|人[次数])?|人员|干部|人[次数]|',
    units: attendances,
    needs: ['training', 'trainingNamed'],
    unless: staffed,
  },
  {
    code: 'training.sessions',
    before: '(?:公开|业务|条例|年报)[^#]{0,14}?培训(?:班|会议?|活动|讲座|学习)*',
    units: times,
    unless: '普法|农|法律|执法|安全|技能|创业|就业',
  },
  {
    code: 'training.sessions',
    before: '(?:^|#、|组织|开展|举办|召开|参加|进行)(?:了)?(?:集中|专[项题门]|系列|全员|相关|各类)?培训(?:班|会议?|活动)*',
    units: times,
    needs: ['openness', 'training'],
  },
  { code: 'training.sessions', after: '[^#,、]{0,8}?(?:公开|业务)[^#,]{0,10}?培训', units: times, unless: '普法|执法|安全|技能' },
  { code: 'staff.total', before: '(?:专兼职|专\\(兼\\)职)[^#]{0,14}(?:人员|干部|员)?', units: people, needs: ['ogi'] },
  {
    code: 'staff.full_time',
    after: '(?:{openness})?(?:工作人员|同志|干部|人员)?(?:专职(?!、?兼)(?!\\(兼)|全职)',
    units: people,
    needs: ['ogi'],
  },
  { code: 'staff.part_time', after: '(?:{openness})?(?:工作人员|同志|干部|人员)?兼职', units: people, needs: ['ogi'] },
  { code: 'staff.full_time', before: '(?:专职|全职)(?:从事)?[^#]{0,10}(?:人员|干部|员)?', units: people, needs: ['ogi'] },
  { code: 'staff.part_time', before: '兼职(?:从事)?[^#]{0,10}(?:人员|干部|员)?', units: people, needs: ['ogi'] },
  {
    code: 'staff.total',
    before: '(?:明确|配备|指定|安排|确定|落实|配有|现有|选派|抽调|设立?)(?:了)?(?:专门|专人)?(?:#[^#]{0,8})?',
    after:
      '(?:专兼职|专\\(兼\\)职|专|业务|工作|同志|骨干|政务公开|信息公开|政府信息公开|人员|干部|联络员|信息员)(?![^#,]{0,6}(?:领导|组长|局长))',
    units: people,
    needs: ['ogi'],
    unless: '(?:每|各)[^#,]{0,10}(?:[科处股]室|部门|单位|村|社区)',
  },
  {
    code: 'staff.total',
    before: '(?:政务公开|信息公开|公开工作)[^#]{0,6}(?:工作人员|人员|联络员|信息员)',
    units: people,
  },
  { code: 'staff.total', before: '(?:明确|配备|指定|安排|落实)(?:了)?专人', units: people, needs: ['ogi'] },
  {
    code: 'staff.total',
    before: '(?:配备|配有|安排|指定|落实)(?:了)?(?:相关|具体|专门)?(?:工作|经办)人员',
    units: people,
    needs: ['openness'],
  },
  {
    code: 'interpretation.articles',
    before: '解读(?:类|性|的|相关|信息|材料|稿件|文章|稿|文件|图解|长图|海报|图文|短视频|动画|问答|专访|产品|作品|内容|视频|方案|等|发布)*',
    units: '篇条件个份则幅部',
    unless:
      '(?:^|共|已|全年|年内)解读文件$|[、和及][^#、]{0,6}解读[等类]|被解读|转发|转载|(?:文件|信息|公告|动态|新闻|法规)(?:、|和|及|与|以及)(?:政策)?解读[^#]*$',
  },
  { code: 'interpretation.articles', after: '(?:政策|文件|图文)*解读', units: '篇条件个份则幅' },
  {
    code: 'services.online_items',
    before: '(?:在线|网上|全程|一网|掌上|线上)[^#]{0,8}办(?:理|结)?[^#]{0,12}(?:事项|服务)(?:数量)?',
    units: '项个',
  },
  {
    code: 'services.online_items',
    after: '(?:政务|公共|审批)*服务?事项(?:可|实现|均可|已)[^#,]{0,6}(?:网上|在线|网办|全程)',
    units: '项个',
  },
  {
    code: 'services.online_items',
    before: '(?:可|实现)(?:全程)?(?:网上|在线)?(?:网办|全程网办|网上办理|在线办理)(?:的)?(?:事项)?',
    units: '项个',
    unless: '率',
  },
  {
    code: 'services.items',
    before: '(?:公共|政务|行政)(?:管理)?服务事项(?:目录|清单)?(?:包括|包含|涉及|有)?',
    units: '项个',
    unless: '在线|网上|网办|下放|取消|认领',
  },
  { code: null, before: '(?:权责|权力|职权)(?:和责任)?(?:事项)?清单', units: '条份' }, // a list among what is published
  {
    code: 'duties.items',
    before: '(?:权责|权力|职权)(?:和责任)?(?:清单)?(?:事项)?(?:清单)?',
    units: '项条个',
    unless: '取消|下放|承接|调整(?!后)|新增|增加|减少|其[他它](?:行政)?(?:权力|职权|权责)(?:事项)?$',
  },
  {
    code: 'duties.items',
    after: '(?:行政)?(?:权责|权力|职权)(?:清单)?事项',
    units: '项条个',
    unless: '取消|下放|承接|新增|增加|减少|、[^#]*等$',
  },
  { code: 'services.cases', before: '(?<![主会协分承联转督交即]|信访|网上|线上|在线|线下|现场)办件', units: '件笔宗' },
  {
    code: 'services.cases',
    before:
      '(?:窗口|大厅|(?:便民|为民|政务)服务中心)(?:[^#]{0,10}(?:办理|受理|办结)(?:了)?(?:各类|审批|服务|政务|业务|事项|件)+|[^#]{0,6}(?:共|累计)(?:办理|受理|办结))',
    units: '件笔宗',
    unless: '咨询',
  },
  { code: null, before: '(?:受理|办理|处理)[^#,]{0,8}热线[^#,]{0,4}', units: cases }, // cases of a hotline that is not named
  {
    code: 'interaction.consultations',
    before: '(?:接待|接受|来访|来电|窗口|现场|电话|大厅|接听|受理|解答|上门)[^#]{0,14}(?:咨询|来访|来电|电话)(?:群众|者|服务)?',
    units: '人次|人|次|件|个',
    unless: '(?:{channel}|留言)[^#]*$|信箱|1\\d{4}|来信来访|信访', // 12345, and hotlines without a code
  },
  { code: 'interaction.consultations', before: '咨询电话(?:接听|受理)?', units: '人次|人|次|个', unless: '1\\d{4}' },
  { code: 'interaction.consultations', before: '接待(?:来访)?(?:群众|公众|市民)?', units: '人次|人', unless: '{channel}|信访' },
  {
    code: 'interaction.messages_handled',
    before:
      '(?:留言|网民留言|来信|信件|诉求|咨询|投诉|建议|求助|(?<![“"](?:网络|在线|网上|电视)*)问政)(?:办理|回复|答复|受理|办结|件|事项|信息|处理)*',
    units: cases,
    needs: ['website'],
    unless: '征集|征求|代表|委员|人大|政协|提案|采纳|纸质|12345[^#]*$|(?:现场|电话|来访|窗口|上门)[^#]*$',
  },
  { code: 'interaction.messages_handled', before: '(?:网上|网民|网友|在线)提问', units: '件条', needs: ['noInterview'] },
  { code: 'interaction.messages_handled', before: '(?:群众|公众|市民)提问', units: '件条', needs: ['noInterview', 'website'] },
  { code: 'interaction.messages_handled', before: '留言(?:办理|回复|答复|受理|办结|处理)*', units: cases },
  {
    code: 'interaction.messages_handled',
    before: '(?:办理|回复|答复|受理|办结|处理)',
    after: '(?:网民|群众|网上|网络|在线)*留言',
    units: cases,
  },
];

const singlePost = '(?:单篇|单条|单次|单个)[^#]{0,8}(?:阅读|浏览|点击|播放|观看)(?:总)?';
const views: readonly Phrasing[] = [
  { code: 'visitors.website', before: '(?:独立(?:用户|访客|IP|ip)|访客)(?:访问)?总?', units: '人次|人|次|个' },
  { code: 'views.weibo_single_post', before: singlePost, needs: ['weibo'] },
  { code: null, before: singlePost },
  { code: 'views.@', before: '(?:访问|浏览|点击|阅读|播放|观看)(?:总|人)*(?:率)?(?:次)?', units: '人次|次|人|条', needs: ['platform'] },
  {
    code: 'followers.@',
    before: '(?:粉丝|订阅(?:人|用户|者)?|关注(?:度|人|用户|者)?|用户)(?:总)?(?:人)?',
    units: '人|名|个|户|位',
    needs: ['platform'],
    unless: '(?:新增|净增|(?:增加|增长|涨)(?![至到]))[^#]{0,6}$',
  },
  { code: 'followers.@', after: '(?:粉丝|关注|订阅)', units: '人|名|个|户|位', needs: ['platform'] },
];

const newsWords = '(?:动态|要闻|新闻)(?:类)?(?:信息)?';
const noticeWords = '(?:公示|公告|通知)+(?:类)?(?:信息)?';
/** 新闻及公示信息94条: news and notices in one number. */
const severalKinds = `${newsWords}[、和及与]${noticeWords}$|${noticeWords}[、和及与](?:工作|政务)?${newsWords}$`;

/** Kinds of item on a site: parts, never the whole. */
const kind = (code: string, words: string, units = '条篇则件个'): Phrasing => ({
  code: `posts.website_${code}`,
  before: `(?:${words})(?:类|信息|等|内容|栏目|更新|发布)*`,
  units,
  needs: ['site'],
  // one number for several kinds
  unless: `[、和及][^#、和及]{2,10}等(?:各?类|信息|内容|政府|政务)*(?:共计)?$|${severalKinds}`,
});

const published: readonly Phrasing[] = [
  // 其他应主动公开信息4条: what is left of a whole, behind its other parts.
  { code: null, before: '(?:其[他它]|应当?|需要?)(?:应当?|需要?|的)*主动公开[^#,]{0,12}', units: '条件篇个份' },
  { code: null, before: '(?:被|获|由)[^#]{0,24}(?:刊登|刊发|采用|采纳|转载|录用|报道)', units: posts },
  {
    code: null,
    before: '(?:(?<![新自融])媒体|[日晚]报|报[刊纸]|电[视台])[^#]{0,12}(?:刊登|刊发|刊载|发表|报道|播发)[^#]{0,10}',
    units: posts,
    frame: 'press',
  },
  {
    code: null,
    before: '(?:级(?:及?以上)?|主流|中央|新闻)媒体[^#,]{0,4}发布[^#,]{0,10}',
    units: posts,
    unless: '通过|利用|依托|借助',
    frame: 'press',
  },
  {
    code: null,
    before: '(?:在|于)(?:《》[、和及与]?)+[^#,]{0,6}(?:刊登|刊发|刊载|发表|登载|发布)[^#]{0,10}',
    units: posts,
    frame: 'press',
  },
  // 在人民网、某某日报等发布; 在省厅《某某》杂志、“某某”公众号等平台发布: printed by others, by whatever word.
  { code: null, before: `(?:在|于)[^#,网微公]{0,20}(?:{press})[^#,微公]{0,24}发布[^#,]{0,10}`, units: posts, frame: 'press' },
  {
    code: null,
    before: '(?:在|于|通过)[^#,]{0,8}(?:《》[、和及与]?)+(?:杂志|期刊|刊物)[^#,]{0,30}发布[^#,]{0,10}',
    units: posts,
    frame: 'press',
  },
  { code: null, before: '(?:报送|上报|投稿|采用|采纳|录用|投送|供稿)[^#]{0,12}', units: posts },
  { code: null, after: '[^#]{0,10}被[^#]{0,20}(?:刊登|刊发|采用|转载|录用|报道)', units: posts },
  { code: null, before: '信息公开(?:工作)?(?:指南|目录)|目录|清单', units: '份' },
  { code: null, before: '{post}[^#,]{0,24}', after: '{whose}{normative}', units: '件份个部' },
  {
    ...kind('guides', '(?:目录|清单|指南|流程图?)(?:、?(?:清单|目录|指南|流程图))*', '条个份件张'),
    unless: '(?:概况|动态|公告|新闻)类?(?:信息)?[、和及][^#]*目录',
  },
  kind('guides', '(?:指南|流程图)', '项'),
  kind('forms', '(?:(?:办事|申请|样)表|表格)(?:格)?(?:下载)?', '个份张条'),
  kind('notices', '公示公告|通知公告|公告公示|公告通知|公告|(?<!公开|双|双公示.?(?:信息|结果)?)公示|通知'),
  kind('meetings', '会议(?:公开)?'),
  kind('news', '(?:工作|政务|部门|基层|机关)?(?<!业务|业务工作)(?:动态|要闻|新闻)'),
  { ...kind('news', '业务(?:工作)?动态'), needs: ['website'] },
  { code: null, before: '属于?已?主动公开(?:范围)?(?:的)?(?:信息|内容)?', units: cases },
  {
    code: 'disclosure.documents_disclosed',
    before: `(?:主动公开|(?<!申请|撤[销回]|清理|不予|免予|不宜|未|应|政务|信息|部分|办理|${kindsOpened})公开(?:发布)?|公布)(?:的|了)?(?:各类|各项|各种|有关|相关|重点)*(?:政府|政务)?信息(?:文件)?`,
    units: '条件篇个份项',
    needs: ['manyChannels'],
  },
  {
    code: 'disclosure.documents_disclosed',
    before: '主动公开(?:的|了)?(?:各类|各项|有关|相关)*(?:信息|文件|公文)?',
    units: '条件篇个份',
    needs: ['manyChannels'],
  },
  {
    code: 'disclosure.documents_disclosed',
    before: '主动公开(?:了)?[^#,]{1,24}、[^#,、]{1,12}等(?:各类|各项|各种|方面|领域|的)*(?:政府|政务)信息',
    units: '条件篇个份',
    needs: ['manyChannels'],
    unless: '^其中',
  },
  {
    code: 'disclosure.documents_disclosed',
    before: '主动公开(?:了)?|(?<!申请|撤[销回]|清理|不予|不宜|未|应)公开',
    after: '(?:各类)?(?:政府|政务)信息',
    units: '条件篇个份',
    needs: ['manyChannels'],
  },
  { code: 'disclosure.documents_disclosed', before: '(?:政府|政务)信息公开发布', units: '条件篇个份', needs: ['manyChannels'] },
  {
    code: 'disclosure.documents_disclosed',
    before: '(?:发布|公布)(?:了)?',
    after: '(?:各类)?主动公开(?:的)?(?:政府|政务)?信息',
    units: '条件篇个份',
    needs: ['manyChannels'],
  },
  { code: 'posts.wechat_issues', before: '{post}[^#]{0,20}', units: '期', needs: ['wechat'], unless: '简报|专报|通报|[报期会月]刊' },
  {
    code: 'posts.video_series',
    before: '(?:播出|推出|制作|发布|推送|更新|播放|上线|拍摄|录制)(?:节目|视频|短视频|专题)*',
    units: '期集',
    needs: ['video'],
  },
  { code: null, before: '(?<!(?<!预)公开)栏目(?:共|累计|已)*{post}(?:信息|内容)?', units: posts }, // one column of many
  {
    code: 'posts.@',
    before: '{post}(?:、?{post})*{item}',
    units: posts,
    needs: ['site'],
    unless:
      '[^各这此一]类(?:政府|政务)?信息$|(?:[^各这此一]类|目录|指南|概况|动态|机构|规划|统计|预决算|人事)信息(?:更新|发布|公开)量?$|(?:^|#、)(?:其中:?)?[^#,网台号微]{0,8}信息公开$',
  },
  {
    code: 'posts.@',
    before: '{post}[^#,]{0,80}等(?:各类|方面|领域|政府|政务|工作|的|[^#,]{2,8}的)*{noun}',
    units: posts,
    needs: ['platform'],
    unless: '{post}[至到给往]|媒体的?{noun}$',
  },
  { code: 'posts.@', before: '{post}[^#,]{1,24}、[^#,、]{1,12}等', units: posts, needs: ['platform'], unless: '{post}[至到给在于往]' },
  { code: 'posts.@', before: '新增(?:各类|政务|政府)*(?:信息|文章|稿件)', units: posts, needs: ['platform'] },
  { code: 'posts.@', before: '{post}(?:、?{post})*{item}', units: posts, needs: ['social'] },
  { code: 'posts.@', before: '{post}[^#,]{0,16}?{noun}', units: posts, needs: ['social'], unless: '媒体的{noun}$' },
  { code: 'posts.@', before: '{post}[^#,]{0,6}#', after: '(?:图文|文章|信息|消息|稿件|推文)', units: posts, needs: ['social'] },
  {
    code: 'posts.@',
    before:
      '(?:官网|网站|微信|公众号|微博|新媒体|抖音|头条|快手|视频号|百家号|小红书).?(?:平台|账号)?(?:信息|文章|推文|博文|稿件|作品|图文)',
    units: posts,
  },
  {
    code: 'posts.@',
    before: '(?:官网|网站|微信(?:公众号|平台)?|公众号|微博|抖音|头条号?|[两双]微|新媒体).?',
    units: '条篇则件', // 微信1个 is an account
    needs: ['posts'],
  },
];

/** Every phrasing, in the order in which they are tried. */
export const phrasings: readonly Phrasing[] = [
  ...documents,
  ...remedies,
  ...results,
  ...applications.map(carried),
  ...disclosure,
  ...prose,
  ...views,
  ...published,
];
