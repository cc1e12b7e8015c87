import { yearOf, yearSource } from './numerals.ts';
import type { Shown } from './shown.ts';

/** A title that names a disclosure report: 厦门市司法局2020年政府信息公开工作年度报告. */
export interface Title {
  /** As printed, without blanks; lines of a broken title joined (contract 1). */
  readonly text: string;
  /** The same, folded. */
  readonly folded: string;
  /** First and last line it stands on; 0 for one that stands outside the text. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** What stands before the subject, years and fillers taken out: the agency's name, if any. */
  readonly agency: string;
  /** The same as printed. */
  readonly agencyPrinted: string;
  /** Whether the agency stood on a line above. */
  readonly agencyAbove: boolean;
  readonly year: number | null;
  /** The year is an academic one, the later of two. */
  readonly academic: boolean;
  /** The title fills its line, or stands within running text. */
  readonly whole: boolean;
  /** What follows the title on its line: 发布, 的通知, (2022年1月27日). */
  readonly after: string;
}

const between = '[-—–―~至到、/]+';
const academicSource = `(${yearSource})年?${between}(${yearSource})(?:年)?(?:学年度?|学年)`;
const yearToken = new RegExp(`${academicSource}|(${yearSource})(?:年度|年份|年|度)?`, 'g');
const subject =
  '(?:政府信息(?:与|和|及)?(?:政务)?公开|政务信息公开|信息公开|政务公开)(?:(?:和|与|及|、)(?:政务公开|政府信息公开|信息公开))?';
const filler = '(?:工作|情况|年度|总结|统计|落实|要点|自查|执行|编制|以来|上半年|下半年|[一二三四1234第]+季度|的|及|和|实施|半年|月)*';
const core = new RegExp(
  `${subject}${filler}(?:(?:${academicSource}|${yearSource}(?:年度|年|度)?)${filler})?(?:报告|年报|总结(?!报告)|公报)(?:书)?`,
  'g',
);

/** The start of a title: after the last sign that cannot stand in one. */
const boundary =
  /[》"“”>|。;!?\]】〕…,:]|(?<![\d年])[-_—–]+(?!\d)|附件\d*|标题|名称|现将|特向社会|公布|发布(?!会)|编制(?!委员会|办)|报送|撰写|形成/g;

function titleStart(line: Shown, end: number): number {
  let start = 0;
  for (const { index, 0: sign } of line.folded.slice(0, end).matchAll(boundary)) start = index + sign.length;
  return start;
}

const fillers = /[《》"“”'‘’「」『』〔〕【】[\]<>|:,。;、·•_*#]|[-—–]|^关于|^本|^我|\([^)]{0,40}\)|(?:以来|上)$/g;

/** What is left of a text and of its folded twin when years and fillers are taken out. */
export function bareName(text: string, folded: string): { printed: string; name: string } {
  const keep = Array.from(folded, () => true);
  for (const { index, 0: token } of folded.matchAll(yearToken)) keep.fill(false, index, index + token.length);
  let name = [...folded].filter((_, at) => keep[at]).join('');
  let printed = text.length === folded.length ? [...text].filter((_, at) => keep[at]).join('') : name;
  const dropped = Array.from(name, () => true);
  for (const { index, 0: token } of name.matchAll(fillers)) dropped.fill(false, index, index + token.length);
  printed = [...printed].filter((_, at) => dropped[at]).join('');
  name = [...name].filter((_, at) => dropped[at]).join('');
  return { printed, name };
}

function yearIn(text: string): { year: number | null; academic: boolean } {
  for (const match of text.matchAll(yearToken)) {
    if (match[2]) return { year: yearOf(match[2]), academic: true };
    if (match[3]) return { year: yearOf(match[3]), academic: false };
  }
  return { year: null, academic: false };
}

function agencyOf(text: string, folded: string): { agency: string; agencyPrinted: string } {
  const { printed, name } = bareName(text, folded);
  return { agency: name, agencyPrinted: printed };
}

function titleAt(line: Shown, match: RegExpMatchArray): Title {
  const at = match.index ?? 0;
  const end = at + match[0].length;
  const start = Math.max(titleStart(line, at), at - 90);
  const folded = line.folded.slice(start, end);
  const before = line.folded.slice(start, at);
  return {
    text: line.text.slice(start, end).replace(/^[《]/, ''),
    folded: folded.replace(/^[《]/, ''),
    firstLine: line.n,
    lastLine: line.n,
    ...agencyOf(line.text.slice(start, at), before),
    agencyAbove: false,
    ...yearIn(folded),
    whole: line.folded.slice(0, start).length < 12 && !line.folded.slice(0, start).includes('《'),
    after: line.folded.slice(end, end + 60),
  };
}

const mayHoldTitle = /公开.*(?:报告|年报|总结|公报)/;

/** Titles of disclosure reports on one line; several where a line holds the whole page. */
export function titlesOn(line: Shown): readonly Title[] {
  if (!mayHoldTitle.test(line.folded)) return [];
  return [...line.folded.matchAll(core)].slice(0, 12).map((match) => titleAt(line, match));
}

/** Lines as one line, the way a broken title is joined. */
export function joined(lines: readonly Shown[]): Shown {
  const text = lines.map((line) => line.text).join('');
  const folded = lines.map((line) => line.folded).join('');
  return { n: lines[0]?.n ?? 0, text, folded, gaps: [] };
}
