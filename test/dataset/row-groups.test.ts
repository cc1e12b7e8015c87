import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ParquetTableName, parquetTableNames } from '../../schemas/tables.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import { encode } from '../../src/dataset/parquet/table-format.ts';
import { parquetSchema } from '../../src/derive/parquet.ts';
import { select } from '../support/duckdb.ts';
import { temporary } from '../support/folders.ts';
import { madeRows } from '../support/rows.ts';

const folder = temporary();
const hasFractions = (name: ParquetTableName) => parquetSchema(name).some(({ type }) => type === 'DOUBLE');
const whole = parquetTableNames.filter((name) => !hasFractions(name));

test.each(whole)('%s: a row group kept has the bytes it has when it is written, wherever it comes to stand', async (table) => {
  const all = madeRows(table, 400);
  const [first, second, third, other] = [all.slice(0, 1), all.slice(1, 9), all.slice(9, 300), all.slice(300)];
  const before = await parquet.regroup(table, null, [{ rows: first }, { rows: second }, { rows: third }]);
  const kept = await parquet.regroup(table, before, [{ rows: other }, { kept: 2 }, { rows: [] }, { kept: 0 }]);
  const written = await parquet.regroup(table, null, [{ rows: other }, { rows: third }, { rows: first }]);
  expect(kept).toEqual(written);
  // Once more over: what was kept can be kept again.
  expect(await parquet.regroup(table, kept, [{ kept: 2 }, { rows: second }, { kept: 1 }])).toEqual(before);
});

test.each(whole)(
  '%s: DuckDB reads the groups as it reads the same rows in one, and rules out by bounds what is not there',
  async (table) => {
    const rows = madeRows(table, 60);
    const before = await parquet.regroup(table, null, [{ rows: rows.slice(0, 20) }, { rows: rows.slice(20, 40) }]);
    const grouped = await parquet.regroup(table, before, [{ kept: 0 }, { kept: 1 }, { rows: rows.slice(40) }]);
    const [inGroups, inOne] = [join(folder, `${table}-groups.parquet`), join(folder, `${table}.parquet`)];
    writeFileSync(inGroups, grouped ?? '');
    writeFileSync(inOne, encode(parquet, table, rows) ?? '');
    const both = [inGroups, inOne].map((path) => `SELECT * FROM read_parquet('${path}')`);
    expect(await select(`(${both.join(' EXCEPT ALL ')}) UNION ALL (${both.toReversed().join(' EXCEPT ALL ')})`)).toEqual([]);
    const [described] = await select(
      `SELECT num_row_groups::int AS groups, num_rows::int AS rows FROM parquet_file_metadata('${inGroups}')`,
    );
    expect(described).toEqual({ groups: 3, rows: 60 });
    const [column = ''] = Object.keys(rows[0] ?? {});
    const values = await select(`SELECT DISTINCT ${column} AS value FROM read_parquet('${inOne}')`);
    for (const { value } of values) {
      const counted = both.map((query) => select(`SELECT count(*)::int AS n FROM (${query}) WHERE ${column} = '${value}'`));
      expect(await counted[0]).toEqual(await counted[1]);
    }
  },
);

test('the documents table is among them; a table with fractions is refused', async () => {
  expect(whole).toContain('documents');
  await expect(parquet.regroup('cells', null, [{ rows: madeRows('cells', 1) }])).rejects.toThrow('cells has fractions');
});

test('bounds that were cut short, in whatever script, stay as they are', async () => {
  const long = ['长'.repeat(90), `${'𠀀'.repeat(40)}尾`, `${'a'.repeat(300)}`, '\u{10ffff}'.repeat(30)];
  const groups = long.map((reason) => ({ rows: madeRows('documents', 3, { reason, source_url: reason }) }));
  const written = await parquet.regroup('documents', null, groups);
  const kept = await parquet.regroup('documents', written, [{ kept: 0 }, { kept: 1 }, { kept: 2 }, { kept: 3 }]);
  expect(kept).toEqual(written);
});

test('no groups, or groups without rows, are no table; a group that is not there is refused', async () => {
  expect(await parquet.regroup('documents', null, [])).toBeNull();
  expect(await parquet.regroup('documents', null, [{ rows: [] }])).toBeNull();
  await expect(parquet.regroup('documents', null, [{ kept: 0 }])).rejects.toThrow('documents has no row group 0');
});
