import type * as FileSystem from 'node:fs';
import { copyFileSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import type * as Promised from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { diskFailure } from '../../bin/local/disk-failure.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { duckdb } from '../support/duckdb.ts';
import { temporary, write } from '../support/folders.ts';
import { gongkai } from './recorded.ts';

/** Below these paths the system lets us look at nothing, write nothing, or read no file. */
const denied = vi.hoisted(() => ({ reading: '', writing: '', bytes: '' }));

const refusing = vi.hoisted(() => (place: 'reading' | 'writing' | 'bytes') => (path: unknown) => {
  if (denied[place] !== '' && String(path).startsWith(denied[place]))
    throw Object.assign(new Error(`EACCES: permission denied, open '${path}'`), { code: 'EACCES' });
});

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  const guarded =
    <A extends unknown[], R>(real: (...rest: A) => R, refuse: (path: unknown) => void) =>
    (...rest: A): R => {
      refuse(rest[0]);
      return real(...rest);
    };
  const reading = refusing('reading');
  return {
    ...fs,
    accessSync: guarded(fs.accessSync, reading),
    // What the real one says of a place that it may not look at.
    existsSync: (path: string) => (denied.reading === '' || !path.startsWith(denied.reading)) && fs.existsSync(path),
    createReadStream: guarded(fs.createReadStream, refusing('bytes')),
    linkSync: guarded(fs.linkSync, refusing('writing')),
    openSync: guarded(fs.openSync, reading),
    readdirSync: guarded(fs.readdirSync, reading),
    renameSync: guarded(fs.renameSync, refusing('writing')),
    statSync: guarded(fs.statSync, reading),
  };
});

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof Promised>();
  const guarded =
    <A extends unknown[], R>(real: (...rest: A) => Promise<R>, place: 'reading' | 'writing') =>
    async (...rest: A): Promise<R> => {
      refusing(place)(rest[0]);
      return real(...rest);
    };
  return { ...fs, mkdir: guarded(fs.mkdir, 'writing'), readdir: guarded(fs.readdir, 'reading'), stat: guarded(fs.stat, 'reading') };
});

let out = '';
let folder = '';
beforeAll(async () => {
  folder = temporary();
  write(folder, Object.fromEntries([1, 2, 3].map((seed) => [`${seed}.txt`, randomReport(seed).plainText])));
  out = temporary();
  await gongkai(['ingest', folder, '--out', out, '--workers', '1']);
});
beforeEach(() => Object.assign(denied, { reading: '', writing: '', bytes: '' }));

const yearsOfCells = () => readdirSync(join(out, 'open', 'cells')).map((year) => join(out, 'open', 'cells', year));
const told = (argv: readonly string[]) => gongkai([...argv, '--out', out, '--lang', 'en']);
const count = () => told(['query', 'SELECT count(*) AS n FROM cells', '--format', 'csv']);

test('a dataset that may not be read is not taken for one that is missing', async () => {
  denied.reading = out;
  const to = join(temporary(), 'x');
  const commands = ['status', 'check', 'query', 'show', 'export', 'release', 'site', 'serve', 'reconcile'];
  const argued: Readonly<Record<string, readonly string[]>> = {
    query: ['SELECT 1'],
    show: ['x'],
    export: ['cells', '--format', 'csv', '--to', to],
    site: ['--to', to],
  };
  for (const command of commands) {
    const { code, err } = await told([command, ...(argued[command] ?? [])]);
    expect([command, code, err], command).toEqual([command, 1, expect.stringContaining('(read_denied)')]);
  }
});

test('what lies in a folder that may not be looked into is not taken for missing', async () => {
  denied.reading = join(out, 'state/');
  for (const argv of [['status'], ['reconcile'], ['replay', '--all'], ['withdraw', '1.txt', '--reason', 'x']]) {
    const { code, err } = await told(argv);
    expect([code, err], argv[0]).toEqual([1, expect.stringContaining('(read_denied)')]);
  }
  denied.reading = join(out, 'open/agency_cells');
  const counted = await told(['query', 'SELECT count(*) FROM agency_cells']);
  expect(counted).toMatchObject({ code: 1, out: '', err: expect.stringContaining('(read_denied)') });
});

test('a release of which a part may not be read is told as that, and not as damaged or as a fault of the program', async () => {
  expect(await told(['release', '--date', '2026-11-30'])).toMatchObject({ code: 0 });
  const version = join(out, 'open/releases/v2026.11.0');
  for (const closed of ['manifest.json', 'reference', 'reference/', 'csv/reports']) {
    denied.reading = join(version, closed);
    const refused = await gongkai(['verify', version, '--lang', 'en']);
    expect(refused, closed).toMatchObject({ code: 1, out: '', err: expect.stringContaining('(read_denied)') });
    expect(refused.err).toContain(denied.reading);
  }
  denied.reading = join(version, 'parquet');
  expect(await gongkai(['diff', version, version])).toMatchObject({ code: 1, err: expect.stringContaining('(read_denied)') });
});

test('a file is not taken for a dataset folder into which nothing was put yet', async () => {
  const file = join(folder, '1.txt');
  for (const argv of [
    ['status'],
    ['reconcile'],
    ['replay', '--all'],
    ['withdraw', 'x', '--reason', 'y'],
    ['check'],
    ['query', 'SELECT 1'],
  ]) {
    const { code, err } = await gongkai([...argv, '--out', file, '--lang', 'en']);
    expect([code, err], argv[0]).toEqual([1, expect.stringContaining('(dataset_is_file)')]);
  }
});

