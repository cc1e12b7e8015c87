import type { Doc, GridRow } from '../../model.ts';
import { alignedLines, type Reordered } from '../aligned/aligned.ts';
import { scatteredHeads } from '../aligned/scattered-heads.ts';
import { splitHeads } from '../aligned/split-heads.ts';
import { regridded } from '../grids/regridded.ts';

/** A line of running text, or a cell between printed borders, as a piece of the stream. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Line on which the row it is printed in ends, where labels are wrapped beside their figures. */
  readonly until: number;
  /** Number of the grid row the cell belongs to; -1 where no borders are printed. */
  readonly row: number;
  readonly table: number;
  readonly column: number;
  readonly columns: number;
  readonly bordered: boolean;
  /** Whether its row has as many cells as the others of a table whose cells are only counted. */
  readonly even: boolean | null;
  /** Counts the marks that begin a row where each cell stands on a line of its own. */
  readonly block: number;
}

/** A document as one text, so that a flattened table and a real one take the same way. */
export interface Stream {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Lines of the page around the text: page numbers, running titles. */
  readonly pageEdges: ReadonlySet<number>;
}

// What a page prints at its edges, also inside tables: "- 3 -", "第3页", "3 / 12"; its title, address and counters with figures in them.
const pageNumber = /^\s*(?:[-—–]{1,2}\s*\d{1,3}\s*[-—–]{1,2}|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/;
const pageEdge =
  /^\s*(?:Page\s*\d{1,3}(?:\s*of\s*\d{1,3})?|页码\s*:?\s*\d{1,3}|[(]?续(?:上)?[表页]\s*\d{0,2}[)]?|(?:(?:https?|file):\/\/|www\.)\S+(?:\s+\d{1,3}\s*\/\s*\d{1,3})?|(?:浏览|点击|阅读|访问)(?:次数|量|数)\s*:?\s*\d*\s*次?)\s*$/i;
const runningTitle = /^[^。;,]{0,40}政府信息公开(?:工作)?(?:年度报告|年报)\s*[-—–]?\s*\d{0,3}\s*[-—–]?\s*$/;

const shortestEdge = 3;
const longestEdge = 150;

const isPageEdge = (line: string): boolean =>
  line.length >= shortestEdge && line.length <= longestEdge && (pageNumber.test(line) || pageEdge.test(line) || runningTitle.test(line));

/** Cells of the widest row that can be a table's: two reports side by side. A longer one is a whole page on one line, unless its neighbour is as long. */
const widestRow = 60;

/** Whether the cells of the line at `at` are a row of a table. */
function isRow(lines: Doc['lines'], at: number): boolean {
  const cells = lines[at]?.row?.cells.length ?? 0;
  return cells > 1 && (cells <= widestRow || [at - 1, at + 1].some((near) => lines[near]?.row?.cells.length === cells));
}

/** The number of a table that has no grid but the places of its figures. */
const placedTable = -2;

const line = '\n';
const cell = '\t';

/** A line of running text as a segment: characters `start` to `end` (exclusive) of the stream, on line `line` of the document. */
export const lineSegment = (start: number, end: number, line: number, block: number, until = line): Segment => ({
  start,
  end,
  line,
  until,
  row: -1,
  table: -1,
  column: 0,
  columns: 1,
  bordered: false,
  even: null,
  block,
});

/** Puts a stream together, line by line. */
class StreamBuilder implements Stream {
  text = '';
  readonly segments: Segment[] = [];
  readonly pageEdges = new Set<number>();
  private rows = 0;
  private block = 0;

  /** Pieces of lines in another order than they stand in; `before`: number of the line before the document's first. */
  reordered(at: number, { pieces, to, cells }: Reordered, before: number): void {
    for (const { line, text } of pieces) this.add(text, before + line, before + to - 1);
    if (cells) this.row(before + at, { cells, table: placedTable }, true);
  }

  line(n: number, folded: string): void {
    const isEdge = isPageEdge(folded);
    if (isEdge) this.pageEdges.add(n);
    this.add(isEdge ? '' : folded, n, n);
  }

  /** Cells between borders, `several` of which are a row of a table. */
  row(n: number, { cells, table, even }: GridRow, several: boolean): void {
    if (cells.length === 0) this.block++;
    for (const { text, column, columns, below = 0 } of cells) {
      const start = this.text.length;
      this.segments.push({
        start,
        end: start + text.length,
        line: n + below,
        until: n + below,
        row: several ? this.rows : -1,
        table,
        column,
        columns,
        bordered: true,
        even: even ?? null,
        block: this.block,
      });
      this.text += text + cell;
    }
    this.rows++;
  }

  private add(text: string, n: number, until: number): void {
    this.segments.push(lineSegment(this.text.length, this.text.length + text.length, n, this.block, until));
    this.text += text + line;
  }
}

/** Join the lines and cells of a document; what a page prints at its edges is left out. */
export function toStream(doc: Doc): Stream {
  const stream = new StreamBuilder();
  const aligned = alignedLines(doc.lines);
  const scattered = scatteredHeads(doc.lines);
  const heads = splitHeads(doc.lines);
  const grids = regridded(doc.lines);
  let over = 0;
  for (const [at, { n, folded, row }] of doc.lines.entries()) {
    const reordered = aligned.get(at) ?? (at >= over ? scattered.get(at) : undefined);
    if (reordered) {
      stream.reordered(at, reordered, n - at);
      over = reordered.to;
    }
    const grid = row && at >= over ? grids.get(at) : undefined;
    if (row && grid) {
      for (const cells of grid.rows) stream.row(n, { ...row, cells }, true);
      over = grid.to;
    }
    if (at < over) continue;
    const cells = heads.get(at);
    if (row && cells) {
      stream.row(n, { ...row, cells }, isRow(doc.lines, at));
      over = at + 2;
    } else if (row) stream.row(n, row, isRow(doc.lines, at));
    else stream.line(n, folded);
  }
  return stream;
}
