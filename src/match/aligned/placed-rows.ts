import { rowRoles } from '../labels/vocabulary.ts';
import type { Reordered } from './aligned.ts';
import { type Head, wholeHeadsAbove } from './head.ts';
import type { AlignedLine, Piece } from './pieces.ts';
import { cell, distance, figureCells, inColumns, type Place } from './places.ts';
import { labelledRows, type Span } from './wrapped-rows.ts';

// Rows of an aligned table that leave cells empty: where every figure stands below one head and the sums agree, places tell the columns.

/** Figures of one column stand this near to each other. */
const inLine = 1;
/** Lines of the longest table 3, and tables that are looked at: heads without end would each be followed to the end. */
const [longestTable, mostTables] = [200, 500];

const placeOf = ({ pieces }: Head): Place => ({
  from: Math.min(...pieces.map(({ from }) => from)),
  to: Math.max(...pieces.map(({ to }) => to)),
});

const amountOf = (figure: Piece | undefined): number => Number((figure?.text ?? '0').replaceAll(',', ''));

/** Whether the total of a row is the sum of the columns before it; without a total only where nothing is printed, or totals are not. */
function addsUp(row: readonly (Piece | undefined)[], isTotalled: boolean): boolean {
  const [total, ...parts] = [...row].reverse();
  if (total) return parts.reduce((sum, figure) => sum + amountOf(figure), 0) === amountOf(total);
  return !isTotalled || parts.every((figure) => figure === undefined);
}

interface PlacedRow {
  readonly span: Span;
  readonly columns: readonly (Piece | undefined)[];
}

/** Least share of the rows with figures that print a total, from which on a row without one has lost it, or moved. */
const usualShare = 0.6;

/** Rows whose figures stand below those of the other rows, and add up. */
function certainRows(rows: readonly PlacedRow[], places: readonly Place[]): readonly PlacedRow[] {
  const filled = rows.filter(({ columns }) => columns.some((figure) => figure !== undefined));
  const isTotalled = filled.filter(({ columns }) => columns.at(-1) !== undefined).length >= usualShare * filled.length;
  const usual = places.map((_, at) => middlePlace(filled.flatMap(({ columns }) => columns[at] ?? [])));
  const isInLine = (figure: Piece | undefined, at: number) => !figure || distance(figure, usual[at] ?? figure) <= inLine;
  return rows.filter(({ columns }) => columns.every(isInLine) && addsUp(columns, isTotalled));
}

/** The place that as many figures of a column stand before as behind. */
const middlePlace = (figures: readonly Piece[]): Place | undefined =>
  [...figures].sort((a, b) => a.from + a.to - b.from - b.to)[Math.floor(figures.length / 2)];

/** The head as a row of cells, other words on its lines before it. */
function headCells(heads: readonly Head[], lines: readonly AlignedLine[]): readonly [number, Reordered] {
  const pieces = heads.flatMap((head) => head.pieces);
  const from = Math.min(...pieces.map(({ line }) => line));
  const to = Math.max(...pieces.map(({ line }) => line)) + 1;
  const others = lines.slice(from, to).flatMap(({ words }) => words.filter((word) => !pieces.includes(word)));
  const cells = heads.map((head, at) => cell(head.pieces.map(({ text }) => text).join(''), at + 1, 0));
  return [from, { to, pieces: others, cells: [cell('', 0, 0), ...cells] }];
}

const applicants = ['natural_person', 'business', 'research', 'public_welfare', 'legal_service', 'other_organization', 'total'];
const outcomes = ['upheld', 'corrected', 'other', 'pending', 'total'];

const areOf = (heads: readonly Head[], codes: readonly string[]) => heads.every(({ code }, at) => code === codes[at % codes.length]);

/**
 * Whether in every column of applicants what was received is what was processed and carried out, and the results add up (A01, A02): then
 * no figure stands below the head of another column.
 */
function isBalanced(rows: readonly PlacedRow[]): boolean {
  const sums = new Map<string, number[]>();
  for (const { span, columns } of rows) {
    const role = span.senses.map(({ code }) => rowRoles.get(code)).find((one) => one !== undefined) ?? '';
    const sum = sums.get(role) ?? [];
    sums.set(
      role,
      applicants.slice(0, -1).map((_, at) => (sum[at] ?? 0) + amountOf(columns[at])),
    );
  }
  const [received, processed, carried, results] = ['received', 'processed', 'carried_out', 'result'].map((role) => sums.get(role));
  if (!received || !processed || !results) return false;
  return processed.every((sum, at) => received[at] === sum + (carried?.[at] ?? 0) && results[at] === sum);
}