test('a query does not pass over a folder it may not look into', async () => {
  expect(await count()).toMatchObject({ code: 0 });
  [denied.reading = ''] = yearsOfCells();
  expect(await count()).toMatchObject({ code: 1, out: '', err: expect.stringContaining(denied.reading) });
});

test('a damaged table is told by every command that reads it, and reconcile makes it again', async () => {
  const whole = await count();
  const [year = ''] = yearsOfCells();
  const [name = ''] = readdirSync(year);
  const file = join(year, name);
  const bytes = readFileSync(file);
  for (const damage of [() => truncateSync(file, bytes.length - 9), () => writeFileSync(file, ''), () => writeFileSync(file, 'no table')]) {
    damage();
    const sites = ['--to', '--one-file'].map((place) => ['site', place, join(temporary(), 'site')]);
    for (const argv of [['query', 'SELECT count(*) FROM cells'], ['check'], ['release'], ...sites]) {
      const refused = await told(argv);
      expect(refused, argv[0]).toMatchObject({ code: 1, out: '', err: expect.stringContaining('(table_damaged)') });
      expect(refused.err).toContain(file);
      expect(refused.err).toContain('gongkai reconcile');
    }
    expect(await told(['reconcile'])).toMatchObject({ code: 0 });
    expect(await count()).toEqual(whole);
  }
});

test('a table of another version, without a column of this one, is told, and reconcile makes it again', async () => {
  const whole = await count();
  const [year = ''] = yearsOfCells();
  const file = join(year, readdirSync(year)[0] ?? '');
  const engine = await duckdb();
  await engine.run(
    `COPY (SELECT * EXCLUDE (raw_label) FROM read_parquet('${file}', hive_partitioning = false)) TO '${file}.old' (FORMAT parquet)`,
  );
  renameSync(`${file}.old`, file);
  const sites = ['--to', '--one-file'].map((place) => ['site', place, join(temporary(), 'site')]);
  for (const argv of [['release'], ['release', '--dry-run'], ...sites]) {
    const refused = await told(argv);
    expect(refused, argv.join(' ')).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`${file} has no column raw_label`) });
    expect(refused.err).toContain('gongkai reconcile');
  }
  expect(await told(['reconcile'])).toMatchObject({ code: 0 });
  expect(await told(['release', '--dry-run'])).toMatchObject({ code: 0 });
  expect(await count()).toEqual(whole);
});

test('a table that is damaged within is no fault of the SQL', async () => {
  const [year = ''] = yearsOfCells();
  const [name = ''] = readdirSync(year);
  const file = join(year, name);
  const bytes = readFileSync(file);
  const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
  for (const [from, to] of [
    [4, footer],
    [footer, footer + 100],
  ]) {
    writeFileSync(file, Buffer.from(bytes).fill(0xff, from, to));
    for (const argv of [['query', 'SELECT max(document_sha256) FROM cells'], ['check']]) {
      const refused = await told(argv);
      expect(refused, argv[0]).toMatchObject({ code: 1, out: '', err: expect.stringContaining('(table_damaged)') });
    }
  }
  writeFileSync(file, bytes);
});

test('an export that may not be written is told with what to do', async () => {
  denied.writing = temporary();
  const refused = await told(['export', 'cells', '--format', 'csv', '--to', join(denied.writing, 'cells')]);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('(folder_read_only)') });
  expect(refused.err).toContain('--to');
});

test('a withdrawal that may not be written beside the file leaves nothing there', async () => {
  denied.writing = folder;
  const before = readdirSync(folder);
  const refused = await told(['withdraw', '1.txt', '--reason', 'replaced']);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('1.txt.meta.json') });
  expect(refused.err).toContain('(folder_read_only)');
  expect(readdirSync(folder)).toEqual(before);
});

test('a new file that may not be read is told by reconcile, and the rest is reconciled', async () => {
  write(folder, { '4.txt': randomReport(4).plainText, '5.txt': randomReport(5).plainText });
  denied.bytes = join(folder, '4.txt');
  const { code, out: said, err } = await told(['reconcile', folder, '--workers', '1']);
  expect([code, said]).toEqual([1, expect.stringContaining('1 had no receipt, 1 of them failed')]);
  expect(err).toContain('4.txt: EACCES: permission denied (file_unreadable)');
});

test('an object of a dataset that was copied is read by whoever may not write there', async () => {
  const root = temporary();
  const store = new FolderStore(root, { moving: () => true });
  for (const text of ['one', 'two']) await store.put('open/a', Buffer.from(text));
  // A copy of a folder holds two files where there was one of two names.
  copyFileSync(join(root, 'open/a'), join(root, 'b'));
  renameSync(join(root, 'b'), join(root, 'open/a'));
  denied.writing = root;
  expect(Buffer.from((await store.get('open/a'))?.body ?? []).toString()).toBe('two');
});

test('a link that is refused in a folder closed to us is not laid to its file system', () => {
  const path = join(out, 'latest.json');
  const refused = () => diskFailure(Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' }), path);
  expect(refused()).toMatchObject({ code: 'folder_unsuitable' });
  denied.reading = out;
  expect(refused()).toMatchObject({ code: 'folder_read_only' });
});
