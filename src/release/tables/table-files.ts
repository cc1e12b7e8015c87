import type { ParquetTableName, Row } from '../../../schemas/tables.ts';
import type { TableFormat } from '../../dataset/parquet/table-format.ts';
import type { ListedObject, ObjectStore } from '../../ports.ts';
import { ReleaseError } from '../failure.ts';
import type { ReleaseWriter } from '../files.ts';
import { csvPath, parquetPath, type TablePart } from '../inventory.ts';
import { csvLine } from './csv.ts';
import { columnNames, csvLines, gzipped } from './rendering.ts';

/** Rows of compacted objects, one object after the other. Throws `dataset_moved` where one is no longer what was listed. */
export async function* rowsOf<T extends ParquetTableName>(
  open: ObjectStore,
  format: TableFormat,
  table: T,
  objects: readonly ListedObject[],
): AsyncGenerator<readonly Row<T>[]> {
  for (const { key, etag } of objects) {
    const object = await open.get(key);
    if (object?.etag !== etag) throw new ReleaseError('dataset_moved', { key });
    yield* format.decode(table, object.body);
  }
}

/**
 * Write a table, or one year of it, as Parquet and as CSV; returns the Parquet bytes, null where there are no rows.
 * Rows pass by in groups; only compressed bytes are held.
 */
export async function writeTable<T extends ParquetTableName>(
  to: ReleaseWriter,
  format: TableFormat,
  table: T,
  year: number | null,
  parts: AsyncIterable<readonly Row<T>[]>,
): Promise<Uint8Array | null> {
  const writer = format.writer(table);
  let rows = 0;
  async function* passing(): AsyncGenerator<readonly Row<T>[]> {
    for await (const part of parts) {
      writer.add(part);
      rows += part.length;
      yield part;
    }
  }
  async function* texts(): AsyncGenerator<string> {
    yield csvLine(columnNames(table));
    yield* csvLines(table, passing());
  }
  const csv = await gzipped(texts());
  const bytes = writer.finish();
  if (bytes === null) return null;
  await to.put(parquetPath(table, year), bytes, { table, rows });
  await to.put(csvPath(table, year), csv, { table, rows });
  return bytes;
}

/** Write the released form of one part of the dataset. */
export const writePart = (to: ReleaseWriter, open: ObjectStore, format: TableFormat, { table, year, objects }: TablePart) =>
  writeTable(to, format, table, year, rowsOf(open, format, table, objects));
