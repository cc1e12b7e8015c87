import { createRandom, type Random } from '../random.ts';
import type { GridCell, PrintedTable } from './grid.ts';
import { columnStarts } from './shapes.ts';

/** A line of a written table and the figures it shows. */
export interface TableLine {
  readonly text: string;
  readonly codes?: readonly string[];
}

/** A way to write a table as lines of text. */
export type TableWriter = (table: PrintedTable, random: Random) => TableLine[];

type Row = readonly GridCell[];

const codesOf = (cells: Row) => cells.flatMap((cell) => (cell.code === undefined ? [] : [cell.code]));
const oneLine = (cell: GridCell) => joined(cell.text);

const perRow =
  (write: (row: Row, random: Random) => string): TableWriter =>
  (table, random) =>
    table.rows.map((row) => ({ text: write(row, random), codes: codesOf(row) }));

/** Lines of one cell: its text, and what stands before and after it on lines of their own. */
interface CellLines {
  readonly before?: readonly string[];
  readonly text: readonly string[];
  readonly after?: readonly string[];
}

const perCell =
  (write: (text: string, first: boolean) => CellLines): TableWriter =>
  (table) =>
    table.rows.flatMap((row) =>
      row.flatMap((cell, index) => {
        const { before = [], text, after = [] } = write(cell.text, index === 0);
        const shown = text.map((line) => (cell.code === undefined ? { text: line } : { text: line, codes: [cell.code] }));
        return [...before.map((line) => ({ text: line })), ...shown, ...after.map((line) => ({ text: line }))];
      }),
    );

const joined = (text: string) => text.replaceAll('\n', '');

/** A row a line, cells joined by tabs: what a reader shows of any bordered table. */
export const tabs = perRow((row) => row.map(oneLine).join('\t'));

/** A cell a line; a label broken over lines takes several. */
export const cellPerLine = perCell((text) => ({ text: text.split('\n') }));

/** `规章 | 0 | 0 | 0 |` */
export const pipes = perRow((row) => row.map((cell) => `${oneLine(cell)} |`).join(' '));

/** `行政许可 | 3679 | ||`: spanned cells leave empty ones behind. */
export const pipesTrailing = perRow((row) => {
  const spanned = row.reduce((total, cell) => total + cell.columns - 1, 0);
  return `${row.map((cell) => `${oneLine(cell)} | `).join('')}${'|'.repeat(spanned)}`;
});

/** `| 规章 | 0 | 0 | 0 |` */
export const pipesLeading = perRow((row) => `| ${row.map(oneLine).join(' | ')} |`);

/** Every pipe on a line of its own. */
export const pipesOwnLine = perCell((text) => ({ text: [joined(text)], after: ['|'] }));

/** `| 规章` opens a row; its other cells and all pipes stand on lines of their own. */
export const pipesRowOpened = perCell((text, first) => ({ text: [first ? `| ${joined(text)}` : joined(text)], after: ['|'] }));

/** `规章 |` a line, rows begun by a lone pipe. */
export const pipesLone = perCell((text, first) => ({ before: first ? ['|'] : [], text: [`${joined(text)} |`] }));

/** `| \n       规章  | \n      \n       0  | \n`: the source's indentation kept. */
export const pipesIndented = perCell((text, first) => ({ before: [first ? '| ' : '      '], text: [`       ${joined(text)}  | `] }));

/** A layout table around the page leaves hundreds of pipes behind. */
export const pipesInLayout: TableWriter = (table, random) => {
  const rows = pipes(table, random);
  const run = () => ({ text: '|'.repeat(random.int(330, 370)) });
  return [run(), ...rows, run()];
};

/** A row a line, cells joined by spaces, as text taken from a PDF. */
export const spaces = perRow((row, random) => row.map(oneLine).join(' '.repeat(random.int(1, 9))));

const wide = (text: string) => [...text].reduce((width, character) => width + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);

/** Cells set in columns by spaces, labels indented under their heading. */
export const alignedSpaces: TableWriter = (table) => {
  const starts = columnStarts(table);
  const step = 12;
  return table.rows.map((row, r) => {
    let text = '';
    row.forEach((cell, c) => {
      const target = cell.code === undefined ? (starts[r]?.[c] ?? 0) * 4 : 76 + (starts[r]?.[c] ?? 0) * step;
      text += ' '.repeat(Math.max(c === 0 ? 0 : 2, target - wide(text))) + oneLine(cell);
    });
    return { text, codes: codesOf(row) };
  });
};

/** Text of a PDF: aligned rows, the vertical heading one character a line between them, page marks inside the table. */
export const pdfText: TableWriter = (table, random) => {
  const vertical = table.rows.flat().find((cell) => cell.rows > 10);
  const queue = vertical ? [...vertical.text.replaceAll('\n', '')] : [];
  const rows = table.rows.map((row) => row.filter((cell) => cell !== vertical));
  const page = random.int(2, 9);
  const breakAt = table.table === 'applications' ? random.int(8, table.rows.length - 4) : -1;
  return alignedSpaces({ table: table.table, rows }, random).flatMap((line, index) => {
    const inside = vertical && index > 5 ? queue.splice(0, 1).map((character) => ({ text: character })) : [];
    const mark = index === breakAt ? [{ text: random.pick([`- ${page} -`, `— ${page} —`, `第 ${page} 页`]) }] : [];
    return [...inside, line, ...mark];
  });
};

/** Digits and labels of a row without anything between them. */
export const runTogether = perRow((row) => row.map(oneLine).join(''));

/** As run together, with blanks at some of the borders between figures, but never at all of them; the label decides where. */
export const runWithSpaces: TableWriter = (table, random) => {
  const salt = random.int(1, 1_000_000);
  return perRow((row) => {
    const label = row.filter((cell) => cell.code === undefined).map(oneLine);
    const chance = createRandom(salt, label.join());
    const borders = row.map((cell, index) => cell.code !== undefined && chance.chance(0.35) && index > 0);
    const inner = row.flatMap((cell, index) => (cell.code === undefined ? [] : [index])).slice(1);
    if (inner.length > 0 && inner.every((index) => borders[index])) borders[inner[0] ?? 0] = false;
    return row.map((cell, index) => (borders[index] ? ` ${oneLine(cell)}` : oneLine(cell))).join('');
  })(table, random);
};

/** Markdown: a grid with every column, spanned cells empty, a rule under the first row. */
export const markdown: TableWriter = (table) => {
  const starts = columnStarts(table);
  const width = Math.max(
    ...table.rows.map((row, r) => row.reduce((end, cell, c) => Math.max(end, (starts[r]?.[c] ?? 0) + cell.columns), 0)),
  );
  const lines = table.rows.map((row, r) => {
    const texts = new Array<string>(width).fill('');
    row.forEach((cell, c) => {
      texts[starts[r]?.[c] ?? 0] = oneLine(cell);
    });
    return { text: `| ${texts.join(' | ')} |`, codes: codesOf(row) };
  });
  const rule = { text: `|${'---|'.repeat(width)}` };
  const [first, ...others] = lines;
  return first ? [{ text: '' }, first, rule, ...others, { text: '' }] : [];
};
