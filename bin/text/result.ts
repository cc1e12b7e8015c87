import { csvLine } from '../../src/release/tables/csv.ts';
import type { Io } from '../io.ts';
import type { Answer, ColumnOfResult } from '../local/sql/duckdb.ts';
import { jsonValue, type Value } from '../local/sql/values.ts';
import { digits } from './cells.ts';
import { table } from './table.ts';

/** Formats a result can be written in as text. */
const textFormats = ['table', 'csv', 'json'] as const;
/** A format a result can be written in as text. */
export type TextFormat = (typeof textFormats)[number];

/** How many rows were written, and whether there were more. */
export interface Written {
  readonly rows: number;
  readonly more: boolean;
}

const numeric = /^(tinyint|smallint|integer|bigint|hugeint|u\w+int|float|double|decimal)/i;

/** A value on a terminal: at most four decimals; null looks different from an empty text. */
export function shownValue(value: Value): string {
  if (value === null) return '∅';
  if (typeof value === 'number' && !Number.isInteger(value)) {
    const rounded = Math.abs(value) >= 0.00005 ? Number(value.toFixed(4)) : Number(value.toPrecision(2));
    return digits(rounded);
  }
  return typeof value === 'object' ? jsonValue(value) : String(value);
}

const csvValue = (value: Value) => (value !== null && typeof value === 'object' ? jsonValue(value) : value);

/** Rows of an answer, at most `limit`, and then whether there were more. */
async function* limited(answer: Answer, limit: number): AsyncGenerator<{ rows: readonly (readonly Value[])[]; more: boolean }> {
  let left = limit;
  for await (const chunk of answer.chunks()) {
    yield { rows: chunk.slice(0, left), more: chunk.length > left };
    if (chunk.length > left) return;
    left -= chunk.length;
  }
}

/** How a saved query's table differs from that of any SQL: titles in the reader's language, codes called by their names. */
export interface Dressing {
  title(column: string): string;
  value(column: string, value: string): string;
}

const plain: Dressing = { title: (column) => column, value: (_, value) => value };
const titleWidth = 16;

/** Rows laid out at a time: widths are found from the rows, and all rows of a large answer would not fit into memory. */
const rowsOfTable = 10_000;

async function writeTable(io: Io, answer: Answer, limit: number, dressing: Dressing): Promise<Written> {
  const columns = answer.columns.map(({ name, type }) => ({
    title: dressing.title(name),
    titleWidth,
    align: numeric.test(type) ? ('right' as const) : ('left' as const),
    keep: /^(date|timestamp)/i.test(type),
  }));
  const layOut = (body: readonly string[][]) => {
    const { titles, rule, rows } = table(columns, body, io.width);
    return io.out(`${[...titles.map((line) => io.style('bold', line)), io.style('dim', rule), ...rows].join('\n')}\n`);
  };
  let waiting: string[][] = [];
  let written: Written = { rows: 0, more: false };
  for await (const { rows, more } of limited(answer, limit)) {
    for (const row of rows) waiting.push(row.map((value, at) => dressing.value(answer.columns[at]?.name ?? '', shownValue(value))));
    written = { rows: written.rows + rows.length, more };
    if (waiting.length < rowsOfTable) continue;
    await layOut(waiting);
    waiting = [];
  }
  if (waiting.length > 0 || written.rows === 0) await layOut(waiting);
  return written;
}

async function writeCsv(io: Io, answer: Answer, limit: number): Promise<Written> {
  await io.out(csvLine(answer.columns.map(({ name }) => name)));
  let written: Written = { rows: 0, more: false };
  for await (const { rows, more } of limited(answer, limit)) {
    await io.out(rows.map((row) => csvLine(row.map(csvValue))).join(''));
    written = { rows: written.rows + rows.length, more };
  }
  return written;
}

const jsonRow = (columns: readonly ColumnOfResult[], row: readonly Value[]): string =>
  `{${columns.map(({ name }, at) => `${JSON.stringify(name)}:${jsonValue(row[at] ?? null)}`).join(',')}}`;

async function writeJson(io: Io, answer: Answer, limit: number): Promise<Written> {
  let written: Written = { rows: 0, more: false };
  await io.out('[');
  for await (const { rows, more } of limited(answer, limit)) {
    await io.out(rows.map((row, at) => `${written.rows + at > 0 ? ',' : ''}\n${jsonRow(answer.columns, row)}`).join(''));
    written = { rows: written.rows + rows.length, more };
  }
  await io.out('\n]\n');
  return written;
}

/**
 * Write an answer to stdout: a table for people, begun anew every ten thousand rows; CSV (RFC 4180, UTF-8, null as nothing, ""
 * as the empty text); or one JSON array with a row a line. `dressing` is for people: it touches the table only.
 */
export function writeResult(io: Io, answer: Answer, format: TextFormat, limit: number, dressing = plain): Promise<Written> {
  if (format === 'csv') return writeCsv(io, answer, limit);
  if (format === 'json') return writeJson(io, answer, limit);
  return writeTable(io, answer, limit, dressing);
}
