// Digits of several cells printed without anything between them ("76574176559880055910096"). A reading is a cut into
// numbers whose sum is the last one (domain 3: A03, M01). No number but 0 begins with 0.

/** Readings of one row: the numbers of its cells, the printed total last. */
export type Reading = readonly number[];

/** Most readings that are kept of one row; the sums of the columns do not separate more than these either. */
const mostReadings = 4000;

function isNumeral(digits: string, from: number, to: number): boolean {
  return to > from && (digits.charCodeAt(from) !== 48 || to === from + 1) && to - from <= 9;
}

/** Cut `digits[from, to)` into `parts` numbers that add up to `sum`; every cut is handed to `found`. */
function cuts(
  digits: string,
  from: number,
  to: number,
  parts: number,
  sum: number,
  taken: number[],
  found: (reading: number[]) => boolean,
): boolean {
  if (parts === 1) {
    if (!isNumeral(digits, from, to) || Number(digits.slice(from, to)) !== sum) return true;
    return found([...taken, sum]);
  }
  // What is left must have at least a digit a part, and no part may exceed the sum.
  for (let end = from + 1; end <= to - parts + 1; end++) {
    if (!isNumeral(digits, from, end)) break;
    const value = Number(digits.slice(from, end));
    if (value > sum) break;
    taken.push(value);
    const goOn = cuts(digits, end, to, parts - 1, sum - value, taken, found);
    taken.pop();
    if (!goOn) return false;
  }
  return true;
}

/** All readings of a run of digits as `count` numbers, the last of which is the sum of the others. */
export function readingsOfRow(digits: string, count: number): Reading[] {
  const readings: Reading[] = [];
  if (digits.length < count || digits.length > count * 9) return readings;
  for (let total = digits.length - 1; total >= count - 1; total--) {
    if (!isNumeral(digits, total, digits.length)) continue;
    const sum = Number(digits.slice(total));
    if (!cuts(digits, 0, total, count - 1, sum, [], (parts) => readings.push([...parts, sum]) < mostReadings)) break;
  }
  return readings;
}

/** Readings of several groups printed one behind the other, each with its own total (table 4: three of five). */
export function readingsOfGroups(digits: string, groups: number, count: number): Reading[] {
  if (groups === 1) return readingsOfRow(digits, count);
  const readings: Reading[] = [];
  for (let end = count; end <= digits.length - count * (groups - 1) && readings.length < mostReadings; end++) {
    const first = readingsOfRow(digits.slice(0, end), count);
    if (first.length === 0) continue;
    const rest = readingsOfGroups(digits.slice(end), groups - 1, count);
    for (const head of first) for (const tail of rest) if (readings.length < mostReadings) readings.push([...head, ...tail]);
  }
  return readings;
}

/** A sum over rows that holds in every column: the rows on the left add up to those on the right. */
export interface ColumnSum {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/**
 * Tell readings apart by the sums down the columns: drop those no combination of the other rows' readings can complete,
 * until nothing changes. `rows` maps a row to its possible readings and is not changed. Bounds of each column are
 * propagated, so that the work grows with rows × readings, not with their product.
 */
export function solveColumns(rows: ReadonlyMap<string, readonly Reading[]>, sums: readonly ColumnSum[]): Map<string, readonly Reading[]> {
  const open = new Map(rows);
  const usable = sums.filter(({ left, right }) => [...left, ...right].every((row) => (open.get(row)?.length ?? 0) > 0));
  for (let changed = true; changed; ) {
    changed = false;
    for (const sum of usable) if (narrow(open, sum)) changed = true;
  }
  return open;
}

/** One pass over one sum: keep the readings whose every column lies within what the other rows leave. */
function narrow(open: Map<string, readonly Reading[]>, { left, right }: ColumnSum): boolean {
  const terms = [...left.map((row) => ({ row, sign: 1 })), ...right.map((row) => ({ row, sign: -1 }))];
  const columns = open.get(left[0] ?? '')?.[0]?.length ?? 0;
  let changed = false;
  const low = Array.from({ length: columns }, () => 0);
  const high = Array.from({ length: columns }, () => 0);
  const bounds = terms.map(({ row, sign }) => {
    const range = Array.from({ length: columns }, (_, column) => columnRange(open.get(row) ?? [], column, sign));
    range.forEach(([min, max], column) => {
      low[column] = (low[column] ?? 0) + min;
      high[column] = (high[column] ?? 0) + max;
    });
    return range;
  });
  terms.forEach(({ row, sign }, at) => {
    const readings = open.get(row) ?? [];
    if (readings.length < 2) return;
    const kept = readings.filter((reading) =>
      reading.every((value, column) => {
        const [min = 0, max = 0] = bounds[at]?.[column] ?? [];
        const rest = -sign * value;
        return rest >= (low[column] ?? 0) - min && rest <= (high[column] ?? 0) - max;
      }),
    );
    if (kept.length > 0 && kept.length < readings.length) {
      open.set(row, kept);
      changed = true;
    }
  });
  return changed;
}

function columnRange(readings: readonly Reading[], column: number, sign: number): [number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const reading of readings) {
    const value = sign * (reading[column] ?? 0);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}
