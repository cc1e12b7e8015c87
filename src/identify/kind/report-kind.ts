import type { ReportKind } from '../../../schemas/report.ts';
import type { Shown } from '../page/shown-line.ts';
import { isOfLetter, type NamedTitle } from '../title/titles.ts';
import type { Found } from '../types.ts';
import { isCorrection, lookAlike } from './look-alike.ts';

/** What speaks for the kind of a document. */
export interface KindEvidence {
  readonly main: NamedTitle | null;
  readonly titles: readonly NamedTitle[];
  /** Lines up to the first section heading. */
  readonly head: readonly Shown[];
  readonly lines: readonly Shown[];
  readonly hasHeading: boolean;
  readonly found: Found;
  readonly year: number | null;
  readonly hasAgency: boolean;
  /** Titles and names outside the text. */
  readonly names: readonly string[];
  readonly links: number;
}

const reportName = /(?:信息|政务)(?:与政务)?公开.{0,24}(?:年度报告|年报|报告|工作总结)/;
const headingWords =
  /主动公开|依申请公开|收到和处理|申请(?:办理)?情况|行政复议|行政诉讼|存在的?(?:主要)?问题|需要(?:说明|报告)的|总体(?:工作)?情况|概述|概况|工作情况|基本情况|政府信息管理/;
/** What only this report says: the standard clause on its period, the notice of its form, who compiled it. */
const clauses: readonly (readonly [RegExp, number])[] = [
  [/统计(?:的|汇总)?(?:期限|时限|时间|期间|期|数据时限|日期)|所列数据/, 3],
  [/国办公开办[函涵]/, 3],
  [/由[^,。]{3,40}编制/, 2],
  [/(?:公布|发布|编制|形成|撰写|将|汇报|如下).{0,40}(?:公开|年度报告|年报)|(?:情况|工作)(?:报告|总结|汇报)如下/, 2],
  [/本(?:年度)?(?:报告|年报)/, 1],
  [/政府信息公开条例|《条例》/, 1],
];
const disclosure = /信息公开|政务公开|主动公开|依申请公开|公开条例|《条例》|国办公开办[函涵]|所列数据|统计.{0,4}[期时]限/;

/** Lines of the opening that are read for it. */
const openingLines = 40;
const enoughPoints = 4;

/** Points for a text that reads like a disclosure report without saying so in a title. */
function resemblance({ lines, hasHeading, found, year, names }: KindEvidence): number {
  const opening = lines
    .slice(0, openingLines)
    .map(({ folded }) => folded)
    .join('\n');
  const named = names.some((name) => reportName.test(name) && lookAlike(name) === null);
  if (!named && found.present.length === 0 && !disclosure.test(opening)) return 0;
  const headings = lines.filter(
    ({ folded }) => /^[(（]?[一二三四五六七八1-8][)）、.,:]/.test(folded) && headingWords.test(folded.slice(0, 36)),
  ).length;
  const own = lines.some(({ folded }) => hasHeading && /^[(（]?一[)）、.,:]+(?:政府信息|政务|信息)公开/.test(folded));
  const said = clauses.reduce((points, [pattern, weight]) => points + (pattern.test(opening) ? weight : 0), 0);
  return (
    said +
    Math.min(3, headings) +
    (hasHeading ? 1 : 0) +
    (own ? 2 : 0) +
    (found.present.length ? 3 : 0) +
    (year === null ? 0 : 1) +
    (named ? 3 : 0)
  );
}

/** A list of reports: many titles of different agencies or years and no section of its own. */
function isIndex({ titles, lines, hasHeading, links }: KindEvidence): boolean {
  const different = new Set(titles.filter(({ standing }) => standing !== 'within').map(({ text }) => text)).size;
  return !hasHeading && different >= 3 && (links >= different || different * 3 >= lines.length);
}

/** Articles of rules: 第二条 …; the items of Article 20 that the form prints do not count. */
const article = /^第[一二三四五六七八九十\d]+条(?!第)/;
const isRules = ({ lines, found }: KindEvidence) =>
  found.present.length === 0 && lines.filter(({ folded }) => article.test(folded)).length >= 2;

/** What a title says on the next line; a link to what goes with the report (相关解读:…) is no part of it. */
const goesOn =
  /^(?:有关|相关|的|编制|解读|格式|报送)(?!(?:解读|链接|阅读|附件|文件|信息|稿件|文章|内容|报道|新闻|图解)*[:|]?(?:$|.*[:《]|一图))/;

/** …年度报告及2022年工作计划: the report goes on to what is planned. */
const planBehind =
  /^[及和与暨](?:20\d\d年度?|下一?年度?|下一?步)(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:计划|打算|安排|思路|要点|重点)$/;

