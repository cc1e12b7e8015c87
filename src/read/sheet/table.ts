import type { Cell, Table } from '../flow/flow.ts';
import { end, isShown, type SheetCell, widestSheet } from './cell.ts';

/** Which places of the rows below lie under a merged cell. */
export class Merged {
  /** By column, the first row that is free again. */
  private readonly free = new Int32Array(widestSheet);
  private deepest = 0;

  add({ column, columns, rows }: SheetCell, row: number): void {
    if (rows === 1) return;
    this.free.fill(row + rows, column, column + columns);
    this.deepest = Math.max(this.deepest, row + rows);
  }

  covers = (row: number, column: number): boolean => (this.free[column] ?? 0) > row;

  /** Does any merged cell of a row above reach this one? */
  reaches = (row: number): boolean => this.deepest > row;
}

/** Rows of one table, from its first column shown to its last, with empty cells where nothing is written. */
export function tableOf(sheetRows: readonly (readonly SheetCell[])[]): Table {
  const shown = sheetRows.flat().filter(isShown);
  const from = shown.reduce((least, cell) => Math.min(least, cell.column), widestSheet);
  const to = shown.reduce((most, cell) => Math.max(most, end(cell)), 0);
  const rows = ownColumns(sheetRows.map((cells) => cells.filter((cell) => cell.column >= from && cell.column < to)));
  const width = rows.flat().reduce((most, cell) => Math.max(most, end(cell)), 0);
  const merged = new Merged();
  let at = rows[0]?.[0]?.row ?? 0;
  return {
    rows: rows.map((cells) => {
      at = cells[0]?.row ?? at + 1;
      const row = placed(cells, (column) => merged.covers(at, column), width);
      for (const cell of cells) merged.add(cell, at);
      return row;
    }),
  };
}

/** Sheets serve several tables with one set of columns; a table's own columns are those where one of its cells begins or ends. */
function ownColumns(rows: readonly (readonly SheetCell[])[]): SheetCell[][] {
  const edges = [...new Set(rows.flat().flatMap((cell) => [cell.column, end(cell)]))].sort((a, b) => a - b);
  const index = new Map(edges.map((edge, n) => [edge, n]));
  const at = (edge: number) => index.get(edge) ?? 0;
  return rows.map((cells) => cells.map((cell) => ({ ...cell, column: at(cell.column), columns: at(end(cell)) - at(cell.column) })));
}

function placed(cells: readonly SheetCell[], isCovered: (column: number) => boolean, width: number): Cell[] {
  const row: Cell[] = [];
  let column = 0;
  const fill = (until: number) => {
    for (; column < until; column++) {
      if (!isCovered(column)) row.push({ blocks: [] });
    }
  };
  for (const cell of cells) {
    if (cell.column < column) continue;
    fill(cell.column);
    row.push({ blocks: [cell.text], columns: cell.columns, rows: cell.rows });
    column = end(cell);
  }
  fill(width);
  return row;
}
