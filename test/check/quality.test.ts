import { describe, expect, it } from 'vitest';
import type { CheckFacts } from '../../src/check/index.ts';
import { deadline } from '../../src/check/index.ts';
import { cellsOf, facts, formCells, outcomes } from './facts.ts';

const lines = (...texts: readonly string[]): CheckFacts['lines'] => texts.map((text, index) => ({ n: index + 1, text, folded: text }));

describe('Q01, dropped repetitions', () => {
  const form = ['信息内容', '本年制发件数', '规章', '行政许可', '总计', '(七)总计', '结果维持', '复议后起诉'];

  it('is suspected when labels the form repeats stand once and no line comes twice', () => {
    expect(outcomes(facts({ lines: lines('本局公开了相关信息内容。', '', '', ...form) }), 'Q01')).toEqual(['fail']);
  });

  it('is not suspected when any line is repeated, or a label is', () => {
    expect(outcomes(facts({ lines: lines(...form, '0', '0') }), 'Q01')).toEqual(['pass']);
    expect(outcomes(facts({ lines: lines(...form, '结果维持\t结果维持\t总计') }), 'Q01')).toEqual(['pass']);
    expect(outcomes(facts({ lines: lines(...form, '信息内容 | 本年处理决定数量') }), 'Q01')).toEqual(['pass']);
  });

  it('cannot be told without tables', () => {
    const none = { disclosure: 'none', applications: 'none', remedies: 'none', statistics: 'none' } as const;
    expect(outcomes(facts({ lines: lines(...form), tables: none }), 'Q01')).toEqual(['not_assessable']);
  });
});

describe('Q02, forms', () => {
  const run = (disclosure: '2019' | '2021' | 'mixed' | null, applications: '2019' | '2021' | null, year: number | null) =>
    outcomes(
      facts({ forms: { disclosure, applications, remedies: 'common', statistics: null }, report: { ...facts().report, year } }),
      'Q02',
    );

  it.each([
    ['2019', '2019', 2020, 'pass'],
    ['2021', '2021', 2025, 'pass'],
    ['2021', '2019', 2023, 'fail'],
    ['2019', '2019', 2023, 'fail'],
    ['mixed', '2021', 2022, 'fail'],
    ['2021', null, 2022, 'pass'],
    ['2021', '2021', null, 'not_assessable'],
    [null, null, 2022, 'not_assessable'],
  ] as const)('%s and %s in %s: %s', (disclosure, applications, year, outcome) => {
    expect(run(disclosure, applications, year)).toEqual([outcome]);
  });
});

describe('headings, years and dates', () => {
  it('Q03 fails on a heading without its table', () => {
    const tables = { disclosure: 'absent', applications: 'present', remedies: 'present', statistics: 'none' } as const;
    expect(outcomes(facts({ tables }), 'Q03')).toEqual(['fail']);
    expect(outcomes(facts({ tables: { ...tables, disclosure: 'values_lost' } }), 'Q03')).toEqual(['pass']);
  });

  it('Q03 asks no table of a section of years whose form printed none there', () => {
    const report = { ...facts().report, year: 2016 };
    const tables = { disclosure: 'absent', applications: 'absent', remedies: 'none', statistics: 'present' } as const;
    const forms = { disclosure: null, applications: null, remedies: null, statistics: '2014' } as const;
    expect(outcomes(facts({ report, tables, forms }), 'Q03')).toEqual(['pass']);
    expect(outcomes(facts({ report, tables: { ...tables, statistics: 'absent' }, forms: { ...forms, statistics: null } }), 'Q03')).toEqual([
      'fail',
    ]);
    expect(outcomes(facts({ report, tables: { ...tables, statistics: 'none' }, forms: { ...forms, statistics: null } }), 'Q03')).toEqual([
      'not_assessable',
    ]);
    // A report that prints a table of a later form has the sections of that form.
    const mixed = { ...tables, applications: 'present' } as const;
    expect(outcomes(facts({ report, tables: mixed, forms: { ...forms, applications: '2019' } }), 'Q03')).toEqual(['fail']);
  });

  it.each([
    ['示例市水务局2022年政府信息公开工作年度报告', 'pass'],
    ['示例市水务局二〇二二年政府信息公开工作年度报告', 'pass'],
    ['示例市水务局二○二一年政府信息公开工作年度报告', 'fail'],
    ['２０２２年政府信息公开年报', 'pass'],
    ['政府信息公开工作年度报告', 'not_assessable'],
  ])('Q04 %s: %s', (title, outcome) => {
    expect(outcomes(facts({ report: { ...facts().report, title } }), 'Q04')).toEqual([outcome]);
  });

  it('Q04 needs a period that is printed', () => {
    expect(outcomes(facts({ periodStated: false }), 'Q04')).toEqual(['not_assessable']);
  });

  it.each([
    ['2023-01-20', null, 'pass'],
    ['2023-01-20', '2022-12-01', 'fail'], // signed before the period ends
    ['2026-03-01', null, 'fail'], // three years after it was due
    ['2025-03-01', null, 'pass'],
    [null, null, 'not_assessable'],
  ])('Q05 published %s, signed %s: %s', (published, signed, outcome) => {
    expect(outcomes(facts({ report: { ...facts().report, published, signed } }), 'Q05')).toEqual([outcome]);
  });
});

describe('rows, gaps and the deadline', () => {
  it('Q06 lists each row whose number of values differs', () => {
    const rowsWithOtherCount = [{ row: 'disclosure.regulations', values: 1, columns: 3 }];
    expect(outcomes(facts({ rowsWithOtherCount }), 'Q06')).toEqual(['disclosure.regulations: fail']);
    expect(outcomes(facts(), 'Q06')).toEqual(['pass']);
    expect(outcomes(facts({ cells: [] }), 'Q06')).toEqual(['not_assessable']);
  });

  it('Q07 fails when more than half of a table is null', () => {
    const half = cellsOf({ 'remedies.review.total': 0, 'remedies.review.upheld': 'blank' });
    expect(outcomes(facts({ cells: half }), 'Q07')).toEqual(['remedies: pass']);
    const cells = formCells('2021').map((cell) => ({ ...cell, value: null, status: 'lost' as const }));
    expect(outcomes(facts({ cells }), 'Q07')).toEqual(['disclosure: fail', 'applications: fail', 'remedies: fail']);
  });

  it.each([
    ['justice-bureau', 2022, 'own_organ', '2023-01-31'],
    ['government', 2022, 'aggregate', '2023-03-31'],
    ['township-government', 2022, 'own_organ', '2023-03-31'],
    ['government-office', 2022, 'aggregate', '2023-03-31'],
    ['government-office', 2022, 'own_organ', '2023-01-31'],
    ['justice-bureau', 2018, 'own_organ', '2019-03-31'],
    [null, 2022, 'own_organ', null],
    ['justice-bureau', null, 'own_organ', null],
  ] as const)('deadline of a %s for %s (%s): %s', (kind, year, coverage, expected) => {
    expect(deadline({ kind }, { year, coverage })).toBe(expected);
  });

  it.each([
    ['2023-01-31', 'annual_report', 'pass'],
    ['2023-02-01', 'annual_report', 'fail'],
    [null, 'annual_report', 'not_assessable'],
    ['2023-01-20', 'work_summary', 'not_assessable'],
  ] as const)('Q09 published %s, %s: %s', (published, kind, outcome) => {
    expect(outcomes(facts({ report: { ...facts().report, published, kind } }), 'Q09')).toEqual([outcome]);
  });
});
