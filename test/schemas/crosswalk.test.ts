import { expect, test } from 'vitest';
import { crosswalk } from '../../schemas/crosswalk.ts';
import { allForms } from '../../schemas/forms/index.ts';
import { rowSchema } from '../../src/derive/zod.ts';

const printed = (id: string) => {
  const tables = allForms.find((form) => form.id === id)?.tables ?? [];
  return tables.flatMap((t) => t.groups.flatMap((g) => g.rows.flatMap((r) => g.columns.map((c) => `${t.table}.${r.code}.${c.code}`))));
};
const of = (from: string) => crosswalk.filter(({ from_code }) => from_code === from);

test('the rows are rows of form_crosswalk, each pair once', () => {
  for (const row of crosswalk) rowSchema('form_crosswalk').parse(row);
  const keys = crosswalk.map(({ from_form, from_code, to_form, to_code }) => [from_form, from_code, to_form, to_code].join());
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ['2004', '2014'],
  ['2014', '2019'],
  ['2019', '2021'],
])('from %s to %s every cell of both forms has its place, and no cell that is not printed', (from, to) => {
  const step = crosswalk.filter(({ from_form, to_form }) => from_form === from && to_form === to);
  expect([...new Set(step.flatMap(({ from_code }) => from_code ?? []))].sort()).toEqual(printed(from).sort());
  expect([...new Set(step.flatMap(({ to_code }) => to_code ?? []))].sort()).toEqual(printed(to).sort());
});

test('rows of the statistics form and the cells they became', () => {
  expect(of('statistics.applications_received.year')).toMatchObject([
    { to_code: 'applications.new_received.total', comparability: 'close' },
  ]);
  expect(of('statistics.litigation_total.year').map(({ to_code }) => to_code)).toEqual([
    'remedies.litigation_direct.total',
    'remedies.litigation_after_review.total',
  ]);
  expect(of('statistics.capacity_funds.year')).toMatchObject([{ to_form: '2019', to_code: null, comparability: 'none' }]);
  expect(of('statistics.l14.year')).toMatchObject([
    { to_code: 'statistics.applications_received_online.year', comparability: 'approximate' },
  ]);
});

test('what may be joined, what may not, and what is gone', () => {
  expect(of('applications.granted.total')).toMatchObject([{ to_code: 'applications.granted.total', comparability: 'exact' }]);
  expect(of('remedies.review.corrected')).toMatchObject([{ to_code: 'remedies.review.corrected', comparability: 'exact' }]);
  expect(of('applications.other_processing.total').map(({ to_code, comparability }) => [to_code, comparability])).toEqual([
    ['applications.other_overdue_correction.total', 'exact_sum'],
    ['applications.other_fee_unpaid.total', 'exact_sum'],
    ['applications.other_misc.total', 'exact_sum'],
  ]);
  expect(of('disclosure.regulations.disclosed_total')).toMatchObject([{ comparability: 'not_comparable' }]);
  expect(of('disclosure.licensing.decisions')).toMatchObject([{ comparability: 'close' }]);
  expect(of('disclosure.procurement.amount')).toMatchObject([{ to_code: null, comparability: 'none' }]);
  expect(crosswalk.filter(({ to_code }) => to_code === 'disclosure.fees.amount')).toMatchObject([
    { from_code: null, comparability: 'none' },
  ]);
});
