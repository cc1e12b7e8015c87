import { mostCells } from '../limits.ts';
import { tooLarge } from '../refusals.ts';
import { isFarOut, type SheetCell } from './cell.ts';
import { SheetBuilder } from './grid.ts';

/** A place in a sheet; rows and columns count from 0. */
export type Place = Pick<SheetCell, 'row' | 'column'>;

type FoundCell = Omit<SheetCell, 'columns' | 'rows'>;

/** Longest row any format has. */
const longestRow = 0x10000;
const keyOf = ({ row, column }: Place) => row * longestRow + column;

/** The cells of a sheet whose file lists the merges behind them. Of a cell that is listed twice the last counts. */
export class SheetCells {
  readonly sheet: SheetBuilder;
  private readonly cells = new Map<number, FoundCell>();
  private readonly merges = new Map<number, { readonly first: Place; readonly last: Place }>();

  constructor(name: string) {
    this.sheet = new SheetBuilder(name);
  }

  /** Throws `UnreadableError` for more cells than any report has. */
  add(cell: FoundCell): void {
    if (cell.text === '' && isFarOut(cell.row, cell.column)) return;
    this.cells.set(keyOf(cell), cell);
    if (this.cells.size > mostCells) throw tooLarge(`工作表超过 ${mostCells} 个单元格`);
  }

  /** All cells between these two are one. */
  merge(first: Place, last: Place): void {
    if (last.column >= first.column && last.row >= first.row) this.merges.set(keyOf(first), { first, last });
  }

  /** The sheet with merged cells in place, also those that are empty and not told of themselves. */
  finish(): SheetBuilder {
    for (const [key, { first }] of this.merges) if (!this.cells.has(key)) this.add({ ...first, text: '', bordered: false });
    for (const cell of this.cells.values()) {
      const { row, column } = this.merges.get(keyOf(cell))?.last ?? cell;
      this.sheet.add({ ...cell, columns: column - cell.column + 1, rows: row - cell.row + 1 });
    }
    return this.sheet;
  }
}
