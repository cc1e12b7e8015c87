import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { openLocalDataset } from '../../bin/local/store/local-dataset.ts';
import { receive } from '../../src/dataset/intake/receive.ts';
import { select } from '../support/duckdb.ts';
import { contents, filesIn, temporary, times, write } from '../support/folders.ts';
import { gongkai } from './recorded.ts';

/** The day on which this file's documents are received, or the one before: a test may run past midnight. */
const day = new Date().toISOString().slice(0, 10);
let folder = '';
let out = '';
const en = (...argv: string[]) => gongkai([...argv, '--out', out, '--lang', 'en']);
const json = async (...argv: string[]) => JSON.parse((await gongkai([...argv, '--out', out, '--json'])).out);
const published = () => contents(join(out, 'open'));
const winners = () =>
  select(
    `SELECT DISTINCT document_sha256 AS sha256, winner_reason AS reason FROM read_parquet('${join(out, 'open/reports/*/*.parquet')}')`,
  );

beforeEach(async () => {
  [folder, out] = [temporary(), temporary()];
  // Two documents for one agency and year, one for another, and one that cannot be read.
  const { plainText } = randomReport(7);
  write(folder, {
    'a.txt': plainText,
    'b.txt': `${plainText}\n\n网站备案号\n`,
    'in/c.txt': randomReport(8).plainText,
    'd.zip': 'PK\x03\x04 and then nothing',
  });
  expect((await en('ingest', folder, '--workers', '1')).code).toBe(3);
});

test('the dataset folder itself is no place to take files from', async () => {
  for (const argv of [['ingest'], ['watch'], ['reconcile', '--dry-run'], ['ingest', folder]]) {
    const refused = await en(...argv, out);
    expect(refused, argv.join(' ')).toMatchObject({ code: 2, err: expect.stringContaining('(input_is_dataset)') });
  }
});

test('a damaged candidate is told by its key, not as a fault of the program', async () => {
  const candidates = filesIn(join(out, 'state/candidates'));
  for (const name of candidates) truncateSync(join(out, 'state/candidates', name), 40);
  const refused = await en('ingest', folder, '--rehash', '--workers', '1');
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('(state_damaged)') });
  expect(candidates.some((name) => refused.err.includes(`state/candidates/${name}`))).toBe(true);
  for (const name of candidates) rmSync(join(out, 'state/candidates', name));
  expect(await en('ingest', folder, '--rehash', '--workers', '1')).toMatchObject({ code: 3 });
  expect(filesIn(join(out, 'state/candidates'))).toEqual(candidates);
});

test('a mobile number in a file name is published nowhere; status finds the file by its own name', async () => {
  const names = { report: '县局报告13812345678.txt', other: '来件 13912345678.txt', broken: '王某13712345678.zip' };
  write(folder, {
    [names.report]: randomReport(9).plainText,
    [names.other]: '关于开会的通知\n各单位：\n',
    [names.broken]: 'PK\x03\x04 and no more',
  });
  expect((await en('ingest', folder, '--workers', '1')).code).toBe(3);
  const query = async (sql: string) => (await gongkai(['query', sql, '--out', out, '--format', 'csv'])).out;
  const listed = (await query('SELECT names FROM documents')) + (await query('SELECT name FROM quarantine'));
  for (const name of Object.values(names)) {
    expect(listed).not.toContain(/\d{11}/.exec(name)?.[0]);
    expect(await en('status', name)).toMatchObject({ code: 0, out: expect.stringContaining(`received as: ${name}`) });
  }
  expect(listed).toContain(`县局报告${'█'.repeat(11)}.txt`);
  expect((await gongkai(['query', 'SELECT document FROM documents_json', '--out', out, '--json'])).out).not.toContain('13812345678');
});

