import type { ParquetTableName, Row } from '../../../schemas/tables.ts';

/** A table being written, a few rows at a time, in the order of its rows. */
export interface TableWriter<T extends ParquetTableName> {
  add(rows: readonly Row<T>[]): void;
  /** The bytes of the table, or null when it has no rows: no table is a file without rows. */
  finish(): Uint8Array | null;
}

/** A row group of a table: rows to write (none: no group), or the number of one in a file written before, to be kept as it is. */
export type RowGroup<T extends ParquetTableName> = { readonly rows: readonly Row<T>[] } | { readonly kept: number };

/** How rows become the bytes of a table and come back. The published format is Parquet; tests may use another. */
export interface TableFormat {
  /** The same rows give the same bytes, in however many pieces they come. */
  writer<T extends ParquetTableName>(table: T): TableWriter<T>;
  /** A table of exactly these row groups, null for one without rows. A group kept has the bytes it would have if it were written. */
  regroup<T extends ParquetTableName>(table: T, before: Uint8Array | null, groups: readonly RowGroup<T>[]): Promise<Uint8Array | null>;
  /** Rows in file order, a part of the file at a time. */
  decode<T extends ParquetTableName>(table: T, bytes: Uint8Array): AsyncIterable<readonly Row<T>[]>;
}

/** Bytes of a table from all of its rows; null when there are none. */
export function encode<T extends ParquetTableName>(format: TableFormat, table: T, rows: readonly Row<T>[]): Uint8Array | null {
  const writer = format.writer(table);
  writer.add(rows);
  return writer.finish();
}
