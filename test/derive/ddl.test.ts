import { beforeAll, expect, test } from 'vitest';
import { type Table, tableNames, tables } from '../../schemas/tables.ts';
import { athenaTable } from '../../src/derive/ddl.ts';
import { select } from '../support/duckdb.ts';
import { type SqlGrammar, sqlGrammar } from '../support/sql-grammars.ts';

let trino: SqlGrammar;
let hive: SqlGrammar;
beforeAll(async () => {
  [trino, hive] = await Promise.all([sqlGrammar('trino'), sqlGrammar('hive')]);
});

const place = { bucket: 's3://open-data', database: 'gongkai' };
const messages = (grammar: SqlGrammar, sql: string) => grammar.validate(sql).map(({ message }) => message);

test.each(tableNames)('%s: the Hive grammar takes the Athena statement', (name) => {
  expect(messages(hive, `${athenaTable(name, place)};`)).toEqual([]);
});

test('a table of a release lies in the folder of the release, partitions and all', () => {
  const root = 'open/releases/v2026.11.0/parquet/';
  const statement = athenaTable('cells', { ...place, root });
  expect(statement).toContain("LOCATION 's3://open-data/open/releases/v2026.11.0/parquet/cells/'");
  expect(statement).toContain(`'s3://open-data/open/releases/v2026.11.0/parquet/cells/year=\${year}/'`);
  expect(messages(hive, `${statement};`)).toEqual([]);
});

const names = [
  ...new Set(Object.values<Table>(tables).flatMap((table) => [...Object.keys(table.columns), ...Object.keys(table.partitions)])),
];
const wanted = [...names, ...tableNames];

/** Names an engine refuses where they stand bare as a column, an alias and a table. */
const refused = (grammar: SqlGrammar) =>
  wanted.filter(
    (name) => messages(grammar, `SELECT ${name}, t.${name} AS ${name} FROM ${name} t WHERE ${name} = 1 ORDER BY ${name}`).length > 0,
  );

test('no table or column is a reserved word of Trino', () => {
  expect(refused(trino)).toEqual([]);
});

test('no table or column is a reserved word of Hive', () => {
  expect(refused(hive)).toEqual([]);
});

test('no table or column is a reserved word of DuckDB', async () => {
  for (const name of wanted) {
    const rows = await select(`SELECT ${name}, t.${name} AS ${name} FROM (SELECT 1 AS ${name}) t WHERE ${name} = 1 ORDER BY ${name}`);
    expect(rows, name).toHaveLength(1);
    await select(`WITH ${name} AS (SELECT 1 AS ${name}) SELECT ${name}.${name} FROM ${name}`);
  }
});

test('the three parsers do refuse a reserved word', async () => {
  const sql = 'SELECT order FROM reports';
  expect(messages(trino, sql)).not.toEqual([]);
  expect(messages(hive, sql)).not.toEqual([]);
  await expect(select('SELECT order FROM (SELECT 1 AS "order") t')).rejects.toThrow(/syntax error/);
});
