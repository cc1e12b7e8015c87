import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomReports } from '../../bench/generate/index.ts';
import { packageRoot } from '../../bin/local/package-root.ts';
import { savedQueryNames } from '../../bin/local/saved-queries.ts';
import { lookups } from '../../lib/lookups.ts';
import { tableNames } from '../../schemas/tables.ts';
import { trinoTable } from '../../src/derive/ddl.ts';
import { duckdbView } from '../../src/derive/duckdb.ts';
import { parseSavedQuery, renderSavedQuery } from '../../src/derive/saved-query.ts';
import { everyCase } from '../queries/every-case.ts';
import { writeTable } from '../support/dataset-folder.ts';
import { duckdb, select } from '../support/duckdb.ts';
import { TrinoError, type TrinoResult, TrinoServer } from './server.ts';

// A real Trino over datasets of ours: what Athena would make of the derived tables and of every saved query.

// run.mjs looks whether it is there before it starts these tests.
const archive = process.env.TRINO_ARCHIVE ?? '';
let trino: TrinoServer;

/** A dataset made by `gongkai ingest` of generated reports, in all layouts. */
function ingested(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-trino-data-'));
  mkdirSync(join(folder, 'in'));
  for (const report of randomReports(count)) writeFileSync(join(folder, 'in', `${report.seed}.txt`), report.plainText);
  execFileSync(process.execPath, [join(packageRoot(), 'dist', 'gongkai.js'), 'ingest', join(folder, 'in'), '--out', join(folder, 'out')], {
    stdio: 'ignore',
  });
  return join(folder, 'out');
}

/** The dataset in which every saved query meets the cases it must tell apart. */
function everyCaseFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-trino-cases-'));
  writeTable(folder, 'reports', everyCase.reports);
  writeTable(folder, 'cells', everyCase.cells);
  writeTable(folder, 'checks', everyCase.checks);
  writeTable(folder, 'mentions', everyCase.mentions);
  return folder;
}

const datasets = { generated: ingested(150), cases: everyCaseFolder() };
const engines = new Map<string, Awaited<ReturnType<typeof duckdb>>>();

beforeAll(async () => {
  trino = await TrinoServer.start(archive);
  for (const [name, folder] of Object.entries(datasets)) {
    await trino.run(`CREATE SCHEMA hive.${name}`);
    const connection = await duckdb();
    await connection.run(readFileSync(join(packageRoot(), 'queries', 'duckdb-prelude.sql'), 'utf8'));
    for (const table of tableNames) {
      // A table over a folder that is not there cannot be made; in S3 there are no folders.
      mkdirSync(join(folder, 'open', table), { recursive: true });
      await trino.run(trinoTable(table, { database: `hive.${name}`, bucket: `file://${folder}` }));
      await connection.run(duckdbView(table, null));
      await connection.run(duckdbView(table, folder)).catch(() => undefined);
    }
    engines.set(name, connection);
  }
}, 600_000);
afterAll(() => trino?.stop());

