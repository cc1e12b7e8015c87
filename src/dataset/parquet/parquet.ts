import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ParquetTableName, Row } from '../../../schemas/tables.ts';
import { parquetColumns, parquetSchema } from '../../derive/parquet.ts';
import { schemaVersion } from '../../version.ts';
import { smallParquet } from './small-parquet.ts';
import type { TableFormat, TableWriter } from './table-format.ts';

/** Rows per group: the least a reader skips by statistics, and all that is held in memory while writing. A section is pages of text. */
export const rowGroupSize = (table: ParquetTableName): number => (table === 'sections' ? 5_000 : 50_000);

// Readers that know old writers' wrong statistics want "application version number" before they trust ours.
const createdBy = `gongkai version ${schemaVersion}`;

function largeWriter<T extends ParquetTableName>(table: T): TableWriter<T> {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({ writer: bytes, schema: parquetSchema(table), codec: 'SNAPPY', statistics: true, createdBy });
  const most = rowGroupSize(table);
  let waiting: Row<T>[] = [];
  let count = 0;
  const writeGroup = (group: readonly Row<T>[]) => {
    const columnData = parquetColumns(table, group).map((column) => ({ ...column, columnIndex: false, offsetIndex: false }));
    file.write({ columnData, rowGroupSize: most });
  };
  return {
    add(rows) {
      for (const row of rows) {
        waiting.push(row);
        if (waiting.length < most) continue;
        writeGroup(waiting);
        waiting = [];
      }
      count += rows.length;
    },
    finish() {
      if (count === 0) return null;
      if (waiting.length > 0) writeGroup(waiting);
      file.finish();
      return bytes.getBytes();
    },
  };
}

/**
 * The same rows give the same bytes in however many pieces they come: how many there are decides how they are written. One
 * row group, as nearly all tables are, takes the small writer half the time.
 */
function writer<T extends ParquetTableName>(table: T): TableWriter<T> {
  let few: Row<T>[] = [];
  let large: TableWriter<T> | null = null;
  const enlarge = () => {
    const grown = largeWriter(table);
    grown.add(few);
    few = [];
    return grown;
  };
  return {
    add(rows) {
      if (large === null && few.length + rows.length <= rowGroupSize(table)) few.push(...rows);
      else {
        large ??= enlarge();
        large.add(rows);
      }
    },
    finish() {
      if (large === null && few.length === 0) return null;
      return (large === null ? smallParquet(table, few, createdBy) : null) ?? (large ?? enlarge()).finish();
    },
  };
}

// Who only writes tables, as parse does for every report, starts without the reader.
async function* decode<T extends ParquetTableName>(table: T, bytes: Uint8Array): AsyncIterable<readonly Row<T>[]> {
  yield* (await import('./reader.ts')).decode(table, bytes);
}

const regroup: TableFormat['regroup'] = async (table, before, groups) =>
  (await import('./row-groups.ts')).regroup(table, before, groups, createdBy);

/** Parquet: snappy, statistics, row groups of 50,000 (sections 5,000) or those it is given, no page index. The same rows give the same bytes. */
export const parquet: TableFormat = { writer, regroup, decode };
