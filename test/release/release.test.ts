import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { read, utils } from '@lokalise/xlsx';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../bench/generate/random.ts';
import type { Report } from '../../schemas/report.ts';
import type { Row } from '../../schemas/tables.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import { encode } from '../../src/dataset/parquet/table-format.ts';
import type { ObjectStore } from '../../src/ports.ts';
import { diffReleases } from '../../src/release/changes.ts';
import { ReleaseError } from '../../src/release/failure.ts';
import { filesBelow, type ReleaseFiles } from '../../src/release/files.ts';
import { readManifest } from '../../src/release/manifest.ts';
import { makeNextRelease } from '../../src/release/next-release.ts';
import { qualityPage } from '../../src/release/quality-page.ts';
import { makeRelease, type ReleaseOptions } from '../../src/release/release.ts';
import { verifyRelease } from '../../src/release/verify.ts';
import { select } from '../support/duckdb.ts';
import { generatedReports, writeDataset } from '../support/generated-dataset.ts';
import { MemoryStore } from '../support/memory-store.ts';

const options = (version: string): ReleaseOptions => ({
  version,
  created: '2026-11-30T00:00:00Z',
  format: parquet,
  queries: [],
  prelude: '',
});
const made = (store: ObjectStore, its: ReleaseOptions) => makeRelease({ state: store, open: store }, its);
const prefix = (version: string) => `open/releases/${version}/`;
const reports = generatedReports(24);
const [first, second] = ['v2026.11.0', 'v2026.12.0'];

