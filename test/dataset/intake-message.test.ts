import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { listDocuments } from '../../src/dataset/compaction/documents-list.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { fetchFile, intakeMessageSchema, type RawFile } from '../../src/dataset/intake/message.ts';
import type { Outlets, Touched } from '../../src/dataset/intake/receive.ts';
import { takeIn } from '../../src/dataset/intake/take-in.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import { redact } from '../../src/dataset/redact.ts';
import { documentParts } from '../../src/document-parts.ts';
import { receiptId, stateKeys } from '../../src/keys.ts';
import { parseDocument } from '../../src/parse.ts';
import { mostBytes } from '../../src/read/limits.ts';
import { parserVersion } from '../../src/version.ts';
import { MemoryStore } from '../support/memory-store.ts';

async function listed(members: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of members);
}

/** A dataset over empty stores, and the files of a raw bucket by key. */
function setting(files: Record<string, Partial<RawFile>>) {
  const raw = new MemoryStore();
  const dataset: Dataset = {
    raw,
    state: new MemoryStore(),
    open: new MemoryStore(),
    format: parquet,
    redact,
    parse: parseDocument,
    parserVersion,
  };
  const asked: [string, string | undefined][] = [];
  const read = async (key: string, version: string | undefined) => {
    asked.push([key, version]);
    const file = files[key];
    return file ? { body: null, bytes: 0, version: 'v1', received: '2026-01-01', sourceUrl: undefined, ...file } : null;
  };
  const compacted: Touched[] = [];
  const outlets: Outlets = {
    members: async (members) => void (await listed(members)),
    compaction: async (touched) => void compacted.push(touched),
  };
  const run = async (message: object, more: Partial<Outlets> = {}) =>
    takeIn(dataset, await fetchFile(intakeMessageSchema.parse(message), read), { ...outlets, ...more });
  return { dataset, asked, run, raw, compacted };
}

const keys = async (store: MemoryStore | Dataset['state'], prefix = '') => {
  const found: string[] = [];
  for await (const { key } of store.list(prefix)) found.push(key);
  return found;
};

const { plainText } = randomReport(1);
const agency = randomReport(1).report.agency.agency_id;

test('what is no document is not even asked for', async () => {
  const { run, asked } = setting({});
  for (const key of ['2020/', '.DS_Store', 'a/Thumbs.db', '~$a.doc'])
    expect(await run({ key, version: 'v1' })).toEqual({ outcome: 'ignored' });
  expect(asked).toEqual([]);
});

test('a version that was deleted for good leaves nothing behind', async () => {
  const { run, dataset } = setting({});
  expect(await run({ key: 'a.html', version: 'v1' })).toEqual({ outcome: 'gone' });
  expect(await keys(dataset.state)).toEqual([]);
});

test('a report is received in exactly the version that was named', async () => {
  const { run, asked } = setting({ 'a.txt': { body: plainText, bytes: plainText.length } });
  expect(await run({ key: 'a.txt', version: 'v1' })).toMatchObject({
    outcome: 'received',
    reading: { outcome: 'candidate', agency_id: agency },
  });
  expect(asked).toEqual([['a.txt', 'v1']]);
});

test('a sidecar changes its document, in the version that is there now; the sidecar of nothing changes nothing', async () => {
  const { run, asked, raw, dataset } = setting({ 'a.txt': { body: plainText, bytes: plainText.length, version: 'v7' } });
  await run({ key: 'a.txt', version: 'v7' });
  expect((await keys(dataset.open)).length).toBe(3);
  await raw.put('a.txt.meta.json', Buffer.from('{"withdrawn":true,"reason":"an identity number in it"}'));
  expect(await run({ key: 'a.txt.meta.json', version: 'v8', bytes: 40 })).toMatchObject({ outcome: 'received' });
  expect(asked.at(-1)).toEqual(['a.txt', undefined]);
  expect(await keys(dataset.open)).toEqual([]);
  expect(await run({ key: 'b.txt.meta.json', version: 'v9' })).toEqual({ outcome: 'gone' });
});

