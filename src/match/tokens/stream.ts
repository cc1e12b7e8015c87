import type { Doc } from '../../model.ts';
import { alignedLines } from '../aligned/aligned.ts';

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

/** Join the lines and cells of a document; what a page prints at its edges is left out. */
export function toStream(doc: Doc): Stream {
  const segments: Segment[] = [];
  const pageEdges = new Set<number>();
  let text = '';
  let rows = 0;
  let block = 0;
  let over = 0;
  const aligned = alignedLines(doc.lines);
  for (const [at, { n, folded, row }] of doc.lines.entries()) {
    const { pieces = [], to = over } = aligned.get(at) ?? {};
    for (const { line: own, text: shown } of pieces) {
      segments.push(lineSegment(text.length, text.length + shown.length, n + own - at, block, n + to - 1 - at));
      text += shown + line;
    }
    over = to;
    if (at < over) continue;
    if (!row) {
      const isEdge = isPageEdge(folded);
      if (isEdge) pageEdges.add(n);
      const shown = isEdge ? '' : folded;
      segments.push(lineSegment(text.length, text.length + shown.length, n, block));
      text += shown + line;
      continue;
    }
    if (row.cells.length === 0) block++;
    const several = isRow(doc.lines, at);
    for (const { text: shown, column, columns, below = 0 } of row.cells) {
      const start = text.length;
      segments.push({
        start,
        end: start + shown.length,
        line: n + below,
        until: n + below,
        row: several ? rows : -1,
        table: row.table,
        column,
        columns,
        bordered: true,
        even: row.even ?? null,
        block,
      });
      text += shown + cell;
    }
    rows++;
  }
  return { text, segments, pageEdges };
}
