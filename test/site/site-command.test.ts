import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type * as OneFile from '../../bin/local/site/one-file.ts';
import { oneFile } from '../../bin/local/site/one-file.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { gongkai } from '../cli/recorded.ts';
import { generatedReports, writeDataset } from '../support/generated-dataset.ts';

/** What the command is told instead of the page that would be made; else the page itself. */
const made = vi.hoisted(() => vi.fn<typeof OneFile.oneFile>());
vi.mock('../../bin/local/site/one-file.ts', async (original) => {
  const real = await original<typeof OneFile>();
  return { ...real, oneFile: async (...given: Parameters<typeof OneFile.oneFile>) => (await made(...given)) ?? real.oneFile(...given) };
});

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

test.each([
  [{ withoutAgencies: 0, withoutSource: 3 }, 'the pages of 0 agencies, the texts of 3 reports'],
  [{ withoutAgencies: 2, withoutSource: 0 }, 'the pages of 2 agencies, the texts of 0 reports'],
  [{ withoutAgencies: 0, withoutSource: 0 }, null],
])('the command says what did not fit: %j', async (left, said) => {
  const whole = await oneFile(out, { agencies: [], mostBytes: 50_000_000 });
  made.mockResolvedValueOnce({ ...whole, ...left });
  const { err } = await gongkai(['site', '--out', out, '--one-file', join(folder, 'fit.html'), '--lang', 'en']);
  if (said === null) expect(err).toBe('');
  else expect(err).toContain(`did not fit: ${said}`);
});

test('a site is made anew in its folder: what is no longer published is gone from it, other files stay', async () => {
  const copy = join(folder, 'copy');
  cpSync(out, copy, { recursive: true });
  const to = join(folder, 'again');
  const agencies = () => readdirSync(join(to, 'data', 'report')).sort();
  expect((await gongkai(['site', '--out', copy, '--to', to])).code).toBe(0);
  expect(agencies()).toContain(first?.agency.agency_id);
  writeFileSync(join(to, 'CNAME'), 'example.org');
  const mine = ['data/notes.txt', 'data/mine.json', 'data/agency/我的.json', 'parts/mine.js'].map((name) => join(to, name));
  for (const path of mine) writeFileSync(path, 'mine');
  const kept = reports.filter(({ agency }) => agency.agency_id !== first?.agency.agency_id);
  rmSync(copy, { recursive: true });
  await writeDataset(new FolderStore(copy, { durable: 'later' }), kept);
  expect((await gongkai(['site', '--out', copy, '--to', to])).code).toBe(0);
  expect(agencies()).toEqual([...new Set(kept.map(({ agency }) => agency.agency_id))].sort());
  expect(existsSync(join(to, 'data', 'agency', `${first?.agency.agency_id}.json`))).toBe(false);
  expect(readFileSync(join(to, 'CNAME'), 'utf8')).toBe('example.org');
  expect(mine.filter((path) => !existsSync(path))).toEqual([]);
});

test('what is no page of this program is not written over; an empty file is, and a page of its own', async () => {
  const theirs = join(folder, 'theirs');
  mkdirSync(join(theirs, 'data'), { recursive: true });
  const page = join(theirs, 'index.html');
  writeFileSync(page, '<title>Home</title>');
  writeFileSync(join(theirs, 'data', 'theirs.json'), '{}');
  const foreign = { code: 1, err: expect.stringContaining('page_of_others') };
  expect(await gongkai(['site', '--out', out, '--to', theirs])).toMatchObject(foreign);
  expect(await gongkai(['site', '--out', out, '--one-file', page])).toMatchObject(foreign);
  expect([readFileSync(page, 'utf8'), readdirSync(theirs)]).toEqual(['<title>Home</title>', ['data', 'index.html']]);
  writeFileSync(page, '');
  for (const _ of [1, 2]) expect((await gongkai(['site', '--out', out, '--one-file', page])).code).toBe(0);
  // Where no site was before, nothing is tidied up.
  rmSync(page);
  expect((await gongkai(['site', '--out', out, '--to', theirs])).code).toBe(0);
  expect(existsSync(join(theirs, 'data', 'theirs.json'))).toBe(true);
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
