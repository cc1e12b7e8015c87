import type { Line } from '../../model.ts';
import type { Block, Cell } from './flow.ts';

/** The lines of a document that was read as blocks of another that holds it. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let rows: Cell[][] = [];
  let table = -1;
  for (const { text, row } of lines) {
    if (row && row.table !== table) {
      rows = [];
      blocks.push({ rows });
    }
    table = row?.table ?? -1;
    if (row) rows.push(row.cells.map(({ text: words, columns, rows: down }) => ({ blocks: [words], columns, rows: down })));
    else blocks.push(text);
  }
  return blocks;
}
