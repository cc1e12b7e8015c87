import { describe, expect, it } from 'vitest';
import { checkKinds } from '../../schemas/checks.ts';
import { type FormGroup, forms } from '../../schemas/forms/index.ts';
import { relations } from '../../schemas/relations.ts';
import { runChecks } from '../../src/check/index.ts';
import { cellsOf, facts, formCells, outcomes } from './facts.ts';

/** 23 received, 1 carried in; 20 granted, 2 denied, 1 unavailable; 1 carried out; all by natural persons. */
const consistent = Object.fromEntries(
  Object.entries({
    new_received: 23,
    carried_in: 1,
    granted: 20,
    denied_state_secret: 2,
    unavailable_not_held: 1,
    processed_total: 23,
    carried_out: 1,
  }).flatMap(([row, value]) => [
    [`applications.${row}.natural_person`, value],
    [`applications.${row}.total`, value],
  ]),
);

const withCells = (given: Record<string, number | 'blank' | 'lost' | 'solved'>, form: '2019' | '2021' = '2021') =>
  facts({ cells: formCells(form, { ...consistent, ...given }) });

describe('the catalogue', () => {
  it('knows every check of the domain reference, each with a sentence in both languages', () => {
    const numbered = (family: string, numbers: readonly number[]) => numbers.map((n) => `${family}${String(n).padStart(2, '0')}`);
    const expected = [
      ...numbered('A', [1, 2, 3, 4, 5, 6, 7, 8, 9]),
      ...numbered('M', [1, 2, 3, 4]),
      ...numbered('D', [1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16]),
      ...numbered('F', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]),
      ...numbered('N', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
      ...numbered('Q', [1, 2, 3, 4, 5, 6, 7, 8, 9]),
      ...numbered('X', [1, 2]),
    ];
    expect(Object.keys(checkKinds).sort()).toEqual(expected.sort());
    for (const { zh, en } of Object.values(checkKinds)) expect([zh, en].every((text) => text.length > 5)).toBe(true);
  });

  it('holds its sums as plain data', () => {
    expect(JSON.parse(JSON.stringify(relations))).toEqual(relations);
  });
});

describe('sums of a consistent report', () => {
  for (const form of ['2019', '2021'] as const) {
    it(`hold in every instance, form ${form}`, () => {
      const results = runChecks(withCells({}, form)).filter(({ id }) => /^[AMD]/.test(id));
      expect(results.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
      const count = (id: string) => results.filter((check) => check.id === id && check.outcome === 'pass').length;
      expect([count('A01'), count('A02'), count('A03'), count('M01')]).toEqual([7, 7, form === '2019' ? 23 : 25, 3]);
      expect(form === '2019' ? [count('D10'), count('D11'), count('D12'), count('D15')] : [count('D02')]).toEqual(
        form === '2019' ? [2, 2, 5, 4] : [2],
      );
    });
  }

  it('are sorted by id and never listed for a table that is not there', () => {
    const ids = runChecks(facts({ cells: formCells('2021').filter(({ code }) => code.startsWith('remedies')) })).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids.some((id) => /^[ADF]/.test(id))).toBe(false);
    expect(ids.filter((id) => id === 'M01')).toHaveLength(3);
  });
});

