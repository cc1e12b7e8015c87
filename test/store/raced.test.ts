import type * as FileSystem from 'node:fs';
import { expect, test, vi } from 'vitest';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { temporary } from '../support/folders.ts';

/** What others do in the moment before a file gets its name. */
const meanwhile = vi.hoisted((): { once: () => void } => ({ once: () => {} }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  const linkSync: typeof FileSystem.linkSync = (...rest) => {
    const { once } = meanwhile;
    meanwhile.once = () => {};
    once();
    fs.linkSync(...rest);
  };
  return { ...fs, linkSync };
});

const key = 'state/current/a.json';
const bytes = (text: string) => Buffer.from(text);

test.each([
  ['if there is none', { ifAbsent: true as const }],
  ['in any case', undefined],
])('a first write %s that others overtake with a write, another and a deletion is never told as done and lost', async (_, condition) => {
  const root = temporary();
  const [own, other] = [new FolderStore(root, { moving: () => true }), new FolderStore(root, { moving: () => true })];
  meanwhile.once = () => {
    // A folder store is done when its call returns.
    void other.put(key, bytes('one'));
    void other.put(key, bytes('two'));
    void other.delete(key);
  };
  const { ok } = await own.put(key, bytes('mine'), condition);
  const held = await own.get(key);
  expect([ok, held === null ? null : Buffer.from(held.body).toString()]).toEqual(condition ? [false, null] : [true, 'mine']);
});
