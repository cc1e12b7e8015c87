import { describe, expect, it } from 'vitest';
import type { CheckFacts } from '../../src/check/index.ts';
import { runChecks } from '../../src/check/index.ts';
import { facts, formCells, type Given, outcomes, told } from './facts.ts';

const beside = (given: Given, mentions: CheckFacts['mentions'], more: Partial<CheckFacts> = {}) =>
  facts({ cells: formCells('2021', given), mentions, ...more });

const table: Given = {
  'applications.new_received.total': 23,
  'applications.carried_in.total': 1,
  'applications.processed_total.total': 22,
  'applications.carried_out.total': 2,
  'applications.granted.total': 9,
  'remedies.review.total': 4,
  'remedies.litigation_direct.total': 1,
  'remedies.litigation_after_review.total': 2,
  'disclosure.normative_documents.in_force': 8,
  'disclosure.fees.amount': 1.25,
};

describe('numbers told in prose against the table', () => {
  it.each([
    ['N01', told('applications.new_received', 23), 'pass'],
    ['N01', told('applications.new_received', 24), 'pass'], // with those carried in
    ['N01', told('applications.new_received', 25), 'fail'],
    ['N02', told('applications.processed_total', 22), 'pass'],
    ['N02', told('applications.processed_total', 23), 'fail'],
    ['N03', told('applications.carried_out', 2), 'pass'],
    ['N04', told('applications.granted', 9), 'pass'],
    ['N04', told('applications.granted', 8), 'fail'],
    ['N05', told('remedies.review.total', 4), 'pass'],
    ['N05', told('remedies.litigation.total', 3), 'pass'],
    ['N05', told('remedies.litigation.total', 1), 'fail'],
    ['N06', told('applications.new_received', 0), 'fail'],
    ['N07', told('disclosure.normative_documents.in_force', 9), 'fail'],
    ['N11', told('remedies.review.total', 0), 'fail'],
    ['N04', told('disclosure.fees.amount', 12_500, { unit: '元' }), 'pass'],
  ])('%s %j', (id, mention, outcome) => {
    expect(outcomes(beside(table, [mention]), id)).toEqual([outcome]);
  });

  it('a printed zero is compared like any number, a denial by its own check', () => {
    const zero = told('applications.new_received', 0, { negated: false });
    expect([outcomes(beside({}, [zero]), 'N01'), outcomes(beside({}, [zero]), 'N06')]).toEqual([['pass'], []]);
  });

  it('cannot be judged without the cell, nor against a rounded number', () => {
    const lost = beside({ 'applications.new_received.total': 'lost' }, [told('applications.new_received', 3)]);
    expect(outcomes(lost, 'N01')).toEqual(['not_assessable']);
    const near = told('applications.granted', 10, { approximate: true });
    expect(outcomes(beside(table, [near]), 'N04')).toEqual(['not_assessable']);
    const blank = beside({ ...table, 'applications.carried_in.total': 'blank' }, [told('applications.new_received', 24)]);
    expect(outcomes(blank, 'N01')).toEqual(['not_assessable']);
  });

  it.each([
    ['行政许可2.8万件', 28_000, 27_641, 'pass'],
    ['行政許可２．８萬件', 28_000, 27_641, 'pass'],
    ['行政许可2.8万件', 28_000, 27_400, 'fail'],
    ['行政许可2.80万件', 28_000, 27_641, 'fail'],
    ['行政许可28000件', 28_000, 27_641, 'fail'],
  ])('a number told in 万 stands for those that round to it: %s', (snippet, value, cell, outcome) => {
    const given = beside({ 'disclosure.licensing.decisions': cell }, [told('disclosure.licensing.decisions', value, { snippet })]);
    expect(outcomes(given, 'N04')).toEqual([outcome]);
  });

  it('compares no fees in a unit that nobody states', () => {
    const cells = facts().cells.map((cell) => (cell.code === 'disclosure.fees.amount' ? { ...cell, value: 12.5, unit: null } : cell));
    const given = facts({ cells, mentions: [told('disclosure.fees.amount', 12_500, { unit: '元' })] });
    const check = runChecks(given).find(({ id }) => id === 'N04');
    expect(check).toMatchObject({
      outcome: 'not_assessable',
      message: 'disclosure.fees.amount 12500; disclosure.fees.amount: unit_unknown',
    });
  });

  it('is listed also where the document has no tables', () => {
    expect(outcomes(facts({ cells: [], mentions: [told('applications.processed_total', 89)] }), 'N02')).toEqual(['not_assessable']);
    expect(outcomes(facts({ cells: [] }), 'N02')).toEqual([]);
  });

  it('compares the stock of normative documents in form 2019 with those disclosed in all', () => {
    const cells = formCells('2019', { 'disclosure.normative_documents.disclosed_total': 2 });
    const given = facts({ cells, mentions: [told('disclosure.normative_documents.in_force', 8)] });
    const check = runChecks(given).find(({ id }) => id === 'N07');
    expect([check?.outcome, check?.left, check?.right]).toEqual(['fail', 8, 2]);
  });

  it('names instances only where a report has several', () => {
    const given = beside(table, [told('remedies.review.total', 4), told('remedies.litigation.total', 3), told('applications.granted', 9)]);
    expect(outcomes(given, 'N05')).toEqual(['review: pass', 'litigation: pass']);
    expect(outcomes(given, 'N04')).toEqual(['pass']);
  });
});

