import { expect, test } from 'vitest';
import { compactTouched } from '../../src/dataset/compaction/compact.ts';
import { listDocuments } from '../../src/dataset/compaction/documents-list.ts';
import { compactDocuments } from '../../src/dataset/compaction/documents-table.ts';
import { compactSingleTables } from '../../src/dataset/compaction/single-tables.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { allTouched, receive, type Touched } from '../../src/dataset/intake/receive.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import type { TableFormat } from '../../src/dataset/parquet/table-format.ts';
import { documentParts } from '../../src/document-parts.ts';
import { openKeys, stateKeys } from '../../src/keys.ts';
import type { ObjectStore } from '../../src/ports.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { contents } from './interleave/run.ts';
import { bytesOf, jsonLines, type MadeUp, madeUpParser, type Said, sha256Of } from './interleave/scenario.ts';

/** A dataset in memory that notes what was read and written, and decodes as its format does. */
function noted(format: TableFormat = jsonLines) {
  const calls: string[] = [];
  const watch = (store: ObjectStore): ObjectStore => {
    const noting = (call: string) => {
      calls.push(call);
      return store;
    };
    return {
      get: (key) => noting(`get ${key}`).get(key),
      head: (key) => store.head(key),
      put: (key, body, condition) => noting(`put ${key}`).put(key, body, condition),
      delete: (key) => noting(`delete ${key}`).delete(key),
      list: (prefix) => store.list(prefix),
    };
  };
  const plain = { raw: new MemoryStore(), state: new MemoryStore(), open: new MemoryStore() };
  const dataset: Dataset = {
    raw: watch(plain.raw),
    state: watch(plain.state),
    open: watch(plain.open),
    format,
    redact: { report: (report) => report, text: (text) => text, name: (name) => name },
    parse: madeUpParser('0.1.0'),
    parserVersion: '0.1.0',
  };
  return { dataset, calls, plain };
}

async function take(dataset: Dataset, name: string, document: MadeUp): Promise<Touched> {
  const body = bytesOf(document);
  const touched: Touched[] = [];
  const file = { key: name, version: sha256Of(body) };
  const arrival = { file, version: file.version, body, received: '2021-01-01T00:00:00Z' };
  await receive(dataset, arrival, { members: async () => {}, compaction: async (what) => void touched.push(what) });
  return allTouched(touched);
}

const saying = (id: number, said: Said): MadeUp => ({ id, v1: said, v2: said });

/** Reports of so many agencies in each of some regions. */
async function fill(dataset: Dataset, regions: readonly string[], agencies: number): Promise<void> {
  const all: Touched = { shards: [], documents: [] };
  const touched = [];
  for (const region of regions)
    for (let n = 0; n < agencies; n++) {
      const agency = `${region}${String(n).padStart(2, '0')}00-justice-bureau`;
      touched.push(await take(dataset, `${agency}.txt`, saying(Number(region) * 1_000 + n, { agency, year: 2020, values: [n] })));
    }
  const shards = new Map(touched.flatMap((one) => one.shards).map((shard) => [`${shard.region}/${shard.year}`, shard]));
  await compactTouched(dataset, { ...all, shards: [...shards.values()], documents: touched.flatMap(({ documents }) => documents) });
}

const changed: Said = { agency: '350000-justice-bureau', year: 2020, values: [7, 8] };

/** What compacting one changed report reads and writes. */
async function ofOneChange(regions: readonly string[]): Promise<readonly string[]> {
  const { dataset, calls } = noted();
  await fill(dataset, regions, 30);
  const touched = await take(dataset, 'changed.txt', saying(1, changed));
  calls.length = 0;
  await compactTouched(dataset, touched);
  return calls;
}

test('after one changed report a compaction reads and writes the same objects, whatever other regions hold', async () => {
  const alone = await ofOneChange(['35']);
  const among = await ofOneChange(['11', '31', '35', '44', '61']);
  expect(among).toEqual(alone);
  expect(alone).toContain(`put ${openKeys.table('cells', { year: 2020, region: '35' })}`);
  // A changed figure changes no table without a year: none is read, none written.
  expect(alone.filter((call) => /agencies|agency_relations|agency_candidates|form_crosswalk|quarantine/.test(call))).toEqual([]);
});

test('rows of reports that did not change are taken over: no document but those of the changed report is read', async () => {
  const read = (await ofOneChange(['35'])).filter((call) => call.startsWith('get state/candidates/'));
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((call) => !call.includes(`agency=${changed.agency}/`))).toEqual([]);
});

test('a document has its names in order, however they came', async () => {
  const { dataset, plain } = noted();
  const names = ['e', 'b', 'd', 'a', 'c', 'f'].map((name) => `${name}.txt`);
  for (const [n, name] of names.entries()) await compactTouched(dataset, await take(dataset, `${n}/${name}`, saying(1, changed)));
  const [table = ''] = Object.values(await contents(plain.open, 'open/documents/'));
  expect(JSON.parse(table.split('\n')[0] ?? '').names).toEqual(names.toSorted());
});