test('status counts what became of everything, and tells it of one document', async () => {
  const { code, out: text } = await en('status');
  expect(code).toBe(0);
  expect(text).toContain('4 files received, 4 different documents');
  expect(text).toMatch(/quarantined\s+1\s+damaged\s+d\.zip: /);
  const { groups, ...status } = await json('status');
  expect(status).toMatchObject({ received: 4, documents: 4, unfinished: false });
  expect(groups.map(({ outcome, documents }: { outcome: string; documents: number }) => [outcome, documents])).toEqual([
    ['published', 1],
    ['published', 1],
    ['superseded', 1],
    ['quarantined', 1],
  ]);
  const one = await json('status', 'in/c.txt');
  expect(one).toMatchObject({ outcome: 'published', reason: 'only_candidate', keys: ['in/c.txt'] });
  expect((await en('status', one.sha256.slice(0, 10))).out).toContain('received as: in/c.txt');
  expect(await en('status', 'x.txt')).toMatchObject({ code: 4, err: expect.stringContaining('no document "x.txt"') });
  expect((await gongkai(['status', '--out', join(out, 'none'), '--lang', 'zh'])).code).toBe(1);
  expect((await gongkai(['status', '--out', folder, '--lang', 'zh'])).err).toContain('还没有收入任何文件');
});

test('status says that a run was cut short, until its work is compacted', async () => {
  const list = join(out, '.local', 'files.jsonl');
  appendFileSync(list, `${JSON.stringify({ begun: 'cut-short' })}\n`);
  expect(await json('status')).toMatchObject({ unfinished: true });
  await en('ingest', folder);
  expect(await json('status')).toMatchObject({ unfinished: false });
});

test('status of files of which none was compacted shows no empty table', async () => {
  rmSync(join(out, 'open'), { recursive: true });
  for (const folder of ['documents', 'shards']) rmSync(join(out, 'state', folder), { recursive: true, force: true });
  const { code, out: text } = await en('status');
  expect([code, text]).toEqual([0, `${out}  4 files received, 0 different documents\n`]);
});

test('status ends with 4 where a dataset holds nothing', async () => {
  const none = temporary();
  write(none, { 'state/readme.txt': 'x' });
  expect((await gongkai(['status', '--out', none])).code).toBe(4);
});

test.each([
  ['02', 0],
  ['03', 3],
  ['08', 3],
])('ingest --strict of sample %s, sound, with checks that fail, no report, ends with %i', async (sample, code) => {
  const samples = join(import.meta.dirname, '../../samples');
  const files = readdirSync(samples).flatMap((name) => (name.startsWith(sample) ? [join(samples, name)] : []));
  const ended = async (...more: string[]) => (await gongkai(['ingest', ...files, '--out', temporary(), '--workers', '1', ...more])).code;
  expect([files.length, await ended(), await ended('--strict')]).toEqual([1, 0, code]);
});

test('a sidecar of 2 GiB keeps its own file out, and no other', async () => {
  const inbox = temporary();
  write(inbox, { 'a.txt': randomReport(8).plainText, 'b.txt': randomReport(9).plainText, 'a.txt.meta.json': '' });
  truncateSync(join(inbox, 'a.txt.meta.json'), 2 * 1024 ** 3);
  const { code, out: said, err } = await gongkai(['ingest', inbox, '--out', temporary(), '--workers', '1', '--lang', 'en']);
  rmSync(join(inbox, 'a.txt.meta.json'));
  expect([code, said]).toEqual([1, expect.stringContaining('2 files: 1 report')]);
  expect(err).toContain('a.txt.meta.json has 2 GiB or more');
});

