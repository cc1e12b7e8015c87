import { describe, expect, it } from 'vitest';
import { breakdowns } from '../../schemas/breakdowns.ts';
import { explainCheck, runChecks } from '../../src/check/index.ts';
import { cellsOf, facts, formCells, told } from './facts.ts';

const broken = facts({
  cells: formCells('2021', { 'applications.granted.total': 3, 'applications.new_received.total': 3, 'remedies.review.upheld': 'blank' }),
  mentions: [told('applications.new_received', 5)],
});

const said = (id: string, lang: 'zh' | 'en', outcome = 'fail') => {
  const check = runChecks(broken).find((each) => each.id === id && each.outcome === outcome);
  return check ? explainCheck(check, lang) : null;
};

describe('explainCheck', () => {
  it('names the rule, the cells and the numbers, in Chinese', () => {
    expect(said('A02', 'zh')).toBe('各项办理结果之和等于总计（总计）：(一)予以公开 3 + 20 × 0 = 3 ≠ (七)总计 0。不成立');
    expect(said('M01', 'zh', 'not_assessable')).toBe('四种结果之和等于总计（行政复议）：结果维持: 空白。无法判断');
  });

  it('and in English', () => {
    expect(said('A02', 'en')).toBe(
      'The results add up to the total processed (Total): Granted (disclosed in full) 3 + 20 × 0 = 3 ≠ Total processed this year 0 — does not hold',
    );
    expect(said('N01', 'en')).toBe(
      'Applications received as told in prose agree with the table: in prose OGI applications newly received this year 5 ≠ in the table OGI applications newly received this year: Total 3 — does not hold',
    );
  });

  it('says which side is told in prose and which is printed', () => {
    expect(said('N01', 'zh')).toBe(
      '文中收到申请数与表格一致：文中 一、本年新收政府信息公开申请数量 5 ≠ 表中 一、本年新收政府信息公开申请数量·总计 3。不成立',
    );
  });

  it('names fees by their own column, a form by its year, and a row of the statistics form alone', () => {
    const of = (id: string, more: Parameters<typeof facts>[0]) => {
      const check = runChecks(facts(more)).find((each) => each.id === id);
      return check && explainCheck(check, 'zh');
    };
    expect(of('D05', { cells: formCells('2021', { 'disclosure.fees.amount': 2_000_000 }) })).toContain('行政事业性收费');
    expect(of('Q02', { report: { ...facts().report, year: 2019 } })).toContain('2021年格式');
    expect(of('Q02', { report: { ...facts().report, year: 2019 } })).toContain('年份 2019: 2019年格式');
    const cells = cellsOf({ 'statistics.fees_collected.year': -1 });
    expect(of('F13', { cells, forms: { disclosure: null, applications: null, remedies: null, statistics: '2014' } })).toMatch(/费用 -1。/);
  });

  it('puts every breakdown told in prose into words', () => {
    const mentions = breakdowns.flatMap(({ whole, parts }) => [told(whole, 9), ...parts.map((part) => told(part, 5))]);
    const once = [...new Map(mentions.map((mention) => [mention.code, mention])).values()];
    const checks = runChecks(facts({ mentions: once })).filter(({ id }) => id === 'N08');
    expect(checks).toHaveLength(breakdowns.length);
    for (const check of checks) for (const lang of ['zh', 'en'] as const) expect(explainCheck(check, lang)).not.toMatch(/[a-z]+[_.][a-z]+/);
  });

  it('leaves no code of ours in either language', () => {
    for (const check of runChecks(broken)) {
      for (const lang of ['zh', 'en'] as const) expect(explainCheck(check, lang)).not.toMatch(/[a-z]+_[a-z]+/);
    }
  });
});
