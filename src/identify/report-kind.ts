import type { ReportKind } from '../../schemas/report.ts';
import type { Shown } from './shown.ts';
import type { NamedTitle } from './titles.ts';
import type { Found } from './types.ts';

/** What speaks for the kind of a document. */
export interface KindEvidence {
  readonly main: NamedTitle | null;
  readonly titles: readonly NamedTitle[];
  /** Lines before the first section heading. */
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

/** Look-alikes by the words of their titles (domain 1.7), the most telling first. */
const lookAlikes: readonly (readonly [RegExp, ReportKind])[] = [
  [/政府网站(?:工作)?(?:年度)?(?:工作)?(?:报表|年报)|网站监管年度报表/, 'website_annual_form'],
  [/(?:关于|做好|开展|报送|编制|印发).*(?:的|工作)通知|有关事项的通知|的(?:函|批复|意见|通报|公示)$/, 'notice'],
  [/自查(?:情况)?(?:的)?(?:总结)?报告|自评报告|自查情况/, 'self_check_report'],
  [/(?:第?[一二三四1-4]季度|上半年|下半年|半年|\d{1,2}月份?|[一二三四]季度).*(?:统计|报告|总结|情况|报表)/, 'periodic_statistics'],
  [/法治政府建设|绩效|预算|决算|审计(?:工作)?报告|财务|部门收支|国有资产|述职|白皮书|透明度/, 'other_report'],
  [/解读|图解|一图|目录|指南|制度|办法|规定|细则|规则|方案|要点|计划|清单|流程|须知|讲话|培训|会议|新闻|答记者/, 'not_a_report'],
  [/(?:信息公开|政务公开)(?:工作)?总结$|工作总结$/, 'work_summary'],
  [/统计表$|情况表$|统计报表$/, 'statistics_form_only'],
];

const reportTitle = /(?:信息|政务)(?:与政务)?公开.{0,24}(?:年度报告|年报|报告|工作总结)/;
const headingWords =
  /主动公开(?:政府|政务)?信息|依申请公开|收到和处理|申请情况|行政复议|行政诉讼|存在的?(?:主要)?问题|需要(?:说明|报告)的|总体情况|概述|概况|工作情况|基本情况/;

const announces = /(?:编制|公布|发布|形成|撰写|报告如下|总结如下|汇报如下|公开如下|如下:|年度报告|本报告|本年报|年报).{0,60}/;

/** Lines that could be the title of a page: short, outside its navigation. */
function titleLines(head: readonly Shown[], main: NamedTitle | null): readonly string[] {
  if (main) return [main.text + main.after.slice(0, 12)];
  return head
    .filter(({ folded }) => folded.length >= 6 && folded.length <= 60 && !/[>|]|首页|[。;]/.test(folded))
    .map(({ folded }) => folded);
}

/** Points for a text that reads like a disclosure report without saying so in a title. */
function resemblance({ head, lines, hasHeading, found, year, names }: KindEvidence): number {
  const opening = [...head, ...lines.slice(head.length, head.length + 6)].map(({ folded }) => folded).join('\n');
  const headings = lines.filter(
    ({ folded }) => folded.length < 40 && /^[(（]?[一二三四五六七八][)）、.,:]/.test(folded) && headingWords.test(folded),
  );
  const disclosure = /(?:政府|政务)?信息公开|政务公开|主动公开|依申请公开|公开条例/.test(
    lines
      .slice(0, 60)
      .map(({ folded }) => folded)
      .join(''),
  );
  let points = found.present.length ? 3 : 0;
  points += Math.min(3, headings.length) + (hasHeading ? 1 : 0);
  points += announces.test(opening) && /公开/.test(opening) ? 2 : 0;
  points += /统计(?:期限|时限|时间|期|数据)|报告.{0,8}(?:根据|依据|按照)/.test(opening) ? 2 : 0;
  points += year === null ? 0 : 1;
  points += names.some((name) => reportTitle.test(name)) ? 3 : 0;
  return disclosure || found.present.length || names.some((name) => reportTitle.test(name)) ? points : 0;
}

/** A list of reports: many titles of different agencies or years and no section of its own. */
function isIndex({ titles, lines, hasHeading, links }: KindEvidence): boolean {
  const different = new Set(titles.filter((title) => title.whole).map((title) => title.text)).size;
  return !hasHeading && different >= 3 && (links >= different || different * 3 >= lines.length);
}

const article = /^第[一二三四五六七八九十\d]+条/;

/** The kind of a document (contract 1; domain 1.7). */
export function reportKind(evidence: KindEvidence): ReportKind {
  const { main, head, lines, found, year, hasAgency, hasHeading } = evidence;
  if (found.present.length >= 2 && found.values === 0 && found.blank > 0 && year === null && !hasAgency) return 'blank_form';
  if (found.present.includes('applications') && found.values > 0) return 'annual_report';
  if (isIndex(evidence)) return 'index_page';
  if (lines.filter(({ folded }) => article.test(folded)).length >= 2 && found.present.length === 0) return 'not_a_report';
  for (const title of titleLines(head, main)) {
    const alike = lookAlikes.find(([pattern]) => pattern.test(title));
    if (alike) return alike[1];
  }
  if (main && (hasHeading || found.present.length || lines.length > 0)) return 'annual_report';
  if (found.present.length === 1 && found.present[0] === 'statistics' && found.values > 0) return 'statistics_form_only';
  return resemblance(evidence) >= 4 ? 'annual_report' : 'not_a_report';
}
