import type { Random } from '../random.ts';
import type { GridCell, PrintedTable } from './grid.ts';

/** What a site makes of a printed table before it is written: other pieces, other headings, broken labels. */
export type Shape = (table: PrintedTable, random: Random) => PrintedTable[];

type Row = readonly GridCell[];

const label = (text: string, columns = 1, rows = 1): GridCell => ({ text, columns, rows });
const isValueRow = (row: Row) => row.some((cell) => cell.code !== undefined);

/** The table as the form prints it. */
export const asPrinted: Shape = (table) => [table];

/** Table 2 as one table per clause, as Word keeps them after editing. */
export const splitClauses: Shape = (table) => {
  if (table.table !== 'disclosure') return [table];
  const pieces: Row[][] = [];
  for (const row of table.rows) {
    if (row[0]?.text.startsWith('第二十条')) pieces.push([]);
    pieces.at(-1)?.push(row);
  }
  return pieces.map((rows) => ({ table: table.table, rows }));
};

const half = 2;

/** Tables 3 and 4 with heads printed on two lines, each of which became a row: 商业 | 科研 | 其他 above 企业 | 机构. */
export const splitHeads: Shape = (table, random) => {
  const at = table.rows.findLastIndex((row, index) => !isValueRow(row) && table.rows.slice(0, index).every((above) => !isValueRow(above)));
  const heads = table.rows[at] ?? [];
  const parts = heads.map(({ text }) => (text.length >= 2 * half && random.chance(0.8) ? text.length - half : text.length));
  const rests = heads.flatMap(({ text }, n) => (parts[n] === text.length ? [] : [label(text.slice(parts[n]))]));
  if (table.table === 'disclosure' || rests.length === 0) return [table];
  const upper = heads.map((cell, n) => ({ ...cell, text: cell.text.slice(0, parts[n]) }));
  return [{ table: table.table, rows: [...table.rows.slice(0, at), upper, rests, ...table.rows.slice(at + 1)] }];
};

/** Table 4 as three tables of five figures. */
export const threeRemedies: Shape = (table) => {
  if (table.table !== 'remedies') return [table];
  const outcomes = table.rows[2]?.slice(0, 5) ?? [];
  const values = table.rows[3] ?? [];
  const names = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];
  return names.map((name, index) => ({
    table: table.table,
    rows: [[label(name, 5)], outcomes, values.slice(index * 5, index * 5 + 5)],
  }));
};

/** Rows of a table cut after `at`, cells that reach over the cut continued below it without their text. */
function cutRows(rows: readonly Row[], at: number): [Row[], Row[]] {
  const continued: GridCell[] = [];
  const above = rows.slice(0, at).map((row, index) =>
    row.map((cell) => {
      const kept = at - index;
      if (cell.rows <= kept) return cell;
      continued.push({ ...cell, text: '', rows: cell.rows - kept });
      return { ...cell, rows: kept };
    }),
  );
  const [first = [], ...below] = rows.slice(at);
  return [above, [[...continued, ...first], ...below]];
}

function headerRows(table: PrintedTable): Row[] {
  return table.rows.slice(0, table.rows.findIndex(isValueRow));
}

function somewhereBelow(table: PrintedTable, random: Random): number {
  return random.int(headerRows(table).length + 2, table.rows.length - 3);
}

/** Table 3 goes on over the page: a second table without headings. */
export const splitAtPage: Shape = (table, random) => {
  if (table.table !== 'applications') return [table];
  return cutRows(table.rows, somewhereBelow(table, random)).map((rows) => ({ table: table.table, rows }));
};

/** Table 3 repeats its heading rows where a page begins. */
export const repeatedHeader: Shape = (table, random) => {
  if (table.table !== 'applications') return [table];
  const [above, below] = cutRows(table.rows, somewhereBelow(table, random));
  return [{ table: table.table, rows: [...above, ...headerRows(table), ...below] }];
};

/** Labels typed one above the other: 三 / 本 / 年 / 度; a line break inside a cell is `\n`. */
export const verticalLabels: Shape = (table) => [
  {
    table: table.table,
    rows: table.rows.map((row) =>
      row.map((cell) =>
        cell.rows > 2 && cell.code === undefined && cell.text.length < 12 ? { ...cell, text: [...cell.text].join('\n') } : cell,
      ),
    ),
  },
];

/** Where a label may break: never behind a leading number, which alone would read as a figure. */
function breakLabel(text: string, random: Random): string {
  const lead = /^[0-9０-９（(]*[.．、]?/.exec(text)?.[0].length ?? 0;
  if (text.length - lead < 2) return text;
  const at = random.int(lead + 1, text.length - 1);
  return `${text.slice(0, at)}\n${text.slice(at)}`;
}

/** Labels broken over lines, as narrow columns do. */
export const brokenLabels: Shape = (table, random) => [
  {
    table: table.table,
    rows: table.rows.map((row) =>
      row.map((cell) => {
        if (cell.code !== undefined || !random.chance(0.5)) return cell;
        return { ...cell, text: cell.text.length < 4 && random.chance(0.5) ? [...cell.text].join('\n') : breakLabel(cell.text, random) };
      }),
    ),
  },
];

/** Spaces inside short labels: 总 计, 自 然 人. */
export const spacedLabels: Shape = (table, random) => [
  {
    table: table.table,
    rows: table.rows.map((row) =>
      row.map((cell) =>
        cell.code === undefined && /^\p{Script=Han}{2,4}$/u.test(cell.text) && random.chance(0.6)
          ? { ...cell, text: [...cell.text].join(' ') }
          : cell,
      ),
    ),
  },
];

/** Columns that reach over others for no reason, every row alike: column edges of three editors in one table. */
export const unevenSpans: Shape = (table, random) => {
  const width = (table.rows[0] ?? []).reduce((total, cell) => total + cell.columns, 0);
  const factor = Array.from({ length: width }, () => random.int(1, 3));
  const starts = columnStarts(table);
  return [
    {
      table: table.table,
      rows: table.rows.map((row, r) =>
        row.map((cell, c) => {
          const start = starts[r]?.[c] ?? 0;
          return { ...cell, columns: factor.slice(start, start + cell.columns).reduce((total, by) => total + by, 0) };
        }),
      ),
    },
  ];
};

/** Grid column at which each cell starts, cells above that reach down taken into account. */
export function columnStarts(table: PrintedTable): number[][] {
  const busyUntil: number[] = [];
  return table.rows.map((row, r) => {
    let column = 0;
    return row.map((cell) => {
      while ((busyUntil[column] ?? 0) > r) column += 1;
      const start = column;
      for (let index = 0; index < cell.columns; index++) busyUntil[start + index] = r + cell.rows;
      column += cell.columns;
      return start;
    });
  });
}

/** Several shapes one after the other. */
export const shapes =
  (...steps: readonly Shape[]): Shape =>
  (table, random) =>
    steps.reduce<PrintedTable[]>((tables, step) => tables.flatMap((piece) => step(piece, random)), [table]);
