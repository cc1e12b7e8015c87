import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { type ParquetTableName, type Row, type Table, tables } from '../../schemas/tables.ts';
import { parquetColumns, parquetSchema } from '../derive/parquet.ts';
import { schemaVersion } from '../version.ts';
import type { TableFormat } from './table-format.ts';

/** Rows per group: the least a reader skips by statistics, and all that is held in memory while writing. */
const rowGroupSize = 50_000;

// Readers that know old writers' wrong statistics want "application version number" before they trust ours.
const createdBy = `gongkai version ${schemaVersion}`;

function* groupsOf<T>(rows: Iterable<T>): Generator<T[]> {
  let group: T[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < rowGroupSize) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function encode<T extends ParquetTableName>(table: T, rows: Iterable<Row<T>>): Uint8Array {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: parquetSchema(table), codec: 'SNAPPY', statistics: true, createdBy });
  let count = 0;
  for (const group of groupsOf(rows)) {
    count += group.length;
    const columnData = parquetColumns(table, group).map((column) => ({ ...column, columnIndex: false, offsetIndex: false }));
    parquet.write({ columnData, rowGroupSize });
  }
  if (count === 0) throw new Error(`${table}: a table without rows is no file`);
  parquet.finish();
  return writer.getBytes();
}

/** A row as it was written: days as text again. */
function plain(row: Record<string, unknown>, dates: readonly string[]): Record<string, unknown> {
  for (const column of dates) {
    const day = row[column];
    if (day instanceof Date) row[column] = day.toISOString().slice(0, 10);
  }
  return row;
}

async function* decode<T extends ParquetTableName>(table: T, bytes: Uint8Array): AsyncIterable<readonly Row<T>[]> {
  const { columns }: Table = tables[table];
  const dates = Object.entries(columns).flatMap(([name, { kind }]) => (kind === 'date' ? [name] : []));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd });
    // Written by `encode` of this very table: the types are those of its declaration.
    yield rows.map((row) => plain(row, dates)) as Row<T>[];
    rowStart = rowEnd;
  }
}

/** Parquet: snappy, statistics, row groups of 50,000, no page index. The same rows give the same bytes. */
export const parquet: TableFormat = { encode, decode };
