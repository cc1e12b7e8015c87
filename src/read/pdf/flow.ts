import type { Block, Cell } from '../flow/flow.ts';
import { CellCounter } from '../flow/rows.ts';
import { continueTable } from './breaks.ts';
import { withoutFurniture } from './furniture.ts';
import type { Page, PageLine, PageTable } from './page.ts';
import { isTabular, wrap } from './text.ts';

/** The blocks of a document from its pages: page furniture left out, tables and paragraphs joined over page breaks. */
export function pageBlocks(pages: readonly Page[]): Block[] {
  const counter = new CellCounter();
  const elements = withoutFurniture(pages);
  const margins = bodyMargins(elements);
  const blocks: Block[] = [];
  let table: PageTable | null = null;
  let paragraph: { text: string; last: PageLine } | null = null;
  const flush = () => {
    if (paragraph) blocks.push(paragraph.text);
    if (table) blocks.push(tableBlock(table, counter));
    paragraph = null;
    table = null;
  };
  for (const { element, pageBreak } of elements) {
    if (element.kind === 'table') {
      const joined: PageTable | null = table && pageBreak ? continueTable(table, element) : null;
      if (!joined) flush();
      table = joined ?? element;
    } else if (paragraph && continues(paragraph.last, element, margins, pageBreak)) {
      paragraph = { text: paragraph.text + wrap(paragraph.last.line, element.line, 0) + element.text, last: element };
    } else {
      flush();
      paragraph = { text: element.text, last: element };
    }
  }
  flush();
  return blocks;
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Where running text begins and ends: the outermost edges that several lines share. */
function bodyMargins(elements: readonly { readonly element: PageLine | PageTable }[]): Margins {
  const lines = elements.flatMap(({ element }) =>
    element.kind === 'line' && element.line.right - element.line.left > 10 * element.line.size ? [element.line] : [],
  );
  if (lines.length < 2) return { left: 0, right: Number.POSITIVE_INFINITY };
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b);
  const rights = lines.map((line) => line.right).sort((a, b) => b - a);
  return { left: lefts[0] ?? 0, right: rights[Math.min(1, rights.length - 1)] ?? 0 };
}

const sentenceEnd = /[。；：！？]$/;
const sectionHead = /^[一二三四五六七八九十]+、/;

/** A line goes on in the next when it is full and the next begins at the margin, in the same type. */
function continues(last: PageLine, next: PageLine, { left, right }: Margins, pageBreak: boolean): boolean {
  const size = Math.max(last.line.size, next.line.size);
  if (sentenceEnd.test(last.text) && sectionHead.test(next.text)) return false;
  if (Math.abs(last.line.size - next.line.size) > 0.12 * size || isTabular(last.line) || isTabular(next.line)) return false;
  if (!pageBreak && next.top - last.top > 2.6 * size) return false;
  return last.line.right > right - 2.2 * size && next.line.left < left + 0.8 * size;
}

function tableBlock(table: PageTable, counter: CellCounter): Block {
  counter.count(table.cells.length);
  const edges = columnEdges(table);
  const columnAt = (edge: number) => edges.findLastIndex((candidate) => candidate <= edge + 1);
  const rows = Array.from({ length: table.rows }, (): Cell[] => []);
  for (const { row, rows: span, left, right, text } of [...table.cells].sort((a, b) => a.left - b.left)) {
    rows[row]?.push({ blocks: [text], columns: Math.max(1, columnAt(right) - columnAt(left)), rows: span });
  }
  return { rows };
}

/** The columns of all pages together; edges a hair apart are one. */
function columnEdges(table: PageTable): number[] {
  const edges: number[] = [];
  for (const edge of table.cells.flatMap(({ left, right }) => [left, right]).sort((a, b) => a - b)) {
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > 3.5) edges.push(edge);
  }
  return edges;
}