test.each([
  ['by its message, before it is asked for', { bytes: mostBytes + 1 }, 0],
  ['when its size is known only then', {}, 1],
])('a file too large is quarantined %s; it has a receipt', async (_, known, questions) => {
  const { run, asked, dataset, compacted } = setting({ 'all.zip': { body: null, bytes: mostBytes + 1, version: 'v1' } });
  const done = await run({ key: 'all.zip', version: 'v1', ...known });
  expect(done).toMatchObject({ outcome: 'received', reading: { outcome: 'quarantined', quarantine: { code: 'too_large' } } });
  expect(asked.length).toBe(questions);
  const id = receiptId('all.zip', 'v1');
  expect(compacted).toEqual([{ shards: [], documents: [id] }]);
  expect(await keys(dataset.state)).toEqual([
    stateKeys.quarantine(id, parserVersion),
    stateKeys.reading(id, parserVersion),
    stateKeys.receipt(id),
    stateKeys.sighting(id, id),
  ]);
  await run({ key: 'all.zip', version: 'v1', ...known });
  expect((await keys(dataset.state)).length).toBe(4);
});

test('a file of just the size that is read is asked for', async () => {
  const { run, asked } = setting({});
  expect(await run({ key: 'a.txt', version: 'v1', bytes: mostBytes })).toEqual({ outcome: 'gone' });
  expect(asked).toHaveLength(1);
});

test('a file has no receipt before what it touched waits to be compacted', async () => {
  const { run, dataset } = setting({ 'a.txt': { body: plainText, bytes: plainText.length } });
  const compaction = () => Promise.reject(new Error('no queue'));
  await expect(run({ key: 'a.txt', version: 'v1' }, { compaction })).rejects.toThrow('no queue');
  expect(await keys(dataset.state, stateKeys.receipts)).toEqual([]);
});

test('bytes that cannot be read belong to no agency, and are told under every name they came by', async () => {
  const body = Buffer.from('\u0000\u0001\u0002');
  const { run, dataset } = setting({ 'b.html': { body, bytes: 3 }, 'a.html': { body, bytes: 3 } });
  const [first, second] = [await run({ key: 'b.html', version: 'v1' }), await run({ key: 'a.html', version: 'v1' })];
  expect(first).toMatchObject({ reading: { outcome: 'quarantined', agency_id: null, year: null } });
  if (second.outcome !== 'received') throw new Error(second.outcome);
  const told = await keys(dataset.state, 'state/quarantine/');
  const names = await Promise.all(
    told.map(async (key) => JSON.parse(Buffer.from((await dataset.state.get(key))?.body ?? []).toString()).name),
  );
  expect(names.sort()).toEqual(['a.html', 'b.html']);
});

test('of several members that cannot be read the first is named', async () => {
  const damaged = Buffer.from(zipSync({ '1.txt': plainText, '2.txt': plainText, '3.txt': plainText }));
  // Bytes within the first and the second member.
  for (const at of [plainText.length >> 3, damaged.indexOf('2.txt') + 60]) damaged[at] = (damaged[at] ?? 0) ^ 0xff;
  const { run } = setting({ 'all.zip': { body: damaged, bytes: damaged.length } });
  const done = await run({ key: 'all.zip', version: 'v1' });
  expect(done).toMatchObject({ reading: { outcome: 'quarantined', quarantine: { message: expect.stringContaining('1.txt') } } });
});

test('a file of 3 GiB keeps no document out of the table of all of them', async () => {
  const bytes = 3 * 1024 ** 3;
  const { run, dataset } = setting({ 'huge.html': { body: null, bytes }, 'a.txt': { body: Buffer.from('note'), bytes: 4 } });
  const refused = await run({ key: 'huge.html', version: 'v1' });
  expect(refused).toMatchObject({ reading: { quarantine: { message: expect.stringContaining(String(bytes)) } } });
  await run({ key: 'a.txt', version: 'v1' });
  await listDocuments(dataset, 'all', documentParts);
  const sizes: Record<string, number | null> = {};
  for await (const { key } of dataset.open.list('open/documents/')) {
    const table = (await dataset.open.get(key))?.body ?? new Uint8Array();
    for await (const rows of parquet.decode('documents', table)) for (const row of rows) sizes[row.names[0] ?? ''] = row.bytes;
  }
  expect(sizes).toEqual({ 'huge.html': null, 'a.txt': 4 });
});