async function filled(of: readonly Report[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  await writeDataset(store, of);
  return store;
}

const overridden = (store: MemoryStore, other: Partial<ObjectStore>): ObjectStore => ({
  get: (key) => store.get(key),
  head: (key) => store.head(key),
  list: (below) => store.list(below),
  delete: (key) => store.delete(key),
  put: (key, body, condition) => store.put(key, body, condition),
  ...other,
});

async function released(of: readonly Report[]): Promise<MemoryStore> {
  const store = await filled(of);
  await made(store, options(first));
  return store;
}

async function contents(store: MemoryStore, below: string): Promise<Map<string, Buffer>> {
  const all = new Map<string, Buffer>();
  for await (const { key } of store.list(below)) all.set(key.slice(below.length), Buffer.from((await store.get(key))?.body ?? []));
  return all;
}

let store: MemoryStore;
let files: Map<string, Buffer>;
let folder: string;

beforeAll(async () => {
  store = await released(reports);
  files = await contents(store, prefix(first));
  folder = await mkdtemp(join(tmpdir(), 'gongkai-release-'));
  for (const [path, body] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (path: string): Buffer => files.get(path) ?? Buffer.alloc(0);
const cells = reports.reduce((sum, report) => sum + report.cells.length, 0);
const year = reports[0]?.report.year ?? 0;

/** Paths whose bytes are not those of the first release, or that only one of the two has. */
const differing = (others: ReadonlyMap<string, Buffer>): string[] =>
  [...new Set([...files.keys(), ...others.keys()])].filter((path) => !others.get(path)?.equals(file(path)));

describe('a release', () => {
  it('holds every row: DuckDB counts them in Parquet and in CSV, hyparquet reads them', async () => {
    const counted = await select(`SELECT
      (SELECT count(*) FROM read_parquet('${folder}/parquet/reports/**/*.parquet')) AS reports,
      (SELECT count(*) FROM read_parquet('${folder}/parquet/cells/**/*.parquet')) AS cells,
      (SELECT count(*) FROM read_csv('${folder}/csv/cells-*.csv.gz', union_by_name = true, all_varchar = true)) AS csv_cells`);
    expect(counted).toEqual([{ reports: `${reports.length}`, cells: `${cells}`, csv_cells: `${cells}` }]);
    const { buffer, byteOffset, length } = file(`parquet/reports/year=${year}/part-0.parquet`);
    const rows = await parquetReadObjects({ file: Uint8Array.from(new Uint8Array(buffer, byteOffset, length)).buffer });
    expect(rows).toHaveLength(reports.filter(({ report }) => report.year === year).length);
  });

  it('runs its own DuckDB views', async () => {
    const sql = file('queries/duckdb.sql').toString().replaceAll("'parquet/", `'${folder}/parquet/`);
    const rows = await select(`${sql}; SELECT count(*) AS lost FROM cells c ANTI JOIN reports r USING (agency_id, year)`);
    expect(rows).toEqual([{ lost: '0' }]);
  });

  it('opens as a workbook: labels, codes, the numbers as numbers, a codebook', () => {
    const book = read(file(`excel/reports-${year}.xlsx`));
    expect(book.SheetNames).toEqual(['数据', '指标字典']);
    const sheet = book.Sheets.数据;
    const [labels, codes, ...rows] = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null }) : [];
    expect([labels?.[0], codes?.[0]]).toEqual(['机关代码', 'agency_id']);
    expect(rows).toHaveLength(reports.filter(({ report }) => report.year === year).length);
    expect(rows.every((row) => row[codes?.indexOf('year') ?? -1] === year)).toBe(true);
  });

  it('has the agencies and the codebook as workbooks too', () => {
    const rows = (path: string, sheet: string) => {
      const found = read(file(path)).Sheets[sheet];
      return found ? utils.sheet_to_json<unknown[]>(found, { header: 1, defval: null }) : [];
    };
    const agencies = new Set(reports.map(({ agency }) => agency.agency_id));
    expect(
      new Set(
        rows('excel/agencies.xlsx', '数据')
          .slice(2)
          .map(([id]) => id),
      ),
    ).toEqual(agencies);
    const columns = rows('excel/codebook.xlsx', '指标字典').map(([table, column]) => `${table}.${column}`);
    expect(columns).toEqual(expect.arrayContaining(['table.column', 'reports.agency_id', 'cells.value', 'quarantine.code']));
    expect(rows('excel/codebook.xlsx', '代码')).toContainEqual(['check_outcome', 'pass', expect.any(String), expect.any(String)]);
  });

  it('gives Excel a CSV with a byte order mark and nothing it would run', async () => {
    const csv = file(`excel/reports-${year}.csv`);
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString('utf8').split('\n')[1]).toMatch(/^agency_id,lineage_id,year/);
    const unsafe =
      await select(`SELECT count(*) AS n FROM read_csv('${folder}/csv/cells-*.csv.gz', all_varchar = true, union_by_name = true)
      WHERE regexp_matches(raw, '^[=+@-]')`);
    expect(unsafe).toEqual([{ n: '0' }]);
  });

  it('is a valid Data Package', () => {
    const profile = JSON.parse(readFileSync(join(import.meta.dirname, '../vendor/data-package-2.0/datapackage.json'), 'utf8'));
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(profile);
    expect(valid(JSON.parse(file('datapackage.json').toString())), JSON.stringify(valid.errors)).toBe(true);
  });

  it('says in JSON Schema what a row is that a program has as JSON', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const table of ['reports', 'cells', 'documents', 'agencies'] as const) {
      const valid = ajv.compile(JSON.parse(file(`reference/json-schema/${table}.json`).toString()));
      const rows = await select(`SELECT * FROM read_parquet('${folder}/parquet/${table}/**/*.parquet', hive_partitioning = false)`);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(valid(row), JSON.stringify(valid.errors)).toBe(true);
      expect(valid({ ...rows[0], foreign: 1 })).toBe(false);
    }
    const valid = ajv.compile(JSON.parse(file('reference/json-schema/report.json').toString()));
    for (const report of reports) expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
  });

  it('is the same bytes when made again from the same state', async () => {
    expect(differing(await contents(await released(reports), prefix(first)))).toEqual([]);
  });

  it('copies report objects side by side, to the same bytes', async () => {
    const slow = new MemoryStore();
    await writeDataset(slow, reports);
    let [running, most] = [0, 0];
    const counted = overridden(slow, {
      put: async (key, body, condition) => {
        most = Math.max(most, ++running);
        await new Promise((done) => setImmediate(done));
        running--;
        return slow.put(key, body, condition);
      },
    });
    await made(counted, options(first));
    expect(most).toBeGreaterThan(1);
    expect(differing(await contents(slow, prefix(first)))).toEqual([]);
  });

  it('is never written twice, nor into a folder that holds something else', async () => {
    await expect(made(store, options(first))).rejects.toMatchObject({ code: 'release_exists' });
    await expect(made(store, options('v2026.10.9'))).rejects.toMatchObject({ code: 'release_not_later' });
    for (const path of ['csv/left-behind.csv.gz', 'README.md']) {
      const strewn = await filled(reports.slice(0, 2));
      await strewn.put(`${prefix(first)}${path}`, Buffer.from('x'));
      await expect(made(strewn, options(first))).rejects.toMatchObject({ code: 'release_begun', values: { version: first } });
      expect(Buffer.from((await strewn.get(`${prefix(first)}${path}`))?.body ?? []).toString()).toBe('x');
    }
  });

  it('is taken up where an earlier run ended, wherever that was, to the same bytes', async () => {
    for (const last of [0, 1, 7, 40, files.size, files.size + 1]) {
      const interrupted = await filled(reports);
      let left = last;
      const killed = overridden(interrupted, {
        put: async (...its) => (left-- > 0 ? interrupted.put(...its) : Promise.reject(new Error('killed'))),
      });
      await expect(made(killed, options(first))).rejects.toThrow('killed');
      await interrupted.put(`${prefix(first)}db/gongkai.duckdb`, Buffer.from('of an earlier run'));
      await made(interrupted, options(first));
      expect(differing(await contents(interrupted, prefix(first)))).toEqual(['db/gongkai.duckdb']);
    }
  });

  it('is one release where two runs make the same at once, and no file is written twice', async () => {
    const twice = await filled(reports);
    await Promise.all([made(twice, options(first)), made(twice, options(first))]);
    expect(differing(await contents(twice, prefix(first)))).toEqual([]);
    for (const path of files.keys()) expect(twice.versions(prefix(first) + path)).toHaveLength(1);
  });

  // At each moment of one run: the other begins from more data, and must not touch what the first has written or will.
  it.each([0, 1, 12, 60])('keeps other data out of its version: another run begins after %i writes', async (writes) => {
    const raced = await filled(reports.slice(0, 4));
    const alone = await contents(await released(reports.slice(0, 4)), prefix(first));
    let at = 0;
    let other: unknown;
    const store = overridden(raced, {
      put: async (...its) => {
        if (at++ === writes + 1) {
          await writeDataset(raced, reports.slice(0, 5));
          other = await made(raced, options(first)).catch((error: unknown) => error);
        }
        return raced.put(...its);
      },
    });
    // The run that claimed the version notices that its data moved, unless it had read them all.
    const ended = await made(store, options(first)).then(
      () => null,
      (error: unknown) => error,
    );
    expect(other).toMatchObject({ code: 'release_begun', values: { version: first } });
    if (ended !== null) expect(ended).toMatchObject({ code: 'dataset_moved' });
    for (const [path, body] of await contents(raced, prefix(first)))
      expect(body.equals(alone.get(path) ?? Buffer.alloc(0)), path).toBe(true);
  });

  it('comes under the next version where one was begun from other data and left', async () => {
    const stores = await filled(reports.slice(0, 3)).then((store) => ({ state: store, open: store }));
    const { version: _, ...next } = options(first);
    const stopped = { ...next, complete: () => Promise.reject(new Error('killed')) };
    await expect(makeNextRelease(stores, stopped)).rejects.toThrow('killed');
    const begun = await contents(stores.open, prefix(first));
    await writeDataset(stores.open, reports.slice(0, 4));
    expect(await makeNextRelease(stores, next)).toMatchObject({ version: 'v2026.11.1' });
    expect(await contents(stores.open, prefix(first))).toEqual(begun);
    expect((await verifyRelease(filesBelow(stores.open, prefix('v2026.11.1')), parquet)).problems).toEqual([]);
  });

  it('counts its changes from the one before where the current one was taken down', async () => {
    const kept = await filled(reports.slice(0, 4));
    for (const version of [first, second]) await made(kept, options(version));
    const takenDown = async (version: string) => {
      for (const path of (await contents(kept, prefix(version))).keys()) await kept.delete(prefix(version) + path);
    };
    await takenDown(second);
    await writeDataset(kept, reports.slice(0, 3));
    await made(kept, options('v2027.1.0'));
    expect(await readManifest(filesBelow(kept, prefix('v2027.1.0')))).toMatchObject({ previous: first });
    for (const version of [first, 'v2027.1.0']) await takenDown(version);
    await made(kept, options('v2027.2.0'));
    expect(await readManifest(filesBelow(kept, prefix('v2027.2.0')))).toMatchObject({ previous: null });
    await expect(made(kept, options('v2027.1.0'))).rejects.toMatchObject({ code: 'release_not_later' });
  });

  it('is not begun where there is nothing to release', async () => {
    const empty = new MemoryStore();
    await expect(made(empty, options(first))).rejects.toMatchObject({ code: 'no_reports' });
    expect((await contents(empty, '')).size).toBe(0);
  });

  it('stops where a report arrived after the tables were compacted, and moves no pointer', async () => {
    const store = new MemoryStore();
    await writeDataset(store, reports);
    const { agency, document } = reports[3] ?? expect.fail('no report');
    const objects: string[] = [];
    for await (const { key } of store.list('open/')) if (key.includes(agency.agency_id) && key.endsWith('.json')) objects.push(key);
    const [key = ''] = objects;
    await store.put(key, Buffer.from(JSON.stringify({ document: { ...document, sha256: 'e'.repeat(64) } })));
    await expect(made(store, options(first))).rejects.toMatchObject({ code: 'dataset_moved', values: { key } });
    expect(await store.get('open/releases/latest.json')).toBeNull();
  });

  it('gives way to another release that took the pointer meanwhile', async () => {
    const store = new MemoryStore();
    await writeDataset(store, reports.slice(0, 2));
    const rival = JSON.stringify({
      version: 'v2026.11.9',
      previous: null,
      created: '2026-11-30T00:00:00Z',
      manifest_sha256: 'a'.repeat(64),
    });
    const put = store.put.bind(store);
    store.put = async (key, body, condition) => {
      if (key === 'open/releases/latest.json') await put(key, Buffer.from(rival));
      return put(key, body, condition);
    };
    await expect(made(store, options(first))).rejects.toMatchObject({ code: 'latest_moved' });
    expect(Buffer.from((await store.get('open/releases/latest.json'))?.body ?? []).toString()).toBe(rival);
  });

  it('says how good it is on a page that needs no other file', () => {
    const page = file('quality/report.html').toString();
    const { by_year, checks } = JSON.parse(file('quality/report.json').toString());
    for (const { year: of, reports: count } of by_year) expect(page).toContain(`<td>${of}</td><td class="n">${count}</td>`);
    for (const { check_id } of checks) expect(page).toContain(`<td>${check_id}</td>`);
    expect(page).not.toMatch(/<script|src=|href=/);
  });

  it('says of a year in which nothing could be assessed that there is no share, not that none holds', () => {
    const nothing = { cells_with_value: 0, cells_without_value: 0, checks_assessed: 0, checks_failed: 0 };
    const some = { cells_with_value: 3, cells_without_value: 1, checks_assessed: 2, checks_failed: 2 };
    const by_year = [
      { year: 2020, reports: 7, ...nothing },
      { year: 2021, reports: 8, ...some },
    ];
    const page = qualityPage(first, { by_year, checks: [], documents: {}, quarantine: {} });
    expect(page).toContain('<td>2020</td><td class="n">7</td><td>–</td><td>–</td>');
    expect(page).toMatch(
      /<td>2021<\/td><td class="n">8<\/td><td><meter[^>]*><\/meter> 75\.0 %<\/td><td><meter[^>]*><\/meter> 0\.0 %<\/td>/,
    );
  });

  it('leaves what columns do not have empty in the list of columns, as null is written everywhere', () => {
    const listed = file('reference/columns.csv').toString().split('\n');
    expect(listed).toContainEqual(expect.stringMatching(/^reports,agency_name,text,[^,"]+,[^,"]+,,,,$/));
    expect(listed.filter((line) => /(?:^|,)""(?:,|$)/.test(line))).toEqual([]);
  });

  it('has a parser of a changed tree refused', async () => {
    const dev = new MemoryStore();
    await writeDataset(
      dev,
      reports.slice(0, 1).map((report) => ({ ...report, parser_version: '0.1.0-dev.abc' })),
    );
    await expect(made(dev, options(first))).rejects.toBeInstanceOf(ReleaseError);
    expect(await dev.get('open/releases/latest.json')).toBeNull();
  });
});

