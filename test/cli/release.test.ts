import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeDatabase } from '../../bin/local/release/database.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { duckdb } from '../support/duckdb.ts';
import { generatedReports, writeDataset } from '../support/generated-dataset.ts';
import { gongkai } from './recorded.ts';

const out = mkdtempSync(join(tmpdir(), 'gongkai-release-'));
const folder = (version: string) => join(out, 'open/releases', version);
const reports = generatedReports(3);
const release = (version: string) => gongkai(['release', '--out', out, '--version', version, '--date', '2026-11-30', '--lang', 'en']);

beforeAll(() => writeDataset(new FolderStore(out, { durable: 'later' }), reports));
afterAll(() => rmSync(out, { recursive: true, force: true }));

it('makes, verifies, compares and protects a release', async () => {
  const dry = await gongkai(['release', '--out', out, '--date', '2026-11-30', '--dry-run', '--json']);
  expect(JSON.parse(dry.out).version).toBe('v2026.11.0');
  expect(existsSync(folder('v2026.11.0'))).toBe(false);
  const [year, month] = new Date().toISOString().split('-').map(Number);
  const today = await gongkai(['release', '--out', out, '--dry-run', '--json']);
  expect(JSON.parse(today.out).version).toBe(`v${year}.${month}.0`);

  const at = (address: string) => gongkai(['release', '--out', out, '--date', '2026-11-30', '--lang', 'en', '--address', address]);
  expect(await at('data')).toMatchObject({ code: 2, err: expect.stringContaining('a web address') });
  expect(await at('https://example.org/data')).toMatchObject({ code: 0, out: expect.stringContaining('Released v2026.11.0') });
  // The explorer of what is released, where the host of the open folder shows it.
  const site = (path: string) => JSON.parse(readFileSync(join(out, 'open/site', path), 'utf8'));
  expect(site('data/meta.json').reports).toBe(reports.length);
  expect(readFileSync(join(folder('v2026.11.0'), 'CITATION.cff'), 'utf8')).toContain('url: "https://example.org/data/v2026.11.0/"');
  expect(await release('v2026.11.0')).toMatchObject({ code: 1, err: expect.stringContaining('releases never change') });
  const again = ['release', '--out', out, '--date', '2026-11-30', '--dry-run', '--lang', 'en', '--version'];
  expect(await gongkai([...again, 'v2026.11.0'])).toMatchObject({ code: 1, err: expect.stringContaining('releases never change') });
  expect(await gongkai([...again, 'v2025.1.0'])).toMatchObject({ code: 1, err: expect.stringContaining('does not come after') });
  const on = (day: string) => gongkai(['release', '--out', out, '--dry-run', '--date', day]);
  for (const day of ['2026-02-30', '0000-01-01', '11-30']) expect((await on(day)).code, day).toBe(2);
  expect(await release('2026-11')).toMatchObject({ code: 2, err: expect.stringContaining('--version') });
  const whole = await gongkai(['verify', folder('v2026.11.0'), '--lang', 'en']);
  expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('is whole') });

  const database = await duckdb();
  await database.run(`ATTACH '${folder('v2026.11.0')}/db/gongkai.duckdb' AS released (READ_ONLY)`);
  const counted = await database.runAndReadAll('SELECT count(*) AS n FROM released.reports');
  expect(counted.getRowObjectsJson()).toEqual([{ n: `${reports.length}` }]);

  expect((await release('v2026.11.1')).code).toBe(0);
  const same = await gongkai(['diff', folder('v2026.11.0'), folder('v2026.11.1'), '--lang', 'en']);
  expect(same).toMatchObject({ code: 4, out: '', err: expect.stringContaining('0 numbers added') });

  const [table = ''] = readdirSync(join(folder('v2026.11.1'), 'csv')).filter((name) => name.startsWith('cells-'));
  const csv = join(folder('v2026.11.1'), 'csv', table);
  const [head = '', ...rows] = gunzipSync(readFileSync(csv)).toString().split('\n');
  writeFileSync(csv, gzipSync([head, `${'x'.repeat(400)}`, ...rows.slice(1)].join('\n')));
  const other = await gongkai(['verify', folder('v2026.11.1'), '--lang', 'zh']);
  const [, , where, parquet, shown] = other.out.split('\n');
  expect([other.code, where, parquet?.length, shown?.slice(0, 16)]).toEqual([1, '  第 1 行', expect.any(Number), '    csv:     xxx']);
  expect([parquet, shown].map((line) => (line ?? '').length).every((length) => length <= 313)).toBe(true);
  writeFileSync(csv, gzipSync(`${head}\n`));
  expect((await gongkai(['verify', folder('v2026.11.1'), '--lang', 'en'])).out).toContain('\n    csv:     (no such row)\n');

  appendFileSync(join(folder('v2026.11.0'), 'README.md'), 'x');
  writeFileSync(join(folder('v2026.11.0'), '.hidden'), '');
  // Nobody writes to it: opening it would wait for ever.
  rmSync(join(folder('v2026.11.0'), 'CITATION.cff'));
  spawnSync('mkfifo', [join(folder('v2026.11.0'), 'CITATION.cff')]);
  const harmed = await gongkai(['verify', folder('v2026.11.0'), '--json']);
  expect(harmed.code).toBe(1);
  expect(JSON.parse(harmed.out).problems).toMatchObject([
    { path: 'CITATION.cff', kind: 'missing' },
    { path: 'README.md', kind: 'size', reason_zh: expect.stringContaining('应为') },
    { path: '.hidden', kind: 'extra' },
  ]);
  const told = await gongkai(['verify', folder('v2026.11.0'), '--lang', 'en']);
  expect([told.code, told.out.split('\n').map((line) => line.split(':')[0])]).toEqual([
    1,
    [folder('v2026.11.0'), 'CITATION.cff  missing', 'README.md  size', '.hidden  extra', ''],
  ]);
}, 120_000);

