import type { FormTable } from '../../schemas/forms/index.ts';
import type { Atom, Header, PrintedRow } from '../match/rows/row.ts';
import { clausesOf } from './columns.ts';

// What a printed row looks like: its empty cells, how far it goes, whether the form has it.

/** An empty line behind or between the numbers of a flattened row; before them it may be distance. */
export function hasEmptyCells(atoms: readonly Atom[]): boolean {
  const first = atoms.findIndex(({ raw }) => raw !== '');
  return (
    (first >= 0 || atoms.length > 1) &&
    atoms.slice(Math.max(first, 0)).some(({ raw, bordered, trailing }) => raw === '' && !bordered && !trailing)
  );
}

/** Numbers and empty lines in a flattened row: where each number belongs was counted by the lines. */
export const hasGaps = ({ atoms }: PrintedRow): boolean =>
  atoms.some(({ raw, bordered }) => raw === '' && !bordered) && atoms.some(({ raw }) => raw !== '');

/**
 * Whether empty cells of a flattened table left no trace: most of its rows with figures have fewer than there are columns. As many
 * figures as columns then may be some of the row's, and another.
 */
export function losesBlanks(rows: readonly PrintedRow[], count: number): boolean {
  const filled = rows.filter(({ sense, atoms }) => sense?.kind === 'row' && atoms.length > 0 && atoms.every(({ bordered }) => !bordered));
  return filled.filter(({ atoms }) => atoms.length < count).length * 2 > filled.length;
}

/** Column behind the last cell of a grid row or a head; 0 where no borders are printed. */
export const rightEdge = (cells: readonly (Atom | Header)[]): number =>
  cells.reduce((edge, { column, columns }) => Math.max(edge, column < 0 ? 0 : column + columns), 0);

/** The leftmost column of the figures of some grid rows; 0 where no borders are printed. */
export function leftEdge(rows: readonly PrintedRow[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { atoms } of rows) for (const { raw, column } of atoms) if (raw !== '' && column < least) least = Math.max(column, 0);
  return least === Number.POSITIVE_INFINITY ? 0 : least;
}

/** Where the two widest of some grid rows and their heads end. */
export function widestEdges(rows: readonly PrintedRow[]): readonly [widest: number, next: number] {
  let [widest, next] = [0, 0];
  for (const { atoms, header } of rows)
    for (const edge of [rightEdge(atoms), rightEdge(header)]) {
      if (edge > widest) [widest, next] = [edge, widest];
      else if (edge > next) next = edge;
    }
  return [widest, next];
}

/** Whether a printed row is one of a form's. */
export const isRowOf = (form: FormTable, { sense }: PrintedRow) => sense?.kind === 'row' && clausesOf(form).has(sense.code);