describe('a planted mistake fails exactly the sums it touches', () => {
  const failed = (given: Record<string, number>, form: '2019' | '2021' = '2021') =>
    runChecks(withCells(given, form))
      .filter(({ outcome }) => outcome === 'fail')
      .map(({ id, instance, left, right }) => `${id} ${instance ?? ''} ${left} ${right}`);

  it.each([
    ['a wrong row total', { 'applications.granted.total': 21 }, ['A02 total 24 23', 'A03 granted 20 21']],
    ['one too many carried in', { 'applications.carried_in.natural_person': 2 }, ['A01 natural_person 25 24', 'A03 carried_in 2 1']],
    ['a wrong outcome of reviews', { 'remedies.review.upheld': 3 }, ['M01 review 3 0']],
    ['documents issued, none in force', { 'disclosure.normative_documents.issued_this_year': 4 }, ['D02 normative_documents 0 4']],
  ])('%s', (_, given, expected) => {
    expect(failed(given)).toEqual(expected);
  });

  it.each([
    [
      'disclosed more than made',
      { 'disclosure.regulations.disclosed_this_year': 3, 'disclosure.regulations.disclosed_total': 3 },
      ['D11 regulations 3 0'],
    ],
    [
      'disclosed more than in all',
      { 'disclosure.normative_documents.disclosed_this_year': 1, 'disclosure.normative_documents.made_this_year': 1 },
      ['D10 normative_documents 1 0'],
    ],
    ['fewer items than none', { 'disclosure.licensing.items_change': -2 }, ['D12 licensing -2 0']],
    ['an amount without projects', { 'disclosure.procurement.amount': 5000 }, ['D14  0 5000']],
    ['decisions without items', { 'disclosure.penalties.decisions': 7 }, ['D15 penalties 7 0']],
  ])('%s (form 2019)', (_, given, expected) => {
    expect(failed(given, '2019')).toEqual(expected);
  });

  it('says which cells and numbers', () => {
    const check = runChecks(withCells({ 'applications.granted.total': 21 })).find(({ id, outcome }) => id === 'A02' && outcome === 'fail');
    expect(check?.message).toBe('granted 21 + denied_state_secret 2 + unavailable_not_held 1 + 18 × 0 = 24 ≠ processed_total 23');
  });
});

describe('a sum over a missing part says nothing', () => {
  it.each(['blank', 'lost', 'solved'] as const)('%s', (status) => {
    const given = withCells({ 'applications.granted.business': status });
    expect(outcomes(given, 'A02').filter((each) => !each.endsWith('pass'))).toEqual(['business: not_assessable']);
    expect(outcomes(given, 'A03').filter((each) => !each.endsWith('pass'))).toEqual(['granted: not_assessable']);
  });

  it('so does one over a number that the very sums gave', () => {
    const cells = formCells('2021', consistent).map((cell) =>
      cell.code === 'applications.granted.total' ? { ...cell, status: 'solved' as const } : cell,
    );
    expect(outcomes(facts({ cells }), 'A02').filter((each) => !each.endsWith('pass'))).toEqual(['total: not_assessable']);
    expect(outcomes(facts({ cells }), 'A06')).toEqual(['pass']);
  });

  it('and names the part', () => {
    const results = runChecks(withCells({ 'applications.granted.business': 'blank' }));
    expect(results.find(({ id, outcome }) => id === 'A02' && outcome === 'not_assessable')?.message).toBe('granted: blank');
  });
});

describe('subtotals that only some sites print', () => {
  it('are checked where printed, per column', () => {
    const given = withCells({ 'applications.denied_total.total': 2, 'applications.denied_total.natural_person': 3 });
    expect(outcomes(given, 'A04')).toEqual(['denied_total.natural_person: fail', 'denied_total.total: pass']);
    expect(outcomes(withCells({}), 'A04')).toEqual([]);
  });

  it('of organisations, per row', () => {
    const given = withCells({ 'applications.granted.organization_total': 0, 'applications.carried_in.organization_total': 1 });
    expect(outcomes(given, 'A05')).toEqual(['carried_in: fail', 'granted: pass']);
  });

  it('of lawsuits', () => {
    expect(outcomes(withCells({ 'remedies.litigation.total': 1 }), 'M03')).toEqual(['fail']);
  });
});

describe('A08, blanks read as zeros', () => {
  const blanks = { 'applications.granted.business': 'blank', 'applications.carried_in.research': 'blank' } as const;

  it('holds when the sums close over the blanks', () => {
    expect(outcomes(withCells(blanks), 'A08')).toEqual(['pass']);
  });

  it('fails when a blank hides a number', () => {
    expect(outcomes(withCells({ ...blanks, 'applications.granted.natural_person': 'blank' }), 'A08')).toEqual(['fail']);
  });

  it('says nothing without blanks, and does not take lost cells for blanks', () => {
    expect(outcomes(withCells({}), 'A08')).toEqual(['not_assessable']);
    expect(outcomes(withCells({ 'applications.granted.business': 'lost' }), 'A08')).toEqual(['not_assessable']);
  });

  it('leaves sums without a printed total untested', () => {
    const results = runChecks(withCells({ ...blanks, 'applications.granted.total': 'blank' }));
    // With the blank total read as zero A03 would fail for granted; A02 of the total column does.
    expect(results.find(({ id }) => id === 'A08')?.message).toMatch(/: A02 total$/);
  });
});

