import { gunzipSync } from 'fflate';
import type { ParquetTableName } from '../../schemas/tables.ts';
import type { TableFormat } from '../dataset/parquet/table-format.ts';
import { csvLine } from './tables/csv.ts';
import { columnNames, csvValues } from './tables/rendering.ts';

/** Where a table in Parquet and the same table in CSV part: the row from 1, and what each of them says. */
export interface RowDifference {
  readonly row: number;
  readonly parquet: string | null;
  readonly csv: string | null;
}

/**
 * Compare a table's two files row by row; null where all rows are the same, so that the damage lies outside of the rows.
 * Throws where one of the files cannot be decoded at all.
 */
export async function firstDifference(
  format: TableFormat,
  table: ParquetTableName,
  parquet: Uint8Array,
  csv: Uint8Array,
): Promise<RowDifference | null> {
  const text = new TextDecoder().decode(gunzipSync(csv));
  let at = csvLine(columnNames(table)).length;
  let row = 0;
  if (text.slice(0, at) !== csvLine(columnNames(table))) return { row, parquet: null, csv: text.slice(0, at) };
  for await (const rows of format.decode(table, parquet)) {
    for (const each of rows) {
      row++;
      const line = csvLine(csvValues(table, each));
      const other = text.slice(at, at + line.length);
      if (other !== line) return { row, parquet: line, csv: other === '' ? null : other };
      at += line.length;
    }
  }
  return at < text.length ? { row: row + 1, parquet: null, csv: text.slice(at, at + 200) } : null;
}
