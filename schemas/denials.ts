// How prose denies a coded thing for the period (mentions.md, rule 8): value 0, `negated`. Data only.

/** One way of denying; `text` is looked for inside a clause. */
export interface Denial {
  readonly codes: readonly string[];
  readonly text: string;
  /** Words in the clause that make it another denial. */
  readonly unless?: string;
  readonly needs?: 'ogi' | 'applications';
}

const not = '(?:未(?!经|按|予|审|在|及)|没有(?!现成)|没(?!有)|无(?!正当|法|效|误|缝|障|纸|遗)|尚无|不存在|未曾|从未)';
const got = '(?:有|收到|接到|受理|接收|新收|发生|出现|产生|存在|涉及|引发|遇到|提起|被|因|过)*';
const application =
  '(?:依申请公开(?:政府信息|信息)?(?:的)?(?:申请)?|(?:政府|政务)?信息公开(?:的)?(?:相关|有关)?申请|申请公开(?:政府)?信息|公开(?:政府)?信息的?申请|公开申请)';
const rest = '(?:事项|事件|信件|函件|来信|件|的|情况|情形|业务|案件|信息|办件|类|请求|要求)*';
/** Only some requests are denied: 未收到其他申请, 未收到重复、恶意的申请, 未收到涉及某事项的申请. */
const kindOfRequest =
  '其[他它](?!组织|单位|机构|社会|方式|渠道)|(?:收到|接到|受理)其[他它](?:方式|渠道)|重复|恶意|无效|疑难|不属于?|不符合?|转办|交办|转来|未(?:按时|按期|及时|答复|办)|(?<![各何])类(?:的)?(?:政府)?信息公开|关于(?!政府|信息公开|公开|政务|依申请|本|我)[^#]{2,20}的(?:政府)?(?:信息)?公开|(?:收到|接到|受理)(?:涉及|关于|有关|针对|属于)(?!政府信息|信息公开|政务|本|我)[^#]{2,20}的(?:政府)?(?:信息公开|公开信息)';
/** Only one way of asking: 通过政府网站未收到. */
const oneChannel =
  '通过[^#、和及或等]{0,12}(?:网站|网上|网络|平台|系统|邮箱|信函|来信|当面|现场|窗口|传真)(?:渠道|方式|途径)?(?:均|都|尚|暂|仍)*(?:未|没有|无)';
const lost = '败诉|纠错|纠正|撤销|违法|超期|逾期|复议决定|应诉';

/** Every denial the closed list knows. */
export const denials: readonly Denial[] = [
  {
    codes: ['applications.new_received'],
    text: `${not}${got}[^#]{0,26}?${application}${rest}$`,
    unless: `${kindOfRequest}|${oneChannel}|复议|诉讼|结转|不予|收费|处理费|超期|逾期|超时|延期|延误|遗漏|漏办|拒绝|违规|不当|(?:书面|网上|网络|在线|信函|邮寄|当面|现场)(?![、或和及等])[^#、或和及等]{0,16}申请`,
  },
  { codes: ['applications.new_received'], text: `${application}${rest}(?:均|全年|本年度?|:)*(?:未(?:收到|发生)|没有|无)$` },
  { codes: ['applications.carried_in'], text: `${not}(?:上|去)一?年度?结转` },
  { codes: ['applications.carried_out'], text: `${not}(?:[^#]{0,6}结转(?:至|到)?(?:下|次)一?年|(?:下|次)一?年度?(?:的)?结转)` },
  {
    codes: ['remedies.review.total', 'remedies.litigation.total'],
    text: `${not}${got}[^#]{0,34}?复议[^#决]{0,12}?(?:诉讼|起诉)`,
    unless: lost,
    needs: 'ogi',
  },
  {
    codes: ['remedies.review.total', 'remedies.litigation.total'],
    text: `复议[^#决]{0,10}(?:诉讼)[^#]{0,8}?(?:均|都)?(?:未|没有|无)(?:发生|出现|收到|产生)?`,
    unless: lost,
    needs: 'ogi',
  },
  { codes: ['remedies.review.total'], text: `${not}${got}[^#]{0,34}?(?:行政)?复议(?!决定|机关|后)`, unless: lost, needs: 'ogi' },
  { codes: ['remedies.litigation.total'], text: `${not}${got}[^#]{0,34}?(?:行政)?(?:诉讼|起诉)`, unless: lost, needs: 'ogi' },
  {
    codes: ['information_fee.collected'],
    text: '(?:未|没有|无|不|尚未|从未|没|未曾)(?!规范|按)[^#]{0,16}?处理费',
    unless: '减免|管理办法|收费标准|制定',
  },
  { codes: ['information_fee.collected'], text: `${not}${got}[^#]{0,8}信息公开(?:处理)?(?:收费|费用)`, unless: '减免' },
  {
    codes: ['information_fee.collected'],
    text: '信息公开(?:工作|事务)?[^#]{0,4}(?:没有|未|无)(?:产生|发生)?(?:任何)?收费',
    unless: '减免',
  },
  { codes: ['information_fee.collected'], text: `${not}向[^#]{0,14}申请人[^#]{0,4}收(?:费|取)`, unless: '减免', needs: 'applications' },
  {
    codes: ['information_fee.collected'],
    text: `${not}(?:因|对|就)[^#]{0,20}?(?:信息公开|公开(?:政府)?信息)[^#]{0,10}收取[^#]{0,24}费用?(?!管理|标准)`,
    unless: '(?<!收取[、或和及])减免',
  },
  { codes: ['information_fee.collected'], text: '处理费[^#]{0,10}?(?:未|没有|无|尚未)(?:收取|发生|产生|征收|$)' },
  {
    codes: ['information_fee.collected'],
    text: '(?:未|没有|从未|均未)[^#]{0,8}收取(?:任何|相关|过|申请人|依申请公开|政府|信息|的|检索|复制|邮寄|、)*(?:等)?(?:费用|收费)?$',
    needs: 'applications',
  },
  { codes: ['staff.full_time'], text: '(?:尚无|没有|未配备|未设|暂无|无)(?:配备)?(?:专门|专职)[^#]{0,24}(?:人员|干部)', needs: 'ogi' },
  {
    codes: ['disclosure.normative_documents.issued_this_year'],
    text: '(?:未|没有)(?:新)?(?:制定|制发|出台|印发|发布)(?:过)?[^#]{0,8}规范性文件',
  },
  {
    codes: ['disclosure.normative_documents.issued_this_year'],
    text: '(?:无|没有)(?:新的?|行政)*规范性文件(?:的)?(?:制定|制发|出台|印发|发布)(?!权|资格|主体|职)',
  },
  { codes: ['disclosure.penalties.decisions'], text: '(?:未|没有)(?:作出|做出|实施|产生|发生)(?:过)?[^#]{0,6}行政处罚' },
  {
    codes: ['proposals.congress', 'proposals.cppcc'],
    text: `${not}${got}(?:承办|办理|交办)*[^#]{0,10}?(?:人大(?:代表)?(?:的)?(?:议案|建议|意见)|代表建议)[^#]{0,8}?提案`,
  },
  { codes: ['proposals.congress'], text: `${not}${got}(?:承办|办理|交办)*[^#]{0,10}?(?:人大(?:代表)?(?:的)?(?:议案|建议|意见)|代表建议)` },
  { codes: ['proposals.cppcc'], text: `${not}${got}(?:承办|办理|交办)*[^#]{0,10}?(?:政协)(?:委员)?(?:的)?提案` },
];
