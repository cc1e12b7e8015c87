import { Gzip } from 'fflate';
import type { ParquetTableName, Row, Table } from '../../../schemas/tables.ts';
import { tables } from '../../../schemas/tables.ts';
import { type CsvValue, csvLine, inert } from './csv.ts';

type Values = Readonly<Record<string, unknown>>;

/** Names of a table's columns in order. */
export const columnNames = (table: ParquetTableName): readonly string[] => Object.keys(tables[table].columns);

function csvValue(value: unknown): CsvValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  return inert(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Values of a row in the order of the columns, texts inert in every spreadsheet, lists as JSON. */
export function csvValues<T extends ParquetTableName>(table: T, row: Row<T>): readonly CsvValue[] {
  const values: Values = { ...row };
  return columnNames(table).map((name) => csvValue(values[name]));
}

/** The two header lines of files for Excel and WPS: Chinese labels, then codes. */
export function headings(table: ParquetTableName): { readonly labels: readonly string[]; readonly codes: readonly string[] } {
  const { columns }: Table = tables[table];
  return { labels: Object.values(columns).map(({ zh }) => zh), codes: Object.keys(columns) };
}

/** Lines of a table as CSV without its header, a part at a time. */
export async function* csvLines<T extends ParquetTableName>(table: T, parts: AsyncIterable<readonly Row<T>[]>): AsyncGenerator<string> {
  for await (const rows of parts) yield rows.map((row) => csvLine(csvValues(table, row))).join('');
}

/** Put pieces together. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Compress text as it comes, without a time in the header: the same text gives the same bytes. */
export async function gzipped(texts: AsyncIterable<string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (piece) => void pieces.push(piece));
  const encoder = new TextEncoder();
  for await (const text of texts) gzip.push(encoder.encode(text));
  gzip.push(new Uint8Array(), true);
  return joined(pieces);
}
