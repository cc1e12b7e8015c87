import type { FormId, ReportCell } from '../../schemas/report.ts';
import type { Io } from '../io.ts';
import { columnLabel, rowLabel } from './labels.ts';
import { type TableColumn, table } from './table.ts';
import { clip, displayWidth, pad, wrap } from './width.ts';

/** A cell with its code taken apart. */
interface PlacedCell extends ReportCell {
  readonly row: string;
  readonly column: string;
}

/** Cells of one table by row, in print order. */
function rowsOf(cells: readonly ReportCell[]): ReadonlyMap<string, readonly PlacedCell[]> {
  const rows = new Map<string, PlacedCell[]>();
  for (const cell of cells) {
    const [, row = '', column = ''] = cell.code.split('.');
    const placed = rows.get(row) ?? [];
    placed.push({ ...cell, row, column });
    rows.set(row, placed);
  }
  return rows;
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20, useGrouping: false });

/** A number as data: all its digits, no separators. */
export const digits = (value: number): string => number.format(value);

/** One sign per status without a value, so that blank, mark, doubt and loss never look alike, nor like 0. */
export const signs = { blank: '·', na_mark: '–', ambiguous: '?', unparsed: '¿', lost: '✗' } as const;

/** A cell as a table shows it: its number, `=` before one the sums decided, else the sign of its status. */
export function shown(cell: ReportCell): string {
  if (cell.value !== null) return cell.status === 'solved' ? `=${digits(cell.value)}` : digits(cell.value);
  return Object.entries(signs).find(([status]) => status === cell.status)?.[1] ?? '';
}

/** The lines a row was read from: `57`, or `57–63` where each cell has its own. */
function linesOf(cells: readonly PlacedCell[]): string {
  const lines = cells.flatMap(({ line }) => line ?? []);
  if (lines.length === 0) return '';
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  return first === last ? `${first}` : `${first}–${last}`;
}

const lineTitle = { zh: '行号', en: 'line' } as const;
const titleWidth = 12;

/** The numbers of a table, its `cells`, as the form lays them out: a matrix where all rows have the same columns, else a line per row. */
export function cellTable(io: Io, tableCode: string, form: FormId, cells: readonly ReportCell[]): string[] {
  const rows = [...rowsOf(cells)];
  const columns = rows[0]?.[1].map(({ column }) => column) ?? [];
  const name = (row: string, placed: readonly PlacedCell[]) =>
    placed.find((cell) => cell.raw_label)?.raw_label ?? io.text(rowLabel(tableCode, row, form));
  // English labels of columns are sentences; their codes say the same in a word or two.
  const title = (row: string, column: string) =>
    io.language === 'zh' ? columnLabel(tableCode, row, column, form).zh : column.replaceAll('_', ' ');
  const alike = columns.length > 1 && rows.every(([, placed]) => placed.map(({ column }) => column).join() === columns.join());
  if (alike) {
    const heads = columns.map((column): TableColumn => ({ title: title(rows[0]?.[0] ?? '', column), align: 'right', titleWidth }));
    const lines = table(
      [{ title: '' }, ...heads, { title: io.text(lineTitle), align: 'right' }],
      rows.map(([row, placed]) => [name(row, placed), ...placed.map(shown), linesOf(placed)]),
      io.width - 2,
    );
    return [...lines.titles, io.style('dim', lines.rule), ...lines.rows];
  }
  const source = (placed: readonly PlacedCell[]) => (linesOf(placed) ? `   ${io.text(lineTitle)} ${linesOf(placed)}` : '');
  const indent = Math.min(40, Math.max(...rows.map(([row, placed]) => displayWidth(name(row, placed)))));
  return rows.flatMap(([row, placed]) => {
    const values = placed.map((cell) => `${title(row, cell.column)} ${shown(cell)}`).join('   ') + source(placed);
    const [first = '', ...rest] = wrap(values, Math.max(20, io.width - 4 - indent));
    return [`${pad(clip(name(row, placed), indent), indent)}  ${first}`, ...rest.map((line) => `${' '.repeat(indent)}  ${line}`)];
  });
}