test('a withdrawn document leaves the tables, stays out through replays and new datasets, and comes back on demand', async () => {
  const before = published();
  const [loser] = (await json('status')).groups.filter(({ outcome }: { outcome: string }) => outcome === 'superseded');
  const winner = loser.example === 'a.txt' ? 'b.txt' : 'a.txt';
  const file = readFileSync(join(folder, winner));
  expect(await en('withdraw', winner, '--reason', 'names a person')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Published for'),
  });
  expect(JSON.parse(readFileSync(join(folder, `${winner}.meta.json`), 'utf8'))).toEqual({ withdrawn: true, reason: 'names a person' });
  expect(readFileSync(join(folder, winner))).toEqual(file);
  expect(await json('status', winner)).toMatchObject({ outcome: 'superseded', reason: 'withdrawn: names a person' });
  const withdrawn = published();
  expect(withdrawn).not.toEqual(before);
  for (const again of [
    ['replay', '--all'],
    ['ingest', folder, '--rehash'],
    ['ingest', folder],
    ['reconcile', folder],
  ]) {
    expect((await en(...again)).code, again.join(' ')).toBeLessThanOrEqual(3);
    expect(published(), again.join(' ')).toEqual(withdrawn);
  }
  const fresh = temporary();
  await gongkai(['ingest', folder, '--out', fresh]);
  expect(contents(join(fresh, 'open'))).toEqual(withdrawn);
  expect((await en('withdraw', winner, '--undo')).out).toContain('no longer withdrawn');
  expect(published()).toEqual(before);
  expect(existsSync(join(folder, `${winner}.meta.json`))).toBe(false);
  expect(await en('withdraw', winner, '--undo')).toMatchObject({ code: 4, out: expect.stringContaining('was not withdrawn') });
  expect(await en('withdraw', winner, '--undo', '--reason', 'x')).toMatchObject({
    code: 2,
    err: expect.stringContaining('(options_conflict)'),
  });
});

test('a withdrawal keeps what the sidecar says besides, and refuses what it cannot understand', async () => {
  write(folder, { 'in/c.txt.meta.json': '{"source_url": "https://www.example.gov.cn/c"}' });
  await en('ingest', folder);
  expect((await en('withdraw', 'in/c.txt', '--reason', 'wrong file')).out).toContain('Nothing is published for');
  expect(JSON.parse(readFileSync(join(folder, 'in/c.txt.meta.json'), 'utf8'))).toEqual({
    source_url: 'https://www.example.gov.cn/c',
    withdrawn: true,
    reason: 'wrong file',
  });
  for (const reason of [[], ['--reason', ' ']]) expect((await en('withdraw', 'a.txt', ...reason)).code).toBe(2);
  expect(await en('withdraw', 'nobody.txt', '--reason', 'x')).toMatchObject({ code: 4 });
  write(folder, { 'a.txt.meta.json': '{"witdrawn": 1}' });
  const before = contents(out);
  expect(await en('withdraw', 'a.txt', '--reason', 'x')).toMatchObject({ code: 1, err: expect.stringContaining('witdrawn') });
  expect(contents(out)).toEqual(before);
});

test('where the file is gone the dataset alone keeps the withdrawal', async () => {
  rmSync(join(folder, 'in'), { recursive: true });
  expect((await json('withdraw', 'c.txt', '--reason', 'gone')).sidecars).toEqual([join(out, 'raw/in/c.txt.meta.json')]);
  expect(await json('status', 'c.txt')).toMatchObject({ reason: 'withdrawn: gone' });
});

test('a correction by sidecar wins over the better document, also after a replay', async () => {
  const [{ sha256 } = { sha256: '' }] = (await winners()).filter(({ reason }) => reason !== 'only_candidate');
  const loser = (await json('status', 'a.txt')).sha256 === sha256 ? 'b.txt' : 'a.txt';
  write(folder, { [`${loser}.meta.json`]: JSON.stringify({ correction_of: sha256 }) });
  await en('ingest', folder);
  expect(await json('status', loser)).toMatchObject({ outcome: 'published', reason: 'explicit_correction' });
  await en('replay', '--all');
  expect(await json('status', loser)).toMatchObject({ outcome: 'published', reason: 'explicit_correction' });
});