/** The rows of table 3 below its heads, each with the figures on its lines; null where a figure has no row, or no column. */
function rowsBelow(lines: readonly AlignedLine[], first: number, to: number, places: readonly Place[]) {
  const { labels, isShared, grouped } = labelledRows(lines, first, to);
  const last = labels.findLast((span) => span.senses.some(({ code }) => code === 'carried_out'));
  const end = last?.to ?? to;
  const rows: PlacedRow[] = [];
  const taken = new Set<number>();
  for (const span of labels.filter((one) => one.to <= end)) {
    const own = lines.slice(span.from, span.to).flatMap(({ figures }, n) => (figures.length > 0 ? [{ figures, at: span.from + n }] : []));
    const columns = isShared(span) || own.length > 1 ? null : inColumns(own[0]?.figures ?? [], places);
    if (!columns) return null;
    for (const { at } of own) taken.add(at);
    rows.push({ span, columns });
  }
  // The number of a page stands alone on its line.
  const isLost = (line: AlignedLine, at: number) =>
    line.figures.length > 0 && !taken.has(at) && (line.figures.length > 1 || line.words.length > 0);
  return lines.slice(first, end).some((line, n) => isLost(line, first + n)) ? null : { rows, grouped };
}

/** Table 3 below its heads, by its places; null where it leaves no cell empty, or places do not tell. */
function placedApplications(heads: readonly Head[], lines: readonly AlignedLine[], to: number): ReadonlyMap<number, Reordered> | null {
  if (!areOf(heads, applicants)) return null;
  const first = Math.max(...heads.flatMap(({ pieces }) => pieces.map(({ line }) => line))) + 1;
  const places = heads.map(placeOf);
  const below = rowsBelow(lines, first, to, places);
  if (!below || below.rows.every(({ columns }) => !columns.includes(undefined)) || !isBalanced(below.rows)) return null;
  const read = new Map<number, Reordered>([headCells(heads, lines)]);
  for (const { line } of below.grouped) {
    const { words, figures } = lines[line] ?? { words: [], figures: [] };
    read.set(line, { to: line + 1, pieces: [...words.filter((word) => !below.grouped.has(word)), ...figures] });
  }
  for (const { span, columns } of certainRows(below.rows, places)) {
    for (let line = span.from; line < span.to; line++) read.delete(line);
    const words = lines.slice(span.from, span.to).flatMap((line) => line.words);
    const others = words.filter((word) => !span.pieces.includes(word) && !below.grouped.has(word));
    const label = cell(span.pieces.map(({ text }) => text).join(''), 0, 0);
    read.set(span.from, { to: span.to, pieces: others, cells: [label, ...figureCells(columns, span.from)] });
  }
  return read;
}

/** The one row of table 4 by its places. */
function placedRemedies(lines: readonly AlignedLine[], at: number): ReadonlyMap<number, Reordered> | null {
  const heads = wholeHeadsAbove(lines, at, 'remedies');
  const { words, figures } = lines[at] ?? { words: [], figures: [] };
  // Figures that begin their line may have stood anywhere: blanks before them are easily lost.
  if (!heads || !areOf(heads, outcomes) || words.length > 0 || figures.length >= heads.length || figures[0]?.from === 0) return null;
  const columns = inColumns(figures, heads.map(placeOf));
  const parts = columns && [0, 1, 2].map((n) => columns.slice(n * outcomes.length, (n + 1) * outcomes.length));
  if (!columns || !parts?.every((part) => addsUp(part, true))) return null;
  return new Map([headCells(heads, lines), [at, { to: at + 1, pieces: [], cells: [cell('', 0, 0), ...figureCells(columns, at)] }]]);
}

/** Tables 3 and 4 whose rows leave cells empty, read by the places of their figures: lines by the index of the first. */
export function placedRows(lines: readonly AlignedLine[], from: number, to: number): ReadonlyMap<number, Reordered> {
  const read = new Map<number, Reordered>();
  for (let at = from, tables = 0; at < to && tables < mostTables; at++) {
    if ((lines[at]?.figures.length ?? 0) === 0) continue;
    const heads = wholeHeadsAbove(lines, at, 'applications');
    if (heads) tables++;
    const placed = (heads && placedApplications(heads, lines, Math.min(to, at + longestTable))) ?? placedRemedies(lines, at);
    for (const [line, reordered] of placed ?? []) read.set(line, reordered);
    if (placed) at = Math.max(at, ...[...placed.values()].map((one) => one.to - 1));
  }
  return read;
}
