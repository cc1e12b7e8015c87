import type { ParquetTableName, Row } from '../../../schemas/tables.ts';
import { parquetColumns } from '../../derive/parquet.ts';
import { putColumn } from './column-chunk.ts';
import { putFooter } from './footer.ts';
import { GrowingBytes } from './growing-bytes.ts';
import { layoutOf } from './layout.ts';
import type { Physical } from './values.ts';

// Tables of one row group: a library made for any file spends its time on the footers of small ones, and on comparing every
// value for the bounds where a dictionary holds each once. One page a column, Snappy; what does not depend on the rows is
// made once. https://parquet.apache.org/docs/file-format

// Used by one table after the other, and never across an await.
const out = new GrowingBytes();
const magic = new TextEncoder().encode('PAR1');

/** A table of one row group as Parquet; null where a column is no plain value, and the general writer has to do it. */
export function smallParquet<T extends ParquetTableName>(table: T, rows: readonly Row<T>[], createdBy: string): Uint8Array | null {
  const layout = layoutOf(table);
  if (layout === null) return null;
  out.clear();
  out.put(magic);
  const data = parquetColumns(table, rows);
  const written = layout.columns.map(({ name, kind, nullable }, n) => {
    try {
      // What `parquetColumns` gives for a plain column; each value is checked when it is written.
      return putColumn(out, kind, nullable, (data[n]?.data ?? []) as (Physical | null)[]);
    } catch (error) {
      throw new Error(`${table}.${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  });
  putFooter(out, layout, rows.length, written, createdBy);
  out.put(magic);
  return out.copy();
}
