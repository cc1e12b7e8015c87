import type { Block, Cell, Table } from './flow.ts';
import { type CellCounter, type Merge, TableRows } from './rows.ts';

/** A cell that knows where its borders are printed, in twips (1/1440 inch) or any other unit. */
export interface EdgeCell {
  readonly blocks: readonly Block[];
  readonly left: number;
  readonly right: number;
  readonly merge: Merge;
  /** Merged with the cell on its left. */
  readonly mergedLeft?: boolean;
}

/** Edges nearer to each other than 2 mm are one border, drawn by hand in different rows. */
const sameEdge = 120;

/** A table from rows whose cells are given by their edges: spans follow from the edges of all rows together. */
export function edgeTable(rows: readonly (readonly EdgeCell[])[], counter: CellCounter): Table {
  const columnAt = columnsOf(rows.flat());
  const table = new TableRows(counter);
  for (const row of rows) {
    let at = 0;
    for (const { left, right, merge, mergedLeft, blocks } of row) {
      const from = Math.max(at, columnAt(left));
      const columns = Math.max(1, columnAt(right) - from);
      if (mergedLeft) table.widen(columns, blocks);
      else {
        table.skip(from - at);
        table.add({ blocks, columns } satisfies Cell, merge);
      }
      at = from + columns;
    }
    table.endRow();
  }
  return table.table();
}

function columnsOf(cells: readonly EdgeCell[]): (edge: number) => number {
  const edges = cells.flatMap(({ left, right }) => [left, right]).sort((a, b) => a - b);
  const columns = new Map<number, number>();
  let start = edges[0] ?? 0;
  let column = 0;
  for (const edge of edges) {
    if (edge - start >= sameEdge) {
      column++;
      start = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
