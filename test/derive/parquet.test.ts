import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Type } from '../../schemas/kinds.ts';
import { type ParquetTableName, parquetTableNames, type Table, tables } from '../../schemas/tables.ts';
import { parquetColumns, parquetSchema } from '../../src/derive/parquet.ts';
import { engineType } from '../../src/derive/types.ts';
import { select } from '../support/duckdb.ts';
import { madeRows } from '../support/rows.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-parquet-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: ParquetTableName, count = 7): { path: string; buffer: ArrayBuffer; rows: unknown[] } {
  const rows = madeRows(name, count);
  const buffer = parquetWriteBuffer({ columnData: parquetColumns(name, rows), schema: parquetSchema(name) });
  const path = join(folder, `${name}.parquet`);
  writeFileSync(path, new Uint8Array(buffer));
  return { path, buffer, rows };
}

/** hyparquet gives a date as Date; rows hold it as text. */
const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

test.each(parquetTableNames)('%s: DuckDB finds the declared names and types', async (name) => {
  const { path } = written(name);
  const { columns }: Table = tables[name];
  const described = await select(`DESCRIBE SELECT * FROM read_parquet('${path}')`);
  const declared = Object.entries(columns).map(([column, { kind }]) => [column, engineType(kind, 'duckdb').replaceAll('"', '')]);
  expect(described.map(({ column_name, column_type }) => [column_name, String(column_type).replaceAll('"', '')])).toEqual(declared);
});

test.each(parquetTableNames)('%s: nulls are refused exactly where the declaration has none', async (name) => {
  const { path } = written(name);
  const { columns }: Table = tables[name];
  const leaves = await select(`SELECT name, repetition_type FROM parquet_schema('${path}')`);
  // A struct's fields come before the columns that follow it, and may have the same names.
  for (const [column, { nullable }] of Object.entries(columns)) {
    expect(leaves.findLast((leaf) => leaf.name === column)?.repetition_type, column).toBe(nullable ? 'OPTIONAL' : 'REQUIRED');
  }
});

test.each(parquetTableNames)('%s: hyparquet reads back the rows, value for value', async (name) => {
  const { buffer, rows } = written(name);
  const read = await parquetReadObjects({ file: buffer });
  expect(read.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])))).toEqual(rows);
});

/** DuckDB's JSON reader shows whole doubles as numbers too, so only lists and structs need a look inside. */
function sameValue(kind: Type, duck: unknown, row: unknown): void {
  if (kind === 'double' && duck !== null) expect(Number(duck)).toBe(row);
  else expect(duck).toEqual(row);
}

test.each(parquetTableNames)('%s: DuckDB reads back the rows, value for value', async (name) => {
  const { path, rows } = written(name);
  const { columns }: Table = tables[name];
  const read = await select(`SELECT * FROM read_parquet('${path}')`);
  expect(read).toHaveLength(rows.length);
  read.forEach((row, n) => {
    const original = rows[n] as Record<string, unknown>;
    for (const [column, { kind }] of Object.entries(columns)) sameValue(kind, row[column], original[column]);
  });
});

test('the same rows give the same bytes', () => {
  for (const name of parquetTableNames) expect(Buffer.from(written(name).buffer).equals(Buffer.from(written(name).buffer))).toBe(true);
});

test('a null in a required column, a fraction in an integer and a day that does not exist are refused', () => {
  const [row] = madeRows('agency_relations', 1);
  if (!row) throw new Error('no row');
  const write = (values: object) => () =>
    parquetWriteBuffer({
      columnData: parquetColumns('agency_relations', [{ ...row, ...values }]),
      schema: parquetSchema('agency_relations'),
    });
  expect(write({})).not.toThrow();
  expect(write({ from_id: null })).toThrow('agency_relations.from_id has no value');
  expect(write({ year: 2020.5 })).toThrow(/integer/);
  expect(write({ year: 2 ** 31 })).toThrow(/int32/);
  const [report] = madeRows('reports', 1);
  if (!report) throw new Error('no row');
  expect(() => parquetColumns('reports', [{ ...report, published: '2021-02-30' }])).toThrow(
    'reports.published is no calendar date: 2021-02-30',
  );
});
