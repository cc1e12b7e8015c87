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

/** What a row prints: its borders, and whether one of them begins or ends it. */
interface Row {
  readonly borders: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Rows without a pipe at that end that print as many borders as the others: the pipe of those is a border beside an empty cell. */
const leastWitnesses = 2;

/** The frame of the table that begins on a line. */
export function frameAt(lines: readonly string[], from: number): Frame {
  const rows: Row[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim();
    if (line !== '' && !pipe.test(line) && !isRule(line)) break;
    if (line === '' || isRule(line) || separatorRow.test(line)) continue;
    const [opens, closes] = [pipe.test(line.charAt(0)), pipe.test(line.charAt(line.length - 1))];
    rows.push({ borders: line.split(pipe).length - 1, opens, closes });
  }
  const middle = rows.map(({ borders }) => borders).sort((a, b) => a - b)[rows.length >> 1] ?? 0;
  const alike = rows.filter(({ borders }) => borders === middle);
  const isFrame = (end: 'opens' | 'closes') =>
    rows.filter((row) => row[end]).length * 4 >= rows.length * 3 && alike.filter((row) => !row[end]).length < leastWitnesses;
  return { opens: isFrame('opens'), closes: isFrame('closes'), borders: alike.length * 2 > rows.length ? middle : null };
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
