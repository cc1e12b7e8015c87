import type { GridCell, Line } from '../../model.ts';
import { headsAbove } from './head.ts';
import { areAligned, inCharacters, inColumns, type Measure } from './measure.ts';
import { type AlignedLine, cutLine, type Piece } from './pieces.ts';
import { mayLeaveClauses, placedClauses } from './placed-clauses.ts';
import { placedRows } from './placed-rows.ts';
import { wrappedRows } from './wrapped-rows.ts';

// Text of a page keeps what stands beside each other on one line (pdftotext, pdfplumber): a label wrapped in its column is cut by its
// own figures and by pieces of the label beside it. Such rows are read label first, figures next.

/** Lines that are read otherwise than they stand: their pieces in reading order, up to the line `to` (exclusive). */
export interface Reordered {
  readonly to: number;
  readonly pieces: readonly Piece[];
  /** A row whose columns their places tell, behind the pieces. */
  readonly cells?: readonly GridCell[];
}

/** A table 3 has at least so many rows with all their figures, of so many columns. */
const fewestRows = 5;
const fewestColumns = 7;
const mostColumns = 8;
/** Lines of a head. */
const around = 16;

/** Longer lines are prose, or a whole page. */
const longestLine = 500;

const manyFigures = /\d\s+[+-]?\d[\d,.]*\s{0,99}$/;
const nothing: AlignedLine = { words: [], figures: [] };
const nothingRead: Read = new Map();

/** Lines below the last that has figures side by side; rows with a single one may follow. */
const below = 60;

/** The lines of aligned tables that are read otherwise than they stand, by the index of the first. */
export function alignedLines(lines: readonly Line[]): ReadonlyMap<number, Reordered> {
  const likely: number[] = [];
  for (const [at, { folded, row }] of lines.entries())
    if (!row && folded.length <= longestLine && manyFigures.test(folded)) likely.push(at);
  const [first, last] = [likely[0], likely.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const from = Math.max(0, first - around);
  const to = Math.min(lines.length, last + below);
  const cutBy = (measure: Measure) =>
    lines.map((line, at) => (line.row || at < from || at >= to || line.folded.length > longestLine ? nothing : cutLine(line, at, measure)));
  const cut = cutBy(inCharacters);
  let shown: readonly AlignedLine[] | undefined;
  const byColumns = () => {
    shown ??= cutBy(inColumns);
    return shown;
  };
  const read = likely.length < fewestRows ? new Map<number, Reordered>() : rowsAndHeads(cut, byColumns, from, to);
  const rows = cut.some(leavesCells) ? firstRead(placedRows(cut, from, to), () => placedRows(byColumns(), from, to)) : nothingRead;
  const clauses = mayLeaveClauses(cut) ? onlyRead(placedClauses(cut, from, to), placedClauses(byColumns(), from, to)) : nothingRead;
  return joined(joined(read, rows), clauses);
}

type Read = ReadonlyMap<number, Reordered>;

const firstRead = (read: Read, otherwise: () => Read): Read => (read.size > 0 ? read : otherwise());

const shownBy = (read: Read): string => JSON.stringify([...read].map(([at, { cells }]) => [at, cells?.map(({ text }) => text)]));

/** What is read by one measure, unless the other one reads it otherwise: without sums nothing tells which is right. */
function onlyRead(read: Read, other: Read): Read {
  if (read.size === 0 || other.size === 0) return firstRead(read, () => other);
  return shownBy(read) === shownBy(other) ? read : nothingRead;
}

/** Figures of all columns of table 3, with or without a subtotal, or of table 4. */
const wholeRows: ReadonlySet<number> = new Set([fewestColumns, mostColumns, 15]);
const ordinalOrNothing = /^(?:$|[(]?[\d一二三四五六七八九十])/;

/** Whether a line may be one of a row that leaves cells empty: below heads, or behind the ordinal of a label. */
const leavesCells = ({ words, figures }: AlignedLine): boolean =>
  figures.length > 0 && !wholeRows.has(figures.length) && ordinalOrNothing.test(words[0]?.text ?? '');

/** Rows and heads in reading order where rows have all their figures. */
function rowsAndHeads(
  cut: readonly AlignedLine[],
  cutAsShown: () => readonly AlignedLine[],
  from: number,
  to: number,
): Map<number, Reordered> {
  const count = usualCount(cut.map(({ figures }) => figures.length).filter((figures) => figures >= fewestColumns));
  if (count === null || count > mostColumns) return new Map();
  const isAligned = (some: readonly AlignedLine[]) => areAligned(some.filter(({ figures }) => figures.length === count));
  const shown = isAligned(cut) ? cut : cutAsShown();
  const aligned = isAligned(shown) ? shown : null;
  return aligned ? withHeads(aligned, rowsInOrder(aligned, from, to, count)) : rowsInOrder(cut, from, to, null);
}

/** Rows read by their places in the stead of what else was made of their lines. */
function joined(read: ReadonlyMap<number, Reordered>, placed: ReadonlyMap<number, Reordered>): ReadonlyMap<number, Reordered> {
  const all = new Map(read);
  for (const [from, { to }] of placed) for (let at = from; at < to; at++) all.delete(at);
  for (const [from, reordered] of placed) all.set(from, reordered);
  return all;
}

/** The number of figures most rows have; null where few rows have it. */
function usualCount(counts: readonly number[]): number | null {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [usual] = [...times].sort((a, b) => b[1] - a[1]);
  return usual && usual[1] >= fewestRows ? usual[0] : null;
}

/** Rows whose label is wrapped, label first; labels of groups that stand beside them are left out, which name no figures. */
function rowsInOrder(lines: readonly AlignedLine[], from: number, to: number, count: number | null): Map<number, Reordered> {
  const read = new Map<number, Reordered>();
  const { rows, groups } = wrappedRows(lines, from, to, count);
  for (const { line } of groups) {
    const { words, figures } = lines[line] ?? nothing;
    read.set(line, { to: line + 1, pieces: [...words.filter((word) => !groups.has(word)), ...figures] });
  }
  for (const row of rows) {
    for (let at = row.from; at < row.to; at++) read.delete(at);
    read.set(row.from, { to: row.to, pieces: [...row.others, ...row.label, ...row.figures] });
  }
  return read;
}

/** With the heads of each table, from left to right, on lines that are no row's. */
function withHeads(lines: readonly AlignedLine[], rows: ReadonlyMap<number, Reordered>): Map<number, Reordered> {
  const read = new Map(rows);
  const taken = new Set<number>();
  for (const [from, { to }] of rows) for (let at = from; at < to; at++) taken.add(at);
  lines.forEach((_, at) => {
    const heads = headsAbove(lines, at);
    if (!heads || heads.some(({ line }) => taken.has(line))) return;
    const places = heads.map(({ line }) => line);
    read.set(Math.min(...places), { to: Math.max(...places) + 1, pieces: heads });
  });
  return read;
}
