import { type ColumnSum, type Reading, solveColumns } from '../match/columns/solve.ts';
import type { IndicatorRow } from '../match/indicators/indicators.ts';

/** The digits of a row whose number of the year and number since the beginning ran together; null for any other row. */
function runDigits({ values, bordered }: IndicatorRow): string | null {
  const [only] = values;
  return only && values.length === 1 && !bordered && /^\d{2,18}$/.test(only.raw) ? only.raw : null;
}

/** All cuts into two numbers; what was counted since the beginning is never less than what was counted this year. */
function readingsOf(digits: string): Reading[] {
  const readings: Reading[] = [];
  for (let cut = 1; cut < digits.length; cut++) {
    const [year, all] = [digits.slice(0, cut), digits.slice(cut)];
    const isNumeral = [year, all].every((part) => part.length <= 9 && (part === '0' || !part.startsWith('0')));
    if (isNumeral && Number(all) >= Number(year)) readings.push([Number(year), Number(all)]);
  }
  return readings;
}

interface Whole {
  readonly whole: IndicatorRow;
  readonly parts: readonly IndicatorRow[];
}

/** What the print divides: a row, and behind it 其中 with parts numbered from 1. */
function wholes(rows: readonly IndicatorRow[]): Whole[] {
  return rows.flatMap((row, at): Whole[] => {
    const whole = rows[at - 1];
    if (!row.partOf || row.ordinal !== 1 || !whole) return [];
    const parts = [row];
    for (let next = rows[at + 1]; next && next.ordinal === parts.length + 1 && !next.partOf; next = rows[at + parts.length])
      parts.push(next);
    return parts.length > 1 ? [{ whole, parts }] : [];
  });
}

/** Whether the rows' only readings add up in both columns. */
function addsUp({ whole, parts }: Whole, readings: ReadonlyMap<IndicatorRow, Reading>): boolean {
  return [0, 1].every(
    (column) => parts.reduce((sum, part) => sum + (readings.get(part)?.[column] ?? Number.NaN), 0) === readings.get(whole)?.[column],
  );
}

/**
 * Tell run-together numbers apart by the sums of the print, where exactly one reading of all rows of a sum satisfies it in both
 * columns. A row that belongs to no sum stays open, also where its digits have only one cut (contract 1).
 */
export function solveIndicators(rows: readonly IndicatorRow[], width: number): ReadonlyMap<IndicatorRow, Reading> {
  const solved = new Map<IndicatorRow, Reading>();
  if (width !== 2) return solved;
  for (const sum of wholes(rows)) {
    const own = [sum.whole, ...sum.parts];
    const digits = own.map(runDigits);
    if (digits.some((run) => run === null)) continue;
    const names = own.map((_, n) => String(n));
    const readings = new Map(names.map((name, n) => [name, readingsOf(digits[n] ?? '')]));
    const relation: ColumnSum = { left: names.slice(1), right: [names[0] ?? ''] };
    const left = solveColumns(readings, [relation]);
    const single = new Map(
      own.flatMap((row, n): [IndicatorRow, Reading][] => {
        const [reading, second] = left.get(String(n)) ?? [];
        return reading && !second ? [[row, reading]] : [];
      }),
    );
    if (single.size === own.length && addsUp(sum, single)) for (const [row, reading] of single) solved.set(row, reading);
  }
  return solved;
}
