import { parquetMetadata, type RowGroup as WrittenGroup } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ParquetTableName } from '../../../schemas/tables.ts';
import { parquetColumns, parquetSchema } from '../../derive/parquet.ts';
import type { RowGroup } from './table-format.ts';

/** A row group as it stands in a file: its pages lie side by side, and its offsets count from the beginning of the file. */
function takeOver(file: ParquetWriter, bytes: Uint8Array, group: WrittenGroup): void {
  const starts = group.columns.map(({ meta_data: data }) => data?.dictionary_page_offset ?? data?.data_page_offset ?? 0n);
  const start = Number(starts.reduce((least, one) => (one < least ? one : least)));
  const length = Number(group.total_compressed_size ?? 0n);
  const moved = BigInt(file.writer.offset - start);
  const move = (offset: bigint) => offset + moved;
  const columns = group.columns.map((column) => {
    const { meta_data: data } = column;
    if (data === undefined) throw new Error('a row group without what it says of its columns');
    const { dictionary_page_offset: dictionary } = data;
    const offsets = { data_page_offset: move(data.data_page_offset), ...(dictionary && { dictionary_page_offset: move(dictionary) }) };
    return { ...column, file_offset: move(column.file_offset), meta_data: { ...data, ...offsets } };
  });
  file.writer.appendBytes(bytes.subarray(start, start + length));
  file.row_groups.push({ ...group, columns });
  file.num_rows += group.num_rows;
}

/**
 * A Parquet file of exactly these row groups, null for one without rows; those kept are copied from `before` byte by byte,
 * with their offsets and statistics. The same groups give the same bytes, kept or written. No table with a column of
 * fractions: how many are no number (NaN) is written by the one library and not read by the other.
 */
export function regroup<T extends ParquetTableName>(
  table: T,
  before: Uint8Array | null,
  groups: readonly RowGroup<T>[],
  createdBy: string,
): Uint8Array | null {
  const schema = parquetSchema(table);
  if (schema.some(({ type }) => type === 'DOUBLE')) throw new Error(`${table} has fractions: what a file says of them is not read back`);
  const bytes = before ? new Uint8Array(before) : new Uint8Array();
  const there = before ? parquetMetadata(bytes.buffer).row_groups : [];
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema, codec: 'SNAPPY', statistics: true, createdBy });
  for (const group of groups) {
    if ('kept' in group) {
      const kept = there[group.kept];
      if (kept === undefined) throw new Error(`${table} has no row group ${group.kept}`);
      takeOver(file, bytes, kept);
    } else if (group.rows.length > 0) {
      const columnData = parquetColumns(table, group.rows).map((column) => ({ ...column, columnIndex: false, offsetIndex: false }));
      file.write({ columnData, rowGroupSize: group.rows.length });
    }
  }
  if (file.row_groups.length === 0) return null;
  file.finish();
  return writer.getBytes();
}
