import { codeLists } from '../../schemas/codes.ts';
import { type Table, tables } from '../../schemas/tables.ts';
import { athenaTable } from '../derive/ddl.ts';
import { dictionary } from '../derive/dictionary.ts';
import { duckdbView } from '../derive/duckdb.ts';
import { reportJsonSchema, rowJsonSchema } from '../derive/json-schema.ts';
import { renderSavedQuery, type SavedQuery } from '../derive/saved-query.ts';
import { tableSchema } from '../derive/table-schema.ts';
import { tableSchemaPath } from './descriptors/data-package.ts';
import type { ReleaseWriter } from './files.ts';
import { releasedTables } from './inventory.ts';
import { csvLine, inert } from './tables/csv.ts';
import { workbookBytes } from './tables/spreadsheet.ts';

/** Rows of texts under their heads, inert in every spreadsheet. */
type Listing = readonly (readonly (string | null)[])[];

const listing = (head: readonly string[], rows: Listing): Listing =>
  [head, ...rows].map((row) => row.map((value) => (value === null ? null : inert(value))));
const lines = (rows: Listing) => rows.map(csvLine).join('');

/** Every code of every list, in both languages. */
const codeListing = (): Listing =>
  listing(
    ['list', 'code', 'zh', 'en'],
    Object.entries(codeLists).flatMap(([list, entries]) => Object.entries(entries).map(([code, { zh, en }]) => [list, code, zh, en])),
  );

/** Every column of every released table: type, labels, unit, clause of the form, note. */
function columnListing(): Listing {
  const rows = releasedTables.flatMap((name) => {
    const table: Table = tables[name];
    return Object.entries(table.columns).map(([column, { kind, zh, en, unit, article, note }]) => {
      const type = typeof kind === 'string' ? kind : JSON.stringify(kind);
      return [name, column, type, zh, en, unit ?? null, article ?? null, note?.zh ?? null, note?.en ?? null];
    });
  });
  return listing(['table', 'column', 'type', 'zh', 'en', 'unit', 'article', 'note_zh', 'note_en'], rows);
}

const codebookWorkbook = (): Promise<Uint8Array> =>
  workbookBytes([
    { name: '指标字典', widths: [24, 36, 12, 36, 44, 10, 12, 40, 40], frozenRows: 1, rows: columnListing() },
    { name: '代码', widths: [24, 28, 36, 44], frozenRows: 1, rows: codeListing() },
  ]);

/**
 * `reference/`: what columns and codes mean, the same as a workbook; the Table Schema of every table's files; the JSON Schema of
 * the report object and of a row as JSON.
 */
export async function writeReference(to: ReleaseWriter): Promise<void> {
  await to.put('reference/codes.csv', lines(codeListing()));
  await to.put('reference/columns.csv', lines(columnListing()));
  await to.put('excel/codebook.xlsx', await codebookWorkbook());
  await to.put('reference/dictionary.md', dictionary());
  for (const table of releasedTables) await to.putJson(tableSchemaPath(table), tableSchema(table));
  await to.putJson('reference/json-schema/report.json', reportJsonSchema());
  for (const table of releasedTables) await to.putJson(`reference/json-schema/${table}.json`, rowJsonSchema(table));
}

/** Views over the files of a release, for DuckDB started in its folder. */
function duckdbViews(written: ReadonlySet<string>): string {
  const views = releasedTables.map((table) => {
    if (!written.has(table)) return `${duckdbView(table, null)};`;
    return `CREATE OR REPLACE VIEW "${table}" AS SELECT * FROM read_parquet('parquet/${table}/**/*.parquet', union_by_name = true, hive_partitioning = false);`;
  });
  return `${views.join('\n')}\n`;
}

function queryFile(query: SavedQuery): string {
  const { title, question } = query;
  return `-- ${title.zh} / ${title.en}\n-- ${question.zh}\n-- ${question.en}\n${renderSavedQuery(query)};\n`;
}

/** `queries/` and `athena/`: the saved analyses, and how to run them in DuckDB and in Athena. */
export async function writeQueries(to: ReleaseWriter, version: string, queries: readonly SavedQuery[], prelude: string): Promise<void> {
  const written = new Set(to.written.flatMap(({ table }) => (table ? [table] : [])));
  const how = '-- 在本次发布的文件夹中运行 / run in the folder of this release: duckdb -init queries/duckdb.sql\n';
  await to.put('queries/duckdb.sql', `${how}${prelude}\n${duckdbViews(written)}`);
  for (const query of queries) await to.put(`queries/${query.name}.sql`, queryFile(query));
  const place = { database: 'gongkai_release', bucket: 's3://YOUR-BUCKET', root: `open/releases/${version}/parquet/` };
  const statements = releasedTables.filter((table) => written.has(table)).map((table) => `${athenaTable(table, place)};\n`);
  await to.put(
    'athena/create_tables.sql',
    `-- 将 YOUR-BUCKET 换成存储桶名，逐句运行 / put the name of your bucket for YOUR-BUCKET, run one statement after the other;\n-- then run any file of queries/ in this database.\nCREATE DATABASE IF NOT EXISTS gongkai_release;\n\n${statements.join('\n')}`,
  );
}
