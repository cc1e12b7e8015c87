import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Failure } from '../../bin/failure.ts';
import { diskFailure } from '../../bin/local/disk-failure.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { storeContract } from './contract.ts';

const made: string[] = [];
function folder(): string {
  made.push(mkdtempSync(join(tmpdir(), 'gongkai-store-')));
  return made.at(-1) ?? '';
}
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

const bytes = (text: string) => Buffer.from(text);
const pointer = 'state/current/year=2020/region=35/350200-justice-bureau.json';

storeContract('the store in memory', async () => new MemoryStore());
storeContract('the store in a folder', async () => new FolderStore(folder(), { moving: () => true }));

test('without the right to list, an absent key answers 403; a key to match that is gone 404; a failed condition 412', () => {
  const store = new MemoryStore({ mayList: false });
  expect(store.read('a').status).toBe(403);
  expect(new MemoryStore().read('a').status).toBe(404);
  expect(store.write('a', bytes('1'), { ifMatch: '"x"' }).status).toBe(404);
  expect(store.write('a', bytes('1'), { ifAbsent: true }).status).toBe(200);
  expect(store.write('a', bytes('1'), { ifAbsent: true }).status).toBe(412);
  expect(store.write('a', bytes('1'), { ifMatch: '"x"' }).status).toBe(412);
});

test('memory keeps every version, and the mark of a delete', async () => {
  const store = new MemoryStore();
  await store.put('a', bytes('1'));
  await store.delete('a');
  await store.put('a', bytes('2'));
  expect(store.versions('a').map(({ body }) => body && Buffer.from(body).toString())).toEqual(['1', null, '2']);
  expect(store.read('a', store.versions('a')[0]?.version).status).toBe(200);
});

test('in a folder the file of a key is the key, also for keys that move', async () => {
  const root = folder();
  const store = new FolderStore(root);
  const first = await store.put(pointer, bytes('one'), { ifAbsent: true });
  await store.put(pointer, bytes('two'), { ifMatch: first.ok ? first.etag : '' });
  await store.put('open/reports/year=2020/region-35.parquet', bytes('table'));
  expect(readFileSync(join(root, pointer), 'utf8')).toBe('two');
  expect(readFileSync(join(root, 'open/reports/year=2020/region-35.parquet'), 'utf8')).toBe('table');
  expect(readdirSync(join(root, '.drafts'))).toEqual([]);
});

test('a key that does not move is not written over because somebody names its tag', async () => {
  const store = new FolderStore(folder());
  const key = 'open/reports/year=2020/region-35.parquet';
  const first = await store.put(key, bytes('one'));
  await expect(store.put(key, bytes('two'), { ifMatch: first.ok ? first.etag : '' })).rejects.toThrow(key);
  expect(Buffer.from((await store.get(key))?.body ?? []).toString()).toBe('one');
});

test.runIf(existsSync('/proc/self/fd'))('whatever is done to objects leaves no file open', async () => {
  const store = new FolderStore(folder());
  const each = async (key: string) => {
    await store.put(key, bytes('one'));
    await store.put(key, bytes('two'), { ifAbsent: true });
    await store.get(key);
    await store.head(key);
    await store.delete(key);
  };
  await each('open/first');
  const before = readdirSync('/proc/self/fd').length;
  for (let n = 0; n < 40; n++) await each(n % 2 === 0 ? `open/${n}` : pointer);
  // Other tests of this process may open a few meanwhile.
  expect(readdirSync('/proc/self/fd').length - before).toBeLessThan(20);
});

test('a folder copied without its hidden files still has every object, and its pointers still move', async () => {
  const [root, copy] = [folder(), folder()];
  const store = new FolderStore(root);
  await store.put(pointer, bytes('one'));
  cpSync(root, copy, { recursive: true, filter: (path) => !path.includes('.generations') });
  const copied = new FolderStore(copy);
  const object = await copied.get(pointer);
  expect(Buffer.from(object?.body ?? []).toString()).toBe('one');
  expect((await copied.put(pointer, bytes('two'), { ifMatch: object?.etag ?? '' })).ok).toBe(true);
  expect((await copied.put(pointer, bytes('three'), { ifMatch: object?.etag ?? '' })).ok).toBe(false);
});

test('a pointer whose last step was cut off is read right and shown again', async () => {
  const root = folder();
  const store = new FolderStore(root);
  await store.put(pointer, bytes('one'));
  await store.put(pointer, bytes('two'), { ifMatch: (await store.get(pointer))?.etag ?? '' });
  rmSync(join(root, pointer));
  expect(Buffer.from((await store.get(pointer))?.body ?? []).toString()).toBe('two');
  expect(existsSync(join(root, pointer))).toBe(true);
});

