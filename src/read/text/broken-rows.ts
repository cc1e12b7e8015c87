import type { GridCell } from '../../model.ts';
import { pipe } from './borders.ts';

// Rows of a table in pipes whose cells hold line ends: the row goes on in lines that begin without a pipe. Every row begins and
// ends with a pipe and prints as many as the others: lines that add up to that number are one row.

/** A row over several lines, by their indexes, and its text as one line. */
export interface BrokenRow {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const opens = /^\s*[|｜│┃]/;
const closes = /[|｜│┃]\s*$/;
const fewestRows = 3;
/** Lines of a row, at most. */
const tallestRow = 24;

const pipesIn = (line: string): number => line.split(pipe).length - 1;

/** The lines from one that begins with a pipe to the last with a pipe before the next such, or before an empty one. */
function groupAt(lines: readonly string[], from: number): BrokenRow & { readonly next: number; readonly ends: boolean } {
  let [to, next] = [from + 1, from + 1];
  for (; next < lines.length && lines[next]?.trim() !== '' && !opens.test(lines[next] ?? ''); next++) {
    if (pipe.test(lines[next] ?? '')) to = next + 1;
  }
  const isRow = to - from <= tallestRow && closes.test(lines[to - 1] ?? '');
  const text = isRow ? lines.slice(from, to).join(' ') : '';
  // No cell goes on behind the pipe that ends its row: there the table ends.
  return { from, to, text, next, ends: to < next || !opens.test(lines[next] ?? '') };
}

/** The number of pipes that nearly all rows of a table print; null where there is none. */
function commonPipes(counts: readonly number[]): number | null {
  const middle = [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 0;
  const alike = counts.filter((count) => count === middle).length;
  return counts.length >= fewestRows && alike * 4 >= counts.length * 3 ? middle : null;
}

/** Rows that run over several lines, by their first line. */
export function brokenRows(lines: readonly string[]): ReadonlyMap<number, BrokenRow> {
  const broken = new Map<number, BrokenRow>();
  let table: BrokenRow[] = [];
  for (let at = 0; at < lines.length; ) {
    if (!opens.test(lines[at] ?? '')) {
      at++;
      continue;
    }
    const { next, ends, ...row } = groupAt(lines, at);
    table.push(row);
    at = next;
    if (!ends && at < lines.length) continue;
    if (table.some(({ from, to }) => to - from > 1)) {
      const counts = table.map(({ text }) => pipesIn(text));
      const common = commonPipes(counts);
      table.forEach((one, n) => {
        if (one.to - one.from > 1 && counts[n] === common) broken.set(one.from, one);
      });
    }
    table = [];
  }
  return broken;
}

/** The lines with such rows on their first line, and nothing on the others. */
export function wholeLines(lines: readonly string[], broken: ReadonlyMap<number, BrokenRow>): readonly string[] {
  if (broken.size === 0) return lines;
  const whole = [...lines];
  for (const { from, to, text } of broken.values()) {
    whole.fill('', from, to);
    whole[from] = text;
  }
  return whole;
}

/** The cells of such a row, each on the line its pipe stands on. `isOpened`: the pipe that begins the row is no border of them. */
export function onTheirLines(cells: readonly GridCell[], lines: readonly string[], isOpened: boolean): GridCell[] {
  const lineOfPipe = lines.flatMap((line, below) => new Array<number>(pipesIn(line)).fill(below));
  return cells.map((cell, n) => ({ ...cell, below: lineOfPipe[isOpened ? n + 1 : n] ?? lines.length - 1 }));
}
