import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TableName } from '../../schemas/tables.ts';
import { duckdbView } from '../../src/derive/duckdb.ts';
import type { Bucket } from '../servers/bucket.ts';

/** Write the current objects of a bucket to a folder, for engines that read files. */
export function exported(bucket: Bucket): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-open-'));
  for (const { key, body } of bucket.list('')) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), body);
  }
  return folder;
}

/** The SELECT behind a table's derived view over such a folder. */
export const viewOf = (table: TableName, folder: string): string =>
  duckdbView(table, folder).replace(/^CREATE OR REPLACE VIEW "\w+" AS /, '');
