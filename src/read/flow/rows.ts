import { append } from '../../append.ts';
import { deepestNesting, mostCells } from '../limits.ts';
import { tooLarge } from '../refusals.ts';
import type { Block, Cell, Table } from './flow.ts';

/** How a cell is tied to its neighbours: alone, first of a column of merged cells, merged with the cell above. */
export type Merge = 'none' | 'start' | 'down';

interface GrowingCell {
  readonly blocks: Block[];
  columns: number;
  rows: number;
}

/** Counts the cells and the nesting of a document, and stops a hostile one. */
export class CellCounter {
  private cells = 0;

  count(cells: number): void {
    this.cells += cells;
    if (this.cells > mostCells) {
      throw tooLarge(`表格超过 ${mostCells} 个单元格`);
    }
  }

  nest(depth: number): void {
    if (depth > deepestNesting) {
      throw tooLarge(`表格嵌套超过 ${deepestNesting} 层`);
    }
  }
}

/** Collects the rows of a table whose format flags merged cells row by row, and turns the flags into row spans. */
export class TableRows {
  private readonly rows: Cell[][] = [];
  private readonly counter: CellCounter;
  private row: GrowingCell[] = [];
  private column = 0;
  private starts = new Map<number, GrowingCell>();
  private grown: GrowingCell[] = [];

  constructor(counter: CellCounter) {
    this.counter = counter;
  }

  /** Columns of the grid that the row leaves out before its first cell. */
  skip(columns: number): void {
    if (columns > 0) this.add({ blocks: [], columns }, 'none');
  }

  /** The next cell of the row; one merged with the cell above only lengthens that cell. */
  add(cell: Cell, merge: Merge): void {
    this.counter.count(1);
    const columns = Math.max(1, cell.columns ?? 1);
    const above = this.starts.get(this.column);
    if (merge === 'down' && above?.columns === columns) {
      above.rows++;
      this.grown.push(above);
    } else {
      const placed = { blocks: [...cell.blocks], columns, rows: 1 };
      for (let at = this.column; at < this.column + columns; at++) this.starts.delete(at);
      if (merge !== 'none') this.starts.set(this.column, placed);
      this.row.push(placed);
    }
    this.column += columns;
  }

  /** A cell merged with the one on its left. */
  widen(columns: number, blocks: readonly Block[]): void {
    const left = this.row.at(-1);
    if (!left) {
      this.add({ blocks, columns }, 'none');
      return;
    }
    left.columns += columns;
    append(left.blocks, blocks);
    this.column += columns;
  }

  /** End the row; one that was deleted with tracking, or is hidden, leaves no trace. */
  endRow(gone = false): void {
    if (gone) for (const cell of this.grown) cell.rows--;
    else this.rows.push(this.row);
    this.row = [];
    this.column = 0;
    this.grown = [];
  }

  table(): Table {
    if (this.row.length > 0) this.endRow();
    return { rows: this.rows };
  }
}