test('replay chooses by prefix, day, parser version and code of quarantine', async () => {
  const keys = async (...selection: string[]) => {
    const { code, out: lines } = await gongkai(['replay', ...selection, '--dry-run', '--json', '--out', out]);
    return code === 4
      ? []
      : lines
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).key);
  };
  expect(await keys('--prefix', 'in/')).toEqual(['in/c.txt']);
  expect(await keys('--code', 'damaged')).toEqual(['d.zip']);
  expect(await keys('--code', 'damaged', '--prefix', 'in/')).toEqual([]);
  expect(await keys('--parser-below', '999.0.0')).toHaveLength(4);
  expect(await keys('--parser-below', '0.0.1')).toEqual([]);
  expect(await keys('--since', day)).toHaveLength(4);
  expect(await keys('--until', day)).toEqual([]);
  expect(await keys('--since', `${day}T00:00:00Z`)).toHaveLength(4);
  expect((await en('replay')).code).toBe(2);
  expect(await en('replay', '--parser-below', '1.2')).toMatchObject({ code: 2, err: expect.stringContaining('MAJOR.MINOR.PATCH') });
  expect(await en('replay', '--code', 'scanned')).toMatchObject({ code: 4 });
  expect(await en('replay', '--code', 'scaned')).toMatchObject({ code: 2, err: expect.stringContaining('| scanned |') });
  for (const none of ['yesterday', '2026-02-30', '2026-02-28T25:00Z']) expect((await en('replay', '--since', none)).code, none).toBe(2);
});

test('a replay mends what was published, reads kept copies, and says which files it cannot find or are others now', async () => {
  const before = published();
  for (const name of filesIn(join(out, 'open'))) if (/report\.json$|cells\.parquet$/.test(name)) rmSync(join(out, 'open', name));
  expect((await en('replay', '--all')).code).toBe(3);
  expect(published()).toEqual(before);
  appendFileSync(join(folder, 'a.txt'), 'x');
  rmSync(join(folder, 'b.txt'));
  const { code, err } = await en('replay', '--all');
  expect(code).toBe(1);
  expect(err).toContain('a.txt holds other bytes');
  expect(err).toContain('the file of b.txt is not where it was');
  const kept = temporary();
  await gongkai(['ingest', folder, '--keep', '--out', kept]);
  renameSync(folder, `${folder}-moved`);
  expect(await gongkai(['replay', '--all', '--out', kept, '--lang', 'en'])).toMatchObject({
    code: 3,
    out: expect.stringContaining('3 files'),
  });
  renameSync(`${folder}-moved`, folder);
});

test('reconcile takes in what has no receipt, and mends what is not whole', async () => {
  write(folder, { 'e.txt': randomReport(9).plainText });
  // Taken in by a process that ended before it had compacted or noted anything.
  const body = readFileSync(join(folder, 'e.txt'));
  await receive(
    openLocalDataset(out),
    { file: { key: 'e.txt', version: 'x' }, version: 'x', body, received: '' },
    { members: async () => {}, compaction: async () => {} },
  );
  const lost = [/agency=.*report\.json$/, /agency=.*cells\.parquet$/].map(
    (shape, n) => filesIn(join(out, 'open')).filter((name) => shape.test(name))[n] ?? '',
  );
  for (const name of lost) rmSync(join(out, 'open', name));
  const state = times(out);
  const dry = await json('reconcile', folder, '--dry-run');
  expect(dry).toMatchObject({ files: 5, without_receipt: ['e.txt'] });
  expect(dry.incomplete).toEqual(lost.map(() => expect.objectContaining({ year: expect.any(Number) })));
  expect(times(out)).toEqual(state);
  expect(await json('reconcile', folder)).toMatchObject({ without_receipt: 1, incomplete: 2, failed: 0 });
  const fresh = temporary();
  await gongkai(['ingest', folder, '--out', fresh]);
  expect(published()).toEqual(contents(join(fresh, 'open')));
  expect(await json('reconcile', folder)).toMatchObject({ without_receipt: 0, incomplete: 0 });
  write(folder, { 'f.zip': 'PK\x03\x04 and less' });
  expect([(await en('reconcile', folder)).code, (await en('reconcile', folder)).code]).toEqual([3, 0]);
});

