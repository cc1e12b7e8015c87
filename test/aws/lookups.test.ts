import { expect, test } from 'vitest';
import { lookups } from '../../lib/lookups.ts';
import { tableNames } from '../../schemas/tables.ts';
import { duckdbView } from '../../src/derive/duckdb.ts';
import { duckdb } from '../support/duckdb.ts';
import { sqlGrammar } from '../support/sql-grammars.ts';

const trino = await sqlGrammar('trino');
const connection = await duckdb();
for (const name of tableNames) await connection.run(duckdbView(name, null));

test.each(lookups)('$name is legal Trino, names what exists, and is prepared with its parameters', async ({ about, sql }) => {
  expect(trino.validate(sql)).toEqual([]);
  const parameters = /USING (.+)$/.exec(about)?.[1]?.split(', ') ?? [];
  const prepared = await connection.prepare(sql);
  expect(prepared.parameterCount).toBe(parameters.length);
  for (const [at, name] of parameters.entries()) {
    if (name === 'year') prepared.bindInteger(at + 1, 2020);
    else prepared.bindVarchar(at + 1, '350200-x');
  }
  expect((await prepared.runAndReadAll()).currentRowCount).toBe(0);
});

test('a look-up on an injected key has the equality Athena demands', () => {
  for (const { sql } of lookups) expect(sql).toMatch(/WHERE (agency|agency_id) = \?/);
});
