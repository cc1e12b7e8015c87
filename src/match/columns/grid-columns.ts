import type { FormColumn } from '../../../schemas/forms/index.ts';
import type { Atom, Header } from '../rows/row.ts';

// Columns of a table whose printed grid is known: what stands under which head.

/** Heads that tell where the columns stand, at least: one alone may have moved. */
const fewestHeads = 3;

/** An empty cell. */
export const isBlank = (atom: Atom): boolean => atom.raw === '';

/** The header of a column in a grid: alone, or printed again in each of the cells that were merged into it. */
export interface GridHeader {
  readonly column: number;
  readonly columns: number;
  readonly isRepeated: boolean;
}

/** One header of copies side by side on one line; null where there is none, or they stand apart. */
function mergedHeader(copies: readonly Header[]): GridHeader | null {
  const [first] = copies;
  if (!first) return null;
  let to = first.column;
  for (const { line, column, columns } of copies) {
    if (line !== first.line || column !== to) return null;
    to += columns;
  }
  return { column: first.column, columns: to - first.column, isRepeated: copies.length > 1 };
}

/** Grids by their head: all rows below one head have the same. */
const grids = new WeakMap<readonly Header[], { readonly columns: readonly FormColumn[]; readonly grid: readonly GridHeader[] | null }>();

/** The header of each column where the printed grid tells the columns apart: side by side, in form order. */
export function gridOf(columns: readonly FormColumn[], headers: readonly Header[]): readonly GridHeader[] | null {
  const known = grids.get(headers);
  if (known?.columns === columns) return known.grid;
  const grid = readGrid(columns, headers);
  grids.set(headers, { columns, grid });
  return grid;
}

function readGrid(columns: readonly FormColumn[], headers: readonly Header[]): readonly GridHeader[] | null {
  const grid: GridHeader[] = [];
  let from = 0;
  for (const { code } of columns) {
    const header = mergedHeader(headers.filter((one) => one.code === code && one.column >= 0));
    if (!header || header.column < from) return null;
    grid.push(header);
    from = header.column + header.columns;
  }
  return grid;
}

/**
 * Atoms that lie in the printed range of each column's header, one each or copies of one; null if the grid does not decide. Of a
 * row that may have lost a cell, an empty one may be what fills the row.
 */
export function byPosition(atoms: readonly Atom[], grid: readonly GridHeader[]): readonly Atom[] | null {
  const { placed, copies } = placeEach(atoms, grid);
  return placed && atoms.every((atom) => placed.includes(atom) || copies.has(atom) || isBlank(atom)) ? placed : null;
}

/**
 * Whether the heads of a grid stand over figures, each over one, but not over those that counting gives to their columns: a head that
 * got lost is not that of the last column.
 */
export function standsElsewhere(atoms: readonly Atom[], columns: readonly FormColumn[], headers: readonly Header[]): boolean {
  const isPlaced = ({ even, column }: Atom | Header) => even === null && column >= 0;
  const heads = headers.filter(({ code, over }) => over.length === 0 && columns.some((column) => column.code === code));
  if (heads.length < fewestHeads || !heads.every(isPlaced) || !atoms.every(isPlaced)) return false;
  const places = heads.map((head) => atoms.findIndex(({ column, columns: wide }) => column === head.column && wide === head.columns));
  const areApart = new Set(places).size === places.length && !places.includes(-1);
  return areApart && places.some((at, n) => columns[at]?.code !== heads[n]?.code);
}

/**
 * The same where authors added a column: figures or words that stand left or right of all heads are none of the row's own. A row that
 * has shifted leaves some there, too: the caller asks for its sums.
 */
export function besideAdded(atoms: readonly Atom[], grid: readonly GridHeader[]): readonly Atom[] | null {
  const [from, last] = [grid[0]?.column ?? 0, grid.at(-1)];
  const to = last ? last.column + last.columns : 0;
  const isAdded = ({ column, columns }: Atom) => column >= 0 && (column + columns <= from || column >= to);
  const own = atoms.filter((atom) => !isAdded(atom));
  return own.length < atoms.length && own.every(({ even }) => even === null) ? byPosition(own, grid) : null;
}

/** What stands under heads, where other cells stand under none: in columns that authors added beside or between those of the form. */
export function underOwnHeads(atoms: readonly Atom[], grid: readonly GridHeader[]): readonly Atom[] | null {
  const own = atoms.filter(({ column, columns }) =>
    grid.some((head) => column < head.column + head.columns && head.column < column + columns),
  );
  return own.length < atoms.length ? byPosition(own, grid) : null;
}

function placeEach(atoms: readonly Atom[], grid: readonly GridHeader[]): { placed: readonly Atom[] | null; copies: ReadonlySet<Atom> } {
  const placed: Atom[] = [];
  const copies = new Set<Atom>();
  for (const header of grid) {
    const inside = atoms.filter((atom) => atom.column >= header.column && atom.column + atom.columns <= header.column + header.columns);
    const [atom, ...others] = inside;
    const isOne = others.length === 0 || (header.isRepeated && others.every(({ raw }) => raw === atom?.raw));
    if (!atom || !isOne || (isBlank(atom) && atom.even === false)) return { placed: null, copies };
    placed.push(atom);
    for (const copy of others) copies.add(copy);
  }
  return { placed, copies };
}
