import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { type ParquetTableName, type Row, type Table, tables } from '../../schemas/tables.ts';
import { rowOrder } from '../../src/derive/order.ts';
import { parquetColumns, parquetSchema } from '../../src/derive/parquet.ts';

/** Write rows of a table below a dataset folder, one file per year and region as compaction leaves them. */
export function writeTable<T extends ParquetTableName>(folder: string, name: T, rows: readonly Row<T>[]): void {
  const { file }: Table = tables[name];
  const files = new Map<string, Row<T>[]>();
  for (const row of rows) {
    const keys: Readonly<Record<string, unknown>> = { ...row };
    const path = file.replace(/\{(\w+)\}/g, (_, key: string) => String(keys[key]));
    files.set(path, [...(files.get(path) ?? []), row]);
  }
  for (const [path, part] of files) {
    const sorted = part.toSorted(rowOrder(name));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(
      join(folder, path),
      Buffer.from(parquetWriteBuffer({ columnData: parquetColumns(name, sorted), schema: parquetSchema(name) })),
    );
  }
}
