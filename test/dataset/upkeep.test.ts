import { expect, test } from 'vitest';
import { listDocuments } from '../../src/dataset/compaction/documents-list.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { receive } from '../../src/dataset/intake/receive.ts';
import { writeReceipt, writeSighting } from '../../src/dataset/records/receipt.ts';
import { findDocuments } from '../../src/dataset/upkeep/find-documents.ts';
import { shards } from '../../src/dataset/upkeep/reconcile.ts';
import { filesToReplay, type Selection } from '../../src/dataset/upkeep/replay.ts';
import { statusOf } from '../../src/dataset/upkeep/status.ts';
import { documentParts } from '../../src/document-parts.ts';
import { stateKeys } from '../../src/keys.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { bytesOf, jsonLines, type MadeUp, madeUpParser, sha256Of } from './interleave/scenario.ts';

/** A dataset over stores in memory, whose parser reads made-up documents. */
const newDataset = (): Dataset & { raw: MemoryStore } => ({
  raw: new MemoryStore(),
  state: new MemoryStore(),
  open: new MemoryStore(),
  format: jsonLines,
  redact: { report: (report) => report, text: (text) => text, name: (name) => name },
  parse: madeUpParser('0.1.0'),
  parserVersion: '0.1.0',
});

const outlets = { members: async () => {}, compaction: async () => {} };
const document = (id: number, kind?: MadeUp['v1']['kind']): MadeUp => {
  const said = { agency: '350200-justice-bureau', year: 2020 + id, values: [id], ...(kind !== undefined && { kind }) };
  return { id, v1: said, v2: said };
};

async function takeIn(dataset: Dataset, key: string, made: MadeUp, received = ''): Promise<string> {
  const body = bytesOf(made);
  await receive(dataset, { file: { key, version: 'v1' }, version: 'v1', body, received }, outlets);
  return sha256Of(body);
}

async function keys(dataset: Dataset, selection: Selection): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of filesToReplay(dataset, selection)) found.push(key);
  return found.sort();
}

test('a day belongs to what begins with it, not to what ends with it; a version is not older than itself', async () => {
  const dataset = newDataset();
  const day = '2026-11-02T00:00:00.000Z';
  for (const [n, received] of ['2026-11-01T23:59:59.999Z', day, '2026-11-03T00:00:00.000Z'].entries())
    await takeIn(dataset, `${n}.txt`, document(n), received);
  expect(await keys(dataset, { since: day })).toEqual(['1.txt', '2.txt']);
  expect(await keys(dataset, { until: day })).toEqual(['0.txt']);
  expect(await keys(dataset, { since: '2026-11-02', until: '2026-11-03' })).toEqual(['1.txt']);
  expect(await keys(dataset, { parserBelow: '0.1.0' })).toEqual([]);
  expect(await keys(dataset, { parserBelow: '0.1.1' })).toEqual(['0.txt', '1.txt', '2.txt']);
});

test('an archive that is chosen together with its members is read again once', async () => {
  const dataset = newDataset();
  const place = { version: 'v1', sha256: 'a'.repeat(64), bytes: 1 };
  const archive = { ...place, key: 'all.zip', container: null, source_url: null, enclosed: null };
  for (const one of [archive, { ...archive, key: 'all.zip/a.txt', container: 'all.zip' }]) {
    await writeSighting(dataset.state, one);
    await writeReceipt(dataset.state, { ...place, key: one.key, received: '' });
  }
  expect(await keys(dataset, { prefix: '' })).toEqual(['all.zip']);
  expect(await keys(dataset, { prefix: 'all.zip/' })).toEqual(['all.zip']);
});

test('a document is found by its whole key, its file name, or eight digits of its hash', async () => {
  const dataset = newDataset();
  const hashes = [await takeIn(dataset, '2021/a.txt', document(1)), await takeIn(dataset, '2022/a.txt', document(2))];
  await listDocuments(dataset, new Set(hashes), documentParts);
  const found = async (asked: string) => (await findDocuments(dataset, asked)).map(({ history }) => history.sha256).sort();
  expect(await found('a.txt')).toEqual([...hashes].sort());
  expect(await found('2022/a.txt')).toEqual([hashes[1]]);
  expect(await found('1999/a.txt')).toEqual([]);
  expect(await found(hashes[0]?.slice(0, 8) ?? '')).toEqual([hashes[0]]);
  expect(await found(hashes[0]?.slice(0, 7) ?? '')).toEqual([]);
});

test('status groups by outcome and reason, the largest group first; a withdrawal by that alone', async () => {
  const dataset = newDataset();
  const hashes: string[] = [];
  for (const n of [1, 2]) {
    hashes.push(await takeIn(dataset, `notice ${n}.txt`, document(n, 'notice')));
    await dataset.raw.put(`gone ${n}.txt.meta.json`, new TextEncoder().encode(`{"withdrawn":true,"reason":"reason ${n}"}`));
    hashes.push(await takeIn(dataset, `gone ${n}.txt`, document(10 + n)));
  }
  hashes.push(await takeIn(dataset, 'index.txt', document(3, 'index_page')));
  await listDocuments(dataset, new Set(hashes), documentParts);
  const { received, documents, groups } = await statusOf(dataset);
  expect([received, documents]).toEqual([5, 5]);
  expect(groups.map(({ outcome, reason, documents: n }) => [outcome, reason, n])).toEqual([
    ['superseded', 'withdrawn', 2],
    ['not_a_report', 'notice', 2],
    ['not_a_report', 'index_page', 1],
  ]);
});

test('a year and region that was compacted is looked at again, also when its last pointer is gone', async () => {
  const dataset = newDataset();
  await takeIn(dataset, 'a.txt', document(1));
  await dataset.state.put(stateKeys.shard({ year: 2019, region: '11' }), new TextEncoder().encode('{}'));
  expect((await shards(dataset)).map(({ year, region }) => `${year}/${region}`)).toEqual(['2021/35', '2019/11']);
});
