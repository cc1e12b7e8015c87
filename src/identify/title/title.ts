import { lastMatch, matches } from '../../matches.ts';
import { yearSource } from '../dates/numerals.ts';
import type { Shown } from '../page/shown-line.ts';
import { academicSource, between, yearOfTitle, yearToken } from './title-year.ts';

/** Where a title stands: a line of its own, the start of a longer line, or within running text. */
export type Standing = 'line' | 'start' | 'within';

/** A title that names a disclosure report: 厦门市司法局2020年政府信息公开工作年度报告. */
export interface Title {
  /** As printed, without blanks; lines of a broken title joined (contract 1). */
  readonly text: string;
  /** First and last line it stands on; 0 for one that stands outside the text. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** What stands before the subject, years and fillers taken out: the agency's name, if any. Folded. */
  readonly agency: string;
  /** The same as printed. */
  readonly agencyPrinted: string;
  /** The part of the name before a year that stands within it, if one does. */
  readonly ahead: { readonly agency: string; readonly agencyPrinted: string } | null;
  /** Whether the agency stood on a line above. */
  readonly agencyAbove: boolean;
  readonly year: number | null;
  /** The year is an academic one, the later of two. */
  readonly academic: boolean;
  readonly standing: Standing;
  /** It is an item of a list or a link, as those to other reports are. */
  readonly listed: boolean;
  /** What stands before the title on its line, and from its subject on: 图解: … 政府信息公开工作年度报告的通知. */
  readonly before: string;
  readonly subject: string;
  /** What follows the title on its line: 发布, 的通知, (2022年1月27日). */
  readonly after: string;
}

const disclosure =
  '(?:政府信息(?:与|和|及)?(?:政务)?公开|政务信息公开|信息公开|政务公开)(?:[和与及、(](?:政务公开|政府信息公开|信息公开)[)]?)?';
const filler =
  '(?:工作|情况|年度|总结|统计|开展|落实|要点|自查|执行|编制|上半年|下半年|[一二三四1-4第]{1,2}季度|的|及|和|实施|半年|[\\d一二三四五六七八九十]{1,2}月份?)*';
const core = new RegExp(
  `${disclosure}${filler}(?:(?:${academicSource}|${yearSource}(?:年度|年|度)?)${filler})?(?:报告|年报|总结(?!报告)|公报|统计(?:年)?报?表)(?:书)?`,
  'g',
);

