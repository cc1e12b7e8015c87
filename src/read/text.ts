import type { Doc, GridCell } from '../model.ts';
import { noHints } from '../model.ts';
import { DocBuilder } from './lines.ts';
import { anyBorder, isRule, pipe, separatorRow } from './text/borders.ts';
import { type BrokenRow, brokenRows, onTheirLines, wholeLines } from './text/broken-rows.ts';
import { afterPipes, betweenPipes, evenTable, type Pipes, pipeStyle } from './text/cell-lines.ts';
import { type DrawnRow, drawnRows } from './text/drawn.ts';
import { type DrawnGrid, drawnGrids } from './text/drawn-grid.ts';
import { evenTables } from './text/even-rows.ts';
import { cellsOf, type Frame, frameAt, isEven, noFrame, tabsPerBorder } from './text/frame.ts';
import { withoutLineMarks } from './text/line-marks.ts';
import { betweenCommas } from './text/separated.ts';

// Plain text and Markdown. Pipes and tabs are printed borders: what stands between two of them is a cell, even if it is
// empty. Runs of blanks are no borders (pdftotext aligns with them); the matcher splits such lines.

/** A row over several lines: what stands below one another is one cell. The lines keep their places. */
function drawnRow(doc: DocBuilder, lines: readonly string[]): void {
  const parts = lines.map((line) => cellsOf(line, pipe, { ...noFrame, opens: true, closes: true }));
  const [first = []] = parts;
  const cells = first.map((cell, at) => ({
    ...cell,
    text: parts
      .map((part) => part[at]?.text ?? '')
      .filter(Boolean)
      .join(' '),
  }));
  rowOn(doc, lines, cells);
}

/** A row over several lines stands on its first one. */
function rowOn(doc: DocBuilder, [first = '', ...others]: readonly string[], cells: GridCell[], even?: boolean): void {
  doc.gridRow(first, cells, even);
  for (const line of others) doc.gridRow(line, []);
}

/** A row of a drawn table stands on its first line. */
function drawnGrid(doc: DocBuilder, lines: readonly string[], { from, to, begun }: DrawnGrid): void {
  doc.beginTable();
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? '';
    if (isRule(line)) doc.paragraph('');
    else doc.gridRow(line, begun.get(at) ?? []);
  }
}

function rows(doc: DocBuilder, printed: readonly string[], pipes: boolean): boolean {
  let markdown = false;
  /** That of the table the lines are in. */
  let frame: Frame | null = null;
  const begin = (at: number): Frame => {
    doc.beginTable();
    return frameAt(lines, at);
  };
  const tab = new RegExp(`\\t{${tabsPerBorder(printed)}}`);
  const drawn = pipes ? drawnRows(printed) : new Map<number, DrawnRow>();
  const broken = pipes && drawn.size === 0 ? brokenRows(printed) : new Map<number, BrokenRow>();
  const lines = wholeLines(printed, broken);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const several = drawn.get(at);
    if (several !== undefined) {
      frame ??= begin(at);
      drawnRow(doc, lines.slice(several.from, several.to));
      at = several.to - 1;
      continue;
    }
    const border = pipes && pipe.test(line) ? pipe : (frame ? /\t/ : /\S\t/).test(line) ? tab : null;
    if (border && pipes && separatorRow.test(line)) {
      markdown = true;
      doc.paragraph('');
    } else if (isRule(line)) doc.paragraph('');
    else if (!border) {
      if (line.trim() !== '') frame = null;
      doc.paragraph(line.trimEnd());
    } else {
      frame ??= begin(at);
      const cells = cellsOf(line, border, frame);
      const row = broken.get(at);
      const own = row ? printed.slice(row.from, row.to) : [line];
      rowOn(doc, own, row ? onTheirLines(cells, own, frame.opens) : cells, isEven(line, border, frame));
      at += own.length - 1;
    }
  }
  return markdown;
}

function plainLines(doc: DocBuilder, lines: readonly string[], style: Pipes): boolean {
  if (style === 'between') betweenPipes(doc, lines);
  else if (style === 'after') afterPipes(doc, lines);
  return (style === 'rows' || style === 'none') && rows(doc, lines, style === 'rows');
}

/** The lines of a text with borders, as rows where they are such; tells whether the text is Markdown. */
function borderedLines(doc: DocBuilder, lines: readonly string[]): boolean {
  const drawn = drawnGrids(lines);
  const even = evenTables(lines).filter(({ from, to }) => drawn.every((grid) => to <= grid.from || from >= grid.to));
  const style = pipeStyle(lines);
  let isMarkdown = false;
  let at = 0;
  for (const table of [...drawn, ...even].sort((a, b) => a.from - b.from)) {
    isMarkdown = plainLines(doc, lines.slice(at, table.from), style) || isMarkdown;
    if ('begun' in table) drawnGrid(doc, lines, table);
    else evenTable(doc, lines, table);
    at = table.to;
  }
  return plainLines(doc, lines.slice(at), style) || isMarkdown;
}

/** Line ends other than a line feed alone. */
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Read text: its lines as they stand, those with borders as rows. Markdown is recognised by its separator rows. */
export async function readText(text: string, encoding: string): Promise<Doc> {
  const printed = text.replace(lineEnds, '\n').split('\n');
  if (printed.at(-1) === '') printed.pop();
  const separated = text.includes(',') ? betweenCommas(printed) : printed;
  const lines = withoutLineMarks(separated);
  const doc = new DocBuilder();
  if (separated === printed && !anyBorder.test(text)) {
    for (const line of lines) doc.paragraph(line.trimEnd());
    return doc.finish('txt', encoding, noHints);
  }
  return doc.finish(borderedLines(doc, lines) ? 'md' : 'txt', encoding, noHints);
}
