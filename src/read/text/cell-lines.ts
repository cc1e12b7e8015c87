import type { GridCell } from '../../model.ts';
import type { DocBuilder } from '../lines.ts';
import { loneBar, pipe, separatorRow } from './borders.ts';
import type { EvenTable } from './even-rows.ts';

// Texts that print one cell a line.

/** Which way a text uses pipes: several cells a line, or one cell a line (edge-cases: layouts 7-9, and 10-12). */
export type Pipes = 'none' | 'rows' | 'between' | 'after';

/** The way of most of its lines. */
export function pipeStyle(lines: readonly string[]): Pipes {
  let rows = 0;
  let lone = 0;
  let after = 0;
  for (const line of lines) {
    if (!pipe.test(line)) continue;
    if (loneBar.test(line)) lone++;
    else if (/^[^|｜│┃]*[|｜│┃]\s*$/.test(line)) after++;
    else if (!separatorRow.test(line)) rows++;
  }
  if (lone + after > 20 && lone + after > rows * 4) return after * 8 > lone ? 'after' : 'between';
  return rows + after > 0 ? 'rows' : 'none';
}

const single = (text: string): GridCell[] => [{ text: text.trim(), column: 0, columns: 1, rows: 1 }];

/** One cell a line between lone pipes: two pipes without anything between them hold an empty cell. */
export function betweenPipes(doc: DocBuilder, lines: readonly string[]): void {
  let open = false;
  let filled = false;
  for (const line of lines) {
    if (!loneBar.test(line)) {
      filled ||= line.trim() !== '';
      doc.paragraph(line.trimEnd());
    } else {
      if (open && !filled) doc.gridRow(line, single(''));
      else doc.paragraph('');
      open = true;
      filled = false;
    }
  }
}

const cellEnd = /[|｜│┃]\s*$/;
/** A cell, its pipe, and those that fill the row behind it. */
const oneCell = /^(?:\s+[|｜│┃]\s*|\s*[^|｜│┃\s][^|｜│┃]*[|｜│┃][\s|｜│┃]*)$/;
const fill = /[|｜│┃][\s|｜│┃]*$/;
const severalPipes = /[|｜│┃].*[|｜│┃]/;
const word = /\p{L}/u;
type IsMark = (line: string) => boolean;

/** Lone pipes that stand where the lines of the text begin; one further in only closes an empty cell. */
function marksIn(shown: readonly string[]): IsMark {
  let margin = Number.POSITIVE_INFINITY;
  for (const line of shown) margin = Math.min(margin, line.length - line.trimStart().length);
  return (line) => loneBar.test(line) && line.search(pipe) === margin;
}

/** Whether lone pipes begin rows: one stands before the first cell of a table, behind a line without a pipe. */
function areRowsMarked(shown: readonly string[], isMark: IsMark): boolean {
  const first = shown.filter((line, at) => cellEnd.test(line) && !severalPipes.test(line) && !pipe.test(shown[at - 1] ?? ''));
  return first.length === 0 || first.some(isMark);
}

/**
 * A pipe after each cell, and a lone pipe before each row or for each empty cell. Where rows are marked, a lone pipe among others,
 * between figures or right behind the label of a row is an empty cell.
 */
export function afterPipes(doc: DocBuilder, lines: readonly string[]): void {
  const shown = lines.filter((line) => line.trim() !== '');
  const isMark = marksIn(shown);
  const areMarked = areRowsMarked(shown, isMark);
  let next = 0;
  const isEmptyCell = () => {
    const [above = '', before = '', after = ''] = [shown[next - 3], shown[next - 2], shown[next]];
    if (!areMarked) return true;
    // What fills a row ends it.
    if (severalPipes.test(before)) return false;
    if (isMark(after)) return true;
    return !word.test(after) && (!word.test(before) || isMark(above));
  };
  for (const line of lines) {
    if (line.trim() !== '') next++;
    if (isMark(line)) doc.gridRow('', isEmptyCell() ? single('') : []);
    else if (oneCell.test(line)) doc.gridRow(line, single(line.replace(fill, '')));
    else doc.paragraph(line.trimEnd());
  }
}

/** A row over several lines stands on its first; its cells keep the lines they are printed on. */
export function evenTable(doc: DocBuilder, lines: readonly string[], { from, rows }: EvenTable): void {
  doc.beginTable();
  let first = from;
  for (const row of rows) {
    const last = row.at(-1)?.end ?? first;
    const cells = row.map(({ text, line }, column) => ({ text, column, columns: 1, rows: 1, below: line - first }));
    for (let at = first; at <= last; at++) doc.gridRow(lines[at] ?? '', at === first ? cells : [], true);
    first = last + 1;
  }
}
