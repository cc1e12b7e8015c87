import { type AgencyName, readAgencyName } from '../name/agency-name.ts';
import { agencyAtEnd } from '../name/in-text.ts';
import type { Shown } from '../page/shown-line.ts';
import { joined, type Title, titlesOn } from './title.ts';
import { yearBelow } from './title-year.ts';

/** A title with the agency it names. */
export interface NamedTitle extends Title {
  readonly named: AgencyName | null;
}

const firstHeading =
  /^[|#*·\s]*[(（]?[一l1][)）]?[、.,:]*(?:总体|概述|概况|基本|引言|前言|工作|本年度|政府信息|信息公开|政务|主动公开|主要|组织|\d{4}年|全面|加强|高度|强化|概|情况)/;

/** Whether a line opens the first section of a report. */
export const opensReport = (folded: string): boolean => folded.length < 60 && firstHeading.test(folded);

const sentence = /[。;!?]/;
const longestPart = 48;

function withAgency(title: Title): NamedTitle {
  const named = title.agency === '' ? null : agencyAtEnd(title.agency);
  return named ? { ...title, named } : (aheadOfYear(title) ?? behindTitle(title) ?? { ...title, named });
}

/** 2021年…年度报告(某县财政局), …年度报告——某县财政局: who reports stands behind; a government's name there may be that of the site. */
function behindTitle(title: Title): NamedTitle | null {
  if (title.agency !== '' || title.standing === 'within') return null;
  const [, inBrackets, behindDash] = /^(?:\(([^()\d]{3,30})\)|[-—–]{1,4}([^()\d]{3,30}))$/.exec(title.after) ?? [];
  const name = inBrackets ?? behindDash;
  const named = name === undefined ? null : readAgencyName(name);
  if (!name || !named || named.placeOnly || named.organ?.kind.startsWith('government')) return null;
  return { ...title, agency: name, agencyPrinted: name, named };
}

/** By the name before its year, where what stands behind the year (海关总署2010年海关信息公开报告) is no part of a name. */
function aheadOfYear(title: Title): NamedTitle | null {
  const named = title.ahead && agencyAtEnd(title.ahead.agency);
  return named ? { ...title, ...title.ahead, named } : null;
}

const endsTitle = /(?:报告|年报|总结|表)(?:书)?[》"”]?(?:\([^()]{4,6}年?度?\))?$/;

/** The title that ends on line `at`, joined with up to three lines above where it is broken (contract 1); `titles`: those on each line. */
function joinedTitle(lines: readonly Shown[], titles: readonly (readonly NamedTitle[])[], at: number): NamedTitle | null {
  const last = lines[at];
  const own = titles[at]?.at(-1);
  if (!last || own?.named || last.folded.length > longestPart || !endsTitle.test(last.folded)) return null;
  let unplaced: NamedTitle | null = null;
  for (let first = at - 1; first >= Math.max(0, at - 3); first--) {
    const above = lines[first];
    if (!above || above.folded.length > longestPart || sentence.test(above.folded) || titles[first]?.length) break;
    const title = titlesOn(joined(lines.slice(first, at + 1))).at(-1);
    if (title?.standing !== 'line') continue;
    const named = title.agency === '' ? null : agencyAtEnd(title.agency);
    if (named && endsList(title.agency, named)) break;
    if (named && unplaced && !isPlaceOf(named, unplaced.named)) break;
    if (named && isPlaced(named)) return { ...title, named, lastLine: last.n, agencyAbove: own?.agency === '' };
    if (named) unplaced ??= { ...title, named, lastLine: last.n, agencyAbove: own?.agency === '' };
    else if (!unplaced && (own?.year ?? null) === null && title.year !== null) return { ...title, named, lastLine: last.n };
  }
  return unplaced;
}

/** Whether two other organs stand before a name: a line of links to departments, none of which the title below is of. */
function endsList(agency: string, { printed }: AgencyName): boolean {
  const before = agency.slice(0, -printed.length);
  const last = before.length > printed.length ? agencyAtEnd(before) : null;
  return last !== null && !last.placeOnly && agencyAtEnd(before.slice(0, -last.printed.length))?.placeOnly === false;
}

const isPlaced = (name: AgencyName): boolean => name.divisions.length > 0 || name.national !== null;

/** Whether a name is another one with its place before it: 宁德市蕉城区 above 审计局. */
const isPlaceOf = (full: AgencyName, name: AgencyName | null): boolean =>
  name !== null && full.divisions.length > 0 && full.organ?.name === name.organ?.name && full.printed.endsWith(name.printed);

/** Every title of a disclosure report in the given lines, in order. */
export function titlesIn(lines: readonly Shown[]): readonly NamedTitle[] {
  const titles = lines.map((line) => titlesOn(line).map(withAgency));
  return titles.flatMap((own, at) => joinedTitle(lines, titles, at) ?? own).map((title) => withYearBelow(title, lines));
}

/** A title on a line of its own may have its year on the next: (2020年). */
function withYearBelow(title: NamedTitle, lines: readonly Shown[]): NamedTitle {
  if (title.year !== null || title.standing !== 'line' || title.after !== '') return title;
  const [below, next] = lines.filter(({ n }) => n > title.lastLine && n < title.lastLine + 4);
  // Years below one another are a list of reports.
  const isList = next !== undefined && yearBelow(next.folded) !== null;
  return below && !isList ? { ...title, year: yearBelow(below.folded) } : title;
}

const standings = { line: 4, start: 2, within: 0 } as const;
/** What makes a title that of another document: …年度报告的通知. */
const cited =
  /^(?![及和与暨](?:20\d\d年|下一?[年步]))》?的?(?:通知|函|要求|格式|规定|办法|制度|提纲|大纲|模板|样式|范本|框架|已(?:经)?(?:发布|公布|公开|编制)|有关|相关|编制|是|和|及|工作)/;

/** Whether a title is named as part of another one, or of a sentence about it. */
export const isCited = (title: Pick<Title, 'after'>): boolean => cited.test(title.after);

/** 关于报送…年度报告的函, 某局关于…年度报告的函: the letter's title names what it carries, or asks for. */
export const isOfLetter = ({ before, text, after }: Pick<Title, 'before' | 'text' | 'after'>): boolean =>
  /^》?的函/.test(after) && (/关于(?:报送|上报|呈报|报请|提交)《?$/.test(before) || /.关于/.test(text));

/** 公开了预算及2018年度信息公开报告, 2018年度信息公开年报1份: a report counted among what was published. */
export const isCounted = ({ before, agency, after }: Pick<Title, 'before' | 'agency' | 'after'>): boolean =>
  /[及和与、]$/.test(before) || /[及和与、]$/.test(agency) || /^》?[\d一]+[份条篇件]/.test(after);

/** How well a title can stand for the document; running text and column names come last. */
function weight(title: NamedTitle, lines: readonly Shown[]): number {
  const named = title.named ? 3 : 0;
  const dated = title.year === null ? 0 : 2;
  const place = (title.listed ? -3 : 0) + (hasTextBelow(title, lines) ? 1 : 0);
  const standing = isOfLetter(title) ? standings.line : standings[title.standing] - (isCited(title) ? 4 : 0);
  return named + dated + place + standing - (isOfNeighbour(title) || isCounted(title) ? 8 : 0) - (title.text.length > 70 ? 2 : 0);
}

const neighbour = /[上下前后]一?[篇条页][:：]?[《“]?$/;

/** Whether a title is that of the page before or behind this one. */
export const isOfNeighbour = ({ before }: Pick<Title, 'before'>): boolean => neighbour.test(before);

/** Lines below a title among which its report begins. */
const near = 12;
const shortestParagraph = 30;

/** Whether running text follows soon: below the titles of a list of other reports there is none. */
function hasTextBelow({ lastLine }: NamedTitle, lines: readonly Shown[]): boolean {
  const from = lines.findIndex(({ n }) => n > lastLine);
  const below = from < 0 ? [] : lines.slice(from, from + near);
  return below.some(({ folded }) => folded.length >= shortestParagraph && folded.includes('。'));
}

/** Below titles of several agencies one that names none is the report's: they are links to others. */
function underLinks(best: NamedTitle, titles: readonly NamedTitle[], lines: readonly Shown[]): NamedTitle | null {
  const last = titles.at(-1);
  if (!best.named || !last || last.agency !== '' || last.standing !== 'line' || last.firstLine <= best.lastLine) return null;
  const linked = new Set(titles.flatMap(({ named, standing }) => (named && standing === 'line' ? [named.normal] : [])));
  return linked.size > 1 && last.year === best.year && hasTextBelow(last, lines) ? last : null;
}

/** Whether two names are of departments that cannot be one: of other kinds, or of places that bear no name in common. */
export function areTwo(one: AgencyName, other: AgencyName): boolean {
  const isDepartment = ({ organ, divisions }: AgencyName) => organ !== null && !organ.kind.startsWith('government') && divisions.length > 0;
  if (!isDepartment(one) || !isDepartment(other)) return false;
  // A branch and its bureau are not two; 即墨市 is 即墨区.
  if (one.printed.startsWith(other.printed) || other.printed.startsWith(one.printed)) return false;
  const isSame = one.divisions.some(({ code, stem }) =>
    other.divisions.some((two) => two.code === code || (stem !== '' && two.stem === stem)),
  );
  return one.organ?.kind !== other.organ?.kind || !isSame;
}

/** The title of the report its signer wrote: where another department's title stands above one that names none, it is a link. */
export function titleOfSigner(main: NamedTitle | null, titles: readonly NamedTitle[], signer: string): NamedTitle | null {
  const last = titles.at(-1);
  if (!main?.named || !last || last.agency !== '' || last.standing !== 'line' || last.firstLine <= main.lastLine) return main;
  const signed = signer === '' ? null : agencyAtEnd(signer);
  return signed && last.year === main.year && areTwo(main.named, signed) ? last : main;
}

/** Weight of a title without agency and year on a line of its own: the name of a column, unless a report follows. */
const bareWeight = 4;

/** The title of the document among those found: the fullest; of equal ones the one nearest to the report. */
export function mainTitle(titles: readonly NamedTitle[], reportFollows: boolean, lines: readonly Shown[] = []): NamedTitle | null {
  let best: NamedTitle | null = null;
  let most = bareWeight;
  for (const title of titles) {
    const weighs = weight(title, lines);
    if (weighs < most) continue;
    best = title;
    most = weighs;
  }
  if (!best) return null;
  best = underLinks(best, titles, lines) ?? best;
  const bare = best.named === null && best.year === null && best.agency === '';
  return bare && !(reportFollows && /年度报告$/.test(best.subject)) ? null : best;
}
