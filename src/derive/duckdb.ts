import { type Table, type TableName, tables } from '../../schemas/tables.ts';
import { bilingualComment } from './glue.ts';
import { isJson, tableGlob } from './location.ts';
import { sqlText } from './sql-text.ts';
import { engineType } from './types.ts';

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Columns a query sees: those of the files, then the keys of the path that the files have not. */
function visible({ columns, partitions }: Table): readonly (readonly [string, string])[] {
  const all = { ...partitions, ...columns };
  const names = [...Object.keys(columns), ...Object.keys(partitions).filter((key) => !(key in columns))];
  return names.flatMap((name) => {
    const column = all[name];
    return column === undefined ? [] : [[name, engineType(column.kind, 'duckdb')] as const];
  });
}

/** A relation with the types of the table and no row. */
const empty = (columns: readonly (readonly [string, string])[]) =>
  `SELECT ${columns.map(([name, type]) => `CAST(NULL AS ${type}) AS ${identifier(name)}`).join(', ')} WHERE false`;

/**
 * Files that hold all columns are read by the declared ones: none is opened to learn what it holds, which for hundreds of
 * files costs more than most answers, and one written before a column was added reads as null there.
 */
function declaredSource({ columns }: Table, glob: string): string {
  const schema = Object.entries(columns).map(([name, { kind }]) => {
    const type = sqlText(engineType(kind, 'duckdb'));
    return `${sqlText(name)}: {name: ${sqlText(name)}, type: ${type}, default_value: NULL}`;
  });
  return `read_parquet(${sqlText(glob)}, schema = MAP {${schema.join(', ')}}, hive_partitioning = false)`;
}

/** Files with a key in their path alone: every one is looked into first, since keys and declared columns do not go together. */
function hiveSource(table: Table, glob: string): string {
  // Without hive_types a path value of digits would become a number: an agency is text, whatever it looks like.
  const types = Object.entries(table.partitions).map(([key, { kind }]) => `${sqlText(key)}: ${engineType(kind, 'duckdb')}`);
  const files = `read_parquet(${sqlText(glob)}, union_by_name = true, hive_partitioning = true, hive_types = {${types.join(', ')}})`;
  return `(${empty(visible(table))} UNION ALL BY NAME SELECT * FROM ${files})`;
}

const parquetSource = (table: Table, glob: string) =>
  Object.keys(table.partitions).every((key) => key in table.columns) ? declaredSource(table, glob) : hiveSource(table, glob);

/** The report object repeats its agency and year inside, so the keys are taken from there, not from the path. */
function jsonSource(table: Table, glob: string): string {
  const columns = Object.entries(table.columns).map(([name, { kind }]) => `${sqlText(name)}: ${sqlText(engineType(kind, 'duckdb'))}`);
  const options = `format = 'newline_delimited', maximum_object_size = 268435456, hive_partitioning = false`;
  return `(SELECT *, agency.agency_id AS agency_id, report.year AS "year" FROM read_json(${sqlText(glob)}, columns = {${columns.join(', ')}}, ${options}))`;
}

/** Glob of a table's objects below a dataset folder; the caller asks the disk whether anything matches. */
export function duckdbGlob(name: TableName, folder: string): string {
  return `${folder.replace(/\/+$/, '')}/${tableGlob(tables[name])}`;
}

/**
 * A view over the objects of a table, or a typed empty one where there is no object, so that a query about it answers
 * with no row instead of an error. A file written before a column was added reads as null there.
 * @param folder dataset folder, with `/`; null where no object matches `duckdbGlob`
 */
export function duckdbView(name: TableName, folder: string | null): string {
  const table: Table = tables[name];
  const columns = visible(table);
  const head = `CREATE OR REPLACE VIEW ${identifier(name)} AS`;
  if (folder === null) return `${head} ${empty(columns)}`;
  const glob = duckdbGlob(name, folder);
  const source = isJson(table) ? jsonSource(table, glob) : parquetSource(table, glob);
  const list = columns.map(([column]) => identifier(column)).join(', ');
  return `${head} SELECT ${list} FROM ${source}`;
}

/** A table with the declared types, keys left to the release: for a database file that holds the rows itself. */
export function duckdbTable(name: TableName): string {
  const columns = visible(tables[name]).map(([column, type]) => `${identifier(column)} ${type}`);
  return `CREATE TABLE ${identifier(name)} (${columns.join(', ')})`;
}

/** Statements that give a table or view, and each of its columns, its label and note in both languages. */
export function duckdbComments(name: TableName, of: 'TABLE' | 'VIEW'): string[] {
  const { about, columns, partitions }: Table = tables[name];
  const comments = Object.entries({ ...partitions, ...columns }).map(([column, declared]) => {
    return `COMMENT ON COLUMN ${identifier(name)}.${identifier(column)} IS ${sqlText(bilingualComment(declared))}`;
  });
  return [`COMMENT ON ${of} ${identifier(name)} IS ${sqlText(`${about.zh} / ${about.en}`)}`, ...comments];
}
