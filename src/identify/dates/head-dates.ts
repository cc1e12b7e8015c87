import { matches } from '../../matches.ts';
import type { Shown } from '../page/shown-line.ts';
import { dateOf, dateSource, withoutEnglishDates } from './numerals.ts';

/** A printed date with how sure it is what it seems; the strongest wins. */
interface Dated {
  readonly date: string;
  readonly strength: number;
  readonly line: number;
}

const date = new RegExp(dateSource, 'g');
const published =
  /(?:发布|发表|公开|公布|发文|上传|录入|更新|公示|刊发|发稿|上网|印发)(?:日期|时间|于)[:\s|\]】]*$|(?:发布|Updated|更新)[:\s|]*$/i;
const labelled = /(?:发布|发表|上传|录入|更新|刊发|发稿)(?:日期|时间)[:\s|\]】]*$/;
/** 发文日期: of the page, unless that has a day of its own (发布日期). */
const issued = /发文(?:日期|时间)[:\s|\]】]*$/;
const plain = /(?:日期|时间|Date|Time)[:\s|]*$/i;
const written = /(?:成文|签发|写作|制发)(?:日期|时间)[:\s|]*$/;
/** 公文生成日期: when the text was made or put on the page, as sites use it; any date of the page itself is surer. */
const made = /生成(?:日期|时间)[:\s|]*$/;
const other = /(?:归档|有效|截止|截至|统计|今天是|会议|施行|起|(?<!来)自|从|访问|生效|失效|废止)[^|]{0,6}$|[至到]\s*$/;
const furniture = /来源|点击|浏览|字体|字号|作者|阅读|打印|分享|访问量|编辑|发布|查看/;
/** Lines with another day: of the visit (2024年5月6日 星期一 设为首页), of the next page, of a report in a list. */
const elsewhere = /星期|周[一二三四五六日]|今天|今日|首页|收藏|天气|无障碍|登录|[上下]一[篇条]|年度报告|年报/;
const organBefore = /[局厅委会府处部院署队社校司办心][\s|]*$/;

/** Who and when below a title, no sentence: 来源:司法局 2022-01-20; an organ's name alone goes with figures, else it signs. */
function isByline(before: string, date: string, after: string): boolean {
  const around = before + after;
  if (around.length > 100 || /[,。;!?《]/.test(around) || elsewhere.test(around)) return false;
  return furniture.test(around) || (organBefore.test(before) && /[-./]/.test(date));
}

/** How strongly a date in a page's head says when the page appeared; 0 says nothing. */
function strength(before: string, date: string, after: string, lone: boolean): number {
  const label = before.slice(-16);
  // A label beside the date decides: 信息来源:某统计局发布时间: counts nothing.
  if (labelled.test(label)) return 5;
  if (issued.test(label)) return 4.5;
  if (other.test(label) || written.test(label)) return 0;
  if (published.test(label)) return 5;
  if (made.test(label)) return 2;
  if (plain.test(label) || /^\s*(?:发布|来源)/.test(after)) return 4;
  if (lone || isByline(before, date, after)) return 3;
  return /\(\s*$/.test(before) && /^\s*\)/.test(after) ? 2 : 0;
}

/** Longest part of a line in which dates are looked for. */
const datedPart = 2000;
const datesOn = (text: string) => (/[年./-]/.test(text) ? matches(text.slice(0, datedPart), date) : []);

/** Blanks, bars and bullets around a date do not make it part of a sentence. */
const alone = (text: string) => text.replace(date, '').replace(/[\d:\s|()•·*\-—【】[\]]/g, '') === '';

/** 发布日期:20230118: a date without signs counts only behind its label. */
const compact = /((?:日期|时间)[:\s|]{0,4})(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)/g;
const withDashes = (text: string): string => (/[期间].{0,4}20\d{6}/.test(text) ? text.replace(compact, '$1$2-$3-$4') : text);

function datesInHead(head: readonly Shown[]): readonly Dated[] {
  const found: Dated[] = [];
  let label = '';
  for (const { n, folded, spaced: printed } of head) {
    const spaced = withDashes(/\b20\d\d\b/.test(printed) ? withoutEnglishDates(printed) : printed);
    const dates = datesOn(spaced);
    const lone = dates.length > 0 && alone(spaced);
    for (const match of dates) {
      const before = `${label}${spaced.slice(0, match.index)}`;
      const day = dateOf(match);
      const force = day === null ? 0 : strength(before, match[0], spaced.slice(match.index + match[0].length), lone);
      if (day && force) found.push({ date: day, strength: force, line: n });
    }
    label = folded.length < 12 && /(?:日期|时间):?$/.test(folded) ? folded : '';
  }
  return found;
}

/**
 * The day the page says it appeared, from its head and from metadata of the container. A bare date that belongs to the
 * signature on `signedLine` is not taken for it.
 */
export function publishedDate(
  head: readonly Shown[],
  metadata: readonly string[],
  signedLine: number | null,
): { readonly date: string | null; readonly differing: boolean } {
  const stated = metadata.flatMap((value): Dated[] => {
    const match = new RegExp(dateSource).exec(value);
    const day = match && dateOf(match);
    return day ? [{ date: day, strength: 4, line: 0 }] : [];
  });
  const found = [...stated, ...datesInHead(head)].filter(({ strength, line }) => strength > 3 || line !== signedLine);
  const best = found.toSorted((a, b) => b.strength - a.strength)[0];
  const differing = found.some(({ date, strength }) => strength === 5 && date !== best?.date);
  return { date: best?.date ?? null, differing };
}

/** A date of writing that a metadata field states: 成文日期. */
export function writtenDate(head: readonly Shown[]): string | null {
  for (const { spaced } of head) {
    if (!/日期|时间/.test(spaced)) continue;
    for (const match of datesOn(spaced)) if (written.test(spaced.slice(0, match.index).slice(-16))) return dateOf(match);
  }
  return null;
}