describe('wholes and parts', () => {
  const closed = [told('applications.processed_total', 89), told('applications.granted', 10), told('applications.denied_total', 79)];

  it('hold when the parts make the whole', () => {
    expect(outcomes(facts({ mentions: closed }), 'N08')).toEqual(['results: pass']);
  });

  it('parts below the whole say nothing while one may be untold', () => {
    expect(outcomes(facts({ mentions: closed.slice(0, 2).concat(told('applications.denied_total', 3)) }), 'N08')).toEqual([
      'results: not_assessable',
    ]);
  });

  it('parts in 万 make a whole that rounds to their sum', () => {
    const mentions = (whole: number) => [
      told('applications.processed_total', whole, { snippet: '办结申请1.2万件' }),
      told('applications.granted', 5678),
      told('applications.denied_total', 6345),
    ];
    expect(outcomes(facts({ mentions: mentions(12_000) }), 'N08')).toEqual(['results: pass']);
    expect(outcomes(facts({ mentions: mentions(12_001) }), 'N08')).toEqual(['results: fail']);
  });

  it('parts beyond the whole contradict it', () => {
    expect(outcomes(facts({ mentions: closed.slice(0, 2).concat(told('applications.denied_total', 80)) }), 'N08')).toEqual([
      'results: fail',
    ]);
  });

  it('parts below the whole contradict it once all are told', () => {
    const documents = [131, 28, 70, 31].map((value, index) =>
      told(
        ['documents.made', 'documents.attribute_proactive', 'documents.attribute_on_request', 'documents.attribute_not_disclosed'][index] ??
          '',
        value,
      ),
    );
    expect(outcomes(facts({ mentions: documents }), 'N08')).toEqual(['documents.made: fail']);
  });

  it('accounts beside WeChat and Weibo may be left untold: only more than the whole is wrong', () => {
    const social = (whole: number) => [told('posts.social_total', whole), told('posts.wechat', 20), told('posts.weibo', 10)];
    expect(outcomes(facts({ mentions: social(30) }), 'N08')).toEqual(['posts.social_total: pass']);
    expect(outcomes(facts({ mentions: social(45) }), 'N08')).toEqual(['posts.social_total: not_assessable']);
    expect(outcomes(facts({ mentions: social(25) }), 'N08')).toEqual(['posts.social_total: fail']);
  });

  it('two facts under one code leave the whole open', () => {
    const twice = [told('posts.social_total', 30), told('posts.wechat', 20), told('posts.wechat', 40), told('posts.weibo', 10)];
    expect(outcomes(facts({ mentions: twice }), 'N08')).toEqual([]);
  });
});

describe('percentages', () => {
  const mentions = [
    told('applications.processed_total', 89),
    told('applications.processed_online', 83),
    told('applications.processed_letter', 6),
  ];
  const share = (code: string, value: number, percent: number, decimals: number) => ({ code, value, percent, decimals });

  it.each([
    [93.3, 1, 'pass'],
    [93.2, 1, 'warn'],
    [93, 0, 'pass'],
    [92, 0, 'fail'],
    [93.26, 2, 'pass'],
    [95, 0, 'fail'],
  ])('N09: 83 of 89 as %s (%s decimals): %s', (percent, decimals, outcome) => {
    const shares = [share('applications.processed_online', 83, percent, decimals)];
    expect(outcomes(facts({ mentions, shares }), 'N09')).toEqual([`online: ${outcome}`]);
  });

  it('N10: the shares of a complete breakdown close to 100', () => {
    const shares = [share('applications.processed_online', 83, 93.3, 1), share('applications.processed_letter', 6, 6.7, 1)];
    expect(outcomes(facts({ mentions, shares }), 'N10')).toEqual(['channels: pass']);
    const off = [share('applications.processed_online', 83, 93.3, 1), share('applications.processed_letter', 6, 7.7, 1)];
    expect(outcomes(facts({ mentions, shares: off }), 'N10')).toEqual(['channels: fail']);
    expect(outcomes(facts({ mentions, shares: shares.slice(1) }), 'N10')).toEqual([]);
  });

  it('shares that close show that no part is untold', () => {
    const fewer = [
      told('applications.processed_total', 90),
      told('applications.processed_online', 83),
      told('applications.processed_letter', 6),
    ];
    const shares = [share('applications.processed_online', 83, 93.3, 1), share('applications.processed_letter', 6, 6.7, 1)];
    expect(outcomes(facts({ mentions: fewer, shares }), 'N08')).toEqual(['channels: fail']);
    expect(outcomes(facts({ mentions: fewer }), 'N08')).toEqual(['channels: not_assessable']);
  });
});
