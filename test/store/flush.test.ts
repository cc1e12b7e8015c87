import type * as Processes from 'node:child_process';
import type * as FileSystem from 'node:fs';
import { unlinkSync } from 'node:fs';
import type * as System from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { temporary } from '../support/folders.ts';

/** What was put on the disk, file by file or all at once, and what the machine answers to it. */
const disk = vi.hoisted(() => ({ flushed: [] as string[], synced: [] as string[], refuses: '', kernel: '', syncFails: false }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  const open = new Map<number, string>();
  const flush = (file: number) => {
    if (disk.refuses !== '') throw Object.assign(new Error(`${disk.refuses}: i/o error, fsync`), { code: disk.refuses });
    disk.flushed.push(open.get(file) ?? '');
  };
  return {
    ...fs,
    openSync: (path: string, flags: string) => {
      const file = fs.openSync(path, flags);
      open.set(file, path);
      return file;
    },
    fsyncSync: flush,
    fsync: (file: number, done: (error: unknown) => void) => {
      try {
        flush(file);
        done(null);
      } catch (error) {
        done(error);
      }
    },
  };
});
vi.mock('node:child_process', async (original) => ({
  ...(await original<typeof Processes>()),
  execFile: (command: string, argv: readonly string[], done: (error: unknown) => void) => {
    disk.synced.push([command, ...argv].join(' '));
    done(disk.syncFails ? new Error('sync: error syncing: Input/output error') : null);
  },
}));
vi.mock('node:os', async (original) => ({ ...(await original<typeof System>()), release: () => disk.kernel }));

let root = '';
beforeEach(() => {
  Object.assign(disk, { flushed: [], synced: [], refuses: '', kernel: '6.1.0', syncFails: false });
  root = temporary();
});

const filled = async (count: number): Promise<FolderStore> => {
  const store = new FolderStore(root, { durable: 'later' });
  for (let n = 0; n < count; n++) await store.put(`open/${n % 2}/${n}`, Buffer.from('one'));
  return store;
};

test('a write is on the disk, with its name, before it returns', async () => {
  await new FolderStore(root).put('open/a', Buffer.from('one'));
  expect(disk.flushed).toEqual([join(root, 'open/a'), join(root, 'open')]);
});

test('writes of a run are put on the disk by its flush, each once, then the folders that name them', async () => {
  const store = await filled(4);
  expect(disk.flushed).toEqual([]);
  await store.flush();
  const files = [0, 1, 2, 3].map((n) => join(root, `open/${n % 2}/${n}`));
  expect(disk.flushed.toSorted()).toEqual([...files, ...new Set(files.map((path) => dirname(path)))].toSorted());
  expect(disk.flushed.slice(4).toSorted()).toEqual([join(root, 'open/0'), join(root, 'open/1')]);
  await store.flush();
  expect([disk.flushed.length, disk.synced]).toEqual([6, []]);
});

test('what the disk could not take is told with its file; what is gone by then is nobody’s loss', async () => {
  const store = await filled(1);
  disk.refuses = 'EIO';
  await expect(store.flush()).rejects.toMatchObject({ code: 'disk_failed', values: { path: join(root, 'open/0/0') } });
  disk.refuses = '';
  await store.put('open/b', Buffer.from('two'));
  unlinkSync(join(root, 'open/b'));
  await store.flush();
});

test.each([
  ['5.8.0', false, 0],
  ['6.1.0', false, 0],
  ['5.7.9', false, 102],
  ['4.19.0', false, 102],
  // It says that it could not: the flush of the file itself says which.
  ['6.1.0', true, 102],
])('a hundred files on Linux %s, whose sync fails: %s', async (kernel, syncFails, each) => {
  if (process.platform !== 'linux') return;
  Object.assign(disk, { kernel, syncFails });
  await (await filled(100)).flush();
  expect(disk.flushed.length).toBe(each);
  expect(disk.synced).toEqual(each === 0 || syncFails ? [`sync -f ${root}`] : []);
});
