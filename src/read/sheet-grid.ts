import type { Block, Cell, Table } from './flow.ts';
import { mostCells } from './limits.ts';
import { tooLarge } from './refusals.ts';

/** A cell of a sheet as shown; rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly bordered: boolean;
}

/** Widest and longest sheet that can be a report's. */
const widestSheet = 1_024;
const longestSheet = 20_000;

/** Whether a place of a sheet is farther out than any report goes: what is empty there is only formatting. */
export const isFarOut = (row: number, column: number): boolean => column >= widestSheet || row >= longestSheet;

const isShown = (cell: SheetCell) => cell.text.trim() !== '' || cell.bordered;
const end = (cell: SheetCell) => cell.column + cell.columns;

/** Collects the cells of a sheet and tells its tables from the running text between them. */
export class SheetBuilder {
  private readonly name: string;
  private readonly rows = new Map<number, SheetCell[]>();
  private readonly hidden: (readonly [number, number])[] = [];
  private cells = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** Columns `from` up to `to` are not shown. */
  hideColumns(from: number, to: number): void {
    this.hidden.push([from, to]);
  }

  /** Add a cell. Throws `UnreadableError` for a giant sheet; empty cells far out are only formatting. */
  add(cell: SheetCell): void {
    const far = isFarOut(cell.row, end(cell) - 1);
    if (far && cell.text.trim() === '') return;
    this.cells++;
    if (far || this.cells > mostCells) {
      throw tooLarge(`工作表“${this.name}”超过 ${widestSheet} 列或 ${longestSheet} 行`);
    }
    const row = this.rows.get(cell.row);
    if (row) row.push(cell);
    else this.rows.set(cell.row, [cell]);
  }

  /** The sheet as blocks: rows of several cells are tables, rows of one cell are running text. */
  blocks(): Block[] {
    const rows = [...this.rows.entries()].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells: this.shown(cells) }));
    const width = rows.reduce((most, { cells }) => cells.filter(isShown).reduce((far, cell) => Math.max(far, end(cell)), most), 0);
    if (width === 0) return [];
    // A name somebody gave to the sheet is read like a heading.
    const blocks: Block[] = /^(sheet|工作表|表)\s*\d*$/i.test(this.name) ? [] : [this.name];
    let table: SheetCell[][] = [];
    const merged = new Merged();
    let next = 0;
    const flush = () => {
      if (table.length > 0) blocks.push(region(table));
      table = [];
    };
    for (const { row, cells } of rows) {
      const own = cells.filter((cell) => !merged.covers(row, cell.column));
      const inMerge = merged.reaches(row);
      if (row > next && !inMerge) flush();
      else for (; row > next && table.length > 0; next++) table.push([]);
      next = row + 1;
      const text = runningText(own, width, inMerge);
      if (text === null) table.push(own);
      else flush();
      if (text) blocks.push(text);
      for (const cell of own) merged.add(cell, row);
    }
    flush();
    return blocks;
  }

  /** Cells of a row that are shown: not hidden, not under a merged cell on their left. */
  private shown(cells: readonly SheetCell[]): SheetCell[] {
    let covered = 0;
    return [...cells]
      .sort((a, b) => a.column - b.column)
      .filter((cell) => {
        const isCovered = cell.column < covered;
        covered = Math.max(covered, end(cell));
        return !isCovered && !this.hidden.some(([from, to]) => cell.column >= from && end(cell) <= to);
      });
  }
}

/** Which places of the rows below lie under a merged cell. */
class Merged {
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

/** The text of a row that is no table row: one filled cell that spans the sheet or stands alone; '' for an empty row. */
function runningText(cells: readonly SheetCell[], width: number, inMerge: boolean): string | null {
  const [only, second] = cells.filter((cell) => cell.text.trim() !== '');
  if (second || inMerge || cells.filter((cell) => cell.bordered).length > 1) return null;
  if (!only) return '';
  return cells.length === 1 || only.columns >= width - 1 ? only.text : null;
}

/** Rows of one table, from its first column shown to its last, with empty cells where nothing is written. */
function region(sheetRows: readonly (readonly SheetCell[])[]): Table {
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
