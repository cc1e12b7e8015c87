import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../bin/local/sql/duckdb.ts';
import { openDataset } from '../../bin/local/sql/open-dataset.ts';
import type { Value } from '../../bin/local/sql/values.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDataset(mkdtempSync(join(tmpdir(), 'gongkai-prelude-')), '');
});
afterAll(() => engine.close());

// Results as Trino documents them for these functions and operators.
const cases: readonly (readonly [sql: string, value: Value])[] = [
  ['7 / 2', 3],
  ['approx_distinct(x) FROM (VALUES (1), (2), (2)) AS t (x)', 2n],
  ['approx_percentile(x, 0.5) FROM (VALUES (1), (2), (40)) AS t (x)', 2],
  ["regexp_like('1a 2b 14m', '\\d+b')", true],
  ["json_extract_scalar('[1, 2, 3]', '$[2]')", '3'],
  ['json_extract_scalar(\'{"a": {"b": "x"}}\', \'$.a.b\')', 'x'],
  ["date_parse('2020-02-29', '%Y-%m-%d')", '2020-02-29 00:00:00'],
  ["from_iso8601_date('2020-05-11')", '2020-05-11'],
  ['element_at(ARRAY[5, 6], 2)', 6],
  ['element_at(ARRAY[5, 6], 3)', null],
  ['element_at(ARRAY[5, 6], -1)', 6],
  ['cardinality(ARRAY[5, 6])', 2n],
  ["array_join(ARRAY['a', NULL, 'b'], '-')", 'a-b'],
  ['sequence(1, 3)', [1n, 2n, 3n]],
  ["map_agg(k, v) FROM (VALUES ('a', 1)) AS t (k, v)", { a: 1 }],
];

describe('DuckDB with the prelude answers as Trino', () => {
  it.each(cases)('SELECT %s', async (sql, value) => {
    const [row = {}] = await engine.rows(`SELECT ${sql}`);
    expect(Object.values(row)).toEqual([value]);
  });

  it('for every macro of the file', () => {
    const file = readFileSync(new URL('../../queries/duckdb-prelude.sql', import.meta.url), 'utf8');
    const macros = [...file.matchAll(/CREATE MACRO (\w+)/g)].map(([, name]) => name);
    expect(macros.length).toBeGreaterThan(5);
    expect(macros.filter((name) => !cases.some(([sql]) => sql.startsWith(`${name}(`)))).toEqual([]);
  });
});
