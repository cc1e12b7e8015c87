import type { Block, Table } from '../flow/flow.ts';
import { type CellCounter, type Merge, TableRows } from '../flow/rows.ts';
import type { Attributes } from '../xml.ts';
import { isOn } from './looks.ts';

interface OpenCell {
  columns: number;
  merge: Merge | 'left';
  deleted: boolean;
}

interface OpenTable {
  readonly rows: TableRows;
  /** Deleted with tracking, or hidden. */
  rowGone: boolean;
  cell: OpenCell | null;
}

/** The tables a walk over WordprocessingML is inside of, with the properties it hears for rows and cells (ECMA-376 17.4). */
export class OpenTables {
  private readonly counter: CellCounter;
  private readonly tables: OpenTable[] = [];

  constructor(counter: CellCounter) {
    this.counter = counter;
  }

  begin(): void {
    this.tables.push({ rows: new TableRows(this.counter), rowGone: false, cell: null });
  }

  beginCell(): void {
    const table = this.tables.at(-1);
    if (table) table.cell = { columns: 1, merge: 'none', deleted: false };
  }

  /** A property of the row or cell that is open; false where the element is none. */
  property(name: string, { val }: Attributes, inParagraph: boolean): boolean {
    const table = this.tables.at(-1);
    const cell = table?.cell;
    if (!table) return false;
    if (name === 'w:gridBefore' && !cell) table.rows.skip(span(val));
    else if (name === 'w:gridSpan' && cell) cell.columns = span(val);
    else if ((name === 'w:vMerge' || name === 'w:vmerge') && cell) cell.merge = val === 'restart' ? 'start' : 'down';
    else if ((name === 'w:hMerge' || name === 'w:hmerge') && cell) cell.merge = val === 'restart' ? cell.merge : 'left';
    else if (name === 'w:cellDel' && cell) cell.deleted = true;
    else if (name === 'w:del' && !inParagraph && !cell) table.rowGone = true;
    else if (name === 'w:hidden' && !cell) table.rowGone ||= isOn(val);
    else return false;
    return true;
  }

  /** End the cell with its content; false where no cell is open. */
  endCell(blocks: readonly Block[]): boolean {
    const table = this.tables.at(-1);
    const cell = table?.cell;
    if (!table || !cell) return false;
    table.cell = null;
    if (cell.merge === 'left') table.rows.widen(cell.columns, blocks);
    else if (!cell.deleted) table.rows.add({ blocks, columns: cell.columns }, cell.merge);
    return true;
  }

  endRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.rows.endRow(table.rowGone);
    table.rowGone = false;
  }

  /** End the innermost table; null where none is open. */
  end(): Table | null {
    return this.tables.pop()?.rows.table() ?? null;
  }
}

const span = (value: string | undefined) => Math.max(0, Math.min(Number.parseInt(value ?? '', 10) || 0, 1000));
