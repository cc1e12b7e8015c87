import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type TableName, tableNames } from '../../../schemas/tables.ts';
import { duckdbGlob, duckdbView } from '../../../src/derive/duckdb.ts';
import { preludeFile } from '../../../src/derive/saved-query.ts';
import { sqlText } from '../../../src/derive/sql-text.ts';
import { Failure } from '../../failure.ts';
import { packageRoot } from '../package-root.ts';
import { anyMatch } from './any-match.ts';
import { Engine } from './duckdb.ts';
import { wantWhole } from './whole-tables.ts';

/** Whether the folder `root` holds any object of a table. */
const isHeld = (name: TableName, root: string): boolean => {
  const below = duckdbGlob(name, root).slice(root.length + 1);
  return anyMatch(root, below.split('/'));
};

/** What the statements of this program cannot do is the fault of a file they read, which the engine names. */
function damaged(error: unknown): never {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  throw new Failure('table_damaged', { reason }, { cause: error });
}

/**
 * Open a dataset folder for SQL: a view per published table, typed and empty where the folder holds no file of it. Views of
 * tables that `sql` does not name are left empty, for looking through a hundred thousand partitions takes time. `scratch`: a folder
 * that results may be written to. Throws
 * `table_damaged` and `read_denied` for what cannot be read.
 */
export async function openDataset(folder: string, sql: string, { scratch }: { readonly scratch?: string } = {}): Promise<Engine> {
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  const named = tableNames.filter((name) => words.has(name));
  wantWhole(folder, named);
  const root = resolve(folder).replaceAll('\\', '/');
  // A folder whose name is a pattern is read by an escaped one, which the lock has to know too.
  const pattern = root.replace(/[*?[]/g, '[$&]');
  const views = tableNames.map((name) => duckdbView(name, named.includes(name) && isHeld(name, root) ? pattern : null));
  const lock = [
    // Where a query too large for memory goes: beside other temporary files, never into the folder a person stands in.
    `SET temp_directory = ${sqlText(join(tmpdir(), `gongkai-duckdb-${process.pid}`))}`,
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
    'SET errors_as_json = true',
    `SET allowed_directories = [${[`${root}/open/`, `${pattern}/open/`, ...(scratch ? [`${scratch}/`] : [])].map(sqlText).join(', ')}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const prelude = await readFile(join(packageRoot(), 'queries', preludeFile), 'utf8');
  // A hundred columns by hundreds of files are dear to learn: what making a view has read, its queries use again.
  await connection.run(['SET parquet_metadata_cache = true', prelude, ...views, ...lock].join(';\n')).catch(damaged);
  return new Engine(connection);
}
