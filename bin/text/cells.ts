import type { ReportCell } from '../../schemas/report.ts';
import type { Io } from '../io.ts';
import { columnLabel, rowLabel } from './labels.ts';
import { type TableColumn, table } from './table.ts';
import { clip, pad } from './width.ts';

/** A cell with its code taken apart. */
export interface PlacedCell extends ReportCell {
  readonly row: string;
  readonly column: string;
}

/** Cells of one table by row, in print order. */
export function rowsOf(cells: readonly ReportCell[], tableCode: string): ReadonlyMap<string, readonly PlacedCell[]> {
  const rows = new Map<string, PlacedCell[]>();
  for (const cell of cells) {
    const [code = '', row = '', column = ''] = cell.code.split('.');
    if (code === tableCode) rows.set(row, [...(rows.get(row) ?? []), { ...cell, row, column }]);
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

const rowName = (io: Io, tableCode: string, [row, cells]: readonly [string, readonly PlacedCell[]]) =>
  cells.find((cell) => cell.raw_label)?.raw_label ?? io.text(rowLabel(tableCode, row));

/** The numbers of a table as the form lays them out: a matrix where all rows have the same columns, else a line per row. */
export function cellTable(io: Io, tableCode: string, cells: readonly ReportCell[]): string[] {
  const rows = [...rowsOf(cells, tableCode)];
  const first = rows[0];
  if (!first) return [];
  const columns = first[1].map(({ column }) => column);
  const alike = columns.length > 1 && rows.every(([, row]) => row.map(({ column }) => column).join() === columns.join());
  if (alike) {
    const heads: TableColumn[] = columns.map((column) => ({ title: io.text(columnLabel(tableCode, first[0], column)), align: 'right' }));
    return table(
      [{ title: '' }, ...heads],
      rows.map((row) => [rowName(io, tableCode, row), ...row[1].map(shown)]),
      io.width - 2,
    );
  }
  return rows.map((row) => {
    const values = row[1].map((cell) => `${io.text(columnLabel(tableCode, row[0], cell.column))} ${shown(cell)}`);
    return clip(`${pad(rowName(io, tableCode, row), 24)}  ${values.join('  ')}`, io.width - 2);
  });
}
