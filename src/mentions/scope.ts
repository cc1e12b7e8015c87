import type { Coverage } from '../../schemas/report.ts';

/** Whose report it is: needed to tell its own numbers from those of others. */
export interface Whose {
  readonly coverage: Coverage | null;
  /** Names of the organ, as printed and in full. */
  readonly names: readonly string[];
  /** Report year; numbers told for another year are no mentions. Unknown: no number is left out for its year. */
  readonly year?: number | null;
  /** First and last month of the report's period; those of the calendar year where left out. */
  readonly months?: readonly [first: number, last: number];
}

/** What stands before a number: its clause, and its sentence from the beginning. */
export interface Left {
  readonly clause: string;
  readonly sentence: string;
}

/** Where a subject stands: at the beginning, behind a comma or a time. */
const subjectPlace = '(?:^|[,;:。]|年度?|今年|全年|年内|期间|以来|其中|[底末日止])';
const region =
  '(?:[我本全][局委厅行]系统|全(?:省|市|区|县|州|盟|旗|镇|乡|街道|国|域|系统|行业)|[省市州区县][\u4e00-\u9fff]{2,4}系统|我(?:省|市|区|县|州|旗)(?![局委厅办]))';
const regionSubject = new RegExp(`${subjectPlace}(${region})|(${region})[^#,]{0,4}各(?:级|部门|单位|地|有关)`);

/** The region that a text names as its subject. */
function regionOf(text: string): string | null {
  const found = regionSubject.exec(text);
  return found?.[1] ?? found?.[2] ?? null;
}
const lowerBodies =
  /(?:^|[,;:及和、与])(?:其中)?,?(?:各(?:级|地|区|县|市|乡镇|镇|街道|村(?!务)|社区|嘎查|部门|单位|学院|有关|相关|责任|成员)|(?:所属|[局委厅院办][属直]|下属|直属|基层|下级|辖区内?|[省市区县州]直)(?:各)?(?:单位|部门|机关)|(?:所属|[局委厅][属直]|下属)[\u4e00-\u9fff]{0,8}[处所站馆院队心构校]|(?:县市?区|区县|乡镇|镇街|街镇|街乡)(?=共|累计|全年|分别|主动公开|公开(?:政府|政务|各类)?信息|发布|收到|受理|办结))/;
