import type { FormColumn } from '../../../schemas/forms/index.ts';
import type { Atom, Header, PrintedRow, RowAtoms } from '../rows/row.ts';
import { byPosition, gridOf, isBlank } from './grid-columns.ts';

// Columns by the number of atoms: what empty cells beside them may be.

/** What empty cells are in a table. */
export interface Blanks {
  /** An empty line is no cell: those before a flattened row are set aside. */
  readonly distance: boolean;
  /** Several rows leave cells without a figure empty: one at the end of a row got there by no accident. */
  readonly usual: boolean;
  /** Rows with another number of cells than others of their level: which of them got lost cannot be told. */
  readonly odd: ReadonlySet<PrintedRow>;
}

/** Whether the last figure of a row is the sum of the others, its total, wherever it stands; as a zero alone is. */
function endsWithSum(atoms: readonly (Atom | undefined)[]): boolean {
  const figures = atoms.map((atom) => Number(atom?.raw ?? 0) || 0);
  const printed = atoms.flatMap((atom, at) => (atom && !isBlank(atom) ? [at] : []));
  if (printed.length === 1 && figures[printed[0] ?? 0] === 0) return true;
  const last = figures[figures.findLastIndex((figure) => figure !== 0)] ?? 0;
  return last > 0 && figures.reduce((sum, figure) => sum + figure, 0) === 2 * last;
}

/** Whether the figure before the total's place is no less than all others: it may be the total, moved there by a cell that got lost. */
function mayEndWithTotal(atoms: readonly (Atom | undefined)[]): boolean {
  const figures = atoms.map((atom) => Number(atom?.raw ?? 0) || 0);
  const last = figures.at(-2) ?? 0;
  return last > 0 && 2 * last >= figures.reduce((sum, figure) => sum + figure, 0);
}

/** A row of the form with the columns of its clause, and the head it stands under. */
export interface Ruled {
  readonly row: RowAtoms;
  readonly columns: readonly FormColumn[];
  readonly headers: readonly Header[];
}

/** As many cells of a row as there are columns, without what a label over several columns leaves empty before them, or spans behind them. */
function withoutMargin(atoms: readonly Atom[], count: number): readonly Atom[] {
  const surplus = Math.max(0, atoms.length - count);
  const isBehind = atoms.slice(count).every(isBlank);
  return !isBehind && atoms.slice(0, surplus).every(isBlank) ? atoms.slice(surplus) : atoms.slice(0, count);
}

/**
 * Whether several rows leave cells without a figure empty; in a table with totals those, and more often than another cell instead,
 * so that the total stands before its place.
 */
export function usuallyEmpty(rows: readonly Ruled[]): boolean {
  let left = 0;
  let shifted = 0;
  for (const { row, columns, headers } of rows) {
    const grid = gridOf(columns, headers);
    const own = (grid && byPosition(row.atoms, grid)) ?? withoutMargin(row.atoms, columns.length);
    if (columns.at(-1)?.code !== 'total') left += own.some(isBlank) ? 1 : 0;
    else if (own.at(-1)?.raw !== '' || !own.some(({ raw }) => Number(raw) > 0)) continue;
    else if (endsWithSum(own)) shifted++;
    else left++;
  }
  return left > Math.max(1, shifted);
}

const isFlat = (atoms: readonly Atom[]) => !atoms.some(({ bordered }) => bordered);

/**
 * Spans are closed up: a column's head stands above the labels, so that what spans leave is behind all cells of a row, and no cell
 * got lost or doubled.
 */
export const isClosedUp = (atoms: readonly Atom[], headers: readonly Header[]) =>
  atoms.every(({ even }) => even === true) && headers.some(({ column }) => column === 0);

/**
 * A row of a table that is filled up with empty cells ends with one: it may have lost one before, unless such cells are usual or its
 * sums hold. Where the grid places each cell, it has lost one if its total stands before its place; among several totals none tells.
 */
export function mayBeFill(atoms: readonly (Atom | undefined)[], columns: readonly FormColumn[], { usual }: Blanks): boolean {
  const last = atoms.at(-1);
  if (usual || !last?.bordered || !isBlank(last) || sumsHold(atoms, columns)) return false;
  const totals = columns.filter(({ code }) => code === 'total').length;
  return last.even === true || totals > 1 || (totals === 1 && (endsWithSum(atoms) || mayEndWithTotal(atoms)));
}

