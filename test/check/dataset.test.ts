import { describe, expect, it } from 'vitest';
import { checkDataset, inBrief, type ReportInBrief } from '../../src/check/dataset.ts';
import { facts, formCells } from './facts.ts';

const brief = (values: Record<string, number>, more: Partial<ReportInBrief> = {}): ReportInBrief => ({
  agency_id: '370215-justice-bureau',
  lineage_id: '370215-justice-bureau',
  agency_kind: 'justice-bureau',
  division_code: '370215',
  year: 2022,
  coverage: 'own_organ',
  documents: 1,
  values: new Map(Object.entries(values)),
  ...more,
});

const found = (reports: readonly ReportInBrief[], id: string): string[] =>
  checkDataset(reports)
    .filter((check) => check.id === id)
    .map(({ agency_id, year, instance, outcome }) => [agency_id.split('-')[0], year, instance, outcome].filter(Boolean).join(' '));

describe('one year after the other', () => {
  const carried = { 'applications.carried_out.total': 3, 'applications.carried_out.natural_person': 3 };
  const before = brief(carried, { year: 2021 });

  it('A07: carried out becomes carried in', () => {
    const now = brief({ 'applications.carried_in.total': 4, 'applications.carried_in.natural_person': 3 });
    expect(found([now, before], 'A07')).toEqual(['370215 2022 natural_person pass', '370215 2022 total fail']);
  });

  it('a missing part cannot be assessed, a missing year is no result', () => {
    expect(found([brief({ 'applications.carried_in.total': 3 }), before], 'A07')).toEqual([
      '370215 2022 natural_person not_assessable',
      '370215 2022 total pass',
    ]);
    expect(found([brief({ 'applications.carried_in.total': 3 }), brief(carried, { year: 2020 })], 'A07')).toEqual([]);
  });

  it('never compares coverages, nor a lineage with two reports in a year', () => {
    const now = brief({ 'applications.carried_in.total': 9 });
    expect(found([now, brief(carried, { year: 2021, coverage: 'aggregate' })], 'A07')).toEqual([]);
    expect(found([now, before, brief(carried, { year: 2021, agency_id: '370215-other' })], 'A07')).toEqual([]);
  });

  it.each([
    [500, 40, 'fail'],
    [40, 500, 'fail'],
    [90, 3, 'pass'], // a small agency
    [400, 100, 'pass'],
  ])('A09: %s after %s: %s', (now, last, outcome) => {
    const code = 'applications.new_received.total';
    expect(found([brief({ [code]: now }), brief({ [code]: last }, { year: 2021 })], 'A09')).toEqual([`370215 2022 ${outcome}`]);
  });

  it('D01: the stock of documents moves by those issued and repealed', () => {
    const code = (column: string) => `disclosure.normative_documents.${column}`;
    const last = brief({ [code('in_force')]: 10 }, { year: 2021 });
    const now = (stock: number) => brief({ [code('in_force')]: stock, [code('issued_this_year')]: 3, [code('repealed_this_year')]: 2 });
    expect(found([now(11), last], 'D01')).toEqual(['370215 2022 normative_documents pass']);
    expect(found([now(12), last], 'D01')).toEqual(['370215 2022 normative_documents fail']);
    expect(found([brief({ [code('in_force')]: 11 }), last], 'D01')).toEqual(['370215 2022 normative_documents not_assessable']);
  });

  it('D13: the items of last year are those last year reported', () => {
    const last = brief({ 'disclosure.licensing.items_prior_year': 30, 'disclosure.licensing.items_change': -2 }, { year: 2019 });
    const now = brief({ 'disclosure.licensing.items_prior_year': 28 }, { year: 2020 });
    expect(found([now, last], 'D13')).toEqual(['370215 2020 licensing pass']);
  });

  it.each([
    [50_000, 'fail'],
    [50_000.5, 'pass'],
    [120, 'pass'],
  ])('D05: fees of %s after 4.2: %s', (amount, outcome) => {
    const code = 'disclosure.fees.amount';
    expect(found([brief({ [code]: amount }), brief({ [code]: 4.2 }, { year: 2021 })], 'D05')).toEqual([
      `370215 2022 previous_year ${outcome}`,
    ]);
  });

  it.each([
    ['CNY', [['disclosure.fees.amount', 5]]],
    ['CNY_10K', [['disclosure.fees.amount', 50_000]]],
    [null, []],
  ] as const)("D05: compares fees in the form's unit, printed in %s", (unit, values) => {
    const cells = [{ code: 'disclosure.fees.amount', value: 50_000, status: 'reported' as const, raw: '50000', unit, line: null }];
    expect([...(inBrief({ ...facts(), cells }, 1)?.values ?? [])]).toEqual(values);
  });
});

