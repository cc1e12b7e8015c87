import type { CheckResult } from '../../schemas/report.ts';
import type { Draft } from './draft.ts';
import { formTable, onlyGroup } from './figures.ts';

type Value = (code: string) => number;

const holds = (id: string, instance: string, left: number, right: number, severity: CheckResult['severity'] = 'error'): CheckResult => ({
  id,
  instance,
  outcome: left === right ? 'pass' : 'fail',
  severity,
  left,
  right,
  message: `${left} = ${right}`,
});

function applicationChecks(form: string, value: Value): CheckResult[] {
  const { rows, columns } = onlyGroup(formTable(form, 'applications'));
  const codes = columns.filter((column) => column.optional !== true).map((column) => column.code);
  const at = (row: string, column: string) => value(`applications.${row}.${column}`);
  const results = rows.filter((row) => row.role === 'result');
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return [
    ...codes.map((c) => holds('A01', c, at('new_received', c) + at('carried_in', c), at('processed_total', c) + at('carried_out', c))),
    ...codes.map((c) => holds('A02', c, sum(results.map((row) => at(row.code, c))), at('processed_total', c))),
    ...rows.map((row) => holds('A03', row.code, sum(codes.slice(0, -1).map((c) => at(row.code, c))), at(row.code, 'total'))),
  ];
}

function remedyChecks(value: Value): CheckResult[] {
  return ['review', 'litigation_direct', 'litigation_after_review'].map((row) => {
    const parts = ['upheld', 'corrected', 'other', 'pending'].map((column) => value(`remedies.${row}.${column}`));
    return holds(
      'M01',
      row,
      parts.reduce((total, part) => total + part, 0),
      value(`remedies.${row}.total`),
    );
  });
}

/** The sums of the form over a draft's figures (domain 3.1, 3.2), computed here on their own so that they can test the real checks. */
export function sumChecks(draft: Draft): CheckResult[] {
  const value: Value = (code) => {
    const figure = draft.figures.get(code);
    if (figure === undefined) throw new Error(`no figure for ${code}`);
    return figure;
  };
  return [...applicationChecks(draft.forms.applications, value), ...remedyChecks(value)];
}
