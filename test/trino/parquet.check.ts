import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parquetTableNames, type Row } from '../../schemas/tables.ts';
import { parquet, rowGroupSize } from '../../src/dataset/parquet/parquet.ts';
import { encode } from '../../src/dataset/parquet/table-format.ts';
import { select } from '../support/duckdb.ts';
import { ingested } from './ingested.ts';

// Every table by the reference implementation of Parquet, on whose pages and statistics the readers of Hive and Trino are built.

let folder: string;
let files: { path: string; table: string }[];
beforeAll(async () => {
  folder = join(ingested(60), 'open');
  await mergeCells();
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.parquet'))
    .map((path) => ({ path: join(folder, path), table: path.split(sep)[0] ?? '' }));
});

/** All cells in one file, over and over: a table of several row groups, which another writer writes. */
async function mergeCells(): Promise<void> {
  const rows: Row<'cells'>[] = [];
  for (const path of readdirSync(join(folder, 'cells'), { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.parquet')))
    for await (const part of parquet.decode('cells', readFileSync(join(folder, 'cells', path)))) rows.push(...part);
  const times = Math.ceil((rowGroupSize('cells') + 1) / rows.length);
  writeFileSync(join(folder, 'cells', 'all.parquet'), encode(parquet, 'cells', Array(times).fill(rows).flat()) ?? '');
}

interface Read {
  readonly pages: string;
  readonly rows: number;
  /** How many rows have a value, by column. */
  readonly values: Readonly<Record<string, number>>;
}

/** Ask parquet-java, one process for all. */
function read(asked: readonly (readonly string[])[]): Read[] {
  const home = process.env.TRINO_HOME ?? '';
  const output = execFileSync('java', ['-cp', join(home, 'parquet', '*'), join(import.meta.dirname, 'ParquetRows.java')], {
    input: asked.map((line) => `${line.join('\t')}\n`).join(''),
    stdio: ['pipe', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return output
    .split('\n')
    .filter((line) => line.startsWith('='))
    .map((line) => {
      const [pages = '', rows = '', values = ''] = line.slice(1).split('\t');
      return {
        pages,
        rows: Number(rows),
        values: Object.fromEntries([...values.matchAll(/(\w+)=(\d+)/g)].map(([, c = '', n]) => [c, Number(n)])),
      };
    });
}

test('pages of version 1 (one row group) and 2 have as many rows and values in every column as DuckDB reads', async () => {
  const known = new Set<string>(parquetTableNames);
  expect([...new Set(files.map(({ table }) => table))].filter((table) => !known.has(table))).toEqual([]);
  const found = read(files.map(({ path }) => [path]));
  for (const [n, { path }] of files.entries()) {
    const from = `FROM read_parquet('${path}', hive_partitioning = false)`;
    const [counts = {}] = await select(`SELECT count(COLUMNS(*))::integer ${from}`);
    const [all] = await select(`SELECT count(*)::integer AS rows ${from}`);
    const values = Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
    expect(found[n], path).toEqual({ pages: expect.stringMatching(/^\[[12]\]$/), rows: all?.rows, values });
  }
  const large = found.filter((_, n) => files[n]?.path.endsWith('all.parquet'));
  expect(new Set(large.map(({ pages }) => pages))).toEqual(new Set(['[2]']));
  expect(found.some(({ pages }) => pages === '[1]')).toBe(true);
});

test('a text longer than the statistics is found by them: they are cut at 16 bytes', async () => {
  const wanted: { asked: string[]; rows: number }[] = [];
  for (const { path, table } of files.filter(({ table }) => ['reports', 'cells', 'agency_reports', 'agencies'].includes(table))) {
    const column = table === 'cells' ? 'agency_id' : 'agency_name';
    const [longest] = await select(
      `SELECT ${column} AS text, count(*)::integer AS rows FROM read_parquet('${path}') WHERE ${column} NOT LIKE '%\t%'
        GROUP BY ${column} ORDER BY strlen(${column}) DESC, ${column} LIMIT 1`,
    );
    wanted.push({ asked: [path, column, String(longest?.text)], rows: Number(longest?.rows) });
  }
  expect(wanted.filter(({ asked }) => Buffer.byteLength(asked[2] ?? '') > 16).length).toBeGreaterThan(20);
  expect(read(wanted.map(({ asked }) => asked)).map(({ rows }) => rows)).toEqual(wanted.map(({ rows }) => rows));
});
