import type { FormColumn } from '../../../schemas/forms/index.ts';
import type { Atom, Header, PrintedRow, RowAtoms } from '../rows/row.ts';
import { isDigit } from '../tokens/characters.ts';
import { byPosition, gridOf, isBlank } from './grid-columns.ts';

/** What a row's atoms mean: one atom a column (none where the head leaves the column out), or not certain. */
export type Assignment =
  | { readonly certain: true; readonly atoms: readonly (Atom | undefined)[] }
  /** The count does not fit; `tied` are the columns that a printed sign or counter ties to one atom (contract 1). */
  | { readonly certain: false; readonly tied: ReadonlyMap<string, Atom> };

const isFlat = (atoms: readonly Atom[]) => !atoms.some(({ bordered }) => bordered);

/** As many atoms as columns, once the empty cells that spans leave before or behind are set aside. */
function byCount({ atoms, sense, line }: PrintedRow, columns: readonly FormColumn[], distance: boolean): readonly Atom[] | null {
  const label = sense ? line : null;
  const count = columns.length;
  const surplus = atoms.length - count;
  if (surplus < 0) return null;
  if (surplus === 0) return !isDoubtful(atoms, label) || sumsHold(atoms, columns) ? atoms : null;
  if (atoms.every(isBlank)) return atoms.slice(0, count);
  const filled = atoms.filter((atom) => !isBlank(atom));
  if (filled.length === count && isFlat(atoms) && sumsHold(filled, columns)) return filled;
  const behind = atoms.slice(count).every(isBlank);
  const before = atoms.slice(0, surplus).every(isBlank);
  if (behind === before) return null;
  const rest = behind ? atoms.slice(0, count) : atoms.slice(surplus);
  const onlyDistance = !behind && isFlat(atoms);
  if (onlyDistance && !distance) return null;
  const plain = rest.every((atom) => !isBlank(atom)) && !isDoubtful(rest, label);
  return plain || ((behind || !isFlat(atoms)) && sumsHold(rest, columns)) ? rest : null;
}

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
    const value = atom && !isBlank(atom) ? Number(atom.raw) : 0;
    printed ||= atom !== undefined && !isBlank(atom);
    if (code === 'total') {
      if (printed && (!atom || isBlank(atom) || value !== sum)) return false;
      sum = 0;
      printed = false;
    } else if (code !== 'organization_total') sum += value;
  }
  return !printed;
}

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
 * many only words are sure: figures may be parts of a broken one (+3, 2; 2826, 946.68元). As many as two rows hold may be theirs.
 */
function tiedAtoms(atoms: readonly Atom[], columns: readonly FormColumn[]): Map<string, Atom> {
  const tied = new Map<string, Atom>();
  const tie = (column: string, matches: RegExp) => {
    const fits = atoms.filter(({ raw, alone }) => alone && matches.test(raw));
    if (columns.some(({ code }) => code === column) && fits.length === 1 && fits[0]) tied.set(column, fits[0]);
  };
  if (atoms.length >= 2 * columns.length) return tied;
  if (atoms.length > columns.length) {
    tie('items_change', changeInWords);
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
 * Tie the atoms of a row to its columns: by the printed grid where it decides, else by their number. `distance`: in this
 * table an empty line is no cell, so those before a flattened row are set aside. A cell of words or of several values is one
 * cell only where the grid says so.
 */
export function assign(row: PrintedRow, columns: readonly FormColumn[], headers: readonly Header[], distance: boolean): Assignment {
  const { atoms, cells } = row;
  const grid = atoms.some(({ bordered }) => bordered) || cells ? gridOf(columns, headers) : null;
  const isExact = headers.length === 0 && cells?.length === columns.length;
  const placed = isExact ? cells : grid && cells && byPosition(cells, grid);
  if (placed && !isShifted(placed, columns)) return { certain: true, atoms: placed };
  const run = runsTogether(atoms);
  const counted = run ? null : byCount(row, columns, distance);
  // With an empty cell among them, as many atoms as columns may be one too many and one too few.
  const exact = counted && atoms.length === columns.length && !(grid && atoms.some(isBlank));
  const decided = exact ? counted : grid && !atoms.every(isBlank) ? byPosition(atoms, grid) : counted;
  return decided && !isShifted(decided, columns)
    ? { certain: true, atoms: decided }
    : { certain: false, tied: run ? new Map() : tiedAtoms(atoms, columns) };
}

/** The atoms of a row under a head that leaves columns of the form out, one under each label; null if the grid does not decide. */
export function assignUnder(labelled: readonly FormColumn[], headers: readonly Header[], { atoms }: RowAtoms): readonly Atom[] | null {
  const grid = atoms.every(({ bordered }) => bordered) && !runsTogether(atoms) ? gridOf(labelled, headers) : null;
  const placed = grid && (atoms.length === labelled.length ? atoms : byPosition(atoms, grid));
  return placed && !isShifted(placed, labelled) ? placed : null;
}
