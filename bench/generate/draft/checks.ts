import type { CheckResult } from '../../../schemas/report.ts';
import { formTable, onlyGroup } from './figures.ts';

type Value = (code: string) => number | null;

function compare(id: string, instance: string, left: number | null, right: number | null): CheckResult & { instance: string } {
  const outcome = left === null || right === null ? 'not_assessable' : left === right ? 'pass' : 'fail';
  return { id, instance, outcome, severity: 'error', left, right, message: `${left ?? '?'} = ${right ?? '?'}` };
}

/** A sum with a null part is null. */
const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce((total, number) => (total === null || number === null ? null : total + number), 0);

function applicationChecks(form: string, value: Value) {
  const { rows, columns } = onlyGroup(formTable(form, 'applications'));
  const codes = columns.filter((column) => column.optional !== true).map((column) => column.code);
  const at = (row: string, column: string) => value(`applications.${row}.${column}`);
  const results = rows.filter((row) => row.role === 'result').map((row) => row.code);
  const balance = (c: string) => ({
    left: sum([at('new_received', c), at('carried_in', c)]),
    right: sum([at('processed_total', c), at('carried_out', c)]),
  });
  return [
    ...codes.map((c) => compare('A01', c, balance(c).left, balance(c).right)),
    ...codes.map((c) => compare('A02', c, sum(results.map((row) => at(row, c))), at('processed_total', c))),
    ...rows.map((row) => compare('A03', row.code, sum(codes.slice(0, -1).map((c) => at(row.code, c))), at(row.code, 'total'))),
  ];
}

function remedyChecks(value: Value) {
  return ['review', 'litigation_direct', 'litigation_after_review'].map((row) => {
    const parts = ['upheld', 'corrected', 'other', 'pending'].map((column) => value(`remedies.${row}.${column}`));
    return compare('M01', row, sum(parts), value(`remedies.${row}.total`));
  });
}

/**
 * The sums of tables 3 and 4 (domain 3.1, 3.2) over values by cell code, null where a cell has none.
 * Computed here on their own, so that they can test the real checks.
 */
export function sumChecks(form: string, values: ReadonlyMap<string, number | null>) {
  const value: Value = (code) => values.get(code) ?? null;
  return [...applicationChecks(form, value), ...remedyChecks(value)];
}
