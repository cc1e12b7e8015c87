import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneFile } from '../../bin/local/site/one-file.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { gongkai } from '../cli/recorded.ts';
import { generatedReports, writeDataset } from '../support/generated-dataset.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
const out = join(folder, 'dataset');
const reports = generatedReports(5);
const [first] = reports;

beforeAll(() => writeDataset(new FolderStore(out, { durable: 'later' }), reports));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

test('without --to the site lies in the dataset and reads its report objects', async () => {
  const { code, out: said } = await gongkai(['site', '--out', out, '--json']);
  expect([code, JSON.parse(said).reports]).toEqual([0, reports.length]);
  const site = join(out, 'open', 'site');
  const address: string = json(site, 'data/meta.json').report_address;
  const path = address.replace('{agency}', first?.agency.agency_id ?? '').replace('{year}', String(first?.report.year));
  expect(json(site, path).agency.agency_id).toBe(first?.agency.agency_id);
});

test('elsewhere the site brings the report objects along', async () => {
  const to = join(folder, 'public');
  expect((await gongkai(['site', '--out', out, '--to', to])).code).toBe(0);
  expect(json(to, 'data/report', first?.agency.agency_id ?? '', `${first?.report.year}.json`).agency.agency_id).toBe(
    first?.agency.agency_id,
  );
  expect(existsSync(join(to, 'app.js'))).toBe(true);
  expect(json(to, 'live.json')).toEqual({ live: false });
});

test('a page of one file says what it could not take along', async () => {
  const all = await oneFile(out, { agencies: [], mostBytes: 50_000_000 });
  expect([all.withoutAgencies, all.withoutSource]).toEqual([0, 0]);
  const small = await oneFile(out, { agencies: [], mostBytes: 10 });
  expect([small.withoutAgencies, small.withoutSource]).toEqual([small.meta.agencies, reports.length]);
  expect([all, small].map(({ page }) => page.includes('"data/agency/'))).toEqual([true, false]);
  // Sums by kind of agency that did not come along are not offered as a filter either.
  expect([all, small].map(({ page }) => page.includes('"data/kind/'))).toEqual([true, false]);
  expect([all, small].map(({ page }) => /"kinds":\{"/.test(page.split('"data/meta.json":')[1] ?? ''))).toEqual([true, false]);
});

test('no dataset, no reports, and an agency nobody knows are told', async () => {
  expect(await gongkai(['site', '--out', join(folder, 'nowhere')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('dataset_missing'),
  });
  expect(await gongkai(['serve', '--out', join(folder, 'nowhere')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('dataset_missing'),
  });
  expect(await gongkai(['site', '--out', out, '--one-file', folder])).toMatchObject({
    code: 1,
    err: expect.stringContaining('file_is_folder'),
  });
  const unknown = await gongkai(['site', '--out', out, '--one-file', join(folder, 'x.html'), '--agency', '不存在的机关']);
  expect([unknown.code, existsSync(join(folder, 'x.html'))]).toEqual([4, false]);
  const empty = join(folder, 'empty');
  mkdirSync(join(empty, 'open'), { recursive: true });
  expect((await gongkai(['site', '--out', empty])).code).toBe(4);
});

test.each([
  [['--to', '/proc/nowhere/site'], 1, '/proc/nowhere'],
  [['--one-file', '/proc/nowhere/page.html'], 1, '/proc/nowhere'],
  [['--one-file', 'page.html', '--to', 'public'], 2, 'options_conflict'],
  [['--agency', '厦门市司法局'], 2, '--one-file'],
])('site %j ends with %i and says why', async (options, code, said) => {
  const answer = await gongkai(['site', '--out', out, ...options]);
  expect([answer.code, answer.err]).toEqual([code, expect.stringContaining(said)]);
});

test('a page of one file is written whole or not at all', async () => {
  const page = join(folder, 'taken.html');
  mkdirSync(join(page, 'inside'), { recursive: true });
  const refused = await gongkai(['site', '--out', out, '--one-file', page]);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('taken.html')]);
  expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([]);
});