test('reconcile tells, also where it only lists, of what it could not look at', async () => {
  symlinkSync(join(folder, 'gone.txt'), join(folder, 'link.txt'));
  const dry = await en('reconcile', folder, '--dry-run');
  expect(dry).toMatchObject({ code: 1, err: expect.stringContaining('link.txt') });
});

test('ingest says which files went into quarantine and why, but for programs', async () => {
  const { code, out: said, err } = await en('ingest', folder, '--rehash', '--workers', '1');
  expect([code, said]).toEqual([3, expect.stringContaining('1 in quarantine')]);
  expect(err).toMatch(/^In quarantine:\n {2}d\.zip: .* \(damaged\)\n$/);
  expect((await gongkai(['ingest', folder, '--rehash', '--json', '--out', out])).err).toBe('');
});

test('a folder without a file, and one that is not there, are told, and nothing is made', async () => {
  const none = join(temporary(), 'none');
  const desk = temporary();
  expect(await gongkai(['ingest', desk, '--out', none])).toMatchObject({ code: 4, err: expect.stringContaining('(nothing_to_ingest)') });
  const { code, err } = await gongkai(['watch', join(desk, 'typo'), '--out', none, '--lang', 'en']);
  expect([code, err]).toEqual([1, expect.stringContaining('(file_not_found)')]);
  expect(err).not.toContain('Watching');
  expect(existsSync(none)).toBe(false);
});

test('of documents that have the same name each is listed, and none is withdrawn', async () => {
  const seeds = Array.from({ length: 12 }, (_, n) => 41 + n);
  write(folder, Object.fromEntries(seeds.map((seed) => [`${seed}/same.txt`, randomReport(seed).plainText])));
  await en('ingest', folder, '--workers', '1');
  const before = published();
  for (const argv of [
    ['status', 'same.txt'],
    ['withdraw', 'same.txt', '--reason', 'which?'],
  ]) {
    const { code, err } = await en(...argv);
    expect([code, err.match(/^ {2}[0-9a-f]{16} {2}\d\d\/same\.txt$/gm)?.length]).toEqual([4, 10]);
    expect(err).toContain('\n  …');
  }
  expect(published()).toEqual(before);
});

test('reconcile leaves out the dataset itself where it lies in the folder, but for the copies it keeps', async () => {
  const desk = temporary();
  const own = join(desk, 'dataset');
  write(desk, { 'a.txt': randomReport(21).plainText });
  expect((await gongkai(['ingest', desk, '--out', own, '--keep'])).code).toBe(0);
  write(desk, { 'b.txt': randomReport(22).plainText });
  const reconcile = async (...more: string[]) => JSON.parse((await gongkai(['reconcile', desk, '--out', own, '--json', ...more])).out);
  expect(await reconcile('--dry-run')).toMatchObject({ files: 3, without_receipt: ['b.txt'] });
  expect(await reconcile()).toMatchObject({ files: 3, without_receipt: 1, incomplete: 0 });
});

test('what each command is for is told with examples in both languages', async () => {
  for (const name of ['status', 'withdraw', 'replay', 'reconcile', 'watch']) {
    expect((await gongkai([name, '--help', '--lang', 'en'])).out).toContain('Examples:');
    expect((await gongkai([name, '--help', '--lang', 'zh'])).out).toContain('示例：');
  }
});

test('a broken copy of a sidecar in the dataset is told, not overwritten', async () => {
  write(out, { 'raw/in/c.txt.meta.json': '{' });
  expect(await en('withdraw', 'c.txt', '--reason', 'x')).toMatchObject({ code: 1, err: expect.stringContaining('sidecar') });
  writeFileSync(join(out, 'raw/in/c.txt.meta.json'), '{}');
});
