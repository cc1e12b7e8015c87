import { expect, test } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { receive, reconsider } from '../../src/dataset/intake/receive.ts';
import { readPointer } from '../../src/dataset/winner/pointer.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { bytesOf, jsonLines, type MadeUp, madeUpParser, sha256Of } from './interleave/scenario.ts';

const partition = { agency: '350200-justice-bureau', year: 2020 };
const said = { agency: partition.agency, year: partition.year, values: [1, 2] };
const document: MadeUp = { id: 1, v1: said, v2: said };
const body = bytesOf(document);
const sha256 = sha256Of(body);
const outlets = { members: async () => {}, compaction: async () => {} };

/** A dataset over stores in memory; `before` happens once, just before a pointer is swapped. */
function setting() {
  const [raw, state, open] = [new MemoryStore(), new MemoryStore(), new MemoryStore()];
  let before: (() => Promise<void>) | null = null;
  const put: MemoryStore['put'] = async (key, bytes, condition) => {
    const now = key.startsWith('state/current/') ? before : null;
    if (now) before = null;
    await now?.();
    return state.put(key, bytes, condition);
  };
  const watched = {
    get: state.get.bind(state),
    head: state.head.bind(state),
    delete: state.delete.bind(state),
    list: state.list.bind(state),
    put,
  };
  const dataset: Dataset = {
    raw,
    open,
    state: watched,
    format: jsonLines,
    redact: { report: (report) => report, text: (text) => text, name: (name) => name },
    parse: madeUpParser('0.1.0'),
    parserVersion: '0.1.0',
  };
  const withdraw = () => raw.put('a.txt.meta.json', new TextEncoder().encode('{"withdrawn":true,"reason":"an example"}'));
  return { dataset, withdraw, restore: () => raw.delete('a.txt.meta.json'), onSwap: (work: () => Promise<void>) => (before = work) };
}

const published = async ({ open }: Dataset) => {
  const keys: string[] = [];
  for await (const { key } of open.list('open/')) keys.push(key);
  return keys.length > 0;
};

test('a sidecar that is taken back and put there again while a pointer is swapped holds: nothing withdrawn is published', async () => {
  const { dataset, withdraw, restore, onSwap } = setting();
  await receive(dataset, { file: { key: 'a.txt', version: sha256 }, version: sha256, body, received: '' }, outlets);
  expect(await published(dataset)).toBe(true);
  await withdraw();
  await reconsider(dataset, sha256, outlets);
  expect(await published(dataset)).toBe(false);
  await restore();
  onSwap(async () => {
    await withdraw();
    // Whoever is told of that finds the pointer as it should be, and has nothing to do.
    await reconsider(dataset, sha256, outlets);
  });
  await reconsider(dataset, sha256, outlets);
  expect((await readPointer(dataset, partition))?.pointer.winner).toBeNull();
  expect(await published(dataset)).toBe(false);
});

test('the other way round: what is no longer withdrawn is published', async () => {
  const { dataset, withdraw, restore, onSwap } = setting();
  await receive(dataset, { file: { key: 'a.txt', version: sha256 }, version: sha256, body, received: '' }, outlets);
  await withdraw();
  onSwap(async () => {
    await restore();
    await reconsider(dataset, sha256, outlets);
  });
  await reconsider(dataset, sha256, outlets);
  expect((await readPointer(dataset, partition))?.pointer.winner).toBe(sha256);
  expect(await published(dataset)).toBe(true);
});
