import { codeLists } from '../../schemas/codes.ts';
import { type Table, tables } from '../../schemas/tables.ts';
import { athenaTable } from '../derive/ddl.ts';
import { dictionary } from '../derive/dictionary.ts';
import { duckdbView } from '../derive/duckdb.ts';
import { reportJsonSchema } from '../derive/json-schema.ts';
import { renderSavedQuery, type SavedQuery } from '../derive/saved-query.ts';
import { tableSchema } from '../derive/table-schema.ts';
import { csvLine, inert } from './csv.ts';
import { tableSchemaPath } from './descriptors/data-package.ts';
import type { ReleaseWriter } from './files.ts';
import { releasedTables } from './inventory.ts';

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const lines = (head: readonly string[], rows: readonly (readonly (string | null)[])[]) =>
  [head, ...rows].map((row) => csvLine(row.map((value) => (value === null ? null : inert(value))))).join('');

const codes = (): string =>
  lines(
    ['list', 'code', 'zh', 'en'],
    Object.entries(codeLists).flatMap(([list, entries]) => Object.entries(entries).map(([code, { zh, en }]) => [list, code, zh, en])),
  );

function columns(): string {
  const rows = releasedTables.flatMap((name) => {
    const table: Table = tables[name];
    return Object.entries(table.columns).map(([column, { kind, zh, en, unit, article, note }]) => {
      const type = typeof kind === 'string' ? kind : JSON.stringify(kind);
      return [name, column, type, zh, en, unit ?? null, article ?? null, note?.zh ?? null, note?.en ?? null];
    });
  });
  return lines(['table', 'column', 'type', 'zh', 'en', 'unit', 'article', 'note_zh', 'note_en'], rows);
}

/** `reference/`: what columns and codes mean, and the schema of every table and of the report object. */
export async function writeReference(to: ReleaseWriter): Promise<void> {
  await to.put('reference/codes.csv', codes());
  await to.put('reference/columns.csv', columns());
  await to.put('reference/dictionary.md', dictionary());
  await to.put('reference/schemas/report.json', json(reportJsonSchema()));
  for (const table of releasedTables) await to.put(tableSchemaPath(table), json(tableSchema(table)));
}

/** Views over the files of a release, for DuckDB started in its folder. */
export function duckdbViews(written: ReadonlySet<string>): string {
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