test('of the documents, only the pieces of those that changed are read, and only their row groups made', async () => {
  const kept: number[] = [];
  const written: number[] = [];
  const regroup: TableFormat['regroup'] = (table, before, groups) => {
    for (const group of groups) 'kept' in group ? kept.push(group.kept) : written.push(group.rows.length);
    return jsonLines.regroup(table, before, groups);
  };
  const { dataset, calls } = noted({ ...jsonLines, regroup });
  await fill(dataset, ['35', '36'], 200);
  const touched = await take(dataset, 'changed.txt', saying(1, changed));
  for (const list of [calls, kept, written]) list.length = 0;
  await compactTouched(dataset, touched);
  expect(touched.documents).toHaveLength(2);
  const pieces = new Set(calls.filter((call) => /^get .*documents-..\.json\.gz/.test(call)));
  expect(pieces.size).toBe(new Set(touched.documents.map((sha256) => sha256.slice(0, 2))).size);
  expect(written.length).toBe(pieces.size);
  expect(kept.length).toBeGreaterThan(written.length);
});

test('a report of a new agency, a new name and a quarantined document reach the tables without a year', async () => {
  const { dataset, plain } = noted();
  await fill(dataset, ['35', '36'], 3);
  const table = async (name: string) => (await contents(plain.open, openKeys.single(name)))[openKeys.single(name)] ?? '';
  expect(await table('agencies')).not.toContain('370000');
  await compactTouched(dataset, await take(dataset, 'new.txt', saying(50, { agency: '370000-justice-bureau', year: 2020, values: [1] })));
  expect(await table('agencies')).toContain('370000');
  expect((await table('agencies')).trimEnd().split('\n')).toHaveLength(7);
  const bad = saying(51, { agency: '370000-justice-bureau', year: null, values: [], kind: null });
  await compactTouched(dataset, await take(dataset, 'bad.txt', bad));
  expect(await table('quarantine')).toContain('"name":"bad.txt"');
  await compactTouched(dataset, await take(dataset, 'a-copy.txt', bad));
  expect((await table('quarantine')).trimEnd().split('\n')).toHaveLength(1);
  expect(await table('quarantine')).toContain('"name":"a-copy.txt"');
});

test.each([
  ['lines', jsonLines],
  ['Parquet', parquet],
])('tables brought up to date bit by bit are byte for byte those made at once, as %s', async (_, format) => {
  const [slowly, atOnce] = [noted(format), noted(format)];
  const documents = Array.from({ length: 24 }, (_, id) =>
    saying(id, { agency: `${35 + (id % 3)}00${String(id % 7).padStart(2, '0')}-justice-bureau`, year: 2019 + (id % 2), values: [id] }),
  );
  const all = [];
  for (const document of documents) {
    const name = `${document.id}.txt`;
    await compactTouched(slowly.dataset, await take(slowly.dataset, name, document));
    all.push(await take(atOnce.dataset, name, document));
  }
  const shards = new Map(all.flatMap((one) => one.shards).map((shard) => [`${shard.region}/${shard.year}`, shard]));
  await compactTouched(atOnce.dataset, { shards: [...shards.values()], documents: all.flatMap((one) => one.documents) });
  expect(await contents(slowly.plain.open)).toEqual(await contents(atOnce.plain.open));
  await listDocuments(slowly.dataset, 'all', documentParts);
  expect(await contents(slowly.plain.open)).toEqual(await contents(atOnce.plain.open));
});

test('a table that somebody wrote over, or of which nobody noted what it was made of, is made again from everything', async () => {
  const { dataset, plain } = noted();
  await fill(dataset, ['35'], 60);
  const before = await contents(plain.open);
  const touched = await take(dataset, 'changed.txt', saying(1, changed));
  const [one = ''] = touched.documents;
  const part = one.slice(0, 1);
  await plain.open.put(openKeys.documentsPart(part), new TextEncoder().encode('{"sha256":"no such"}\n--\n'));
  await plain.open.put(openKeys.single('agencies'), new TextEncoder().encode('{"agency_id":"350000-no-such"}\n'));
  await compactTouched(dataset, touched);
  const after = await contents(plain.open);
  expect(JSON.stringify(after)).not.toContain('no such');
  expect(after[openKeys.single('agencies')]).toEqual(before[openKeys.single('agencies')]);
  // The list of a part is lost, and what its table was made of: it is listed from all that was ever seen.
  for await (const { key } of plain.state.list(stateKeys.documentPieces(part))) await plain.state.delete(key);
  await listDocuments(dataset, new Set([one]), documentParts);
  expect(await contents(plain.open)).toEqual(after);
});

test('what another parser made is made again, also where nothing else changed', async () => {
  const { dataset } = noted();
  await fill(dataset, ['35'], 40);
  const groups: string[] = [];
  const regroup: TableFormat['regroup'] = (table, before, parts) => {
    groups.push(...parts.map((part) => ('kept' in part ? 'kept' : 'written')));
    return jsonLines.regroup(table, before, parts);
  };
  const next: Dataset = { ...dataset, format: { ...jsonLines, regroup }, parserVersion: '0.2.0' };
  const touched = await take(dataset, 'changed.txt', saying(1, changed));
  await compactTouched(next, touched);
  expect(groups).toContain('written');
  expect(groups).not.toContain('kept');
});

