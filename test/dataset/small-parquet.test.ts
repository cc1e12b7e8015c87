import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { type ParquetTableName, parquetTableNames, type Row } from '../../schemas/tables.ts';
import { GrowingBytes } from '../../src/dataset/parquet/growing-bytes.ts';
import { parquet, rowGroupSize } from '../../src/dataset/parquet/parquet.ts';
import { smallParquet } from '../../src/dataset/parquet/small-parquet.ts';
import { encode } from '../../src/dataset/parquet/table-format.ts';
import { duckdb, select } from '../support/duckdb.ts';
import { temporary } from '../support/folders.ts';
import { madeRows } from '../support/rows.ts';

const folder = temporary();
const flat = parquetTableNames.filter((name) => smallParquet(name, madeRows(name, 1), 'test') !== null);
const written = <T extends ParquetTableName>(name: T, rows: readonly Row<T>[]): Uint8Array => {
  const bytes = smallParquet(name, rows, 'test version 1');
  if (bytes === null) throw new Error(`${name} is not flat`);
  return bytes;
};
const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
const asRows = (read: readonly Record<string, unknown>[]) =>
  read.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));

test('nearly all tables are flat', () => {
  expect(flat.length).toBeGreaterThan(8);
});

test.each(flat.flatMap((name) => [1, 2, 9, 300].map((count) => [name, count] as const)))(
  '%s, %i rows: hyparquet and DuckDB read them back, value for value, as from the general writer',
  async (name, count) => {
    const rows = madeRows(name, count);
    const bytes = written(name, rows);
    expect(asRows(await parquetReadObjects({ file: new Uint8Array(bytes).buffer }))).toEqual(rows);
    const [small, general] = [join(folder, `${name}-${count}.parquet`), join(folder, `${name}-${count}-general.parquet`)];
    writeFileSync(small, bytes);
    const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
    const { parquetColumns, parquetSchema } = await import('../../src/derive/parquet.ts');
    const out = new ByteWriter();
    const writer = new ParquetWriter({ writer: out, schema: parquetSchema(name), statistics: true });
    writer.write({ columnData: parquetColumns(name, rows) });
    writer.finish();
    writeFileSync(general, out.getBytes());
    const both = [small, general].map((path) => `SELECT * FROM read_parquet('${path}')`);
    expect(await select(`(${both.join(' EXCEPT ALL ')}) UNION ALL (${both.toReversed().join(' EXCEPT ALL ')})`)).toEqual([]);
    const described = await Promise.all(both.map((query) => select(`DESCRIBE ${query}`)));
    expect(described[0]).toEqual(described[1]);
    const bounds = (path: string) =>
      select(`SELECT path_in_schema, stats_null_count, stats_min_value, stats_max_value, compression FROM parquet_metadata('${path}')
        WHERE coalesce(strlen(stats_max_value), 0) <= 16 AND coalesce(strlen(stats_min_value), 0) <= 16 ORDER BY ALL`);
    // What our footer says of a column is what the general writer's says, where both say something.
    const generally = new Map((await bounds(general)).map((row) => [row.path_in_schema, row]));
    for (const row of await bounds(small)) if (row.stats_min_value !== null) expect(generally.get(row.path_in_schema)).toEqual(row);
  },
);

test('any text comes back, and bounds rule out no row that is there', async () => {
  const connect = await duckdb();
  const letters = ['a', '中', '𠀀', '\uffee', '\ue000', '', ' ', 'é', '█', '\u0000', 'z'.repeat(70)];
  const base = madeRows('agency_relations', 1)[0];
  if (!base) throw new Error('no row');
  for (let round = 1; round <= 40; round++) {
    const rows = Array.from({ length: round }, (_, n) => ({
      ...base,
      from_id: Array.from({ length: n % 4 }, (__, k) => letters[(n * 7 + k * 3 + round) % letters.length]).join(''),
      year: (n * 7_919 - 100) * round,
    }));
    const path = join(folder, `texts-${round}.parquet`);
    writeFileSync(path, written('agency_relations', rows));
    const read = await connect.runAndReadAll(`SELECT from_id, year FROM read_parquet('${path}')`);
    expect(read.getRowObjectsJson()).toEqual(rows.map(({ from_id, year }) => ({ from_id, year })));
    for (const { from_id, year } of rows) {
      const found = await connect.runAndReadAll(
        `SELECT count(*) AS n FROM read_parquet('${path}') WHERE year = ${year} AND from_id >= '${from_id.replaceAll('\u0000', '')}'`,
      );
      if (!from_id.includes('\u0000')) expect(Number(found.getRowObjectsJson()[0]?.n), JSON.stringify(from_id)).toBeGreaterThan(0);
    }
  }
});

