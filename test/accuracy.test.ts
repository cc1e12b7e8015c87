import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCorpus } from '../bench/accuracy/corpus.ts';
import { judge } from '../bench/accuracy/judge.ts';
import { judgeDocument, type Share, total } from '../bench/accuracy/score.ts';
import type { Truth } from '../bench/accuracy/truth.ts';
import { randomReport } from '../bench/generate/index.ts';

// The samples, and with `GONGKAI_CORPUS=FOLDER npm test` any labelled corpus, against thresholds that only become stricter.

const root = join(import.meta.dirname, '..');
const thresholds: Record<string, number> = JSON.parse(readFileSync(join(root, 'test', 'thresholds.json'), 'utf8')).any_corpus;
const corpora: { folder: string; truths?: string }[] = [
  { folder: join(root, 'samples'), truths: join(root, 'test', 'samples-expected') },
  ...(process.env.GONGKAI_CORPUS ? [{ folder: process.env.GONGKAI_CORPUS }] : []),
];
const shareOf = ({ right, judged }: Share) => (judged === 0 ? 1 : right / judged);

describe.each(corpora)('$folder', ({ folder, truths }) => {
  it('is read as well as the thresholds ask', { timeout: 600_000 }, async () => {
    const { documents, absent } = openCorpus(folder, truths);
    const judgements = [];
    for (const document of documents) judgements.push(await judgeDocument(document));
    const totals = total(judgements);
    const shares: Record<string, Share | undefined> = {
      cells: totals.cells,
      mentions: totals.mentions,
      checks: totals.checks,
      ...totals.fields,
    };
    expect(absent).toEqual([]);
    expect(documents.length).toBeGreaterThan(0);
    for (const [name, least] of Object.entries(thresholds)) {
      if (name === 'most_silent_errors') expect(totals.silent_errors, name).toBeLessThanOrEqual(least);
      else if (name === 'most_duplicate_codes') expect(totals.duplicate_codes, name).toBeLessThanOrEqual(least);
      else {
        const share = shares[name];
        if (share) expect(shareOf(share), name).toBeGreaterThanOrEqual(least);
      }
    }
  });
});

describe('the judge', () => {
  const { report } = randomReport(5, { form: '2021' });
  const right: Truth = {
    agency: { agency_id: report.agency.agency_id, name: report.agency.name },
    report: { year: report.report.year, title: report.report.title },
    cells: Object.fromEntries(report.cells.map(({ code, value, status }) => [code, { value, status }])),
    mentions: report.mentions,
    mentions_complete: true,
    checks: report.checks.map(({ id, instance, outcome }) => ({ id, instance, outcome })),
  };
  const code = 'applications.new_received.total';
  const judged = (truth: Truth) => total([judge('a', truth, report)]);
  const withCell = (cell: NonNullable<Truth['cells']>[string]): Truth => ({ ...right, cells: { ...right.cells, [code]: cell } });

  it('finds nothing wrong with the truth itself', () => {
    const totals = judged(right);
    expect(totals).toMatchObject({ silent_errors: 0, missed_numbers: 0, status_mismatches: 0, mentions_invented: 0 });
    for (const share of [totals.cells, totals.mentions, totals.checks, ...Object.values(totals.fields)])
      expect(share.right).toBe(share.judged);
  });

  it('calls another number, and a number where there is none, a silent error', () => {
    expect(judged(withCell({ value: 987_654 })).silent_errors).toBe(1);
    expect(judged(withCell({ value: null, status: 'blank' })).silent_errors).toBe(1);
    expect(
      judged(withCell({ value: null, accept: [{ value: report.cells.find((cell) => cell.code === code)?.value ?? null }] })).silent_errors,
    ).toBe(0);
    expect(judged({ ...right, cells: {}, no_numbers: ['remedies'] }).silent_errors).toBe(15);
  });

  it('calls a number that was not read missed, and another status a mismatch', () => {
    expect(judged({ ...right, cells: { 'applications.denied_total.total': { value: 3 } } }).missed_numbers).toBe(1);
    const value = report.cells.find((cell) => cell.code === code)?.value ?? null;
    expect(judged(withCell({ value, status: 'solved' })).status_mismatches).toBe(1);
  });

  it('counts mentions that were missed and invented, and checks with another outcome', () => {
    expect(judged({ ...right, mentions: report.mentions.slice(1) }).mentions_invented).toBe(1);
    const totals = judged({ ...right, mentions: [...report.mentions, { code: 'posts.weibo', value: 123_456 }] });
    expect(totals.mentions.judged - totals.mentions.right).toBe(1);
    const failed = judged({ ...right, checks: [{ id: 'A01', instance: 'total', outcome: 'fail' }] });
    expect(failed.checks.right).toBe(0);
  });
});
