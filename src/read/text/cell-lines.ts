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

/** A pipe after each cell, a lone pipe before each row; a pipe after blanks only closes an empty cell. */
export function afterPipes(doc: DocBuilder, lines: readonly string[]): void {
  for (const line of lines) {
    if (/^[|｜│┃]\s*$/.test(line)) doc.gridRow('', []);
    else if (/[|｜│┃]\s*$/.test(line) && !/[|｜│┃].*[|｜│┃]/.test(line)) doc.gridRow(line, single(line.replace(/[|｜│┃]\s*$/, '')));
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
