import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { type ParquetTableName, type Row, type Table, tables } from '../../../schemas/tables.ts';

/** Names of a file's columns; its footer, with the eight bytes after it, is enough. Throws where it cannot be understood. */
export function columnsIn(footer: Uint8Array): readonly string[] {
  return parquetSchema(parquetMetadata(new Uint8Array(footer).buffer)).children.map(({ element }) => element.name);
}

/** A row as it was written: days as text again. */
function plain(row: Record<string, unknown>, dates: readonly string[]): Record<string, unknown> {
  for (const column of dates) {
    const day = row[column];
    if (day instanceof Date) row[column] = day.toISOString().slice(0, 10);
  }
  return row;
}

/** Rows in file order, a row group at a time. */
export async function* decode<T extends ParquetTableName>(table: T, bytes: Uint8Array): AsyncIterable<readonly Row<T>[]> {
  const { columns }: Table = tables[table];
  const dates = Object.entries(columns).flatMap(([name, { kind }]) => (kind === 'date' ? [name] : []));
  const file = new Uint8Array(bytes).buffer;
  const metadata = parquetMetadata(file);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd });
    // Written by `writer` for this very table: the types are those of its declaration.
    yield rows.map((row) => plain(row, dates)) as Row<T>[];
    rowStart = rowEnd;
  }
}

/** Some columns of a file's rows by their names, in file order, a row group at a time; days are dates. */
export async function* decodeValues(bytes: Uint8Array, columns: readonly string[]): AsyncGenerator<readonly Record<string, unknown>[]> {
  const file = new Uint8Array(bytes).buffer;
  const metadata = parquetMetadata(file);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    yield await parquetReadObjects({ file, metadata, rowStart, rowEnd, columns: [...columns] });
    rowStart = rowEnd;
  }
}

/** Some columns of a table's rows, in file order: to read a large table for what is needed of it. */
export async function* decodeColumns<T extends ParquetTableName, C extends keyof Row<T> & string>(
  _table: T,
  bytes: Uint8Array,
  columns: readonly C[],
): AsyncGenerator<readonly Pick<Row<T>, C>[]> {
  // As above: the types are those of the table's declaration; no day is among the columns anybody asks for alone.
  for await (const rows of decodeValues(bytes, columns)) yield rows as Pick<Row<T>, C>[];
}
