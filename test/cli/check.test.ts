import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../schemas/tables.ts';
import { percent } from '../../src/percent.ts';
import { everyCase } from '../queries/every-case.ts';
import { writeTable } from '../support/dataset-folder.ts';
import { gongkai } from './recorded.ts';

const sound = mkdtempSync(join(tmpdir(), 'gongkai-check-'));
const broken = mkdtempSync(join(tmpdir(), 'gongkai-check-'));
const hostile = mkdtempSync(join(tmpdir(), 'gongkai-check-'));

const agencies = [...new Map(everyCase.reports.map((report) => [report.agency_id, report])).values()].map(
  ({ agency_id, lineage_id, agency_name, agency_kind, division_code, division_level }): Row<'agencies'> => ({
    agency_id,
    lineage_id,
    agency_name,
    names: [],
    agency_kind,
    division_code,
    division_level,
    first_year: 2020,
    last_year: 2022,
    reports: 1,
  }),
);
const document = (sha256: string, outcome: Row<'documents'>['outcome']): Row<'documents'> => ({
  sha256,
  names: ['a.html'],
  format: 'html',
  bytes: 1,
  outcome,
  reason: null,
  report_kind: null,
  agency_id: null,
  year: null,
  parser_version: '0.1.0',
  source_url: null,
});
const documents = [...new Set(everyCase.reports.map((report) => report.document_sha256))].map((sha256) => document(sha256, 'published'));
const lost = document('f'.repeat(64), 'quarantined');

function write(folder: string): void {
  writeTable(folder, 'reports', everyCase.reports);
  writeTable(folder, 'cells', everyCase.cells);
  writeTable(folder, 'checks', everyCase.checks);
  writeTable(folder, 'agencies', agencies);
  const inShards = [...documents, lost].map((row) => ({ ...row, shard: row.sha256.slice(0, 1) }));
  writeTable(folder, 'documents', inShards);
  writeTable(folder, 'quarantine', [
    { sha256: lost.sha256, name: 'a.html', code: 'encrypted', stage: 'read', message: '…', parser_version: '0.1.0' },
  ]);
  writeTable(folder, 'agency_candidates', [
    { agency_id: 'u-0f3a9c', candidate_id: '110101-audit', agency_name: '东城区审计局', evidence: 'name', score: 0.5 },
  ]);
}

beforeAll(() => {
  write(sound);
  write(broken);
  const evil = '<script>alert("1")</script>';
  const [report] = everyCase.reports.filter(({ agency_id }) => agency_id === 'u-0f3a9c').map((row) => ({ ...row, agency_name: evil }));
  if (report) {
    writeTable(hostile, 'reports', [report]);
    writeTable(
      hostile,
      'agencies',
      agencies.filter(({ agency_id }) => agency_id === report.agency_id),
    );
    writeTable(hostile, 'documents', [{ ...document(report.document_sha256, 'published'), shard: 'x' } as Row<'documents'>]);
    writeTable(
      hostile,
      'checks',
      everyCase.checks.slice(0, 1).map((row) => ({ ...row, agency_id: report.agency_id, year: report.year })),
    );
  }
  // A check of a report that is not held, and one that is there twice.
  const [first] = everyCase.checks;
  if (first) writeTable(broken, 'checks', [first, first, { ...first, agency_id: '990000-none', region: '99' }]);
});
afterAll(() => {
  for (const folder of [sound, broken, hostile]) rmSync(folder, { recursive: true, force: true });
});

const check = (...argv: string[]) => gongkai(['check', ...argv]);