describe('one agency beside the other', () => {
  const code = 'applications.new_received.total';
  const government = (total: number) =>
    brief({ [code]: total }, { agency_id: '370215-government', agency_kind: 'government', coverage: 'aggregate' });

  it('X01: a government reports no less than its departments together', () => {
    const departments = [brief({ [code]: 8 }), brief({ [code]: 5 }, { agency_id: '370215-water' })];
    expect(found([government(13), ...departments], 'X01')).toEqual([`370215 2022 ${code} pass`]);
    expect(found([government(12), ...departments], 'X01')).toEqual([`370215 2022 ${code} fail`]);
    const system = brief({ [code]: 99 }, { agency_id: '370215-taxation', coverage: 'system' });
    expect(found([government(13), ...departments, system], 'X01')).toEqual([`370215 2022 ${code} pass`]);
    expect(found([government(1), ...departments.map((each) => ({ ...each, division_code: '370202' }))], 'X01')).toEqual([]);
  });

  it('X02: seven equal totals, none of them zero', () => {
    const columns = ['natural_person', 'business', 'research', 'public_welfare', 'legal_service', 'other_organization', 'total'];
    const totals = (last: number) =>
      Object.fromEntries(columns.map((column, n) => [`applications.processed_total.${column}`, n === 6 ? last : n + 1]));
    const copy = brief(totals(21), { agency_id: '110101-water' });
    expect(found([brief(totals(21)), copy], 'X02')).toEqual(['110101 2022 370215-justice-bureau fail', '370215 2022 110101-water fail']);
    expect(found([brief(totals(21)), brief(totals(22), { agency_id: '110101-water' })], 'X02')).toEqual([
      '110101 2022 pass',
      '370215 2022 pass',
    ]);
    expect(found([brief(totals(0)), brief(totals(0), { agency_id: '110101-water' })], 'X02')).toEqual([]);
  });

  it('Q08: several documents for one agency and year', () => {
    expect(found([brief({}, { documents: 2 }), brief({}, { year: 2021 })], 'Q08')).toEqual(['370215 2021 pass', '370215 2022 fail']);
  });

  it('does not depend on the order of the reports', () => {
    const reports = [
      government(12),
      brief({ [code]: 8 }),
      brief({ [code]: 5 }, { agency_id: '370215-water' }),
      brief({ [code]: 900 }, { year: 2021 }),
    ];
    expect(checkDataset([...reports].reverse())).toEqual(checkDataset(reports));
  });
});

describe('a report in brief', () => {
  it('keeps printed numbers that are compared, and no others', () => {
    const cells = formCells('2021', { 'applications.carried_in.total': 'solved', 'applications.new_received.total': 7 });
    const { values } = inBrief({ ...facts(), cells }, 1) ?? { values: new Map() };
    expect([
      values.get('applications.new_received.total'),
      values.has('applications.carried_in.total'),
      values.has('applications.granted.total'),
    ]).toEqual([7, false, false]);
    expect(inBrief({ ...facts(), report: { ...facts().report, year: null } }, 1)).toBeNull();
  });
});
