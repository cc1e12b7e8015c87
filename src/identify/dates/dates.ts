import { agencyAtEnd } from '../name/in-text.ts';
import type { Shown } from '../page/shown-line.ts';
import { dateOf, dateSource } from './numerals.ts';

/** A printed date with how sure it is what it seems; the strongest wins. */
interface Dated {
  readonly date: string;
  readonly strength: number;
  readonly line: number;
}

const date = new RegExp(dateSource, 'g');
const published =
  /(?:发布|发表|公开|公布|发文|上传|录入|更新|公示|刊发|发稿|上网|印发)(?:日期|时间|于)[:\s|\]】]*$|(?:发布|Updated|更新)[:\s|]*$/i;
const plain = /(?:日期|时间|Date|Time)[:\s|]*$/i;
const written = /(?:成文|签发|写作|制发)(?:日期|时间)[:\s|]*$/;
const other = /(?:归档|有效|截止|截至|统计|今天是|会议|施行|起|自|从|访问|生效|失效|废止)[^|]{0,6}$|[至到]\s*$/;
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
  if (other.test(label) || written.test(label)) return 0;
  if (published.test(label)) return 5;
  if (plain.test(label) || /^\s*(?:发布|来源)/.test(after)) return 4;
  if (lone || isByline(before, date, after)) return 3;
  return /\(\s*$/.test(before) && /^\s*\)/.test(after) ? 2 : 0;
}

/** Longest part of a line in which dates are looked for. */
const datedPart = 2000;
const datesOn = (text: string) => (/[年./-]/.test(text) ? [...text.slice(0, datedPart).matchAll(date)] : []);

/** Blanks, bars and bullets around a date do not make it part of a sentence. */
const alone = (text: string) => text.replace(date, '').replace(/[\d:\s|()•·*\-—【】[\]]/g, '') === '';

function datesInHead(head: readonly Shown[]): readonly Dated[] {
  const found: Dated[] = [];
  let label = '';
  for (const { n, folded, spaced } of head) {
    for (const match of datesOn(spaced)) {
      const before = `${label}${spaced.slice(0, match.index)}`;
      const lone = alone(spaced);
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

/** A date of writing, the line it stands on, and who signed. */
export interface Signature {
  readonly date: string;
  readonly line: number;
  readonly signer: string;
}

const wholeDate = new RegExp(`^\\(?${dateSource}\\)?$`);
const datedEnd = new RegExp(`^(.{2,40}?[局厅委会府处室院部社校司心])${dateSource}$`);
const unsigned = /(?:发布|成文|日期|时间|更新|来源)/;
const sentence = /[,。;:!?《》]|截至|截止|自|至/;

/** Whether a line can be a signature: an organ's name, in full or short. */
const signs = (folded: string) =>
  folded.length <= 40 && !sentence.test(folded) && (/[局厅委会府处室院部社校司心办]$/.test(folded) || agencyAtEnd(folded) !== null);

function signatureOn({ n, folded }: Shown, above: string, atEnd: boolean): Signature | null {
  if (folded.length > 60 || unsigned.test(folded) || /\d[-./]\d/.test(folded)) return null;
  const whole = wholeDate.exec(folded);
  if (whole) {
    const date = atEnd || signs(above) ? dateOf(whole) : null;
    return date ? { date, line: n, signer: signs(above) ? above : '' } : null;
  }
  const signer = datedEnd.exec(folded)?.[1];
  if (!signer || sentence.test(signer)) return null;
  const match = new RegExp(dateSource).exec(folded.slice(signer.length));
  const date = match && dateOf(match);
  return date ? { date, line: n, signer } : null;
}

const inline = new RegExp(`(?<=[局厅委会府处室院部〕。)])${dateSource}(?=一、|附件|附:|附表|主题词|抄送|$)`);

/** A signature within a line that holds a whole page: …镇江市生态环境局2020年12月31日一、… */
function signatureWithin({ n, folded }: Shown): Signature | null {
  if (folded.length <= 30 || unsigned.test(folded.slice(0, 6))) return null;
  const match = inline.exec(folded);
  const date = match && dateOf(match);
  if (!date) return null;
  const before = folded.slice(Math.max(0, match.index - 40), match.index);
  return { date, line: n, signer: agencyAtEnd(before)?.printed ?? '' };
}

/** Date of a signature within the given lines, the last one first: alone under an organ's name, behind it, or run together. */
export function signedDate(lines: readonly Shown[], atEnd: boolean): Signature | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line?.spaced.includes('年')) continue;
    const signature = signatureOn(line, lines[at - 1]?.folded ?? '', atEnd) ?? signatureWithin(line);
    if (signature) return signature;
  }
  return null;
}

/** A date of writing that a metadata field states: 成文日期. */
export function writtenDate(head: readonly Shown[]): string | null {
  for (const { spaced } of head) {
    if (!/日期|时间/.test(spaced)) continue;
    for (const match of datesOn(spaced)) if (written.test(spaced.slice(0, match.index).slice(-16))) return dateOf(match);
  }
  return null;
}
