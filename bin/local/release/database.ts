import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdbComments, duckdbTable } from '../../../src/derive/duckdb.ts';
import { sqlText } from '../../../src/derive/sql-text.ts';
import { releasedTables } from '../../../src/release/inventory.ts';
import { readManifest } from '../../../src/release/manifest.ts';
import { makeFolders } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';
import { releaseFolder } from './folder.ts';

/** Left alone, the engine takes most of the machine's memory, the more of it the more threads there are; a second one gains no time. */
const within = { memory_limit: '150MB', threads: '1' };

/**
 * `db/gongkai.duckdb` of a release: all tables in one file, labelled in both languages. Its bytes differ from run to run, so
 * the manifest does not list it. It is written among the `drafts` of the dataset: another run may be at the same release.
 */
export async function writeDatabase(release: string, drafts: string): Promise<void> {
  const folder = join(release, 'db');
  const draft = join(drafts, `${process.pid}-${randomUUID()}.duckdb`);
  for (const needed of [folder, drafts]) onDisk(needed, () => makeFolders(needed));
  try {
    await fill(draft, release);
    onDisk(folder, () => renameSync(draft, join(folder, 'gongkai.duckdb')));
  } finally {
    // With what the engine keeps beside a database while it works.
    for (const left of ['', '.wal', '.tmp']) rmSync(draft + left, { recursive: true, force: true });
  }
}

async function fill(database: string, release: string): Promise<void> {
  const { files } = await readManifest(releaseFolder(release));
  const instance = await DuckDBInstance.create(database, within);
  const connection = await instance.connect();
  for (const table of releasedTables) {
    await connection.run(duckdbTable(table));
    const parts = files
      .filter((file) => file.table === table && file.path.endsWith('.parquet'))
      .map(({ path }) => sqlText(join(release, path)));
    if (parts.length > 0) {
      await connection.run(`INSERT INTO "${table}" BY NAME SELECT * FROM read_parquet([${parts.join(', ')}], hive_partitioning = false)`);
    }
    for (const comment of duckdbComments(table, 'TABLE')) await connection.run(comment);
  }
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}
