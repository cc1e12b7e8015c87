import type { ParquetTableName, Row } from '../../../schemas/tables.ts';

/** A table being written, a few rows at a time, in the order of its rows. */
export interface TableWriter<T extends ParquetTableName> {
  add(rows: readonly Row<T>[]): void;
  /** The bytes of the table, or null when it has no rows: no table is a file without rows. */
  finish(): Uint8Array | null;
}

/** How rows become the bytes of a table and come back. The published format is Parquet; tests may use another. */
export interface TableFormat {
  /** The same rows give the same bytes, in however many pieces they come. */
  writer<T extends ParquetTableName>(table: T): TableWriter<T>;
  /** Rows in file order, a part of the file at a time. */
  decode<T extends ParquetTableName>(table: T, bytes: Uint8Array): AsyncIterable<readonly Row<T>[]>;
}

/** Bytes of a table from all of its rows; null when there are none. */
export function encode<T extends ParquetTableName>(format: TableFormat, table: T, rows: readonly Row<T>[]): Uint8Array | null {
  const writer = format.writer(table);
  writer.add(rows);
  return writer.finish();
}