/** What a title says besides the agency's name, the next line where it goes on there. */
function titleWords({ before, subject, after, lastLine }: NamedTitle, lines: readonly Shown[]): string {
  const next = lines.find(({ n }) => n > lastLine)?.folded ?? '';
  // 一图读懂: before a title tells what it is; a clause before it does not.
  const ahead = before.length <= 12 && !/[。,;]/.test(before) ? before : '';
  const behind = after.replace(planBehind, '');
  return `${ahead} ${subject}${behind === '' && goesOn.test(next) ? next.slice(0, 16) : behind.slice(0, 12)}`;
}

/** 一图看懂 glued to the name that follows it. */
const pictured = /^(?:一图|图解|图说|数[说读]|漫画|动画|视频|音频|长图|(?:图文|文字|政策)?解读)|[看读]懂$/;

/** 新华社北京3月31日电: a news agency tells of a report. */
const dispatch = /^(?:新华|中新|人民|本报|央广|光明)[社网]?[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日(?:电|讯)/;

/** 根据…规定,现将…报告如下:, 图解链接:点击查看: a sentence or a link, no title. */
const noTitle = /^(?:根据|按照|依据|遵照|为了?|现将).*[,:]|点击|链接/;

/** A document without the title of a report is recognised by the lines that could be its title. */
function statedKind({ main, head, lines, found }: KindEvidence): ReportKind | null {
  if (main && !(main.standing === 'within' && head.some(({ folded }) => dispatch.test(folded)))) {
    if (isCorrection(main.text + main.after)) return 'notice';
    const lead = main.agency.replace(main.named?.printed ?? '', '');
    return pictured.test(lead) ? 'not_a_report' : lookAlike(titleWords(main, lines), lead);
  }
  if (head.some(({ folded }) => dispatch.test(folded))) return 'not_a_report';
  const titles = head.filter(
    ({ folded }) =>
      folded.length >= 6 && folded.length <= 60 && !/[>|。;]|首页|^[(（]?[一二三四五六][)）、]/.test(folded) && !noTitle.test(folded),
  );
  for (const { folded } of titles) {
    const kind = lookAlike(folded);
    // 行政执法情况统计表: statistics of something else.
    const isOther = kind === 'statistics_form_only' && !folded.includes('公开') && !found.present.includes('statistics');
    if (kind) return isOther ? 'not_a_report' : kind;
  }
  return null;
}

/** What stands below a row of a form: its counter, a border, its number, the next row. */
const isOfForm = /^[|\s]*(?:[-—–/]*|[件条次人个万元篇份]{1,2}|[\d.,]+|.{0,30}数量?)[|\s]*$/;

/** Sections of its own make a document more than its table, whose rows are numbered too (四、行政复议数量). */
const sections = ({ lines }: KindEvidence) =>
  lines.filter(
    ({ folded }, at) =>
      folded.length < 40 &&
      /^[(（]?[一二三四五六七八][)）、.,:]/.test(folded) &&
      headingWords.test(folded) &&
      !/数量?(?:\||$)|\|/.test(folded) &&
      !isOfForm.test(lines[at + 1]?.folded ?? '。'),
  ).length;

/** A letter to the government that carries the report, or a corrected one: its title asks nobody for one, and the report's sections follow. */
const isLetter = ({ main, head }: KindEvidence): boolean =>
  main !== null &&
  (isOfLetter(main) || isCorrection(main.text + main.after)) &&
  !head.some(({ folded }) => /^各[^。]{0,40}[:：]$/.test(folded));

/** The key of every published table (contract 2). A document that shows it is data read from reports, or about it: no report of its own. */
const isData = ({ lines }: KindEvidence): boolean => lines.some(({ spaced }) => spaced.includes('agency_id'));

/** The kind of a document (contract 1; domain 1.7). */
export function reportKind(evidence: KindEvidence): ReportKind {
  const { main, found, year, hasAgency } = evidence;
  if (isData(evidence)) return 'not_a_report';
  if (found.present.length >= 2 && found.values === 0 && found.blank > 0 && year === null && !hasAgency) return 'blank_form';
  if (found.present.includes('applications') && found.values > 0) return 'annual_report';
  if (isIndex(evidence)) return 'index_page';
  if (isRules(evidence)) return 'not_a_report';
  const stated = statedKind(evidence);
  if (stated === 'statistics_form_only') return sections(evidence) >= 2 ? 'annual_report' : stated;
  if (stated === 'notice' && isLetter(evidence) && sections(evidence) >= 2) return 'annual_report';
  if (main) return stated ?? 'annual_report';
  const reads = resemblance(evidence) >= enoughPoints;
  if (stated && !(reads && found.present.length > 0)) return stated;
  if (!reads && found.present.includes('statistics') && found.values > 0) return 'statistics_form_only';
  return reads ? 'annual_report' : 'not_a_report';
}