const withFiles = (all: ReadonlyMap<string, Uint8Array>): ReleaseFiles => ({
  async *list() {
    yield* all.keys();
  },
  read: async (path) => all.get(path) ?? null,
});

describe('verify', () => {
  it('finds nothing in a whole release', async () => {
    expect((await verifyRelease(withFiles(files), parquet)).problems).toEqual([]);
  });

  it('finds each of 200 flipped bits, a missing and an extra file', async () => {
    const files = await contents(await released(reports.slice(0, 3)), prefix(first));
    const paths = [...files.keys()];
    const seeded = createRandom(7);
    const next = () => seeded.int(0, 1_000_000) / 1_000_001;
    const missed: string[] = [];
    const { files: listed } = await readManifest(withFiles(files));
    for (let n = 0; n < 200; n++) {
      const path = paths[Math.floor(next() * paths.length)] ?? '';
      const body = Buffer.from(files.get(path) ?? []);
      const at = Math.floor(next() * body.length);
      body[at] = (body[at] ?? 0) ^ (1 << Math.floor(next() * 8));
      const { problems } = await verifyRelease(withFiles(new Map([...files, [path, body]])), parquet);
      if (problems.length === 0 || (listed.some((one) => one.path === path) && problems[0]?.path !== path)) missed.push(`${path}@${at}`);
    }
    expect(missed).toEqual([]);
    const path = listed[3]?.path ?? '';
    const less = new Map(files);
    less.delete(path);
    expect((await verifyRelease(withFiles(less), parquet)).problems).toMatchObject([{ path, kind: 'missing' }]);
    const unsealed = new Map(files);
    unsealed.delete('manifest.json');
    expect((await verifyRelease(withFiles(unsealed), parquet)).problems).toContainEqual(
      expect.objectContaining({ path: 'manifest.json', kind: 'missing' }),
    );
    const more = new Map([...files, ['csv/x.csv', Buffer.from('x')]]);
    expect((await verifyRelease(withFiles(more), parquet)).problems).toMatchObject([{ path: 'csv/x.csv', kind: 'extra' }]);
  }, 120_000);

  it('says which row differs, in whichever format it was changed', async () => {
    const path = `parquet/reports/year=${year}/part-0.parquet`;
    const csv = `csv/reports-${year}.csv.gz`;
    const rows: Row<'reports'>[] = [];
    for await (const part of parquet.decode('reports', file(path))) rows.push(...part);
    const forged = rows.map((row, at) => (at === rows.length - 1 ? { ...row, title: 'forged' } : row));
    const problemsWith = async (...changed: [string, Uint8Array][]) =>
      (await verifyRelease(withFiles(new Map([...files, ...changed])), parquet)).problems;
    const table = encode(parquet, 'reports', forged) ?? file(path);
    expect(await problemsWith([path, table])).toMatchObject([
      { path, row: { row: rows.length, parquet: expect.stringContaining('forged'), csv: expect.not.stringContaining('forged') } },
    ]);
    const lines = Buffer.from(gunzipSync(file(csv))).toString();
    const last = gzipSync(Buffer.from(lines.replace(/(\n[^\n]*\n)$/, (line) => line.replace(/\w/, 'Z'))));
    expect(await problemsWith([csv, last])).toMatchObject([{ path: csv, row: { row: rows.length, csv: expect.stringContaining('Z') } }]);
    // Neither can be trusted to tell of the other.
    const both = await problemsWith([path, table], [csv, last]);
    expect(both.map((problem) => [problem.path, 'row' in problem])).toEqual([
      [csv, false],
      [path, false],
    ]);
    const [single, sheet] = ['parquet/agencies/part-0.parquet', 'excel/agencies.xlsx'];
    expect(await problemsWith([single, Buffer.from('PAR1')])).toMatchObject([
      { path: single, kind: 'size', reason: expect.stringMatching(/^4 bytes instead of \d+; it cannot be read any more: /) },
    ]);
    // A workbook is no table that could be compared row by row.
    expect(await problemsWith([sheet, Buffer.from('PK')])).toMatchObject([
      { path: sheet, reason: expect.stringMatching(/^2 bytes instead of \d+$/) },
    ]);
  });
});

