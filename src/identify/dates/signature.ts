import { agencyAtEnd } from '../name/in-text.ts';
import type { Shown } from '../page/shown-line.ts';
import { dateOf, dateSource } from './numerals.ts';

/** A date of writing, the line it stands on, and who signed. */
export interface Signature {
  readonly date: string;
  readonly line: number;
  readonly signer: string;
}

const wholeDate = new RegExp(`^\\(?${dateSource}\\)?$`);
const datedEnd = new RegExp(`^(.{2,40}?[局厅委会府处室院部社校司心])${dateSource}$`);
const unsigned = /(?:发布|成文|日期|时间|更新|来源)/;
const sentence = /[,。;:!?《》]|截至|截止|[自至](?=\d|[二本今上去])/;

/** Whether a line can be a signature: an organ's name, in full or short. */
const signs = (folded: string) =>
  folded.length <= 40 && !sentence.test(folded) && (/[局厅委会府处室院部社校司心办]$/.test(folded) || agencyAtEnd(folded) !== null);

/** 2023.1.15 */
const inFigures = /\d[-./]\d/;

function signatureOn({ n, folded }: Shown, above: string, atEnd: boolean): Signature | null {
  if (folded.length > 60 || unsigned.test(folded)) return null;
  const whole = wholeDate.exec(folded);
  // In figures a date may be that of the page: only an organ's name at the end of a report makes it a signature's.
  if (inFigures.test(folded) && !(atEnd && (whole === null || signs(above)))) return null;
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
    if (!line || !(line.spaced.includes('年') || inFigures.test(line.folded))) continue;
    const signature = signatureOn(line, lines[at - 1]?.folded ?? '', atEnd) ?? (line.spaced.includes('年') ? signatureWithin(line) : null);
    if (signature) return signature;
  }
  return null;
}
