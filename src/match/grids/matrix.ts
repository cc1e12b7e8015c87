import type { GridCell, Line } from '../../model.ts';

/** A cell of a grid and the line it is printed on. */
export interface PlacedCell {
  readonly cell: GridCell;
  readonly n: number;
  /** The row of its first place; rows count from 0. */
  readonly top: number;
}

/** The places of a grid, row by row; a cell that spans several stands in each of them. */
export type Matrix = readonly (readonly PlacedCell[])[];

/** Lines of one printed grid; places in the list of all lines. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly table: number;
}

/** The grids of a document of more than one row, one below the other. */
export function runsOf(lines: readonly Line[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < lines.length; ) {
    const table = lines[from]?.row?.table;
    let to = from + 1;
    while (table !== undefined && lines[to]?.row?.table === table) to++;
    if (table !== undefined && to > from + 1) runs.push({ from, to, table });
    from = to;
  }
  return runs;
}

/**
 * The places of some rows of a grid; null where they are none: a place is empty or taken twice, rows end in different places. What got
 * lost or doubled would have moved the cells behind it.
 */
export function matrixOf(lines: readonly Line[]): Matrix | null {
  const places: (PlacedCell | undefined)[][] = lines.map(() => []);
  for (const [top, { n, row }] of lines.entries()) {
    if (!row || row.even === false) return null;
    for (const cell of row.cells) if (!put({ cell, n, top }, places)) return null;
  }
  const width = places[0]?.length ?? 0;
  const rows = places.map((row) => Array.from(row).filter((place) => place !== undefined));
  return width > 1 && rows.every((row, at) => row.length === width && places[at]?.length === width) ? rows : null;
}

/** Put a cell into all of its places; false where one is taken. */
function put(placed: PlacedCell, places: (PlacedCell | undefined)[][]): boolean {
  const { cell, top } = placed;
  for (const row of places.slice(top, top + cell.rows))
    for (let at = cell.column; at < cell.column + cell.columns; at++) {
      if (row[at]) return false;
      row[at] = placed;
    }
  return true;
}

/** The matrix with rows for columns. */
export const transposed = (matrix: Matrix): Matrix => (matrix[0] ?? []).map((_, at) => matrix.flatMap((row) => row[at] ?? []));

/** The places of a matrix as rows of cells that are printed on line `n` or below it. */
export function rowsOf(matrix: Matrix, n: number): GridCell[][] {
  const done = new Set<PlacedCell>();
  return matrix.map((row, top) => {
    const cells: GridCell[] = [];
    for (const [column, placed] of row.entries()) {
      if (done.has(placed)) continue;
      done.add(placed);
      const columns = row.lastIndexOf(placed) - column + 1;
      let rows = 1;
      while (matrix[top + rows]?.[column] === placed) rows++;
      cells.push({ text: placed.cell.text, column, columns, rows, below: placed.n - n });
    }
    return cells;
  });
}

/** Words of a cell, as printed but for blanks. */
export const wordsOf = ({ cell }: PlacedCell): string => cell.text.replace(/\s+/g, '');