it('is not current before its database file is there, and is made whole by another run', async () => {
  const [version, file] = ['v2026.12.0', join(folder('v2026.12.0'), 'db')];
  const current = () => JSON.parse(readFileSync(join(out, 'open/releases/latest.json'), 'utf8')).version;
  mkdirSync(folder(version));
  writeFileSync(file, '');
  expect(await release(version)).toMatchObject({ code: 1, err: expect.stringContaining(file) });
  expect(current()).toBe('v2026.11.1');
  rmSync(file);
  expect((await release(version)).code).toBe(0);
  expect(current()).toBe(version);
  expect(existsSync(join(file, 'gongkai.duckdb'))).toBe(true);
});

it('passes over a version that was begun from other data, and says so of one that was asked for', async () => {
  const file = join(folder('v2027.1.0'), 'db');
  const january = (...more: string[]) => gongkai(['release', '--out', out, '--date', '2027-01-31', '--lang', 'en', ...more]);
  mkdirSync(folder('v2027.1.0'));
  writeFileSync(file, '');
  expect(await january()).toMatchObject({ code: 1, err: expect.stringContaining(file) });
  rmSync(file);
  await writeDataset(new FolderStore(out, { durable: 'later' }), generatedReports(4));
  const begun = { code: 1, err: expect.stringContaining('was begun from other data') };
  expect(await january('--version', 'v2027.1.0')).toMatchObject(begun);
  // What is only asked about is answered as it would be done, and takes no number.
  expect(await january('--version', 'v2027.1.0', '--dry-run')).toMatchObject(begun);
  for (const _ of [1, 2]) expect((await january('--dry-run')).out).toContain('Would release v2027.1.1');
  expect(await january()).toMatchObject({ code: 0, out: expect.stringContaining('Released v2027.1.1') });
}, 60_000);

