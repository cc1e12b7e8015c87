import type { Block } from '../flow/flow.ts';
import { mostCells } from '../limits.ts';
import { tooLarge } from '../refusals.ts';
import { end, isFarOut, isShown, longestSheet, type SheetCell, widestSheet } from './cell.ts';
import { Merged, tableOf } from './table.ts';

/** Collects the cells of a sheet and tells its tables from the running text between them. */
export class SheetBuilder {
  private readonly name: string;
  private readonly cells: SheetCell[] = [];
  private readonly hiddenColumns = new Uint8Array(widestSheet);
  private readonly hiddenRows = new Uint8Array(longestSheet);

  constructor(name: string) {
    this.name = name;
  }

  /** Columns `from` up to `to` are not shown. */
  hideColumns(from: number, to: number): void {
    if (from >= 0) this.hiddenColumns.fill(1, from, to);
  }

  /** Rows `from` up to `to` are not shown. */
  hideRows(from: number, to: number): void {
    if (from >= 0) this.hiddenRows.fill(1, from, to);
  }

  /** Add a cell. Throws `UnreadableError` for a giant sheet; empty cells far out are only formatting. */
  add(cell: SheetCell): void {
    const far = isFarOut(cell.row, end(cell) - 1);
    if (far && cell.text.trim() === '') return;
    if (far || this.cells.length === mostCells) throw tooLarge(`工作表“${this.name}”超过 ${widestSheet} 列或 ${longestSheet} 行`);
    this.cells.push(cell);
  }

  /** The sheet as blocks: rows of several cells are tables, rows of one cell are running text. */
  blocks(): Block[] {
    const rows = [...this.shownCells()].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells: uncovered(cells) }));
    const width = rows.reduce((most, { cells }) => cells.filter(isShown).reduce((far, cell) => Math.max(far, end(cell)), most), 0);
    if (width === 0) return [];
    // A name somebody gave to the sheet is read like a heading.
    const blocks: Block[] = /^(sheet|工作表|表)\s*\d*$/i.test(this.name) ? [] : [this.name];
    let table: SheetCell[][] = [];
    const merged = new Merged();
    let next = 0;
    const flush = () => {
      if (table.length > 0) blocks.push(tableOf(table));
      table = [];
    };
    for (const { row, cells } of rows) {
      const own = cells.filter((cell) => !merged.covers(row, cell.column));
      const inMerge = merged.reaches(row);
      if (row > next && !inMerge) flush();
      else for (; row > next && table.length > 0; next++) table.push([]);
      next = row + 1;
      const text = table.length > 0 && isWrittenBlank(own) ? null : runningText(own, width, inMerge);
      if (text === null) table.push(own);
      else flush();
      if (text) blocks.push(text);
      for (const cell of own) merged.add(cell, row);
    }
    flush();
    return blocks;
  }

  /** Cells by their rows; what is hidden takes no place, but a merged cell reaches over it. */
  private shownCells(): ReadonlyMap<number, SheetCell[]> {
    const [column, row] = [placesOf(this.hiddenColumns), placesOf(this.hiddenRows)];
    const shown = new Map<number, SheetCell[]>();
    for (const cell of this.cells) {
      const at = { column: column(cell.column), row: row(cell.row) };
      const span = { columns: column(end(cell)) - at.column, rows: row(cell.row + cell.rows) - at.row };
      if (span.columns <= 0 || span.rows <= 0) continue;
      const others = shown.get(at.row);
      if (others) others.push({ ...cell, ...at, ...span });
      else shown.set(at.row, [{ ...cell, ...at, ...span }]);
    }
    return shown;
  }
}

/** How many rows or columns are shown before one. */
function placesOf(hidden: Uint8Array): (at: number) => number {
  const before = new Int32Array(hidden.length + 1);
  hidden.forEach((isHidden, at) => {
    before[at + 1] = (before[at] ?? 0) + 1 - isHidden;
  });
  return (at) => before[Math.min(at, hidden.length)] ?? 0;
}

/** Cells of a row without those under a merged cell on their left. */
function uncovered(cells: readonly SheetCell[]): SheetCell[] {
  let covered = 0;
  return cells
    .toSorted((a, b) => a.column - b.column)
    .filter((cell) => {
      const isCovered = cell.column < covered;
      covered = Math.max(covered, end(cell));
      return !isCovered;
    });
}

/** Whether blanks are written into cells of a row: a row of the table above it with nothing to report, where its cells have no borders. */
const isWrittenBlank = (cells: readonly SheetCell[]): boolean => cells.filter(({ text }) => text !== '' && text.trim() === '').length > 1;

/** The text of a row that is no table row: one filled cell that spans the sheet or stands alone; '' for an empty row. */
function runningText(cells: readonly SheetCell[], width: number, inMerge: boolean): string | null {
  const [only, second] = cells.filter((cell) => cell.text.trim() !== '');
  if (second || inMerge || cells.filter((cell) => cell.bordered).length > 1) return null;
  if (!only) return '';
  return cells.length === 1 || only.columns >= width - 1 ? only.text : null;
}