test('an object whose bytes a power cut took is absent, and can be written again', async () => {
  const root = folder();
  const store = new FolderStore(root);
  for (const key of ['state/receipts/a.json', pointer]) {
    await store.put(key, bytes('one'), { ifAbsent: true });
    truncateSync(join(root, key));
    expect(await store.get(key)).toBeNull();
    expect((await store.put(key, bytes('two'), { ifAbsent: true })).ok).toBe(true);
    expect(Buffer.from((await store.get(key))?.body ?? []).toString()).toBe('two');
  }
});

test('deleting the last object of a folder leaves no empty folder behind', async () => {
  const root = folder();
  const store = new FolderStore(root);
  await store.put('open/agency_cells/agency=a/year=2020/cells.parquet', bytes('cells'));
  await store.delete('open/agency_cells/agency=a/year=2020/cells.parquet');
  expect(existsSync(join(root, 'open'))).toBe(false);
});

test('drafts of killed processes are no objects, and go after an hour', async () => {
  const root = folder();
  const store = new FolderStore(root);
  await store.put('state/a.json', bytes('a'));
  writeFileSync(join(root, '.drafts', 'left'), 'half');
  // The engine that writes the database of a release keeps a folder beside it.
  mkdirSync(join(root, '.drafts', 'left.tmp'));
  writeFileSync(join(root, '.drafts', 'left.tmp', 'block'), 'half');
  store.sweep(Date.now());
  expect(readdirSync(join(root, '.drafts'))).toEqual(['left', 'left.tmp']);
  store.sweep(Date.now() + 3_700_000);
  expect(readdirSync(join(root, '.drafts'))).toEqual([]);
});

test('a key that leads out of the folder is refused', async () => {
  const store = new FolderStore(folder());
  await expect(store.put('state/../../x', bytes('a'))).rejects.toThrow('no key');
});

test('what a file system refuses is told with what to do', () => {
  const told = (code: string) => {
    const failure = diskFailure(Object.assign(new Error('refused'), { code }), '/data/x');
    return failure instanceof Failure ? failure.code : failure;
  };
  expect(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EXDEV', 'EIO'].map(told)).toEqual([
    'disk_full',
    'disk_full',
    'folder_read_only',
    'folder_read_only',
    'folder_unsuitable',
    'disk_failed',
  ]);
});

test('a write that fails leaves no half-written file', async () => {
  const root = folder();
  const store = new FolderStore(root);
  await store.put('state/a.json', bytes('a'));
  rmSync(join(root, '.drafts'), { recursive: true });
  writeFileSync(join(root, '.drafts'), 'a file where the folder should be');
  await expect(store.put('state/b.json', bytes('b'))).rejects.toThrow(/a file where a folder should be/);
  expect(readdirSync(join(root, 'state'))).toEqual(['a.json']);
});

describe('a folder the store knows is taken away by others', () => {
  const names = async (store: FolderStore) => {
    const keys: string[] = [];
    for await (const { key } of store.list('state/x/')) keys.push(key);
    return keys;
  };

  test.each([
    ['the folder itself', 'state/x'],
    ['the one above it', 'state'],
    ['everything', '.'],
  ])('%s: its objects are gone, and the next ones are written', async (_, gone) => {
    const root = folder();
    const store = new FolderStore(root);
    for (const key of ['state/x/a.json', 'state/x/y/b.json']) await store.put(key, bytes('a'), { ifAbsent: true });
    rmSync(join(root, gone), { recursive: true });
    expect([await names(store), await store.get('state/x/a.json')]).toEqual([[], null]);
    for (const key of ['state/x/c.json', 'state/x/y/d.json']) await store.put(key, bytes('c'), { ifAbsent: true });
    expect(await names(store)).toEqual(['state/x/c.json', 'state/x/y/d.json']);
  });

  test('and an object may lie in it that another process put there', async () => {
    const root = folder();
    const store = new FolderStore(root);
    await store.put('state/x/a.json', bytes('a'));
    rmSync(join(root, 'state/x'), { recursive: true });
    await new FolderStore(root).put('state/x/a.json', bytes('other'));
    await store.put('state/x/a.json', bytes('mine'));
    expect(readFileSync(join(root, 'state/x/a.json'), 'utf8')).toBe('mine');
  });
});
