import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type ParquetTableName, type Table, type TableName, tables } from '../../../schemas/tables.ts';
import { isJson, tablePrefix } from '../../../src/derive/location.ts';
import { Failure } from '../../failure.ts';
import { ifThere } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';

/** Every Parquet file ends with the length of its footer in four bytes, and with this. */
const magic = 'PAR1';
const tail = 4 + magic.length;

/** The last bytes of a file; all of it where it has fewer. */
function endOf(path: string, bytes: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    // A damaged footer may tell any length.
    const end = Buffer.alloc(Math.min(bytes, size));
    const read = readSync(file, end, 0, end.length, size - end.length);
    return end.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

const isWhole = (path: string): boolean => endOf(path, magic.length).toString('latin1') === magic;

/** The Parquet files below a folder. Throws `table_damaged` for one that is not there to its end, `read_denied` for what is closed to us. */
function* wholeFilesBelow(folder: string): Generator<string> {
  for (const entry of onDisk(folder, () => ifThere(() => readdirSync(folder, { withFileTypes: true }))) ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* wholeFilesBelow(path);
    else if (entry.name.endsWith('.parquet')) {
      if (onDisk(path, () => ifThere(() => isWhole(path))) === false) throw new Failure('table_damaged', { reason: path });
      yield path;
    }
  }
}

/** Partitions of single agencies are too many to look at each, and JSON has no columns. */
function filesOf(out: string, name: TableName): Iterable<string> {
  const table: Table = tables[name];
  return isJson(table) || 'agency' in table.partitions ? [] : wholeFilesBelow(join(out, tablePrefix(table)));
}

/**
 * Refuse tables that would be read in part without a word: the engine passes over folders it may not look into, the store over
 * empty files. Throws `table_damaged` and `read_denied`.
 */
export function wantWhole(out: string, names: readonly TableName[]): void {
  for (const name of names) for (const _ of filesOf(out, name));
}

async function columnsOf(path: string): Promise<readonly string[]> {
  const { columnsIn } = await import('../../../src/dataset/parquet/reader.ts');
  try {
    return columnsIn(endOf(path, endOf(path, tail).readUInt32LE(0) + tail));
  } catch (error) {
    throw new Failure('table_damaged', { reason: path }, { cause: error });
  }
}

/** The same, and refuse tables that lack a column, as another version of the program wrote them: with `table_outdated`. */
export async function wantDeclared(out: string, names: readonly ParquetTableName[]): Promise<void> {
  for (const name of names) {
    for (const path of filesOf(out, name)) {
      const there = await columnsOf(path);
      const column = Object.keys(tables[name].columns).find((one) => !there.includes(one));
      if (column !== undefined) throw new Failure('table_outdated', { path, column });
    }
  }
}
