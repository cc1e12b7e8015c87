import type { Doc, GridCell } from '../model.ts';
import { noHints } from '../model.ts';
import { DocBuilder } from './lines.ts';
import { type DrawnRow, drawnRows } from './text/drawn.ts';
import { withoutLineMarks } from './text/line-marks.ts';

// Plain text and Markdown. Pipes and tabs are printed borders: what stands between two of them is a cell, even if it is
// empty. Runs of blanks are no borders (pdftotext aligns with them); the matcher splits such lines.

const separatorRow = /^[\s|｜]*:?-{2,}:?[\s|｜:-]*$/;
const drawing = /^[\s|│┃+=\-─━═├┤┼┬┴┌┐└┘┝┥┠┨┯┷┰┸┿╂┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]+$/;
const longStroke = /-{5}|={5}|[─━═]{2}|[+]-{2}/;
/** Without one of these in it a text prints no border: no line of it needs a look. */
const anyBorder = /[|｜│┃\t]|-{5}|={5}|[─━═]{2}|[+]-{2}/;
/** A line that only draws the table; a short run of dashes may be the mark for nothing in a cell. */
const isRule = (line: string) => drawing.test(line) && longStroke.test(line);
const pipe = /[|｜│┃]/;
const closingPipe = /[|｜│┃]\s*$/;
const loneBar = /^\s*[|｜│┃]\s*$/;

/** Which way a text uses pipes: several cells a line, or one cell a line (edge-cases: layouts 7-9, and 10-12). */
type Pipes = 'none' | 'rows' | 'between' | 'after';

function pipeStyle(lines: readonly string[]): Pipes {
  let rows = 0;
  let lone = 0;
  let after = 0;
  for (const line of lines) {
    if (!pipe.test(line)) continue;
    if (loneBar.test(line)) lone++;
    else if (/^[^|｜│┃]*[|｜│┃]\s*$/.test(line)) after++;
    else if (!separatorRow.test(line)) rows++;
  }
  if (lone > 20 && lone + after > rows * 4) return after > lone ? 'after' : 'between';
  return rows + after > 0 ? 'rows' : 'none';
}

const leastBorders = 10;

/** Tabs between two cells. Some converters print two for each border: then all runs of tabs are even. */
function tabsPerBorder(lines: readonly string[]): number {
  let common = 0;
  let borders = 0;
  for (const line of lines) {
    if (!line.includes('\t')) continue;
    for (const { 0: tabs } of line.trim().matchAll(/\t+/g)) {
      common = greatestDivisor(common, tabs.length);
      borders++;
    }
    if (common === 1) return 1;
  }
  return borders < leastBorders ? 1 : common;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** Whether pipes stand around the rows of a text; where many rows end without one, they only stand between two cells. */
function areClosed(lines: readonly string[]): boolean {
  const bordered = lines.filter((line) => pipe.test(line));
  return bordered.filter((line) => !closingPipe.test(line)).length * 4 < bordered.length;
}

/** A pipe may open and close a row (`closed`); a tab only stands between two cells. */
function cellsOf(line: string, border: RegExp, closed = true): GridCell[] {
  const parts = line.split(border);
  if (border !== pipe || !closed) return parts.map((text, column) => ({ text: text.trim(), column, columns: 1, rows: 1 }));
  if (parts.length > 1 && parts[0]?.trim() === '') parts.shift();
  if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop();
  return parts.map((text, column) => ({ text: text.trim(), column, columns: 1, rows: 1 }));
}

const single = (text: string): GridCell[] => [{ text: text.trim(), column: 0, columns: 1, rows: 1 }];

/** One cell a line between lone pipes: two pipes without anything between them hold an empty cell. */
function betweenPipes(doc: DocBuilder, lines: readonly string[]): void {
  let open = false;
  let filled = false;
  for (const line of lines) {
    if (!loneBar.test(line)) {
      filled ||= line.trim() !== '';
      doc.paragraph(line.trimEnd());
    } else {
      if (open && !filled) doc.gridRow(line, single(''));
      else doc.paragraph('');
      open = true;
      filled = false;
    }
  }
}

/** A pipe after each cell, a lone pipe before each row; a pipe after blanks only closes an empty cell. */
function afterPipes(doc: DocBuilder, lines: readonly string[]): void {
  for (const line of lines) {
    if (/^[|｜│┃]\s*$/.test(line)) doc.gridRow('', []);
    else if (/[|｜│┃]\s*$/.test(line) && !/[|｜│┃].*[|｜│┃]/.test(line)) doc.gridRow(line, single(line.replace(/[|｜│┃]\s*$/, '')));
    else doc.paragraph(line.trimEnd());
  }
}

/** A row over several lines: what stands below one another is one cell. The lines keep their places. */
function drawnRow(doc: DocBuilder, lines: readonly string[]): void {
  const parts = lines.map((line) => cellsOf(line, pipe));
  const [first = []] = parts;
  const cells = first.map((cell, at) => ({
    ...cell,
    text: parts
      .map((part) => part[at]?.text ?? '')
      .filter(Boolean)
      .join(' '),
  }));
  for (const [at, line] of lines.entries()) doc.gridRow(line, at === 0 ? cells : []);
}

function rows(doc: DocBuilder, lines: readonly string[], pipes: boolean): boolean {
  let inTable = false;
  let markdown = false;
  const tab = new RegExp(`\\t{${tabsPerBorder(lines)}}`);
  const closed = pipes && areClosed(lines);
  const drawn = pipes ? drawnRows(lines) : new Map<number, DrawnRow>();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const row = drawn.get(at);
    if (row !== undefined) {
      if (!inTable) doc.beginTable();
      inTable = true;
      drawnRow(doc, lines.slice(row.from, row.to));
      at = row.to - 1;
      continue;
    }
    const border = pipes && pipe.test(line) ? pipe : (inTable ? /\t/ : /\S\t/).test(line) ? tab : null;
    if (border && pipes && separatorRow.test(line)) {
      markdown = true;
      doc.paragraph('');
    } else if (isRule(line)) doc.paragraph('');
    else if (!border) {
      if (line.trim() !== '') inTable = false;
      doc.paragraph(line.trimEnd());
    } else {
      if (!inTable) doc.beginTable();
      inTable = true;
      doc.gridRow(line, cellsOf(line, border, closed));
    }
  }
  return markdown;
}

/** The lines of a text with borders, as rows where they are such; tells whether the text is Markdown. */
function borderedLines(doc: DocBuilder, lines: readonly string[]): boolean {
  const style = pipeStyle(lines);
  if (style === 'between') betweenPipes(doc, lines);
  else if (style === 'after') afterPipes(doc, lines);
  return (style === 'rows' || style === 'none') && rows(doc, lines, style === 'rows');
}

/** Line ends other than a line feed alone. */
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Read text: its lines as they stand, those with borders as rows. Markdown is recognised by its separator rows. */
export async function readText(text: string, encoding: string): Promise<Doc> {
  const printed = text.replace(lineEnds, '\n').split('\n');
  if (printed.at(-1) === '') printed.pop();
  const lines = withoutLineMarks(printed);
  const doc = new DocBuilder();
  if (!anyBorder.test(text)) {
    for (const line of lines) doc.paragraph(line.trimEnd());
    return doc.finish('txt', encoding, noHints);
  }
  return doc.finish(borderedLines(doc, lines) ? 'md' : 'txt', encoding, noHints);
}
