import type { ParquetTableName, Row } from '../../schemas/tables.ts';

/** How rows become the bytes of a table and come back. One format is Parquet; tests may use another. */
export interface TableFormat {
  /** Bytes of a table's rows, in the order given; the same rows give the same bytes. Never called without rows. */
  encode<T extends ParquetTableName>(table: T, rows: Iterable<Row<T>>): Uint8Array;
  /** Rows in file order, a part of the file at a time. */
  decode<T extends ParquetTableName>(table: T, bytes: Uint8Array): AsyncIterable<readonly Row<T>[]>;
}
