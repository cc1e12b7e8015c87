import type { FormId, Issue, Report, ReportCell } from '../../../schemas/report.ts';
import { type Headline, type HeadlineName, headlines } from '../../../schemas/tables/headlines.ts';
import { isInt32 } from '../../int32.ts';
import { issue } from '../../issue.ts';
import { inUnit } from '../../money.ts';

function cellHeadline({ column }: Headline, cell: ReportCell | undefined): number | null {
  if (cell === undefined || cell.value === null) return null;
  if (column.kind === 'int') return isInt32(cell.value) ? cell.value : null;
  // Fees are published in the unit of the form, 10,000 yuan; all other money in yuan.
  return column.unit === 'CNY' || column.unit === 'CNY_10K' ? inUnit(cell.value, cell.unit, column.unit) : cell.value;
}

type Sums = Extract<Headline['from'], { sums: unknown }>['sums'];

/** A sum of the form the table has; of another form only where all its rows are listed. Null if a part is null. */
function sumHeadline(sums: Sums, form: FormId, cells: ReadonlyMap<string, ReportCell>): number | null {
  const listed = sums.filter(({ parts }) => parts.every((code) => cells.has(code)));
  const sum = listed.find((one) => one.form === form) ?? listed.at(-1);
  if (sum === undefined) return null;
  let total = 0;
  for (const code of sum.parts) {
    const value = cells.get(code)?.value ?? null;
    if (value === null) return null;
    total += value;
  }
  return isInt32(total) ? total : null;
}

/** The headline columns of `reports` (contract 2): null wherever the source does not give the number. */
export function headlineValues({ cells, forms }: Pick<Report, 'cells' | 'forms'>): Readonly<Record<HeadlineName, number | null>> {
  const byCode = new Map(cells.map((cell) => [cell.code, cell]));
  // `headlines` and HeadlineName are the same list, computed from the forms once as values and once as types. Without a
  // prototype the object is a hash table from its first property on, which so many columns make of it anyway, only slowly.
  const values: Record<string, number | null> = Object.create(null);
  for (const headline of headlines) {
    const { name, from } = headline;
    values[name] = 'cell' in from ? cellHeadline(headline, byCode.get(from.cell)) : sumHeadline(from.sums, forms.applications, byCode);
  }
  return values as Record<HeadlineName, number | null>;
}

const integerCells: ReadonlySet<string> = new Set(
  headlines.flatMap(({ column, from }) => (column.kind === 'int' && 'cell' in from ? [from.cell] : [])),
);

/** Cells whose number a headline column of integers cannot hold: null there, kept in `cells` (contract 2). */
export const headlineIssues = (cells: readonly ReportCell[]): Issue[] =>
  cells
    .filter(({ code, value }) => value !== null && !isInt32(value) && integerCells.has(code))
    .map(({ code, value, line }) => issue('headline_not_integer', `${code} ${value}`, line));
