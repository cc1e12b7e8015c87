import type { Parts } from './open-parts.ts';
import type { Token } from './text.ts';

// Which lines are the head and which the rows of a table without rules.

/** A line of such a table; `torn`: its figures belong to no label for certain. */
export type Row = Parts & { readonly torn: boolean };

/** A head is at most so many lines high. */
const mostHeadLines = 12;
/** In sizes of type: lines farther apart are of no one head, or of no one table. */
const headRoom = 6;
const rowRoom = 8;
/** More words are no head. */
const mostWords = 120;

const ordinal = /^[一二三四五六七八九十]{1,3}[、.．]/;
const headWord = /^(?![（(][一二三四五六七八九十]{1,2}[）)])[\p{Script=Han}（）():：/]{1,18}$/u;

/** Whether a word may be the head of a column. */
export const isHeadWord = ({ text }: Token): boolean => headWord.test(text);

/** In sizes of type, between the nearest words: heads brought to one line stand at several heights. */
function distance({ line: upper }: Row, { line: lower }: Row): number {
  const from = Math.max(...upper.tokens.map(({ y }) => y));
  const to = Math.min(...lower.tokens.map(({ y }) => y));
  return (to - from) / Math.min(upper.size, lower.size);
}

/** The lines of words above row `at`, up to a heading, and not beyond row `since`. */
export function headAbove(rows: readonly Row[], at: number, since: number): Row[] {
  const head: Row[] = [];
  let words = 0;
  for (let n = at - 1; n >= Math.max(since, at - mostHeadLines); n--) {
    const [row, below] = [rows[n], rows[n + 1]];
    if (!row || !below || row.figures.length > 0 || distance(row, below) > headRoom) break;
    words += row.words.length;
    if (words > mostWords || ordinal.test(row.words[0]?.text ?? '')) break;
    head.unshift(row);
  }
  return head;
}

/** Behind the last row from `at` on whose words end before the first column at `edge`: labels without figures are rows with empty cells. */
export function rowsBelow(rows: readonly Row[], at: number, edge: number): number {
  let to = at;
  for (let n = at; n < rows.length; n++) {
    const [row, above] = [rows[n], rows[n - 1]];
    if (!row || row.words.some(({ right }) => right > edge) || (n > at && above && distance(above, row) > rowRoom)) break;
    if (row.figures.length > 0) to = n + 1;
    else if (to === n && row.words.length === 1 && !ordinal.test(row.words[0]?.text ?? '')) to = n + 1;
  }
  return to;
}
