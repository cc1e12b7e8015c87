import type { Doc } from '../model.ts';

/** A line of running text, or a cell between printed borders, as a piece of the stream. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Number of the grid row the cell belongs to; -1 where no borders are printed. */
  readonly row: number;
  readonly table: number;
  readonly column: number;
  readonly columns: number;
  readonly bordered: boolean;
  /** Counts the marks that begin a row where each cell stands on a line of its own. */
  readonly block: number;
}

/** A document as one text, so that a flattened table and a real one take the same way. */
export interface Stream {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Lines that hold only a page number. */
  readonly pageNumbers: ReadonlySet<number>;
}

// Page numbers printed inside tables: "- 3 -", "第3页", "3 / 12".
const shortestPageNumber = 3;
const pageNumber = /^\s*(?:[-—–]{1,2}\s*\d{1,3}\s*[-—–]{1,2}|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/;

/** Cells of the widest row that can be a table's: two reports side by side. A longer one is a whole page on one line. */
const widestRow = 60;

const line = '\n';
const cell = '\t';

/** Join the lines and cells of a document; page numbers are left out. */
export function toStream(doc: Doc): Stream {
  const segments: Segment[] = [];
  const pageNumbers = new Set<number>();
  let text = '';
  let rows = 0;
  let block = 0;
  for (const { n, folded, row } of doc.lines) {
    if (!row) {
      const isPageNumber = folded.length >= shortestPageNumber && pageNumber.test(folded);
      if (isPageNumber) pageNumbers.add(n);
      const shown = isPageNumber ? '' : folded;
      segments.push({
        start: text.length,
        end: text.length + shown.length,
        line: n,
        row: -1,
        table: -1,
        column: 0,
        columns: 1,
        bordered: false,
        block,
      });
      text += shown + line;
      continue;
    }
    if (row.cells.length === 0) block++;
    const several = row.cells.length > 1 && row.cells.length <= widestRow;
    for (const { text: shown, column, columns } of row.cells) {
      const start = text.length;
      segments.push({
        start,
        end: start + shown.length,
        line: n,
        row: several ? rows : -1,
        table: row.table,
        column,
        columns,
        bordered: true,
        block,
      });
      text += shown + cell;
    }
    rows++;
  }
  return { text, segments, pageNumbers };
}
