import type { FormColumn, TableCode } from '../../schemas/forms/index.ts';
import type { Issue, ReportCell } from '../../schemas/report.ts';
import type { RowCount } from '../check/index.ts';
import type { Atom, Header } from '../match/rows/row.ts';
import { moneyIn } from '../money.ts';
import { readPrinted } from './number.ts';

/** Where a table is printed: on its first line from a character on, on its last up to one, whole lines between. Prose is the rest. */
export interface TableSpan {
  readonly first: number;
  readonly from: number;
  readonly last: number;
  readonly to: number;
}

/** What was read from one table of a form. */
export interface TableReading {
  readonly cells: readonly ReportCell[];
  readonly issues: readonly Issue[];
  /** Rows that hold another number of values than columns (Q06). */
  readonly rowCounts: readonly RowCount[];
}

/** Columns that count a change: signed, and words stand for numbers. */
const isSigned = (column: FormColumn) => column.code === 'items_change';

/** The unit of a cell: as printed in it, else as the column's head prints it, else the form's; null if none says. */
function unitOf(column: FormColumn, printed: string | null, heads: readonly Header[]): string | null {
  if (printed || (column.unit !== 'CNY' && column.unit !== 'CNY_10K')) return printed ?? column.unit;
  const label = heads.find(({ code }) => code === column.code)?.label;
  const said = label === undefined ? undefined : moneyIn(label);
  // The form prints 万元 in the label of the fees; the other amount has no unit unless the label says so (domain 1.1).
  return said === undefined ? (column.unit === 'CNY_10K' ? column.unit : null) : said;
}

/** A cell whose atom is certain, under the heads of its row. */
export function certainCell(code: string, column: FormColumn, atom: Atom, heads: readonly Header[]): ReportCell {
  const { value, status, unit } = readPrinted(atom.raw, isSigned(column));
  return { code, value, status, raw: atom.raw, unit: value === null ? null : unitOf(column, unit, heads), line: atom.line };
}

/** A cell whose row is printed, but which of its atoms belongs to it is not certain. */
export const ambiguousCell = (code: string, raw: string, line: number): ReportCell => ({
  code,
  value: null,
  status: 'ambiguous',
  raw,
  unit: null,
  line,
});

/** A cell that exists in the source and is empty. */
export const blankCell = (code: string, line: number | null): ReportCell => ({
  code,
  value: null,
  status: 'blank',
  raw: '',
  unit: null,
  line,
});

/** A cell that did not survive in the source. */
export const lostCell = (code: string): ReportCell => ({ code, value: null, status: 'lost', raw: null, unit: null, line: null });

/** A cell whose digits ran together with others and were separated by the form's own sums. */
export const solvedCell = (code: string, column: FormColumn, value: number, raw: string, line: number): ReportCell => ({
  code,
  value,
  status: 'solved',
  raw,
  unit: column.unit,
  line,
});

const codes: Readonly<Record<TableCode, Map<string, Map<string, string>>>> = {
  disclosure: new Map(),
  applications: new Map(),
  remedies: new Map(),
  statistics: new Map(),
};

/** Code of a cell (contract 1). Each is put together once: the same few hundred stand in every report. */
export function cellCode(table: TableCode, row: string, column: string): string {
  const known = codes[table].get(row)?.get(column);
  if (known !== undefined) return known;
  const code = `${table}.${row}.${column}`;
  const columns = codes[table].get(row) ?? new Map<string, string>();
  codes[table].set(row, columns.set(column, code));
  return code;
}
