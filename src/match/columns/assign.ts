import type { FormColumn } from '../../../schemas/forms/index.ts';
import type { Atom, Header, PrintedRow, RowAtoms } from '../rows/row.ts';
import { isDigit } from '../tokens/characters.ts';
import { type Blanks, byCount, isClosedUp, mayBeFill, sumsHold } from './count.ts';
import { besideAdded, byPosition, type GridHeader, gridOf, isBlank, standsElsewhere, underOwnHeads } from './grid-columns.ts';

/** What a row's atoms mean: one atom a column (none where the head leaves the column out), or not certain. */
export type Assignment =
  | { readonly certain: true; readonly atoms: readonly (Atom | undefined)[] }
  /** The count does not fit; `tied` are the columns that a printed sign or counter ties to one atom (contract 1). */
  | { readonly certain: false; readonly tied: ReadonlyMap<string, Atom> };

const changeInWords = /增|减|下降|持平/;
const change = new RegExp(`^[+\\-−‐‑–—]\\s?\\d|${changeInWords.source}`);

const money = /元$/;

/** A sign or a word for a change, or a sum of money, stands in another column: the row has shifted. */
const isShifted = (atoms: readonly Atom[], columns: readonly FormColumn[]): boolean =>
  [['items_change', change] as const, ['amount', money] as const].some(
    ([column, form]) =>
      columns.some(({ code }) => code === column) && atoms.some(({ raw }, at) => form.test(raw) && columns[at]?.code !== column),
  );

/**
 * A value whose sign or counter only one column of the row can have: +4 the change, 13项 the items, 元 the money. Among too
 * many only words are sure: figures may be parts of a broken one (+3, 2; 2826, 946.68元). As many as two rows hold may be theirs, and
 * what stands behind the place of its column, or beside another change, may be that of a row whose label was lost.
 */
function tiedAtoms(atoms: readonly Atom[], columns: readonly FormColumn[]): Map<string, Atom> {
  const tied = new Map<string, Atom>();
  const tie = (column: string, matches: RegExp) => {
    const fits = atoms.filter(({ raw, alone }) => alone && matches.test(raw));
    const [only] = fits;
    if (!only || fits.length > 1 || !columns.some(({ code }) => code === column)) return;
    // One a column: elsewhere than in its own it is not of it, whatever it looks like.
    if (atoms.length !== columns.length || columns[atoms.indexOf(only)]?.code === column) tied.set(column, only);
  };
  if (atoms.length >= 2 * columns.length) return tied;
  if (atoms.length > columns.length) {
    const first = atoms.findIndex(({ raw }) => change.test(raw));
    const isOwn = first <= columns.findIndex(({ code }) => code === 'items_change');
    if (isOwn && changeInWords.test(atoms[first]?.raw ?? '')) tie('items_change', change);
    return tied;
  }
  tie('items_change', change);
  tie('items_prior_year', /^\d[\d,]*项$/);
  tie('amount', money);
  return tied;
}

const zero = 48;

/** Digits without a separator between them, or behind a zero: counting does not say how many cells they are. */
export const runsTogether = (atoms: readonly Atom[]): boolean =>
  atoms.some(({ touching, raw }) => touching || (raw.charCodeAt(0) === zero && isDigit(raw.charCodeAt(1))));

/**
 * Tie the atoms of a row to its columns: by the printed grid where it decides, else by their number. A cell of words or of several
 * values is one cell only where the grid says so.
 */
export function assign(row: PrintedRow, columns: readonly FormColumn[], headers: readonly Header[], blanks: Blanks): Assignment {
  const { atoms, cells } = row;
  const grid = atoms.some(({ bordered }) => bordered) || cells ? gridOf(columns, headers) : null;
  const isExact = headers.length === 0 && cells?.length === columns.length;
  const placed = isExact ? cells : grid && cells && byPosition(cells, grid);
  if (placed && !isShifted(placed, columns) && !mayBeFill(placed, columns, blanks)) return { certain: true, atoms: placed };
  const added = withoutAdded(row, columns, grid);
  // A cell of words is none of the figures: empty ones would make up for it.
  if (cells && atoms.some(isBlank)) return added ?? { certain: false, tied: new Map() };
  const run = runsTogether(atoms);
  const isOdd = () => blanks.odd.has(row) || (grid === null && standsElsewhere(atoms, columns, headers) && !sumsHold(atoms, columns));
  const counted = run || isOdd() ? null : byCount(row, columns, isClosedUp(atoms, headers), blanks);
  // With an empty cell among them, as many atoms as columns may be one too many and one too few.
  const exact = counted && atoms.length === columns.length && !(grid && atoms.some(isBlank));
  const decided = exact ? counted : grid && !atoms.every(isBlank) ? byPosition(atoms, grid) : counted;
  return decided && !isShifted(decided, columns) && !mayBeFill(decided, columns, blanks)
    ? { certain: true, atoms: decided }
    : (added ?? { certain: false, tied: run ? new Map() : tiedAtoms(atoms, columns) });
}

/**
 * A row of a table with totals to which authors added a column: where its sum holds over figures, none of them empty or some of them
 * more than zero, it has not shifted.
 */
function withoutAdded({ atoms, cells }: PrintedRow, columns: readonly FormColumn[], grid: readonly GridHeader[] | null): Assignment | null {
  if (!grid || columns.at(-1)?.code !== 'total') return null;
  const own = besideAdded(cells ?? atoms, grid);
  const isTold = own && !runsTogether(own) && (!own.some(isBlank) || own.some(({ raw }) => /[1-9]/.test(raw)));
  return isTold && sumsHold(own, columns) ? { certain: true, atoms: own } : null;
}

/** The atoms of a row under a head that leaves columns of the form out, one under each label; null if the grid does not decide. */
export function assignUnder(
  labelled: readonly FormColumn[],
  headers: readonly Header[],
  { atoms, cells }: RowAtoms,
): readonly Atom[] | null {
  const grid = atoms.every(({ bordered }) => bordered) && !runsTogether(atoms) ? gridOf(labelled, headers) : null;
  // A cell of words is one of the row's, too.
  const own = cells ?? atoms;
  const placed = grid && (own.length === labelled.length ? own : byPosition(own, grid));
  return placed && !isShifted(placed, labelled) ? placed : null;
}

/** The atoms of a row of an even grid under the heads of its columns; null where a cell under them is none of one column. */
export function assignBetween(columns: readonly FormColumn[], headers: readonly Header[], { atoms, cells }: RowAtoms): Assignment | null {
  const grid = gridOf(columns, headers);
  const own = grid && underOwnHeads(cells ?? atoms, grid);
  return own && !runsTogether(own) && !isShifted(own, columns) ? { certain: true, atoms: own } : null;
}
