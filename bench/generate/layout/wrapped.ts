import type { Random } from '../random.ts';
import type { GridCell, PrintedTable } from './grid.ts';
import { columnStarts } from './shapes.ts';
import type { TableLine, TableWriter } from './writers.ts';

// Tables as tools that keep a page's places print them (pdftotext, pdfplumber): cells set in columns by blanks, labels and heads wrapped
// within their columns, figures beside the middle or the first line of their label, pages ending between rows.

/** Columns a text takes in a line: as it is shown, or one for each character. */
type Width = (text: string) => number;

const inCharacters: Width = (text) => text.length;
const inColumns: Width = (text) => [...text].reduce((width, character) => width + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

interface Placed {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly code?: string | undefined;
}

interface Box {
  readonly cell: GridCell;
  readonly row: number;
  readonly column: number;
  readonly lines: readonly string[];
}

function wrap(text: string, room: number, width: Width): string[] {
  const lines = [''];
  for (const character of text.replaceAll('\n', '')) {
    const open = lines.at(-1) ?? '';
    // A lead of a label stays with what it leads: 1. alone would be a figure.
    const isLead = /^[（(]?[\d一二三四五六七八九十]*[.．、）)]?$/.test(open);
    if (width(open + character) > room && !isLead) lines.push(character);
    else lines[lines.length - 1] = open + character;
  }
  return lines;
}

/** Widths of the columns: figures with room beside them, labels as narrow as offices make them. */
function columnWidths(table: PrintedTable, starts: readonly (readonly number[])[], random: Random, unit: number): number[] {
  const count = Math.max(
    ...table.rows.map((row, r) => row.reduce((end, cell, c) => Math.max(end, (starts[r]?.[c] ?? 0) + cell.columns), 0)),
  );
  const figures = random.int(3, 5) * unit + 1;
  const widths = new Array<number>(count).fill(figures);
  if (table.table === 'applications') widths.splice(0, 3, ...[4, 5, random.int(8, 22)].map((width) => width * unit + 1));
  if (table.table === 'disclosure') widths[0] = random.int(8, 18) * unit;
  table.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const at = starts[r]?.[c] ?? 0;
      if (cell.code !== undefined && cell.columns === 1) widths[at] = Math.max(widths[at] ?? 0, cell.text.length * unit + 2);
    });
  });
  return widths;
}

const wrapped =
  (width: Width, unit: number): TableWriter =>
  (table, random) => {
    const starts = columnStarts(table);
    const widths = columnWidths(table, starts, random, unit);
    const from = (column: number) => widths.slice(0, column).reduce((sum, one) => sum + one, 0);
    const boxes = table.rows.flatMap((row, r) =>
      row.map((cell, c): Box => {
        const column = starts[r]?.[c] ?? 0;
        const room = from(column + cell.columns) - from(column) - 1;
        return { cell, row: r, column, lines: cell.code === undefined ? wrap(cell.text, room, width) : [cell.text] };
      }),
    );
    const tops = rowTops(boxes, table.rows.length);
    const centred = random.chance(0.7);
    const middled = random.chance(0.7);
    const placed = boxes.flatMap(({ cell, row, column, lines }): Placed[] => {
      const height = (tops[row + cell.rows] ?? 0) - (tops[row] ?? 0);
      const top = (tops[row] ?? 0) + (middled ? Math.floor((height - lines.length) / 2) : 0);
      const room = from(column + cell.columns) - from(column) - 1;
      return lines.map((text, n) => ({
        line: top + n,
        column: from(column) + (centred ? Math.floor((room - width(text)) / 2) : 0),
        text,
        code: cell.code,
      }));
    });
    const lines = linesOf(placed, tops.at(-1) ?? 0, width);
    return table.table === 'applications' ? withPages(lines, tops, headRows(table), random) : lines;
  };

/** The line each row begins on; a cell over several rows stretches the last of them. */
function rowTops(boxes: readonly Box[], rows: number): number[] {
  const tops = [0];
  for (let row = 0; row < rows; row++) {
    const ending = boxes.filter((box) => box.row + box.cell.rows - 1 === row);
    tops.push(Math.max((tops[row] ?? 0) + 1, ...ending.map((box) => (tops[box.row] ?? 0) + box.lines.length)));
  }
  return tops;
}

function linesOf(placed: readonly Placed[], count: number, width: Width): TableLine[] {
  return Array.from({ length: count }, (_, n) => {
    const own = placed.filter(({ line, text }) => line === n && text !== '').sort((a, b) => a.column - b.column);
    const text = own.reduce((shown, piece) => shown + ' '.repeat(Math.max(0, piece.column - width(shown))) + piece.text, '');
    const codes = placed.filter(({ line, code }) => line === n && code !== undefined).flatMap(({ code }) => code ?? []);
    return { text, codes };
  });
}

const headRows = (table: PrintedTable) => table.rows.findIndex((row) => row.some(({ code }) => code !== undefined));

/** Pages that end between rows: their mark, and perhaps the head again. */
function withPages(lines: readonly TableLine[], tops: readonly number[], heads: number, random: Random): TableLine[] {
  if (random.chance(0.5)) return [...lines];
  const at = tops[random.int(heads + 3, tops.length - 3)] ?? 0;
  const head = random.chance(0.5) ? lines.slice(0, tops[heads] ?? 0).map(({ text }) => ({ text })) : [];
  return [...lines.slice(0, at), { text: '' }, { text: `- ${random.int(2, 9)} -` }, { text: '' }, ...head, ...lines.slice(at)];
}

/** A character a column, as pdftotext and pdfplumber count. */
export const wrappedCharacters = wrapped(inCharacters, 1);

/** Chinese characters two columns wide, as a terminal shows them. */
export const wrappedColumns = wrapped(inColumns, 2);