/** The start of a title: after the last sign or word that cannot stand in one. */
const boundary =
  /[》"“”>|。;!?\]】〕…,:·•#]|\*\[|签发人:?[\u4e00-\u9fff]{2,4}(?=(?:19|20)\d\d年)|page\d+[-_—–]+(?!\d)|(?<![\d年])[-_—–]+(?!\d)|附件\d*|标题|名称|现将|汇总|梳理|以及|本(?:年度)?报告|根据|依据|按照|特向社会|现公开|公布|发布(?!会|依族)|编制了?(?!委员会|办)|报送|撰写|形成了?/gi;

function titleStart(folded: string, end: number): number {
  let start = 0;
  for (const { index, 0: sign } of matches(folded.slice(0, end), boundary)) start = index + sign.length;
  const from = Math.max(start, end - longestName);
  return from + (monthAhead.exec(folded.slice(from))?.[0].length ?? 0);
}

/** 2023年1月 before the title of an annual report is when it was written, not what it reports on. */
const monthAhead = new RegExp(
  `^${yearSource}年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\\d{1,2}日)?(?![至到起止—–―~-])(?=.{0,90}?(?:${yearSource}|年度|年报))`,
);

/** Longest text before the subject that can belong to a title. */
const longestName = 90;

// Asterisks within a name cover a part of it, unless they are marks of Markdown: two and two, or four where one ends and another begins.
const fillers =
  /[《》"“”'‘’「」『』〔〕【】[\]<>|:,。;·•_#]|(?<![\u4e00-\u9fff*])\*+|\*+(?![\u4e00-\u9fff*])|(?<!\*)\*{4}(?!\*)|(?<!\*)\*\*(?!\*)(?=.*\*\*)|(?<=\*\*.*)(?<!\*)\*\*(?!\*)|[-—–]|^\?+|^关于(?:更正|勘误|撤回|撤销)?|^对|^(?:本|我)(?=[局厅委办校院市县区省])|\((?![\u4e00-\u9fff]{2,6}\)[\u4e00-\u9fff]{0,20}(?:[区园]|管理委员会|管委会))[^)]{0,40}\)|(?:以来|上|的|关于|(?<=[局厅委])机关)$/g;

/** Two texts of equal length without what a pattern finds in the second. */
function without(text: string, folded: string, pattern: RegExp): readonly [string, string] {
  let keptText = '';
  let keptFolded = '';
  let from = 0;
  for (const { index, 0: token } of matches(folded, pattern)) {
    keptText += text.slice(from, index);
    keptFolded += folded.slice(from, index);
    from = index + token.length;
  }
  return from === 0 ? [text, folded] : [keptText + text.slice(from), keptFolded + folded.slice(from)];
}

/** A name as printed and folded, with years and fillers taken out of both. */
export function bareName(text: string, folded: string): { agency: string; agencyPrinted: string } {
  const [agencyPrinted, agency] = without(...without(text, folded, yearToken), fillers);
  return { agency, agencyPrinted };
}

/** A word between the year and the subject of a title, but for a part of the year: 海关, 教育. */
const qualifier = /^[\u4e00-\u9fff]{2,8}$(?<!季度|半年|月份?)/;

/** The name before a year, where a word follows the year. */
function nameAhead(text: string, folded: string): { agency: string; agencyPrinted: string } | null {
  const { index = 0, 0: year = '' } = lastMatch(folded, yearToken) ?? {};
  return index > 0 && qualifier.test(folded.slice(index + year.length)) ? bareName(text.slice(0, index), folded.slice(0, index)) : null;
}

/** 2004年5月—12月 of an annual report: the rest of the year in which reports began. */
const restOfYear = new RegExp(`\\d{1,2}月?${between}12月`, 'g');
const yearly = /年度|年报/;

/** A border, unless it stands within a link: [[a.html|…]]. */
const opensCell = /^[^[]*\|$/;
const trivialBefore = /^(?:[·•\-*#=>|/\s?《]|标题|名称|附件\d*|:)*(?:[\d二〇○零一]{4}年[\d一二三四五六七八九十]{1,2}月(?:\d{1,2}日)?)?$/;
const trivialAfter = /^(?:》|[|/\s=]|\.(?:docx?|pdf|wps|html?)|[(【[]?(?:19|20)\d\d|[-—_].*|$)/;

/** 文字解读: before a title: the line is the title of what explains the report. */
const explains = /(?:^|[|:])[\u4e00-\u9fff]{0,4}(?:解读|图解|[读看]懂)[:《]$/;

const listItem = /^\|?(?:[-*+·•○●◦▪]|\[)/;

function standingOf(before: string, after: string): Standing {
  if (before.endsWith('#')) return 'line'; // a heading's mark, wherever on its line it stands
  if (explains.test(before) && trivialAfter.test(after)) return 'line';
  if (!trivialBefore.test(before)) return opensCell.test(before) ? 'start' : 'within';
  return trivialAfter.test(after) ? 'line' : 'start';
}

/** 某局关于报送2021年…报告的函: who sends the report stands before the word that begins its title. */
function sender(text: string, folded: string, start: number): { agency: string; agencyPrinted: string } | null {
  const about = /^(.{3,40})关于(?:报送|上报|呈报|报请|提交)[《]?$/.exec(folded.slice(0, start))?.[1];
  return about === undefined ? null : bareName(text.slice(0, about.length), about);
}

function titleAt({ n, text, folded }: Shown, match: RegExpExecArray): Title {
  const found = match.index;
  // 人民政府信息公开: the subject takes 政府 from the name before it.
  const at = folded.endsWith('人民', found) && match[0].startsWith('政府') ? found + 2 : found;
  const end = found + match[0].length;
  const start = titleStart(folded, found);
  const before = folded.slice(0, start);
  const after = folded.slice(end, end + 60);
  const lead = [text.slice(start, at), folded.slice(start, at)] as const;
  return {
    text: text.slice(start, end).replace(/^[《?·•*=[]+/, ''),
    firstLine: n,
    lastLine: n,
    ...(sender(text, folded, start) ?? bareName(...(yearly.test(match[0]) ? without(...lead, restOfYear) : lead))),
    ahead: nameAhead(...lead),
    agencyAbove: false,
    ...yearOfTitle(folded.slice(start, end), after),
    standing: standingOf(before, after),
    listed: listItem.test(folded) && !/^\*.*\*$/.test(folded),
    before: before.slice(-24),
    subject: folded.slice(at, end),
    after,
  };
}

const mayHoldTitle = /公开.*(?:报告|年报|总结|公报|统计年?报?表)/;

/** Titles of disclosure reports on one line; several where a line holds the whole page. */
export function titlesOn(line: Shown): readonly Title[] {
  if (!mayHoldTitle.test(line.folded)) return [];
  return matches(line.folded, core)
    .slice(0, 12)
    .map((match) => titleAt(line, match));
}

/** Lines as one line, the way a broken title is joined. */
export function joined(lines: readonly Shown[]): Shown {
  const text = lines.map((line) => line.text).join('');
  const folded = lines.map((line) => line.folded).join('');
  return { n: lines[0]?.n ?? 0, text, folded, spaced: folded };
}