/** 下属3个事业单位, 原水利局、原南水北调办: counted units of the organ, and organs that were merged into it. */
const otherBodies =
  /(?:^|[,;:])(?:其中)?,?(?:(?:所属|下属|直属|[局委厅]属)#[个家所]?(?:[事企]业)?(?:单位|部门|机构)|原[\u4e00-\u9fff]{2,12}(?:局|委|办|中心)(?:、原[\u4e00-\u9fff]{2,12}(?:局|委|办|中心))*(?=共|累计|全年|分别|主动|收到|公开|发布|推送|办理|制发))/;
const government =
  /(?<![向报经按据在对受被由])(?:[省市区县州旗]|本级)(?:委[、]?)?[省市区县]?(?:人民)?政府(?:办公[厅室]|办)?(?:的|部门)?(?:行政)?(?:规范性文件|文件|规章|公文|名义)/;
/** 办理以市政府为被申请人的复议案件, 受理对乡镇政府答复不服的复议: another's case. */
const anothersCase = /以(?!我|本)([^,。;#]{1,16})为被(?:申请人|告)|(?:受理|审理|办理|审结)[^#,]{0,4}对(?!我|本)[^#,]{1,20}不服/;
const ownBodies = /[我本][局委厅办院部]?(?:所属|下属|直属|基层)(?:各|的|\d{1,3}[个家])?(?:[事企]业)?(?:单位|部门|机关|机构)/;
const governmentName = /以[^,。;]{0,10}(?:政府|政府办|办公[厅室]|党委|市委|省委|区委|县委)名义/;
/** 由市政府印发规范性文件1件 */
const printedByGovernment = /由[省市县区州盟旗](?:人民)?政府(?:办公[厅室]|办)?(?:统一)?(?:制定|印发|发布|出台|颁布|公布|制发)[^,;#]*$/;
const ownSubject =
  /我(?:局|委|厅|办|院|中心|校|镇|乡|街道|部|处|所|会|行|单位|机关)(?!系统)|(?<!在)本(?:局|机关|部门|单位|委|厅|办|院|级|行政机关|街道|镇|乡)|全局(?!系统)|局(?:门户|机关|网站|官)/;
const organ =
  /(?:^|[,;:])(?:其中[,:]?|由|截至[^,]{0,12},|20\d\d年度?,?)?([\u4e00-\u9fff]{1,16}?(?:局|委员会|委|(?<!大)厅|办事处|办公[室厅]|街道|[镇乡]|分局|法院|检察院|中心|支队|大队|公司|学校))(?:等\S{0,6}?)?(?=共|累计|全年|分别|主动|收到|受理|接收|接到|办理|办结|答复|公开|发布|新收|作出|制发|制定|出台|推送|20\d\d|#)/;

/** 市教育局网站发布320条: the site of an organ that acts; 在局门户网站发布 names a channel. */
const onSite =
  /(?:^|[,;:])((?:(?![我本该在从于]|通过|依托|利用)[\u4e00-\u9fff]){2,12}?(?:局|委|办|中心))(?:官方|门户)?网站(?:共|累计|全年)?(?:发布|公开|更新)/;

/** 市政府共收到申请560件: the government, where it acts; 通过市政府公开 names a channel. */
const governing =
  /(?:^|[,;:])(?:其中[,:]?|截至[^,]{0,12},|20\d\d年度?,?|今年,?|全年,?)?((?![通在向经对按据以于从])[\u4e00-\u9fff]{0,6}?[省市区县州旗](?:人民)?政府(?:办公[厅室]|办)?)(?=共|累计|全年|分别|新收|收到|受理|接收|接到|办理|办结|答复)/;

const level = /[省市县区州盟旗镇乡]/;

/** 示例市市场监管局, 住建局: a name alike up to within the organ, or from its beginning, the rest of which is shortened. */
function isShortFor(body: string, name: string): boolean {
  const first = body.charAt(0);
  for (let from = name.indexOf(first); from >= 0; from = name.indexOf(first, from + 1)) {
    const isOrgan = level.test(name.charAt(from - 1));
    let same = 1;
    while (same < body.length && body[same] === name[from + same]) same++;
    // 示例市教育局 is not that of a district of the city: the likeness must reach into the organ.
    if ((!isOrgan && same < 2) || level.test(name.charAt(from + same - 1))) continue;
    let at = from + same;
    let left = same;
    for (; at < name.length && left < body.length; at++) if (name[at] === body[left]) left++;
    if (left === body.length) return true;
  }
  return false;
}

/** Is a body named in the text one of ours? 区司法局 is 青岛市即墨区司法局 in its own report. */
function isOwn(body: string, names: readonly string[]): boolean {
  const bare = body.replace(/^(?:20\d\d年度?|今年(?:以来)?|全年|年内|截至\S{0,6}[月底末日])/, '');
  if (names.length === 0 || /^[我本该全]/.test(bare)) return true;
  const plain = bare.replace('人民政府', '政府');
  const isNamed = (name: string) => name.endsWith(bare) || bare.endsWith(name) || name.includes(bare) || isShortFor(bare, name);
  if (names.some((name) => isNamed(name) || name.replace('人民政府', '政府').includes(plain))) return true;
  if (/^[局委厅院]?(?:党政|综合|机关)?(?:办公室|科室|处室|股室)$/.test(bare)) return true; // a part of the organ itself
  // A town's counter is its own; that of a county is no department's.
  if (/^[镇乡]?(?:便民|为民|党群)服务中心$/.test(bare)) return /[镇乡道]/.test(ownArea(names) ?? '');
  const short = /^([省市区县州旗镇乡]?)([局委厅办院])$/.exec(bare);
  return short !== null && names.some((name) => name.includes(short[1] ?? '') && name.includes(short[2] ?? ''));
}

/** 全市收到56件,其中我局12件: all that a clause says before its number is that it is the organ's own part. */
const ownPart =
  /^(?:其中)?,?(?:[我本](?:局|委|厅|办|院|中心|机关|单位|部门|级|街道|镇|乡)(?:机关|本级)?|[局委厅]机关)(?:共|累计|全年|主动|依法|新收|收到|受理|接收|公开|发布|推送|为|有|计)*$/;

/** Is a number the organ's own part of one that was told of others? */
export const isOwnPart = (clause: string): boolean => ownPart.test(clause);

const isGovernment = ({ coverage, names }: Whose): boolean =>
  coverage === 'aggregate' || names.some((name) => /(?:人民政府|政府|管理委员会|管委会|行政公署)$/.test(name));

/** What an organ that governs calls its own area: 镇 of a town's government, 区 of a zone's committee. */
function ownArea(names: readonly string[]): string | null {
  for (const name of names) {
    const found =
      /([省市区县州盟旗镇乡])(?:人民)?政府$|(街道)(?:办事处)?$|(?:实验|开发|新|高新|园|景|管理)?(区)(?:管理委员会|管委会)?$/.exec(name);
    if (found) return found[1] ?? found[2] ?? found[3] ?? null;
  }
  return null;
}

/** Is a region named in the clause the one the report speaks for? Then 全市 is its own. */
function isOwnRegion(named: string, { coverage, names }: Whose): boolean {
  if (coverage === 'aggregate' || coverage === 'system' || (coverage === null && names.length === 0)) return true;
  const area = ownArea(names);
  return area !== null && named.endsWith(area);
}

/** 其中,市本级受理156件: a part of what a report of the whole region sums up. */
const ownLevel = /其中[,:]?[省市县区州盟旗](?:人民)?(?:政府)?本级[^,;#]*$/;
/** 省政府本级受理1236件, in the report of the whole region. */
const levelFirst = /^[省市县区州盟旗](?:人民)?(?:政府)?本级/;

/** Does a text name the writers themselves: 我局, 本机关? */
export const namesOwn = (text: string): boolean => ownSubject.test(text);

/** Another's number (mentions.md, rule 4): of the whole region in a department's report, of the government, of a body named. */
export function isAnothers({ clause, sentence }: Left, behind: string, whose: Whose): boolean {
  const before = sentence.slice(0, sentence.length - clause.length);
  const own = ownSubject.exec(clause);
  const regionNamed = own ? null : (regionOf(clause) ?? (ownSubject.test(before) ? null : regionOf(before)));
  if (regionNamed !== null && !isOwnRegion(regionNamed, whose)) return true;
  if (own ? ownBodies.test(clause) : lowerBodies.test(clause) || otherBodies.test(clause)) return true;
  const ofCase = anothersCase.exec(clause);
  if ((ofCase && !(ofCase[1] !== undefined && whose.names.includes(ofCase[1]))) || ownLevel.test(sentence)) return true;
  if (whose.coverage === 'aggregate' && levelFirst.test(clause)) return true;
  if (
    !isGovernment(whose) &&
    (government.test(`${clause}#${behind}`.replace('#', '')) || governmentName.test(sentence) || printedByGovernment.test(clause))
  )
    return true;
  const body =
    organ.exec(`${clause}#`)?.[1] ??
    (clause.includes('网站') ? onSite.exec(clause)?.[1] : undefined) ??
    (clause.includes('政府') ? governing.exec(clause)?.[1] : undefined);
  return body !== undefined && !isOwn(body, whose.names);
}
