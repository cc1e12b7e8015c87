import { allForms, type FormRow } from '../../schemas/forms/index.ts';
import type { FormId } from '../../schemas/report.ts';
import type { IndicatorRow } from '../match/indicators/indicators.ts';

// Which of the statistics forms is printed, and what each printed row is in it.

const statisticsForms = allForms.flatMap(({ id, tables }) =>
  tables.filter(({ table }) => table === 'statistics').map((table) => ({ id, table })),
);

/** The form whose own labels are printed most; those that several forms share tell only where no other does. Years tell nothing. */
export function statisticsForm(rows: readonly IndicatorRow[]): FormId {
  const scores = statisticsForms.map(({ id, table }) => {
    const evidence = rows.filter(({ label }) => table.evidence.any.includes(label)).length;
    const known = rows.filter(({ indicators }) => indicators.some((one) => one.form === id && one.kind === 'row')).length;
    return { id, score: evidence * 100 + known };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.id ?? null;
}

/** The rows of a statistics form, in its order. */
export function formRows(id: string): readonly FormRow[] {
  const form = allForms.find((one) => one.id === id);
  return form?.tables.flatMap((table) => table.groups.flatMap(({ rows }) => rows)) ?? [];
}

/** Whether a printed row only heads others in a form. */
export const isHeading = ({ indicators }: IndicatorRow, form: string) =>
  indicators.some((one) => one.form === form && one.kind === 'heading');

/**
 * What each row is in a form. A label that several blocks share (被依法纠错数 of reviews and of lawsuits) belongs to the block of the
 * row above; where that does not tell, it is a local row.
 */
export function rowCodes(rows: readonly IndicatorRow[], form: string): Map<IndicatorRow, string> {
  const codes = new Map<IndicatorRow, string>();
  let block = '';
  for (const row of rows) {
    const own = row.indicators.filter((one) => one.form === form && one.kind === 'row').map(({ code }) => code);
    const [code] = own.length > 1 ? own.filter((candidate) => blockOf(candidate) === block) : own;
    if (code === undefined) continue;
    codes.set(row, code);
    block = blockOf(code);
  }
  return codes;
}

const blockOf = (code: string) => code.split('_')[0] ?? '';