describe('gongkai check', () => {
  it('measures what is held, what holds, what went wrong', async () => {
    const { code, out } = await check('--out', sound, '--json');
    expect(code).toBe(0);
    const quality = JSON.parse(out);
    expect(quality.dataset).toBe(sound);
    expect(quality.totals).toMatchObject({ reports: 25, agencies: 16, first_year: 2016, last_year: 2022, unresolved: 1 });
    expect(quality.by_year.map((row: { year: number; reports: number }) => [row.year, row.reports])).toEqual([
      [2016, 1],
      [2020, 5],
      [2021, 17],
      [2022, 2],
    ]);
    expect(quality.checks.find((row: { check_id: string }) => row.check_id === 'A02')).toMatchObject({
      passed: 2,
      failed: 1,
      not_assessable: 1,
    });
    expect(quality.worst).toEqual([{ agency_id: '110000-audit', agency_name: '北京市审计局', year: 2021, failed: 1, checks: 'A02' }]);
    expect(quality.unresolved).toMatchObject([{ agency_id: 'u-0f3a9c', candidates: '110101-audit 东城区审计局' }]);
    expect(quality.quarantine).toEqual([{ code: 'encrypted', stage: 'read', documents: 1, example: 'a.html' }]);
    expect(quality.structure).toEqual([]);
  });

  it('says it in words, in both languages', async () => {
    const zh = (await check('--out', sound, '--lang', 'zh')).out;
    expect(zh).toContain('25 份报告');
    expect(zh).toContain('各项办理结果之和等于总计');
    expect(zh).toContain('表的主键唯一，引用完整。');
    expect((await check('--out', sound)).out).toContain('The results add up to the total processed');
  });

  it('draws it on one page that needs nothing else, and in which a document cannot write', async () => {
    const { code, out } = await check('--out', hostile, '--html', '--lang', 'zh');
    expect(code).toBe(0);
    const page = load(out);
    expect(page('html').attr('lang')).toBe('zh-CN');
    expect(page('script, link, img, iframe, [src], [href], [style*="url("]')).toHaveLength(0);
    expect(out).not.toMatch(/https?:/);
    expect(page('td').text()).toContain('<script>alert("1")</script>');
    expect(page('svg').attr('aria-label')).toBe('各年度收录的报告');
    expect(page('svg rect')).toHaveLength(1);
    expect(page('.stacks li').first().text()).toContain('成立 1');
    expect((await check('--out', sound, '--html', '--json')).code).toBe(2);
  });

  it('finds broken keys and references and fails', async () => {
    const { code, out } = await check('--out', broken, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).structure).toEqual([
      { table: 'checks', rule: 'key', columns: 'agency_id, year, check_id, instance', broken: 1 },
      { table: 'checks', rule: 'reference to reports', columns: 'agency_id, year', broken: 1 },
    ]);
  });

  it('ends with 3 on errors only when asked to be strict', async () => {
    expect([(await check('--out', sound)).code, (await check('--out', sound, '--strict')).code]).toEqual([0, 3]);
    const doubtful = mkdtempSync(join(tmpdir(), 'gongkai-check-'));
    write(doubtful);
    const noError = everyCase.checks.filter(({ outcome, severity }) => outcome !== 'fail' || severity === 'warning');
    writeTable(doubtful, 'checks', noError);
    expect(noError.some(({ outcome }) => outcome === 'fail')).toBe(true);
    expect((await check('--out', doubtful, '--strict')).code).toBe(0);
    rmSync(doubtful, { recursive: true });
  });

  it('ends with 4 where documents were received and none is a report', async () => {
    const received = mkdtempSync(join(tmpdir(), 'gongkai-check-'));
    writeTable(received, 'documents', [{ ...lost, shard: 'f' } as Row<'documents'>]);
    expect((await check('--out', received)).code).toBe(4);
    rmSync(received, { recursive: true });
  });

  it('says that there is no dataset', async () => {
    const { code, err } = await check('--out', join(sound, 'no'));
    expect([code, err]).toEqual([1, expect.stringContaining('(dataset_missing)')]);
  });

  it('never rounds up to 100 %', () => {
    expect([percent(9999, 10000), percent(10000, 10000), percent(1, 3), percent(0, 0)]).toEqual(['99.9 %', '100.0 %', '33.3 %', '–']);
  });
});