/** Values as both engines mean them: whole numbers as numbers, rates to nine digits, days as text. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'number') return Number(value.toPrecision(9));
  if (typeof value === 'string' && /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(value)) return Number(Number(value).toPrecision(9));
  return value;
};
const rowsOf = ({ rows }: TrinoResult) => rows.map((row) => row.map(plain));
const inSchema = (schema: string, sql: string) => trino.run(`USE hive.${schema}`).then(() => trino.run(sql));

describe.each(Object.keys(datasets))('dataset %s', (name) => {
  test.each(savedQueryNames())('saved query %s: Trino and DuckDB give the same rows', async (query) => {
    const file = readFileSync(join(packageRoot(), 'queries', `${query}.sql`), 'utf8');
    const sql = renderSavedQuery(parseSavedQuery(query, file));
    const found = await inSchema(name, sql);
    const expected = await select(sql, engines.get(name));
    expect(found.columns.map((column) => column.name)).toEqual(parseSavedQuery(query, file).columns.map((column) => column.name));
    expect(rowsOf(found)).toEqual(expected.map((row) => Object.values(row).map(plain)));
  });
});

test('every table is read, row for row: pages of version 2 and cut statistics are no hindrance', async () => {
  for (const table of tableNames.filter((one) => !['agency_reports', 'agency_cells', 'documents_json', 'changes'].includes(one))) {
    const count = async (where = '') => plain((await trino.run(`SELECT count(*) FROM hive.generated.${table} ${where}`)).rows[0]?.[0]);
    const [row] = await select(`SELECT count(*)::double AS n FROM ${table}`, engines.get('generated'));
    expect(await count(), table).toBe(row?.n);
  }
  // Statistics are cut at 16 bytes: a filter on a long name must still find its rows.
  const [long] = await select(
    'SELECT agency_name AS name FROM reports ORDER BY length(agency_name) DESC, agency_name LIMIT 1',
    engines.get('generated'),
  );
  const sql = `SELECT count(*)::double AS n FROM reports WHERE agency_name = '${long?.name}'`;
  const [expected] = await select(sql, engines.get('generated'));
  const found = await trino.run(`SELECT count(*) FROM hive.generated.reports WHERE agency_name = '${long?.name}'`);
  expect(plain(found.rows[0]?.[0])).toBe(expected?.n);
});

test('a year in the question reads the objects of that year only', async () => {
  const paths = async (where: string) => (await trino.run(`SELECT DISTINCT "$path" FROM hive.generated.cells ${where}`)).rows.map(String);
  const all = await paths('');
  const years = new Set(all.map((path) => /year=(\d+)/.exec(path)?.[1]));
  expect(years.size).toBeGreaterThan(1);
  const [year = ''] = years;
  expect((await paths(`WHERE year = ${year}`)).every((path) => path.includes(`year=${year}/`))).toBe(true);
  const splits = async (where: string) => (await trino.run(`SELECT count(*) FROM hive.generated.cells ${where}`)).splits;
  expect(await splits(`WHERE year = ${year}`)).toBeLessThan(await splits(''));
});

describe('a key that is injected', () => {
  const [agency = { agency_id: '', year: 0 }] = everyAgency();
  function everyAgency(): { agency_id: string; year: number }[] {
    const [report] = [...randomReports(1)];
    return report ? [{ agency_id: report.report.agency.agency_id, year: report.report.report.year ?? 0 }] : [];
  }

  test('must be in the question', async () => {
    await expect(trino.run('SELECT count(*) FROM hive.generated.agency_cells')).rejects.toThrow(TrinoError);
    await expect(trino.run('SELECT count(*) FROM hive.generated.agency_cells WHERE year = 2020')).rejects.toThrow(/agency/);
  });

  test('finds its partitions by equality and by a list', async () => {
    const where = `agency = '${agency.agency_id}'`;
    const [expected] = await select(`SELECT count(*)::double AS n FROM agency_cells WHERE ${where}`, engines.get('generated'));
    expect(expected?.n).toBeGreaterThan(0);
    const count = async (condition: string) =>
      plain((await trino.run(`SELECT count(*) FROM hive.generated.agency_cells WHERE ${condition}`)).rows[0]?.[0]);
    expect(await count(where)).toBe(expected?.n);
    expect(await count(`agency IN ('${agency.agency_id}', 'u-nobody')`)).toBe(expected?.n);
  });

  test.each(lookups)('the look-up $name answers', async ({ sql }) => {
    const values = [`'${agency.agency_id}'`, String(agency.year)];
    const filled = sql
      .split('?')
      .map((part, n) => part + (n < sql.split('?').length - 1 ? (values[n] ?? '') : ''))
      .join('');
    expect((await inSchema('generated', filled)).rows.length).toBeGreaterThan(0);
  });

  test('the report object is read with its nested parts', async () => {
    const sql = `SELECT agency.name, report.year, cardinality(cells), cells[1].code FROM hive.generated.documents_json WHERE agency_id = '${agency.agency_id}' AND year = ${agency.year}`;
    const [expected] = await select(
      `SELECT agency.name, report.year, len(cells) AS n, cells[1].code FROM documents_json WHERE agency_id = '${agency.agency_id}' AND year = ${agency.year}`,
      engines.get('generated'),
    );
    expect((await trino.run(sql)).rows.map((row) => row.map(plain))).toEqual([Object.values(expected ?? {}).map(plain)]);
  });
});
