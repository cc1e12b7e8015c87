import { type ParquetTableName, type Row, type Table, tables } from '../../../schemas/tables.ts';
import { csvLine, inert } from './csv.ts';
import { csvLines, csvValues, headings, joined } from './rendering.ts';
import { type Sheet, type SheetValue, workbook } from './workbook.ts';

type Parts<T extends ParquetTableName> = () => AsyncIterable<readonly Row<T>[]>;

/** CSV for Excel and WPS: a byte order mark, else they take UTF-8 for GBK; labels, codes, rows. */
export async function excelCsv<T extends ParquetTableName>(table: T, parts: Parts<T>): Promise<Uint8Array> {
  const { labels, codes } = headings(table);
  const encoder = new TextEncoder();
  const pieces = [encoder.encode(`\ufeff${csvLine(labels)}${csvLine(codes)}`)];
  for await (const lines of csvLines(table, parts())) pieces.push(encoder.encode(lines));
  return joined(pieces);
}

function* columnRows(table: ParquetTableName): Generator<readonly SheetValue[]> {
  const { columns }: Table = tables[table];
  yield ['列 / column', '中文', 'English', '类型 / type', '单位 / unit', '说明', 'note'];
  for (const [column, { zh, en, kind, unit, note }] of Object.entries(columns)) {
    const type = typeof kind === 'string' ? kind : JSON.stringify(kind);
    yield [column, zh, en, type, unit ?? null, note?.zh ?? null, note?.en ?? null].map((text) => (text === null ? null : inert(text)));
  }
}

/** The sheets of a workbook: rows that begin with labels and codes, both frozen, and what the columns mean. */
export function tableSheets(table: ParquetTableName, rows: Sheet['rows']): readonly Sheet[] {
  const { labels, codes } = headings(table);
  const widths = codes.map((code, at) => Math.min(40, Math.max(10, code.length, (labels[at]?.length ?? 0) * 2) + 2));
  return [
    { name: '数据', widths, frozenRows: 2, rows },
    { name: '指标字典', widths: [28, 28, 40, 12, 12, 40, 40], frozenRows: 1, rows: columnRows(table) },
  ];
}

/** A workbook in one piece. */
export async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbook(sheets)) pieces.push(piece);
  return joined(pieces);
}

/** A workbook: the rows under Chinese labels and codes, both frozen, and a sheet that explains the columns. */
export async function excelWorkbook<T extends ParquetTableName>(table: T, parts: Parts<T>): Promise<Uint8Array> {
  const { labels, codes } = headings(table);
  const { columns }: Table = tables[table];
  const isDate = codes.map((code) => columns[code]?.kind === 'date');
  async function* rows(): AsyncGenerator<readonly SheetValue[]> {
    yield labels;
    yield codes;
    for await (const part of parts()) {
      for (const row of part) {
        yield csvValues(table, row).map((value, at) => {
          if (typeof value === 'bigint') return Number(value);
          return isDate[at] && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
        });
      }
    }
  }
  return workbookBytes(tableSheets(table, rows()));
}