describe('rules for single cells', () => {
  it.each([
    ['A06', { 'applications.granted.business': 1.5 }, 'applications.granted.business 1.5'],
    ['A06', { 'applications.granted.business': -1 }, 'applications.granted.business -1'],
    ['M02', { 'remedies.review.other': 0.5 }, 'remedies.review.other 0.5'],
    ['D03', { 'disclosure.fees.amount': -3 }, 'disclosure.fees.amount -3'],
    ['D04', { 'disclosure.regulations.in_force': 2 }, 'disclosure.regulations.in_force 2'],
  ])('%s names the offending cells', (id, given, message) => {
    const check = runChecks(withCells(given)).find((each) => each.id === id);
    expect([check?.outcome, check?.instance, check?.message]).toEqual(['fail', undefined, message]);
  });

  it('money may have decimals, a change may be negative', () => {
    expect(outcomes(withCells({ 'disclosure.fees.amount': 10.9038 }), 'D03')).toEqual(['pass']);
    expect(
      outcomes(withCells({ 'disclosure.licensing.items_prior_year': 9, 'disclosure.licensing.items_change': -2 }, '2019'), 'D16'),
    ).toEqual(['pass']);
  });

  it('without a printed value there is nothing to judge', () => {
    const lost = formCells('2021').map((cell) => ({ ...cell, value: null, status: 'lost' as const }));
    for (const id of ['A06', 'M02', 'D03', 'D04']) expect(outcomes(facts({ cells: lost }), id)).toEqual(['not_assessable']);
  });

  it('a mixed table 2 gets the rules its cells allow', () => {
    const mixed = cellsOf({
      'disclosure.regulations.issued_this_year': 0,
      'disclosure.regulations.repealed_this_year': 0,
      'disclosure.regulations.in_force': 0,
      'disclosure.licensing.items_prior_year': 3,
      'disclosure.licensing.items_change': 0,
      'disclosure.licensing.decisions': 3,
    });
    const ids = new Set(
      runChecks(facts({ cells: mixed }))
        .map(({ id }) => id)
        .filter((id) => id.startsWith('D')),
    );
    expect([...ids]).toEqual(['D02', 'D03', 'D04', 'D12', 'D15', 'D16']);
  });
});

describe('rules that look at the organ', () => {
  const agency = (kind: string, level: 'national' | 'province' | 'prefecture' | 'county' | null) => ({
    agency: { ...facts().agency, kind, division_level: level },
    cells: formCells('2021', {
      'disclosure.regulations.issued_this_year': 1,
      'disclosure.regulations.in_force': 5,
      'disclosure.fees.amount': 2_000_000,
    }),
  });

  it.each([
    ['ministry', 'national', 'pass'],
    ['government', 'province', 'pass'],
    ['government', 'prefecture', 'pass'],
    ['government', 'county', 'fail'],
    ['justice-bureau', 'prefecture', 'fail'],
    ['other-organ', null, 'not_assessable'],
  ] as const)('D04: rules made by a %s (%s): %s', (kind, level, outcome) => {
    expect(outcomes(facts(agency(kind, level)), 'D04')).toEqual([outcome]);
  });

  it.each([
    ['county', 'fail'],
    ['prefecture', 'pass'],
    [null, 'not_assessable'],
  ] as const)('D05: 20 billion CNY of fees (%s): %s', (level, outcome) => {
    expect(outcomes(facts(agency('government', level)), 'D05')).toEqual([outcome]);
  });

  it('D05: says so where the unit of the fees is not known', () => {
    const cells = formCells('2021', { 'disclosure.fees.amount': 3 }).map((cell) => ({ ...cell, unit: null }));
    const check = runChecks(facts({ cells })).find(({ id }) => id === 'D05');
    expect(check).toMatchObject({ outcome: 'not_assessable', message: 'amount: unit_unknown' });
  });

  it.each([
    [2023, 'pass'],
    [2024, 'fail'],
    [null, 'not_assessable'],
  ] as const)('M04: direct lawsuits in %s: %s', (year, outcome) => {
    const cells = formCells('2021', { 'remedies.litigation_direct.total': 2 });
    expect(outcomes(facts({ cells, report: { ...facts().report, year } }), 'M04')).toEqual([outcome]);
  });
});

