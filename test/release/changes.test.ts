import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Row } from '../../schemas/tables.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import { encode } from '../../src/dataset/parquet/table-format.ts';
import { rowOrder } from '../../src/derive/order.ts';
import { Changelog } from '../../src/release/changelog.ts';
import { changesBetween, type Side } from '../../src/release/changes.ts';
import { firstDifference } from '../../src/release/first-difference.ts';
import { parquetPath } from '../../src/release/inventory.ts';
import { csvLine } from '../../src/release/tables/csv.ts';
import { columnNames, csvValues } from '../../src/release/tables/rendering.ts';
import { everyCase } from '../queries/every-case.ts';

const [ordinary] = everyCase.cells;
if (ordinary === undefined) throw new Error('every-case.ts holds no cell');
const year = 2021;
type Values = Readonly<Record<string, number | null>>;

/** Cells of one row and its values by column. */
const cells = (values: Values): Row<'cells'>[] =>
  Object.entries(values)
    .map(([column_code, value]) => ({ ...ordinary, year, column_code, value }))
    .sort(rowOrder('cells'));

/** A release of these cells alone. */
function side(version: string, values: Values): Side {
  const bytes = encode(parquet, 'cells', cells(values));
  const path = parquetPath('cells', year);
  return { version, files: { list: async function* () {}, read: async (asked) => (asked === path ? bytes : null) } };
}

async function changes(before: Values, after: Values): Promise<Row<'changes'>[]> {
  const found: Row<'changes'>[] = [];
  for await (const row of changesBetween(side('v2026.1.0', before), side('v2026.2.0', after), parquet, [year])) found.push(row);
  return found;
}
const inShort = (rows: readonly Row<'changes'>[]) =>
  rows.map((row) => [row.column_code, row.change, row.old_value, row.new_value].map(String).join(' '));

test('cells that only one release has move no other cell beside a wrong one', async () => {
  const [few, many] = [
    { business: 1, research: 2 },
    { business: 1, a_first: 5, legal_service: 3, research: 4, z_last: 6 },
  ];
  expect(inShort(await changes(few, many))).toEqual([
    'a_first added null 5',
    'legal_service added null 3',
    'research corrected 2 4',
    'z_last added null 6',
  ]);
  expect(inShort(await changes(many, few))).toEqual([
    'a_first withdrawn 5 null',
    'legal_service withdrawn 3 null',
    'research corrected 4 2',
    'z_last withdrawn 6 null',
  ]);
  expect(await changes(many, many)).toEqual([]);
});

test('a number that was not there is no number in the changelog, 0 is one, and what is not listed is counted', async () => {
  const log = new Changelog();
  const lots = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`x${n}`, n + 1]));
  for (const row of await changes({ business: 0 }, { business: null, a_first: 0, ...lots })) log.add(row);
  const text = log.text('v2026.2.0', '2026-02-01T00:00:00Z', { version: 'v2026.1.0', text: '' });
  expect(text).toContain('| added | – | 0 |');
  expect(text).toContain('| withdrawn | 0 | – |');
  expect(text).toContain('51 numbers added, 0 corrected, 1 withdrawn.');
  expect(text).toContain('。2 more in the table changes.');
});

test('a table in two formats differs where its rows do, and nowhere when they are the same', async () => {
  const rows = cells({ business: 1, research: 2 });
  const csvOf = (some: readonly Row<'cells'>[]) => {
    const lines = [csvLine(columnNames('cells')), ...some.map((row) => csvLine(csvValues('cells', row)))];
    return gzipSync(new TextEncoder().encode(lines.join('')));
  };
  const table = encode(parquet, 'cells', rows) ?? new Uint8Array();
  const compared = (some: readonly Row<'cells'>[]) => firstDifference(parquet, 'cells', table, csvOf(some));
  expect(await compared(rows)).toBeNull();
  expect(await compared(rows.slice(0, 1))).toMatchObject({ row: 2, csv: null });
  expect(await compared([...rows, ...rows.slice(0, 1)])).toMatchObject({ row: 3, parquet: null });
  expect(await compared(rows.toReversed())).toMatchObject({ row: 1 });
});
