import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../bin/local/package-root.ts';
import { savedQueryNames } from '../../bin/local/sql/saved-queries.ts';
import { type Table, type TableName, tables } from '../../schemas/tables.ts';
import { duckdbView } from '../../src/derive/duckdb.ts';
import { parseSavedQuery, renderSavedQuery } from '../../src/derive/saved-query.ts';
import { engineType } from '../../src/derive/types.ts';
import { everyCase } from '../queries/every-case.ts';
import { writeTable } from '../support/dataset-folder.ts';
import { duckdb, select } from '../support/duckdb.ts';
import { ingested } from './ingested.ts';
import { TrinoServer } from './server.ts';

// The engine behind Athena, for real: it knows the functions and types of every saved query, and gives the rows DuckDB gives.

const asked = ['reports', 'cells', 'checks', 'mentions'] as const satisfies readonly TableName[];
const prelude = readFileSync(join(packageRoot(), 'queries', 'duckdb-prelude.sql'), 'utf8');
const saved = (name: string) => parseSavedQuery(name, readFileSync(join(packageRoot(), 'queries', `${name}.sql`), 'utf8'));

/** The dataset in which every saved query meets the cases it must tell apart. */
function everyCaseFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-trino-cases-'));
  for (const table of asked) writeTable(folder, table, everyCase[table]);
  return folder;
}

/** Put the rows DuckDB reads from a dataset folder into a table of Trino, with the derived types; as JSON, which is read fast. */
async function copy(trino: TrinoServer, schema: string, name: TableName, connection: Awaited<ReturnType<typeof duckdb>>) {
  const table: Table = tables[name];
  const columns = Object.entries({ ...table.partitions, ...table.columns })
    .filter(([, { kind }]) => typeof kind === 'string')
    .map(([column, { kind }]) => ({ column: `"${column}"`, type: engineType(kind, 'trino') }));
  const list = (text: (one: (typeof columns)[number]) => string) => columns.map(text).join(', ');
  await trino.run(schema, `CREATE TABLE ${name} (${list(({ column, type }) => `${column} ${type}`)})`);
  const rows = await select(`SELECT ${list(({ column }) => column)} FROM ${name}`, connection);
  // JSON knows no days.
  const row = list(({ column, type }) => `${column} ${type === 'date' ? 'varchar' : type}`);
  const values = list(({ column, type }) => (type === 'date' ? `CAST(${column} AS date)` : column));
  for (let from = 0; from < rows.length; from += 1000) {
    const json = JSON.stringify(rows.slice(from, from + 1000).map((one) => Object.values(one))).replaceAll("'", "''");
    const source = `UNNEST(CAST(JSON '${json}' AS array(row(${row}))))`;
    await trino.run(schema, `INSERT INTO ${name} SELECT ${values} FROM ${source} AS t(${list(({ column }) => column)})`);
  }
  return rows.length;
}

/** Values as both engines mean them: numbers to nine digits, however they are printed. */
const plain = (value: unknown): unknown =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(value))
    ? Number(Number(value).toPrecision(9))
    : value;

const datasets = { generated: () => ingested(120), every_case: everyCaseFolder };
const engines = new Map<string, Awaited<ReturnType<typeof duckdb>>>();
let trino: TrinoServer;

beforeAll(async () => {
  trino = await TrinoServer.start({ home: process.env.TRINO_HOME ?? '', version: process.env.TRINO_VERSION ?? '' });
  for (const [schema, make] of Object.entries(datasets)) {
    const folder = make();
    const connection = await duckdb();
    await connection.run(prelude);
    await trino.run('default', `CREATE SCHEMA memory.${schema}`);
    for (const table of asked) {
      await connection.run(duckdbView(table, folder));
      expect(await copy(trino, schema, table, connection), table).toBeGreaterThan(0);
    }
    engines.set(schema, connection);
  }
});
afterAll(() => trino?.stop());

describe.each(Object.keys(datasets))('on the dataset %s', (schema) => {
  test.each(savedQueryNames())('%s: Trino and DuckDB give the same columns and rows', async (name) => {
    const query = saved(name);
    const sql = renderSavedQuery(query);
    const found = await trino.run(schema, sql);
    expect(found.columns.map((column) => [column.name, column.type])).toEqual(
      query.columns.map((column) => [column.name, expect.stringMatching(column.type)]),
    );
    const expected = (await select(sql, engines.get(schema))).map((row) => query.columns.map((column) => plain(row[column.name])));
    expect(found.rows.map((row) => row.map(plain))).toEqual(expected);
  });
});

test('a difference would be seen', async () => {
  const halves = await trino.run('generated', 'SELECT 7 / 2');
  const [own] = await select('SELECT 7 / 2 AS halves');
  expect(halves.rows).toEqual([[3]]);
  expect(own).toEqual({ halves: 3.5 });
});