test('text of more than 64 bytes is no bound', async () => {
  const base = madeRows('agency_relations', 1)[0];
  if (!base) throw new Error('no row');
  for (const [text, bound] of [
    ['a'.repeat(64), 'a'.repeat(64)],
    ['a'.repeat(65), null],
    [`a${'中'.repeat(21)}`, `a${'中'.repeat(21)}`],
    [`aa${'中'.repeat(21)}`, null],
  ] as const) {
    const path = join(folder, 'bounds.parquet');
    writeFileSync(path, written('agency_relations', [{ ...base, from_id: text }]));
    const bounds = await select(`SELECT stats_min_value AS least, stats_max_value AS most FROM parquet_metadata('${path}')
      WHERE path_in_schema = 'from_id'`);
    expect(bounds, text).toEqual([{ least: bound, most: bound }]);
  }
});

test('bytes are given back after something large, and kept after something small', () => {
  const bytes = new GrowingBytes();
  const room = () => bytes.from(0).buffer.byteLength;
  const first = room();
  bytes.put(new Uint8Array(300_000));
  bytes.clear();
  expect(room()).toBeGreaterThan(first);
  bytes.put(new Uint8Array(3_000_000));
  bytes.clear();
  expect(room()).toBe(first);
});

test('values that repeat come back from runs, from packed numbers and from both in turns', async () => {
  const base = madeRows('agency_relations', 1)[0];
  if (!base) throw new Error('no row');
  for (const [longest, distinct] of [
    [1, 2],
    [3, 5],
    [9, 9],
    [17, 200],
    [40, 3],
    [4, 5_000],
  ] as const) {
    const years: number[] = [];
    for (let n = 0; years.length < 4 * distinct + 1_003; n++) {
      const length = 1 + ((n * 7_919) % longest);
      for (let k = 0; k < length; k++) years.push(((n * 104_729) % distinct) - 2);
    }
    const rows = years.map((year) => ({ ...base, from_id: `${year}/${longest}`, year }));
    const bytes = written('agency_relations', rows);
    expect(await parquetReadObjects({ file: new Uint8Array(bytes).buffer })).toEqual(rows);
    const path = join(folder, `runs-${longest}.parquet`);
    writeFileSync(path, bytes);
    const read = await select(`SELECT count(*)::integer AS rows, list(year ORDER BY file_row_number) = [${years}] AS years,
      bool_and(from_id = year || '/${longest}') AS texts FROM read_parquet('${path}', file_row_number = true)`);
    expect(read, `runs of up to ${longest}`).toEqual([{ rows: years.length, years: true, texts: true }]);
  }
});

test('a null in a required column, a fraction in an integer, a number beyond 32 bits and a day that does not exist are refused', () => {
  const [relation, report] = [madeRows('agency_relations', 1)[0], madeRows('reports', 1)[0]];
  if (!relation || !report) throw new Error('no row');
  // What the types forbid, as a fault elsewhere might make it.
  const relations = (values: object) => () =>
    smallParquet('agency_relations', [{ ...relation, ...values } as Row<'agency_relations'>], 'x');
  expect(relations({})).not.toThrow();
  for (const values of [{ from_id: null }, { year: 2020.5 }, { year: 2 ** 31 }, { year: '2020' }, { from_id: 7 }])
    expect(relations(values)).toThrow('agency_relations.');
  expect(() => smallParquet('reports', [{ ...report, published: '2021-02-30' }], 'x')).toThrow('reports.published');
});

test('in however many pieces rows come, few or many, the bytes are the same', () => {
  const most = rowGroupSize('sections');
  for (const count of [3, most, most + 1]) {
    const rows = madeRows('sections', count);
    const writer = parquet.writer('sections');
    for (let at = 0; at < rows.length; at += 7) writer.add(rows.slice(at, at + 7));
    expect(Buffer.from(writer.finish() ?? []).equals(Buffer.from(encode(parquet, 'sections', rows) ?? []))).toBe(true);
  }
});