it('tells what changed from the older to the newer of two releases: each number, and how many', async () => {
  const [first, second] = generatedReports(2);
  const at = first?.cells.findIndex(({ value }) => value !== null) ?? -1;
  const corrected = first?.cells[at];
  if (!first || !second || !corrected) throw new Error('no number to correct');
  const now = { ...corrected, value: Number(corrected.value) + 7 };
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'gongkai-diff-')));
  const versions = [[first, second], [{ ...first, cells: first.cells.with(at, now) }]];
  for (const [n, folder] of folders.entries()) {
    await writeDataset(new FolderStore(folder, { durable: 'later' }), versions[n] ?? []);
    await gongkai(['release', '--out', folder, '--version', 'v2026.11.0', '--date', '2026-11-30']);
  }
  const [older = '', newer = ''] = folders.map((folder) => join(folder, 'open/releases/v2026.11.0'));
  const lost = second.cells.filter(({ value }) => value !== null);
  const of = ({ agency, report }: typeof first) => `${agency.agency_id} ${report.year}`;
  const [sha256, gone] = [first, second].map(({ document }) => document.sha256.slice(0, 12));
  const forth = await gongkai(['diff', older, newer, '--lang', 'en']);
  expect(forth).toMatchObject({ code: 0, err: `0 numbers added, 1 corrected, ${lost.length} withdrawn.\n` });
  const lines = forth.out.trimEnd().split('\n');
  expect(lines).toHaveLength(1 + lost.length);
  expect(lines).toContainEqual(
    expect.stringContaining(`corrected  ${of(first)}  ${now.code}  ${corrected.value} → ${now.value}  ${sha256} → ${sha256}; `),
  );
  expect(lines).toContainEqual(expect.stringContaining(`withdrawn  ${of(second)}  ${lost[0]?.code}  ${lost[0]?.value} → –  ${gone} → –; `));
  const back = await gongkai(['diff', newer, older, '--json']);
  const kinds = back.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).change);
  expect(kinds.toSorted()).toEqual([...lost.map(() => 'added'), 'corrected']);
  // What is only gone is a change, too.
  await writeDataset(new FolderStore(folders[1] ?? ''), [first]);
  await gongkai(['release', '--out', folders[1] ?? '', '--version', 'v2026.12.0', '--date', '2026-12-31']);
  const only = await gongkai(['diff', older, join(folders[1] ?? '', 'open/releases/v2026.12.0'), '--lang', 'en']);
  expect(only).toMatchObject({ code: 0, err: `0 numbers added, 0 corrected, ${lost.length} withdrawn.\n` });
  for (const folder of folders) rmSync(folder, { recursive: true });
}, 120_000);

it('says what is wrong with what it is given', async () => {
  expect(await gongkai(['verify', out, '--lang', 'en'])).toMatchObject({ code: 1, err: expect.stringContaining('this is no release') });
  expect(await gongkai(['diff', out, out, '--lang', 'zh'])).toMatchObject({ code: 1, err: expect.stringContaining('这里没有发布') });
  expect(await gongkai(['release', '--out', join(out, 'none')])).toMatchObject({ code: 1 });
});

it('has a whole database file at any moment while two runs make it', async () => {
  const [release, drafts] = [folder('v2026.12.0'), join(out, '.drafts')];
  await Promise.all([writeDatabase(release, drafts), writeDatabase(release, drafts)]);
  const database = await duckdb();
  await database.run(`ATTACH '${join(release, 'db', 'gongkai.duckdb')}' AS twice (READ_ONLY)`);
  const counted = await database.runAndReadAll('SELECT count(*) AS n FROM twice.reports');
  expect(counted.getRowObjectsJson()).toEqual([{ n: `${reports.length}` }]);
  expect(readdirSync(drafts)).toEqual([]);
  expect(readdirSync(join(release, 'db'))).toEqual(['gongkai.duckdb']);
});
