import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ParquetTableName, parquetTableNames, type Table, tableNames, tables } from '../../schemas/tables.ts';
import { duckdbComments, duckdbTable, duckdbView } from '../../src/derive/duckdb.ts';
import { parquetColumns, parquetSchema } from '../../src/derive/parquet.ts';
import { engineType } from '../../src/derive/types.ts';
import { duckdb, select } from '../support/duckdb.ts';
import { madeRows } from '../support/rows.ts';

let folder = '';
let connection: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai'duckdb-")); // a quote in the path is no reason to fail
  connection = await duckdb();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Write an object of a table at its place, path keys filled in. */
function put(name: ParquetTableName, keys: Readonly<Record<string, string>>, fixed: Readonly<Record<string, unknown>>, count: number) {
  const path = join(
    folder,
    tables[name].file.replaceAll(/\{(\w+)\}/g, (_, key) => keys[key] ?? '0'),
  );
  mkdirSync(dirname(path), { recursive: true });
  const rows = madeRows(name, count, fixed);
  writeFileSync(path, new Uint8Array(parquetWriteBuffer({ columnData: parquetColumns(name, rows), schema: parquetSchema(name) })));
}

const visible = (table: Table) => [...new Set([...Object.keys(table.columns), ...Object.keys(table.partitions)])];
const described = async (name: string) =>
  (await select(`DESCRIBE ${name}`, connection)).map(({ column_name, column_type }) => [
    column_name,
    String(column_type).replaceAll('"', ''),
  ]);
const expected = (table: Table) =>
  visible(table).map((name) => {
    const column = table.columns[name] ?? table.partitions[name];
    if (!column) throw new Error(name);
    return [name, engineType(column.kind, 'duckdb').replaceAll('"', '')];
  });

test.each(tableNames)('%s: where there is no file, the view is empty and typed', async (name) => {
  await connection.run(duckdbView(name, null));
  expect(await described(name)).toEqual(expected(tables[name]));
  expect(await select(`SELECT count(*) AS n FROM ${name}`, connection)).toEqual([{ n: '0' }]);
});

test.each(parquetTableNames)('%s: the view over files has the same columns and types, and every row', async (name) => {
  put(name, { year: '2020', region: '35', agency: '110000', shard: 'a' }, { year: 2020, agency_id: '110000' }, 5);
  put(name, { year: '2021', region: 'xx', agency: 'u-0123', shard: 'b' }, { year: 2021, agency_id: 'u-0123' }, 4);
  await connection.run(duckdbView(name, folder));
  expect(await described(name)).toEqual(expected(tables[name]));
  const single = !tables[name].file.includes('{');
  expect(await select(`SELECT count(*) AS n FROM ${name}`, connection)).toEqual([{ n: single ? '4' : '9' }]);
});

test('an agency of digits stays text, a year a number', async () => {
  put('agency_reports', { year: '2020', agency: '110000' }, { year: 2020, agency_id: '110000' }, 1);
  await connection.run(duckdbView('agency_reports', folder));
  expect(await select("SELECT agency, year FROM agency_reports WHERE agency = '110000' AND year = 2020", connection)).toEqual([
    { agency: '110000', year: 2020 },
  ]);
});

test('a condition on the year keeps the rows of other files unread', async () => {
  for (const year of [2001, 2002, 2003]) put('sections', { year: String(year), region: '35' }, { year }, 3);
  const other = join(folder, 'open/sections/year=2001/region-35.parquet');
  // Its footer stays as it is; whoever reads a row finds no page.
  writeFileSync(other, readFileSync(other).fill(0xff, 4, 200));
  await connection.run(duckdbView('sections', folder));
  const count = (condition: string) => select(`SELECT count(heading) AS n FROM sections WHERE ${condition}`, connection);
  expect(await count('year = 2002')).toEqual([{ n: '3' }]);
  await expect(count('year <> 2002')).rejects.toThrow();
});

test('a file written before a column was added reads as null there', async () => {
  const path = join(folder, 'open/agencies/agencies.parquet');
  mkdirSync(dirname(path), { recursive: true });
  const old = ['agency_id', 'agency_name'];
  const columnData = parquetColumns('agencies', madeRows('agencies', 2)).filter(({ name }) => old.includes(name));
  writeFileSync(
    path,
    new Uint8Array(parquetWriteBuffer({ columnData: columnData.map(({ name, data }) => ({ name, data, type: 'STRING' })) })),
  );
  await connection.run(duckdbView('agencies', folder));
  expect(await described('agencies')).toEqual(expected(tables.agencies));
  expect(await select('SELECT count(*) AS n, count(reports) AS known FROM agencies', connection)).toEqual([{ n: '2', known: '0' }]);
});

test('the report object is a view with nested columns, its key taken from inside', async () => {
  const path = join(folder, 'open/documents_json/agency=110000/year=2020/report.json');
  mkdirSync(dirname(path), { recursive: true });
  const object = {
    agency: { agency_id: '110000', name: '某局' },
    report: { year: 2020, published: '2021-01-06' },
    cells: [{ code: 'applications.granted.total', value: 3, status: 'reported', raw: '3', unit: 'application', line: 7 }],
  };
  writeFileSync(path, `${JSON.stringify(object)}\n`);
  await connection.run(duckdbView('documents_json', folder));
  expect(await described('documents_json')).toEqual(expected(tables.documents_json));
  const sql = `SELECT agency_id, year, report.published AS published, c.code, c.value, c.raw_label
    FROM documents_json CROSS JOIN UNNEST(cells) AS t(c) WHERE agency_id = '110000' AND year = 2020`;
  expect(await select(sql, connection)).toEqual([
    { agency_id: '110000', year: 2020, published: '2021-01-06', code: 'applications.granted.total', value: 3, raw_label: null },
  ]);
});

test.each(tableNames)('%s: as a table of a database file it has the same columns and types', async (name) => {
  const database = await duckdb();
  await database.run(duckdbTable(name));
  const columns = await select(`DESCRIBE "${name}"`, database);
  expect(columns.map(({ column_name }) => column_name)).toEqual(visible(tables[name]));
});

test.each(['TABLE', 'VIEW'] as const)('every column of a %s carries its label and note', async (of) => {
  const database = await duckdb();
  await database.run(of === 'TABLE' ? duckdbTable('agency_reports') : duckdbView('agency_reports', null));
  for (const statement of duckdbComments('agency_reports', of)) await database.run(statement);
  const columns = await select("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'agency_reports'", database);
  expect(columns.filter(({ comment }) => !comment)).toEqual([]);
  expect(columns.find(({ column_name }) => column_name === 'applications_granted')?.comment).toMatch(/予以公开.*Granted/);
});
