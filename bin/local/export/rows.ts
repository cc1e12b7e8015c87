import type { Column, ParquetTableName, Table } from '../../../schemas/tables.ts';
import { tables } from '../../../schemas/tables.ts';
import { csvLine, inert } from '../../../src/release/csv.ts';
import { type SheetValue, sheetLimits, workbook } from '../../../src/release/workbook.ts';
import type { Answer } from '../sql/duckdb.ts';
import { jsonValue, type Value } from '../sql/values.ts';

/** Counts what was written while it streams by. */
export interface Tally {
  rows: number;
  cut: number;
}

const columnsOf = (name: ParquetTableName): readonly (readonly [string, Column])[] => {
  const { columns }: Table = tables[name];
  return Object.entries(columns);
};

async function* rowsOf(answer: Answer, tally: Tally): AsyncGenerator<readonly Value[]> {
  for await (const chunk of answer.chunks()) {
    tally.rows += chunk.length;
    yield* chunk;
  }
}

/** CSV with the codes of the columns as header; texts are made inert, numbers stay numbers. */
export async function* csvBytes(name: ParquetTableName, answer: Answer, tally: Tally): AsyncGenerator<string> {
  yield csvLine(columnsOf(name).map(([column]) => column));
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
  const keys = columnsOf(name).map(([column]) => JSON.stringify(column));
  let before = '[\n';
  for await (const row of rowsOf(answer, tally)) {
    yield `${before}{${row.map((value, at) => `${keys[at]}:${jsonValue(value)}`).join(',')}}`;
    before = ',\n';
  }
  yield tally.rows === 0 ? '[]\n' : '\n]\n';
}

function sheetValue(value: Value, { kind }: Column, tally: Tally): SheetValue {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (kind === 'date') return new Date(`${String(value)}T00:00:00Z`);
  const text = typeof value === 'object' ? jsonValue(value) : value;
  if (text.length > sheetLimits.characters) tally.cut++;
  return text;
}

const codebookHead = ['列 / column', '中文', 'English', '类型 / type', '单位 / unit', '说明', 'note'] as const;

function* codebook(name: ParquetTableName): Generator<readonly SheetValue[]> {
  yield codebookHead;
  for (const [column, { zh, en, kind, unit, note }] of columnsOf(name)) {
    yield [column, zh, en, typeof kind === 'string' ? kind : JSON.stringify(kind), unit ?? null, note?.zh ?? null, note?.en ?? null];
  }
}

/** A workbook: the data with Chinese labels in row 1 and codes in row 2, and a sheet that explains the columns. */
export function xlsxBytes(name: ParquetTableName, answer: Answer, tally: Tally): AsyncGenerator<Uint8Array> {
  const columns = columnsOf(name);
  async function* data(): AsyncGenerator<readonly SheetValue[]> {
    yield columns.map(([, { zh }]) => zh);
    yield columns.map(([column]) => column);
    for await (const row of rowsOf(answer, tally)) {
      yield row.map((value, at) => sheetValue(value, columns[at]?.[1] ?? { kind: 'text', zh: '', en: '' }, tally));
    }
  }
  const widths = columns.map(([column, { zh }]) => Math.min(40, Math.max(10, column.length, zh.length * 2) + 2));
  return workbook([
    { name: '数据', widths, frozenRows: 2, rows: data() },
    { name: '指标字典', widths: [28, 28, 40, 12, 12, 40, 40], frozenRows: 1, rows: codebook(name) },
  ]);
}