describe('the statistics form', () => {
  const rows = (given: Record<string, number>) =>
    cellsOf(Object.fromEntries(Object.entries(given).map(([row, value]) => [`statistics.${row}.year`, value])));
  const run = (given: Record<string, number>, id: string) => outcomes(facts({ cells: rows(given) }), id);
  const filed = {
    applications_received: 9,
    applications_received_in_person: 2,
    applications_received_fax: 0,
    applications_received_online: 4,
    applications_received_letter: 3,
  };

  it.each([
    ['F01', filed, ['pass']],
    ['F01', { ...filed, applications_received: 8 }, ['fail']],
    ['F02', { applications_closed_on_time: 5, applications_closed_extended: 1, applications_closed: 7 }, ['fail']],
    ['F05', { review_upheld: 1, review_corrected: 0, review_other: 1, review_total: 2 }, ['pass']],
    ['F07', { capacity_staff_full_time: 1, capacity_staff_part_time: 2, capacity_staff: 4 }, ['fail']],
    ['F08', { response_online_interviews_principal: 3, response_online_interviews: 2 }, ['online_interviews: fail']],
    ['F11', { applications_closed: 3, applications_replied: 3 }, ['pass']],
    ['F12', { proactive_normative_disclosed: 3, proactive_normative_made: 2 }, ['fail']],
    ['F13', { fees_collected: 0.5, review_total: 2 }, ['pass']],
    ['F13', { review_total: 2.5 }, ['fail']],
  ])('%s %j', (id, given, expected) => {
    expect(run(given, id)).toEqual(expected);
  });

  it('F09 and F10 compare the items with the channels', () => {
    const channels = { channels_gazette: 0, channels_website: 40, channels_weibo: 5, channels_wechat: 5, channels_other: 0 };
    expect(run({ proactive_items: 51, ...channels }, 'F09')).toEqual(['fail']);
    expect(run({ proactive_items: 39, ...channels }, 'F10').filter((each) => each.endsWith('fail'))).toEqual(['channels_website: fail']);
  });

  it('lists its sums also where the page leaves rows out', () => {
    const form = { ...facts().forms, statistics: '2014' } as const;
    expect(outcomes(facts({ cells: rows({ review_total: 2 }), forms: form }), 'F05')).toEqual(['not_assessable']);
    expect(outcomes(facts({ cells: rows({ review_total: 2 }), forms: form }), 'F01')).toEqual(['not_assessable']);
    expect(outcomes(facts({ cells: rows({ review_total: 2 }) }), 'F05')).toEqual([]);
    // Only its own: a table 3 beside it whose rows are not all listed has the sums of those that are.
    const both = [...rows({ review_total: 2 }), ...cellsOf({ 'applications.new_received.total': 3 })];
    expect(outcomes(facts({ cells: both, forms: form }), 'A01')).toEqual([]);
  });

  it('has every row its sums name', () => {
    const printed = new Set(
      forms.flatMap((form) =>
        form.tables.flatMap(({ groups }) => groups.flatMap((group: FormGroup) => group.rows.map(({ code }) => code))),
      ),
    );
    const named = relations.flatMap(({ left, right }) => [...left, ...right]).map((term) => term.slice(0, term.lastIndexOf('.')));
    const subtotals = ['denied_total', 'unavailable_total', 'unprocessed_total', 'other_total', 'litigation'];
    expect(named.filter((row) => !row.startsWith('@') && row !== '*' && !printed.has(row) && !subtotals.includes(row))).toEqual([]);
  });

  it('counts a way of filing that only a local form prints', () => {
    const local = {
      code: 'statistics.local_1.year',
      value: 1,
      status: 'reported',
      raw: '1',
      unit: null,
      line: 9,
      raw_label: '5.其他形式申请数',
    } as const;
    expect(outcomes(facts({ cells: [...rows({ ...filed, applications_received: 10 }), local] }), 'F01')).toEqual(['pass']);
  });
});
