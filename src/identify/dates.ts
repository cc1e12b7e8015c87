import type { Doc } from '../model.ts';
import { agencyAtEnd } from './agency-in-text.ts';
import { dateOf, dateSource } from './numerals.ts';
import type { Shown } from './shown.ts';

/** A printed date with how sure it is what it seems; the strongest wins. */
interface Dated {
  readonly date: string;
  readonly strength: number;
}

const date = new RegExp(dateSource, 'g');
const published =
  /(?:发布|发表|公开|公布|发文|上传|录入|更新|公示|刊发|发稿|上网|印发)(?:日期|时间|于)[:\s|]*$|(?:发布|Updated|更新)[:\s|]*$/i;
const created = /(?:生成|制作|编辑)(?:日期|时间)[:\s|]*$/;
const plain = /(?:日期|时间|Date)[:\s|]*$/i;
const written = /(?:成文|签发|写作|制发)(?:日期|时间)[:\s|]*$/;
const other = /(?:归档|有效|截止|截至|统计|今天是|会议|施行|起|自|从|访问|生效|失效|废止)[^|]{0,6}$/;
const furniture = /来源|点击|浏览|字体|字号|作者|阅读|打印|分享|访问量|编辑|发布/;

/** How strongly a date on a line of the page's head says when the page appeared; 0 says nothing. */
function strength(before: string, after: string, lone: boolean): number {
  const label = before.slice(-16);
  if (other.test(label) || written.test(label)) return 0;
  if (published.test(label)) return 5;
  if (created.test(label) || plain.test(label)) return 4;
  if (/^\s*(?:发布|来源)/.test(after)) return 4;
  if (lone || (before.trim() === '' && furniture.test(after))) return 3;
  return /[(（]\s*$/.test(before) && /^\s*[)）]/.test(after) ? 2 : 0;
}

const datesOn = (text: string) => [...text.slice(0, 2000).matchAll(date)];

/** Blanks, bars and bullets around a date do not make it part of a sentence. */
const alone = (text: string) => text.replace(date, '').replace(/[\d:：\s|()（）•·*\-—【】[\]]/g, '') === '';

/** The day the page says it appeared, from the lines before the first section (and metadata of the container). */
export function publishedDate(doc: Doc, head: readonly Shown[], metadata: readonly string[]): { date: string | null; differing: boolean } {
  const found: Dated[] = metadata.flatMap((value) => {
    const match = new RegExp(dateSource).exec(value);
    const day = match && dateOf(match);
    return day ? [{ date: day, strength: 4 }] : [];
  });
  let label = '';
  for (const { n, folded: shown } of head) {
    const folded = doc.lines[n - 1]?.folded ?? '';
    for (const match of datesOn(folded)) {
      const before = `${label}${folded.slice(0, match.index)}`;
      const lone = alone(folded) && /[-./]/.test(match[0]);
      const day = dateOf(match);
      const force = strength(before, folded.slice(match.index + match[0].length), lone);
      if (day && force) found.push({ date: day, strength: force });
    }
    label = /(?:日期|时间)[:：]?$/.test(shown) && shown.length < 12 ? shown : '';
  }
  const best = found.toSorted((a, b) => b.strength - a.strength)[0];
  return { date: best?.date ?? null, differing: found.some((one) => one.strength === 5 && best !== undefined && one.date !== best.date) };
}

const wholeDate = new RegExp(`^[(（]?${dateSource}[)）]?$`);
const datedEnd = new RegExp(`^(.{2,40}?[局厅委会府处室院部社校司心])${dateSource}$`);
const unsigned = /(?:发布|成文|日期|时间|更新|来源)/;

/** Whether a line can be a signature: an organ's name, in full or short. */
const signs = (folded: string) => folded.length <= 40 && (/[局厅委会府处室院部社校司心办]$/.test(folded) || agencyAtEnd(folded) !== null);

const sentenceLike = /[,。;:!?《》]|截至|截止|自|至/;

/** A date of writing, the line it stands on, and who signed. */
export interface Signature {
  readonly date: string;
  readonly line: number;
  readonly signer: string;
}

function signatureOn(line: Shown, above: string, atEnd: boolean): Signature | null {
  if (line.folded.length > 60 || unsigned.test(line.folded) || /\d[-./]\d/.test(line.folded)) return null;
  const whole = wholeDate.exec(line.folded);
  if (whole) {
    const date = atEnd || signs(above) ? dateOf(whole) : null;
    return date ? { date, line: line.n, signer: signs(above) ? above : '' } : null;
  }
  const behind = datedEnd.exec(line.folded);
  if (!behind?.[1] || sentenceLike.test(behind[1])) return null;
  const match = new RegExp(dateSource).exec(line.folded.slice(behind[1].length));
  const date = match && dateOf(match);
  return date ? { date, line: line.n, signer: behind[1] } : null;
}

const inline = new RegExp(`(?<=[局厅委会府处室院部〕。)])${dateSource}(?=一、|附件|附:|附表|主题词|抄送|$)`);

/** Date of a signature within the given lines, the last one first: alone under an organ's name, behind it, or run together. */
export function signedDate(lines: readonly Shown[], atEnd: boolean): Signature | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line) continue;
    const signature = signatureOn(line, lines[at - 1]?.folded ?? '', atEnd);
    if (signature) return signature;
    const run = line.folded.length > 30 && !unsigned.test(line.folded.slice(0, 6)) ? inline.exec(line.folded) : null;
    const date = run && dateOf(run);
    if (date) return { date, line: line.n, signer: '' };
  }
  return null;
}

/** A date of writing that a metadata field states: 成文日期. */
export function writtenDate(doc: Doc, head: readonly Shown[]): string | null {
  for (const { n } of head) {
    const folded = doc.lines[n - 1]?.folded ?? '';
    if (!folded.includes('日期') && !folded.includes('时间')) continue;
    for (const match of datesOn(folded)) if (written.test(folded.slice(0, match.index).slice(-16))) return dateOf(match);
  }
  return null;
}
