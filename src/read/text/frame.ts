import type { GridCell } from '../../model.ts';
import { isRule, pipe, separatorRow } from './borders.ts';

const leastBorders = 10;

/** Tabs between two cells of a text. Some converters print two for each border: then all runs of tabs are even. */
export function tabsPerBorder(lines: readonly string[]): number {
  let common = 0;
  let borders = 0;
  for (const line of lines) {
    if (!line.includes('\t')) continue;
    for (const { 0: tabs } of line.trim().matchAll(/\t+/g)) {
      common = greatestDivisor(common, tabs.length);
      borders++;
    }
    if (common === 1) return 1;
  }
  return borders < leastBorders ? 1 : common;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** What most rows of a table have in common. */
export interface Frame {
  /** They begin or end with a pipe, which is no border between two cells: an empty cell at an end of one row prints the same. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Borders they print; null where no number is common. */
  readonly borders: number | null;
}

/** Pipes and tabs only stand between two cells. */
export const noFrame: Frame = { opens: false, closes: false, borders: null };

/** The frame of the table that begins on a line. */
export function frameAt(lines: readonly string[], from: number): Frame {
  const borders: number[] = [];
  let opening = 0;
  let closing = 0;
  for (let at = from; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim();
    if (line !== '' && !pipe.test(line) && !isRule(line)) break;
    if (line === '' || isRule(line) || separatorRow.test(line)) continue;
    borders.push(line.split(pipe).length - 1);
    if (pipe.test(line.charAt(0))) opening++;
    if (pipe.test(line.charAt(line.length - 1))) closing++;
  }
  const middle = borders.toSorted((a, b) => a - b)[borders.length >> 1] ?? 0;
  const common = borders.filter((count) => count === middle).length;
  return {
    opens: opening * 4 >= borders.length * 3,
    closes: closing * 4 >= borders.length * 3,
    borders: common * 2 > borders.length ? middle : null,
  };
}

/** The cells of a row; a tab only stands between two of them. */
export function cellsOf(line: string, border: RegExp, { opens, closes }: Frame): GridCell[] {
  const parts = line.split(border);
  if (border === pipe && opens && parts.length > 1 && parts[0]?.trim() === '') parts.shift();
  if (border === pipe && closes && parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop();
  return parts.map((text, column) => ({ text: text.trim(), column, columns: 1, rows: 1 }));
}

/** Whether a row has as many cells as most of its table; undefined where only the borders of some are known. */
export const isEven = (line: string, border: RegExp, { borders }: Frame): boolean | undefined =>
  border === pipe && borders !== null ? line.split(pipe).length - 1 === borders : undefined;
