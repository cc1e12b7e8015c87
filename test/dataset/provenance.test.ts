import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isIgnored } from '../../src/dataset/intake/source-file.ts';
import { isSameCandidate } from '../../src/dataset/records/candidate.ts';
import { circumstances, type Declaration, provenanceOf, readSidecar } from '../../src/dataset/records/declaration.ts';
import { effectiveReading, readProvenance } from '../../src/dataset/records/document-history.ts';
import { type Reading, verdictOf } from '../../src/dataset/records/reading.ts';
import { type Sighting, writeSighting } from '../../src/dataset/records/receipt.ts';
import { MemoryStore } from '../support/memory-store.ts';

const sighting = (key: string, more: Partial<Sighting> = {}): Sighting => ({
  key,
  version: 'v1',
  sha256: 'a'.repeat(64),
  bytes: 1,
  container: null,
  source_url: null,
  enclosed: null,
  ...more,
});
const member = (enclosed: Declaration | null = null) => sighting('all.zip/a.txt', { container: 'all.zip', enclosed });
const said = (sidecars: Record<string, Declaration>) => new Map(Object.entries(sidecars));

test('of a member its own sidecar speaks first, then the one beside it in the archive, then the one of the archive', () => {
  const all = { 'all.zip/a.txt': { year: 2021 }, 'all.zip': { year: 2023, retrieved: '2024-01-01' } };
  const of = (sidecars: Record<string, Declaration>) => provenanceOf([member({ year: 2022 })], said(sidecars))?.source;
  expect(of(all)).toMatchObject({ declared: { year: 2021 }, retrieved: '2024-01-01' });
  expect(of({ 'all.zip': all['all.zip'] })).toMatchObject({ declared: { year: 2022 } });
});

test('what an archive corrects its members do not; that it is withdrawn holds for them', () => {
  const outer = { 'all.zip': { correction_of: 'old.zip', withdrawn: true, reason: 'an example' } };
  expect(provenanceOf([member()], said(outer))).toMatchObject({ correctionOf: null, withdrawn: 'an example', declared: true });
});

test('the file with the smallest key speaks first, of one key the smallest version, in whatever order they came', () => {
  const seen = [
    sighting('b.txt', { source_url: 'https://b.example.org/' }),
    sighting('a.txt', { version: 'v2', source_url: 'https://two.example.org/' }),
    sighting('a.txt', { version: 'v1', source_url: 'https://one.example.org/' }),
  ];
  for (const order of [seen, [...seen].reverse()])
    expect(provenanceOf(order, new Map())).toMatchObject({
      keys: ['a.txt', 'b.txt'],
      source: { name: 'a.txt', sourceUrl: 'https://one.example.org/' },
    });
});

test('an archive that also lay by itself is opened', () => {
  expect(provenanceOf([member()], new Map())?.nested).toBe(true);
  expect(provenanceOf([member(), sighting('b.zip')], new Map())?.nested).toBe(false);
  expect(provenanceOf([], new Map())).toBeNull();
});

test('the sidecar of an archive is looked for where its members are judged', async () => {
  const [state, raw] = [new MemoryStore(), new MemoryStore()];
  await writeSighting(state, member());
  await raw.put('all.zip.meta.json', new TextEncoder().encode('{"year":2020}'));
  const { provenance } = await readProvenance({ state, open: state, raw }, 'a'.repeat(64));
  expect(provenance?.source.declared?.year).toBe(2020);
});

test('a sidecar that is no UTF-8, no JSON or no sidecar is told, never thrown', () => {
  for (const text of [
    Buffer.from([0x7b, 0xb9, 0xab, 0x7d]),
    Buffer.from('{'),
    Buffer.from('{"year":"soon"}'),
    Buffer.from('{"reason":"\xb9"}', 'latin1'),
  ])
    expect(readSidecar(text).invalid).toEqual(expect.any(String));
  expect(readSidecar(Buffer.from('{"year":2020}'))).toEqual({ year: 2020 });
});

test('the reading that counts was made under the circumstances of now, if any was, then by the newest parser', () => {
  const now = circumstances(provenanceOf([sighting('a.txt')], new Map()) ?? expect.fail());
  const reading = (parser_version: string, circumstance: string) => ({ parser_version, circumstances: circumstance }) as Reading;
  const [old, fits, newest] = [reading('0.1.0', now), reading('0.2.0', now), reading('0.10.0', 'other')];
  expect(effectiveReading([newest, old, fits], now)).toBe(fits);
  expect(effectiveReading([old, newest], 'third')).toBe(newest);
  expect(effectiveReading([], now)).toBeNull();
});

const verdict = (year: number | null, agency_id = '350200-justice-bureau') =>
  verdictOf({ report: { kind: 'annual_report', year }, agency: { agency_id }, issues: [] } as never);

test('only a year and an agency that a partition can have make a candidate', () => {
  expect([2000, 2040].map((year) => verdict(year).outcome)).toEqual(['candidate', 'candidate']);
  for (const year of [1999, 2041, null])
    expect(verdict(year)).toMatchObject({ quarantine: { code: 'year_unknown', message: expect.stringContaining('sidecar') } });
  for (const id of ['', '../x', '35020-justice-bureau', '350200-Justice'])
    expect(verdict(2020, id), id).toMatchObject({ quarantine: { code: 'agency_unresolved' } });
});

test('a candidate packed into other bytes is the same, another of the same length is not', () => {
  const stored = (text: string, level: number) => ({ body: gzipSync(text, { level }), etag: '' });
  const text = '{"a":1}'.repeat(50);
  expect(gunzipSync(stored(text, 9).body).toString()).toBe(text);
  expect(isSameCandidate(stored(text, 9), gzipSync(text, { level: 0 }))).toBe(true);
  expect(isSameCandidate(stored(text, 0), gzipSync(text.replaceAll('1', '2'), { level: 0 }))).toBe(false);
  expect(isSameCandidate({ body: new Uint8Array([1]), etag: '' }, gzipSync(text))).toBe(false);
});

test('lock files of Office are no documents, other names that begin with a tilde are', () => {
  expect(['a/~$b.docx', '~$b.docx', '~b.docx', 'a/~', 'b.meta.json', 'meta.json'].map(isIgnored)).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
  ]);
});
