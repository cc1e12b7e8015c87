import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdbComments, duckdbTable } from '../../../src/derive/duckdb.ts';
import { releasedTables } from '../../../src/release/inventory.ts';
import { readManifest } from '../../../src/release/manifest.ts';
import { makeFolders } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';
import { releaseFolder } from './folder.ts';

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Left alone, the engine takes most of the machine's memory, the more of it the more threads there are; a second one gains no time. */
const within = { memory_limit: '150MB', threads: '1' };

/**
 * `db/gongkai.duckdb` of a release: all tables in one file, labelled in both languages. Its bytes differ from run to run, so
 * the manifest does not list it.
 */
export async function writeDatabase(release: string): Promise<void> {
  const { files } = await readManifest(releaseFolder(release));
  const folder = join(release, 'db');
  const draft = join(folder, '.gongkai.duckdb.part');
  onDisk(folder, () => {
    makeFolders(folder);
    rmSync(draft, { force: true });
  });
  const instance = await DuckDBInstance.create(draft, within);
  const connection = await instance.connect();
  for (const table of releasedTables) {
    await connection.run(duckdbTable(table));
    const parts = files
      .filter((file) => file.table === table && file.path.endsWith('.parquet'))
      .map(({ path }) => literal(join(release, path)));
    if (parts.length > 0) {
      await connection.run(`INSERT INTO "${table}" BY NAME SELECT * FROM read_parquet([${parts.join(', ')}], hive_partitioning = false)`);
    }
    for (const comment of duckdbComments(table, 'TABLE')) await connection.run(comment);
  }
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  onDisk(folder, () => renameSync(draft, join(folder, 'gongkai.duckdb')));
}
