import type * as FileSystem from 'node:fs';
import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import type { Failure } from '../../bin/failure.ts';
import { ingest } from '../../bin/local/ingest/ingest.ts';
import { walk } from '../../bin/local/ingest/walk.ts';
import { gongkai } from '../cli/recorded.ts';
import { sequence } from '../store/contract.ts';
import { contents, filesIn, temporary, write } from '../support/folders.ts';

/** What the disk does: how many writes it still takes, and whose reading or writing it refuses. */
const disk = vi.hoisted(() => ({ writes: Number.POSITIVE_INFINITY, refused: '', code: '' }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  const error = (code: string, path: string) => Object.assign(new Error(`${code}: refused, '${path}'`), { code });
  return {
    ...fs,
    writeSync: (file: number, body: Uint8Array, at: number) => {
      if (disk.writes-- > 0) return fs.writeSync(file, body, at);
      // The disk takes what fits, and no more.
      fs.writeSync(file, body, at, Math.floor(body.length / 2));
      throw error('ENOSPC', 'the disk');
    },
    openSync: (path: string, ...rest: [string]) => {
      if (disk.refused !== '' && path.startsWith(disk.refused)) throw error(disk.code, path);
      return fs.openSync(path, ...rest);
    },
    mkdirSync: (path: string, ...rest: [object]) => {
      if (disk.refused !== '' && path.startsWith(disk.refused)) throw error(disk.code, path);
      return fs.mkdirSync(path, ...rest);
    },
    readFileSync: (path: string, ...rest: [BufferEncoding]) => {
      if (disk.refused !== '' && String(path).startsWith(disk.refused)) throw error(disk.code, path);
      return fs.readFileSync(path, ...rest);
    },
  };
});

let folder = '';
beforeEach(() => {
  disk.writes = Number.POSITIVE_INFINITY;
  disk.refused = '';
  folder = temporary();
  const old = new Date('2026-01-01');
  for (let seed = 1; seed <= 5; seed++) {
    write(folder, { [`${seed}.txt`]: randomReport(seed).plainText });
    utimesSync(join(folder, `${seed}.txt`), old, old);
  }
});

const run = (out: string) => gongkai(['ingest', folder, '--out', out, '--workers', '1', '--lang', 'en']);

test('on a full disk ingest says so, leaves no half-written file, and completes when there is room', async () => {
  const whole = temporary();
  await run(whole);
  const complete = contents(join(whole, 'open'));
  const next = sequence(1);
  for (const round of Array.from({ length: 8 }).keys()) {
    const out = temporary();
    disk.writes = 1 + next(90);
    const full = await run(out);
    expect(full, `round ${round}`).toMatchObject({ code: 1, err: expect.stringContaining('(disk_full)') });
    expect(full.err).toContain('run it again');
    disk.writes = Number.POSITIVE_INFINITY;
    for (const path of filesIn(out)) {
      expect(path).not.toMatch(/\.drafts/);
      const body = readFileSync(join(out, path));
      if (path.endsWith('.parquet')) expect(body.subarray(-4).toString(), path).toBe('PAR1');
      if (path.endsWith('.json')) expect(() => JSON.parse(body.toString()), path).not.toThrow();
    }
    expect((await run(out)).code).toBe(0);
    expect(contents(join(out, 'open'))).toEqual(complete);
  }
});

test('a dataset folder that cannot be written is told with what to do', async () => {
  const out = join(temporary(), 'dataset');
  for (const code of ['EROFS', 'EACCES']) {
    Object.assign(disk, { refused: out, code });
    const refused = await run(out);
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('(folder_read_only)') });
    expect(refused.err).toContain('--out');
  }
});

test('a file that may not be read is told, the others are taken in, and it is taken in once it may', async () => {
  const out = temporary();
  Object.assign(disk, { refused: join(folder, '3.txt'), code: 'EACCES' });
  const failures: Failure[] = [];
  const ingested = await ingest([...walk([folder], out)], { out, workers: 1 }, { failed: (failure) => failures.push(failure) });
  expect(failures.map(({ code, values }) => [code, values.path])).toEqual([['file_unreadable', join(folder, '3.txt')]]);
  expect(ingested).toMatchObject({ failed: 1, outcomes: { candidate: 4 } });
  expect((await run(out)).code).toBe(1);
  disk.refused = '';
  expect(await run(out)).toMatchObject({ code: 0, out: expect.stringContaining('5 reports') });
});