/** Columns of labels in table 3: a label over all of them leaves two cells empty behind it, and a column may have been added. */
const mostMargin = 3;

/** As many atoms as columns, once the empty cells that spans leave before or behind are set aside. */
export function byCount(
  { atoms, sense, line }: PrintedRow,
  columns: readonly FormColumn[],
  closedUp: boolean,
  { distance, usual }: Blanks,
): readonly Atom[] | null {
  const label = sense ? line : null;
  const count = columns.length;
  const surplus = atoms.length - count;
  if (surplus < 0) return null;
  if (areListed(atoms) && (surplus > 0 || (atoms[0]?.block ?? 0) > 0 || columns.some(({ code }) => code === 'total'))) {
    const first = atoms.slice(0, count);
    return atoms.slice(count).every(isBlank) && sumsHold(first, columns) ? first : null;
  }
  if (surplus === 0) return !isDoubtful(atoms, label) || sumsHold(atoms, columns) ? atoms : null;
  if (atoms.every(isBlank)) return atoms.slice(0, count);
  const filled = atoms.filter((atom) => !isBlank(atom));
  if (filled.length === count && isFlat(atoms) && sumsHold(filled, columns)) return filled;
  const behind = atoms.slice(count).every(isBlank);
  const before = !closedUp && atoms.slice(0, surplus).every(isBlank);
  if (behind === before) return null;
  const rest = behind ? atoms.slice(0, count) : atoms.slice(surplus);
  const onlyDistance = !behind && isFlat(atoms);
  if (onlyDistance && !distance) return null;
  const plain = rest.every((atom) => !isBlank(atom)) && !isDoubtful(rest, label);
  if (plain || (behind && closedUp && (usual || rest.at(-1)?.raw !== ''))) return rest;
  const isMargin = !isFlat(atoms) && surplus <= mostMargin;
  return (behind || isMargin) && sumsHold(rest, columns) ? rest : null;
}

/** Cells that stand on lines of their own, some of them empty: what is printed for an empty one may be what parts two rows. */
const areListed = (atoms: readonly Atom[]): boolean =>
  atoms.some(isBlank) && !atoms.every(isBlank) && atoms.every(({ bordered, column }) => bordered && column < 0);

/** An empty line that may be mere distance, words between the numbers, numbers on a line and more on the next: parts of other cells may stand among them. */
const isDoubtful = (atoms: readonly Atom[], label: number | null): boolean =>
  atoms.some(({ trailing, worded, afterWords }, at) => trailing || worded || (afterWords && at > 0)) || isWrapped(atoms, label);

/** Some numbers stand on one line, or with the label, others on another: neither a row a line nor a cell a line. */
function isWrapped(atoms: readonly Atom[], label: number | null): boolean {
  const [first] = atoms;
  if (!first || first.bordered || atoms.every(({ line }) => line === first.line)) return false;
  if (first.line === label) return true;
  return atoms.some(({ line }, at) => at > 0 && line === atoms[at - 1]?.line && atoms[at]?.raw !== '');
}

/** What a printed cell adds to the sum of its row: a mark for none adds nothing. */
const figureOf = (raw: string): number => (/^[-—–/]{1,2}$/.test(raw) ? 0 : Number(raw.replaceAll(',', '')));

/**
 * Whether empty cells beside a row can be told from its own: its sums must hold, with a total printed in every group
 * that prints anything. Else a lost cell, or one printed twice, would shift its neighbours unseen.
 */
export function sumsHold(atoms: readonly (Atom | undefined)[], columns: readonly FormColumn[]): boolean {
  if (atoms.every((atom) => !atom || isBlank(atom))) return true;
  let sum = 0;
  let printed = false;
  for (const [at, { code }] of columns.entries()) {
    const atom = atoms[at];
    const value = atom && !isBlank(atom) ? figureOf(atom.raw) : 0;
    printed ||= atom !== undefined && !isBlank(atom);
    if (code === 'total') {
      if (printed && (!atom || isBlank(atom) || value !== sum)) return false;
      sum = 0;
      printed = false;
    } else if (code !== 'organization_total') sum += value;
  }
  return !printed;
}
