import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { plainValue, type Value } from '../../bin/local/sql/values.ts';
import { FolderStore } from '../../bin/local/store/folder-store.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import { openKeys } from '../../src/keys.ts';
import { makeRelease } from '../../src/release/release.ts';
import { inert } from '../../src/release/tables/csv.ts';
import { writeMadeDataset } from '../generate/dataset.ts';

const version = 'v2026.1.0';

// Tokens of LibreOffice's CSV filter: comma, quote, UTF-8, from line 1; cells as shown, and with -1 every sheet to a file of its own.
const filter = 'Text - txt - csv (StarCalc):44,34,76,1';
const conversions = {
  csv: [`--infilter=${filter}`, '--convert-to', `csv:${filter},,0,false,true`],
  xlsx: ['--convert-to', `csv:${filter},,0,false,true,false,false,false,-1`],
} as const;

/** What was compared, and what LibreOffice and DuckDB do not agree on. */
export interface Comparison {
  readonly files: number;
  readonly rows: number;
  readonly cells: number;
  readonly faults: readonly string[];
}

type Table = readonly (readonly Value[])[];

/** Rows of a query, by column. */
export async function asked(sql: string): Promise<Table> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(plainValue));
  connection.closeSync();
  return rows;
}

/** Let LibreOffice open files of one kind and write what it sees as CSV, all in one run: it takes long to start. */
function reopened(paths: readonly string[], home: string, kind: 'csv' | 'xlsx'): (path: string) => string | null {
  const to = join(home, kind);
  mkdirSync(to, { recursive: true });
  const args = ['--headless', ...conversions[kind], '--outdir', to, ...paths];
  spawnSync('soffice', args, { cwd: home, stdio: 'ignore', timeout: 1_200_000, env: { ...process.env, HOME: home } });
  return (path) => {
    const made = join(to, `${basename(path, `.${kind}`)}${kind === 'xlsx' ? '-数据' : ''}.csv`);
    return existsSync(made) ? made : null;
  };
}

/** Whether a cell as LibreOffice shows it is the value DuckDB has. A list is JSON in both. */
function agree(shown: Value, value: Value): boolean {
  if (value === null) return shown === null || shown === '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (typeof value === 'string') return shown === inert(text);
  return typeof value === 'boolean' ? String(shown).toLowerCase() === text : shown === text || Number(shown) === Number(text);
}

async function compare(path: string, shown: string | null, parquetFile: string): Promise<Comparison> {
  const name = basename(path);
  if (shown === null) return { files: 1, rows: 0, cells: 0, faults: [`${name}: LibreOffice could not open it`] };
  const seen = await asked(`SELECT * FROM read_csv('${shown}', header = false, skip = 2, all_varchar = true, strict_mode = true)`);
  const held = await asked(`SELECT * FROM read_parquet('${parquetFile}', hive_partitioning = false)`);
  const faults = seen.length === held.length ? [] : [`${name}: ${seen.length} rows, DuckDB has ${held.length}`];
  let cells = 0;
  held.forEach((row, at) => {
    row.forEach((value, column) => {
      cells++;
      const other = seen[at]?.[column] ?? null;
      if (!agree(other, value)) faults.push(`${name} row ${at + 3} column ${column + 1}: shown ${other}, DuckDB has ${value}`);
    });
  });
  return { files: 1, rows: held.length, cells, faults };
}

/** Make a release of so many made-up reports in a folder; returns where it is. */
export async function madeRelease(folder: string, reports: number): Promise<string> {
  writeMadeDataset(folder, reports);
  const store = new FolderStore(folder, { durable: 'later' });
  await makeRelease(
    { state: store, open: store },
    {
      ...{ version, created: '2026-01-31T00:00:00Z', format: parquet, queries: [], prelude: '' },
    },
  );
  return join(folder, openKeys.release(version));
}

/** Hold what LibreOffice sees in `excel/` of a release against its Parquet. What it writes goes to a folder of its own. */
export async function compareRelease(release: string, home: string): Promise<Comparison> {
  const all: Comparison[] = [];
  for (const kind of ['csv', 'xlsx'] as const) {
    // The codebook is no table.
    const names = readdirSync(join(release, 'excel')).filter((name) => name.endsWith(kind) && !name.startsWith('codebook'));
    const paths = names.map((name) => join(release, 'excel', name));
    const shown = reopened(paths, home, kind);
    for (const path of paths) {
      const [table = '', year] = basename(path, `.${kind}`).split('-');
      const part = join(release, 'parquet', table, year === undefined ? '' : `year=${year}`, 'part-0.parquet');
      all.push(await compare(path, shown(path), part));
    }
  }
  const sum = (of: (one: Comparison) => number) => all.reduce((total, one) => total + of(one), 0);
  return { files: all.length, rows: sum((one) => one.rows), cells: sum((one) => one.cells), faults: all.flatMap((one) => one.faults) };
}