describe('diff', () => {
  it('reports exactly the planted corrections, additions and withdrawals', async () => {
    const planted = reports.map((report) => structuredClone(report));
    const [corrected, added, withdrawn] = planted;
    const valued = (at: number) => planted[at]?.cells.filter(({ value }) => value !== null) ?? [];
    const [one, two, three] = [valued(0)[4], valued(1)[2], valued(2)[7]];
    if (!corrected || !added || !withdrawn || !one || !two || !three) throw new Error('too few reports');
    const kept = { one: one.value, three: three.value };
    const hash = 'f'.repeat(64);
    const before = new MemoryStore();
    Object.assign(two, { value: null, status: 'blank', raw: '' });
    await writeDataset(before, planted);
    await made(before, options(first));
    Object.assign(two, { value: 5, status: 'reported', raw: '5' });
    Object.assign(one, { value: (one.value ?? 0) + 1 });
    corrected.document.sha256 = hash;
    Object.assign(three, { value: null, status: 'blank', raw: '' });
    await writeDataset(before, planted);
    await made(before, options(second));
    const found = [];
    for await (const row of diffReleases(filesBelow(before, prefix(first)), filesBelow(before, prefix(second)), parquet)) found.push(row);
    const short = found.map(({ agency_id, year: of, table_code, row_code, column_code, change, old_value, new_value, new_sha256 }) => ({
      at: `${agency_id} ${of} ${table_code}.${row_code}.${column_code}`,
      change,
      old_value,
      new_value,
      another: new_sha256 === hash,
    }));
    const at = (report: (typeof planted)[number], code: string) => `${report.agency.agency_id} ${report.report.year} ${code}`;
    const expected = [
      { at: at(corrected, one.code), change: 'corrected', old_value: kept.one, new_value: (kept.one ?? 0) + 1, another: true },
      { at: at(added, two.code), change: 'added', old_value: null, new_value: 5, another: false },
      { at: at(withdrawn, three.code), change: 'withdrawn', old_value: kept.three, new_value: null, another: false },
    ];
    expect(short).toHaveLength(3);
    expect(short).toEqual(expect.arrayContaining(expected));
    const written = await before.get(`${prefix(second)}parquet/changes/part-0.parquet`);
    const rows = await parquetReadObjects({ file: Uint8Array.from(written?.body ?? []).buffer });
    expect(rows).toHaveLength(3);
    const log = new TextDecoder().decode((await before.get(`${prefix(second)}CHANGELOG.md`))?.body);
    expect(log).toContain('1 number added, 1 corrected, 1 withdrawn');
    expect(log).toContain('v2026.11.0 (2026-11-30)');
  });

  it('reports a withdrawn report as all of its numbers', async () => {
    const less = new MemoryStore();
    await writeDataset(less, reports.slice(1));
    await made(less, options(second));
    const found = [];
    for await (const row of diffReleases(withFiles(files), filesBelow(less, prefix(second)), parquet)) found.push(row);
    expect(found).toHaveLength(reports[0]?.cells.filter(({ value }) => value !== null).length ?? -1);
    expect(new Set(found.map(({ change, reason }) => `${change}: ${reason}`))).toEqual(new Set(['withdrawn: report no longer published']));
  });
});