test('rows of a shard and of a piece that are gone go; a document nobody saw is listed no more', async () => {
  const { dataset, plain } = noted();
  await fill(dataset, ['35', '36'], 30);
  const table = async (key: string) => (await contents(plain.open, key))[key] ?? '';
  const seen = [...new Set(Object.keys(await contents(plain.state, 'state/sightings/')).map((key) => key.split('/')[2] ?? ''))].sort();
  const part = documentParts.find((digit) => seen.filter((sha256) => sha256.startsWith(digit)).length > 3) ?? '';
  const [one = '', two = '', ...others] = seen.filter((sha256) => sha256.startsWith(part));
  const listed = async () => [...(await table(openKeys.documentsPart(part))).matchAll(/"sha256":"(\w+)"/g)].map(([, sha256]) => sha256);
  expect(await listed()).toEqual([one, two, ...others]);
  for (const gone of [one, two]) {
    for (const key of Object.keys(await contents(plain.state, stateKeys.sightings(gone)))) await plain.state.delete(key);
    await listDocuments(dataset, 'all', [part]);
  }
  expect(await listed()).toEqual(others);
  await plain.state.delete(stateKeys.documentEntries((others[0] ?? '').slice(0, 2)));
  await compactDocuments(dataset, part);
  expect(await listed()).toEqual(others.slice(1));
  await plain.state.delete(stateKeys.shard({ year: 2020, region: '36' }));
  await compactSingleTables(dataset);
  expect(await table(openKeys.single('agencies'))).toContain('350000');
  expect(await table(openKeys.single('agencies'))).not.toContain('360000');
});

test('an outcome that changes while it is listed is listed as it is then', async () => {
  const { dataset, plain } = noted();
  const first = await take(dataset, 'a.txt', saying(1, { ...changed, values: [1] }));
  await compactTouched(dataset, first);
  await take(dataset, 'b.txt', saying(2, changed));
  const [one = ''] = first.documents;
  const entry = stateKeys.documentEntries(one.slice(0, 2));
  // The other one wins now. Just before that is listed, a person's sidecar withdraws the first: no process has seen it.
  const state: ObjectStore = {
    ...plain.state,
    get: (key) => plain.state.get(key),
    head: (key) => plain.state.head(key),
    list: (prefix) => plain.state.list(prefix),
    delete: (key) => plain.state.delete(key),
    put: async (key, body, condition) => {
      if (key === entry) await plain.raw.put('a.txt.meta.json', new TextEncoder().encode('{"withdrawn":true,"reason":"wrong file"}'));
      return plain.state.put(key, body, condition);
    },
  };
  await listDocuments({ ...dataset, state }, new Set([one]), documentParts);
  const table = openKeys.documentsPart(one.slice(0, 1));
  expect((await contents(plain.open, table))[table]).toContain('withdrawn: wrong file');
});

test('a table that changes between the look and the copy is looked at again', async () => {
  for (const key of [openKeys.documentsPart, openKeys.single] as const) {
    const { dataset, plain } = noted();
    await fill(dataset, ['35'], 60);
    const touched = await take(dataset, 'changed.txt', saying(1, { ...changed, agency: '359900-justice-bureau' }));
    const name = key === openKeys.single ? openKeys.single('agencies') : openKeys.documentsPart((touched.documents[0] ?? '').slice(0, 1));
    let tampered = false;
    const open: ObjectStore = {
      ...dataset.open,
      get: async (wanted) => {
        if (wanted === name && !tampered) {
          tampered = true;
          await plain.open.put(name, new TextEncoder().encode('{"agency_id":"360000-no-such","sha256":"no such"}\n--\n'));
        }
        return dataset.open.get(wanted);
      },
    };
    await compactTouched({ ...dataset, open }, touched);
    expect(tampered).toBe(true);
    expect((await contents(plain.open, name))[name]).not.toContain('no such');
    expect((await contents(plain.open, name))[name]).not.toContain('no-such');
  }
});

test('of the same evidence in several years the surest is kept', async () => {
  const { dataset, plain } = noted();
  const scores = [0.4, 0.8, 0.6];
  for (const [n, score] of scores.entries()) {
    const parse: Dataset['parse'] = async (bytes, source) => ({
      ...(await dataset.parse(bytes, source)),
      agencyCandidates: [{ candidate_id: '350200-justice-bureau', agency_name: '某局', evidence: '署名', score }],
    });
    const said = { agency: 'u-0f0f', year: 2019 + n, values: [n] };
    await compactTouched(dataset, await take({ ...dataset, parse }, `${n}.txt`, saying(n, said)));
  }
  const name = openKeys.single('agency_candidates');
  expect((await contents(plain.open, name))[name]?.trimEnd().split('\n')).toHaveLength(1);
  expect((await contents(plain.open, name))[name]).toContain('0.8');
});
