import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Table, type TableName, tables } from '../../../schemas/tables.ts';
import { isJson, tablePrefix } from '../../../src/derive/location.ts';
import { Failure } from '../../failure.ts';
import { ifThere } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';

/** Every Parquet file ends with this. */
const magic = 'PAR1';

function isWhole(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const end = Buffer.alloc(magic.length);
    readSync(file, end, 0, end.length, Math.max(0, fstatSync(file).size - end.length));
    return end.toString('latin1') === magic;
  } finally {
    closeSync(file);
  }
}

function wantWholeBelow(folder: string): void {
  for (const entry of onDisk(folder, () => ifThere(() => readdirSync(folder, { withFileTypes: true }))) ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) wantWholeBelow(path);
    else if (entry.name.endsWith('.parquet') && onDisk(path, () => ifThere(() => isWhole(path))) === false)
      throw new Failure('table_damaged', { reason: path });
  }
}

/**
 * Refuse tables that would be read in part without a word: the engine passes over folders it may not look into, the store over
 * empty files. Partitions of single agencies are too many to look at each.
 */
export function wantWhole(out: string, names: readonly TableName[]): void {
  for (const name of names) {
    const table: Table = tables[name];
    if (!isJson(table) && !('agency' in table.partitions)) wantWholeBelow(join(out, tablePrefix(table)));
  }
}
