import { type ParquetTableName, type Table, tables } from '../../../schemas/tables.ts';
import { csvLine, inert } from '../../../src/release/tables/csv.ts';
import { columnNames, headings } from '../../../src/release/tables/rendering.ts';
import { tableSheets } from '../../../src/release/tables/spreadsheet.ts';
import { type SheetValue, sheetLimits, workbook } from '../../../src/release/tables/workbook.ts';
import type { Answer } from '../sql/duckdb.ts';
import { jsonValue, type Value } from '../sql/values.ts';

/** Counts what was written while it streams by. */
export interface Tally {
  rows: number;
  cut: number;
}

async function* rowsOf(answer: Answer, tally: Tally): AsyncGenerator<readonly Value[]> {
  for await (const chunk of answer.chunks()) {
    tally.rows += chunk.length;
    yield* chunk;
  }
}

/** CSV with the codes of the columns as header; texts are made inert, numbers stay numbers. */
export async function* csvBytes(name: ParquetTableName, answer: Answer, tally: Tally): AsyncGenerator<string> {
  yield csvLine(columnNames(name));
  for await (const row of rowsOf(answer, tally)) {
    yield csvLine(
      row.map((value) =>
        typeof value === 'string' ? inert(value) : value !== null && typeof value === 'object' ? inert(jsonValue(value)) : value,
      ),
    );
  }
}

/** One JSON array, a row a line. */
export async function* jsonBytes(name: ParquetTableName, answer: Answer, tally: Tally): AsyncGenerator<string> {
  const keys = columnNames(name).map((column) => JSON.stringify(column));
  let before = '[\n';
  for await (const row of rowsOf(answer, tally)) {
    yield `${before}{${row.map((value, at) => `${keys[at]}:${jsonValue(value)}`).join(',')}}`;
    before = ',\n';
  }
  yield tally.rows === 0 ? '[]\n' : '\n]\n';
}

function sheetValue(value: Value, isDate: boolean, tally: Tally): SheetValue {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (isDate) return new Date(`${String(value)}T00:00:00Z`);
  const text = typeof value === 'object' ? jsonValue(value) : value;
  if (text.length > sheetLimits.characters) tally.cut++;
  return text;
}

/** A workbook: the data with Chinese labels in row 1 and codes in row 2, and a sheet that explains the columns. */
export function xlsxBytes(name: ParquetTableName, answer: Answer, tally: Tally): AsyncGenerator<Uint8Array> {
  const { labels, codes } = headings(name);
  const { columns }: Table = tables[name];
  async function* data(): AsyncGenerator<readonly SheetValue[]> {
    yield labels;
    yield codes;
    for await (const row of rowsOf(answer, tally)) {
      yield row.map((value, at) => sheetValue(value, columns[codes[at] ?? '']?.kind === 'date', tally));
    }
  }
  return workbook(tableSheets(name, data()));
}
