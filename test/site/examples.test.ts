import { expect, test } from 'vitest';
import { publishedRows } from '../../bench/generate/rows.ts';
import type { ExamplesFile } from '../../schemas/explorer-reference.ts';
import { tables } from '../../schemas/tables.ts';
import { regionOf } from '../../src/keys.ts';
import { examplesFile } from '../../src/site/examples.ts';
import { generatedReports, writeDataset } from '../support/generated-dataset.ts';
import { MemoryStore } from '../support/memory-store.ts';

const reports = generatedReports(60);
const store = new MemoryStore();
await writeDataset(store, reports);
const named = new Map(
  reports.map(({ agency, report }) => {
    const shard = { year: report.year ?? 0, region: regionOf(agency.agency_id) };
    return [`${shard.year} ${shard.region}`, shard];
  }),
);
const shards = [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, shard]) => shard);
const { columns, rows }: ExamplesFile = await examplesFile(store, shards, (id) => `name of ${id}`);

const reportOf = (agency: string | null, year: number | null) =>
  reports.find((one) => one.agency.agency_id === agency && one.report.year === year);

test('every column of the reports that has any value has an example, and it stands in the report that is named', () => {
  const published = reports.map((one) => publishedRows(one).report);
  for (const name of Object.keys(tables.reports.columns)) {
    const example = columns[`reports.${name}`];
    const values = published.map((row): unknown => Reflect.get(row, name)).filter((value) => value !== null && value !== '');
    if (example === undefined) {
      expect(
        values.filter((value) => !Array.isArray(value) || value.length > 0),
        name,
      ).toEqual([]);
      continue;
    }
    const row = published.find(({ agency_id, year }) => agency_id === example.agency && year === example.year);
    const value: unknown = row && Reflect.get(row, name);
    expect(String(typeof value === 'object' ? JSON.stringify(value) : value).startsWith(example.value.replace(/…$/, '')), name).toBe(true);
    expect(example.name).toBe(`name of ${example.agency}`);
  }
});

test('the example of a row of a form is a cell of the report that is named, and no 0 where there is another number', () => {
  const printed = reports.flatMap(({ cells }) =>
    cells.flatMap(({ code, value }) => (value === null ? [] : code.split('.').slice(0, 2).join('.'))),
  );
  expect(Object.keys(rows).sort()).toEqual([...new Set(printed)].sort());
  for (const [row, { value, agency, year, cell }] of Object.entries(rows)) {
    expect(cell?.startsWith(`${row}.`), row).toBe(true);
    expect(reportOf(agency, year)?.cells.find(({ code }) => code === cell)?.value, row).toBe(Number(value));
  }
  const zeros = Object.entries(rows).filter(([, { value }]) => value === '0');
  expect(zeros.length).toBeLessThan(Object.keys(rows).length / 10);
});

test('a table without an agency gives values without a report', () => {
  expect(columns['documents.bytes']).toMatchObject({ value: '100' });
  expect(columns['agencies.names']?.year).toBeNull();
  expect(columns['agency_relations.from_id']).toBeUndefined();
});

test('a dataset without reports has no examples', async () => {
  expect(await examplesFile(new MemoryStore(), [], () => null)).toEqual({ columns: {}, rows: {} });
});
