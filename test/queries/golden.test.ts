import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../bin/local/sql/duckdb.ts';
import { openDataset } from '../../bin/local/sql/open-dataset.ts';
import { savedQueryNames } from '../../bin/local/sql/saved-queries.ts';
import { tableNames } from '../../schemas/tables.ts';
import { parseSavedQuery, renderSavedQuery } from '../../src/derive/saved-query.ts';
import { gongkai } from '../cli/recorded.ts';
import { writeTable } from '../support/dataset-folder.ts';
import { everyCase } from './every-case.ts';
import { orderKeys } from './portable.ts';

// The results below were checked by hand against the cases of every-case.ts. After a wanted change:
// GOLDEN=write npx vitest run test/queries/golden.test.ts, then read the difference.

const folder = mkdtempSync(join(tmpdir(), 'gongkai-golden-'));
const ownOnly = mkdtempSync(join(tmpdir(), 'gongkai-golden-own-'));
// These count reports and checks, or are about aggregates: they add up no numbers of different coverage.
const countsReports = ['check_failures', 'coverage_map', 'province_comparison', 'timeliness'];
// These say what is held, of whatever kind.
const countsAllReports = ['coverage_map'];
const statisticsOnly = everyCase.reports.find(({ report_kind }) => report_kind === 'statistics_form_only')?.year ?? 0;

let engines: Readonly<Record<'all' | 'own' | 'none', Engine>>;

beforeAll(async () => {
  const isOwn = ({ coverage }: { coverage: string | null }) => coverage === 'own_organ' || coverage === null;
  const reports = everyCase.reports.filter(isOwn);
  const ids = new Set(reports.map(({ agency_id }) => agency_id));
  writeTable(ownOnly, 'reports', reports);
  writeTable(ownOnly, 'cells', everyCase.cells.filter(isOwn));
  writeTable(
    ownOnly,
    'checks',
    everyCase.checks.filter(({ agency_id }) => ids.has(agency_id)),
  );
  writeTable(ownOnly, 'mentions', everyCase.mentions.filter(isOwn));
  writeTable(folder, 'reports', everyCase.reports);
  writeTable(folder, 'cells', everyCase.cells);
  writeTable(folder, 'checks', everyCase.checks);
  writeTable(folder, 'mentions', everyCase.mentions);
  const every = tableNames.join(' ');
  engines = {
    all: await openDataset(folder, every),
    own: await openDataset(ownOnly, every),
    none: await openDataset(join(folder, 'nothing'), every),
  };
});
afterAll(() => {
  for (const place of [folder, ownOnly]) rmSync(place, { recursive: true, force: true });
});

const golden = (name: string) => new URL(`golden/${name}.csv`, import.meta.url);
const saved = (name: string) => parseSavedQuery(name, readFileSync(new URL(`../../queries/${name}.sql`, import.meta.url), 'utf8'));

describe.each(savedQueryNames())('saved query %s', (name) => {
  it('gives the golden result on a dataset that has every case', async () => {
    const { code, out, err } = await gongkai(['query', '--named', name, '--out', folder, '--format', 'csv']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    if (process.env.GOLDEN === 'write') writeFileSync(golden(name), out);
    expect(out).toBe(readFileSync(golden(name), 'utf8'));
  });

  it('has the columns and types its header promises', async () => {
    const query = saved(name);
    const sql = renderSavedQuery(query);
    const { columns } = await engines.all.query(sql);
    expect(columns.map((column) => `${column.name} ${column.type.toLowerCase()}`)).toEqual(
      query.columns.map((column) => `${column.name} ${column.type}`),
    );
  });

  it('is in a total order: no two rows share the columns it is sorted by', async () => {
    const query = saved(name);
    const sql = renderSavedQuery(query);
    const rows = await engines.all.rows(sql);
    const keys = orderKeys(
      query.sql,
      query.columns.map((column) => column.name),
    );
    const seen = rows.map((row) => JSON.stringify(keys.map((key) => String(row[key]))));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('gives own organs the same numbers whether or not aggregates and systems are held', async () => {
    const own = (rows: readonly Record<string, unknown>[]) =>
      rows.filter((row) => row.coverage === undefined || row.coverage === 'own_organ').map(({ reports_without, ...row }) => row);
    const sql = renderSavedQuery(saved(name));
    const [all, part] = [own(await engines.all.rows(sql)), own(await engines.own.rows(sql))];
    if (countsReports.includes(name)) expect(all).not.toEqual(part);
    else expect(all).toEqual(part);
  });

  it('asked for the years from one to another, answers with these and no other', async () => {
    const query = saved(name);
    const ofYear = (rows: readonly Record<string, unknown>[], year: number) =>
      rows.filter((row) => row.year === year).map(({ reports_without, ...row }) => row);
    if (!query.columns.some((column) => column.name === 'year')) return;
    const all = await engines.all.rows(renderSavedQuery(query));
    const years = all.map((row) => Number(row.year));
    for (const year of new Set([Math.min(...years), Math.max(...years)])) {
      const rows = await engines.all.rows(renderSavedQuery(query, { from_year: year, to_year: year }));
      expect(rows.filter((row) => row.year !== year)).toEqual([]);
      expect(ofYear(rows, year)).toEqual(ofYear(all, year));
    }
  });

  it('does not take a form of statistics for an annual report', async () => {
    const rows = await engines.all.rows(renderSavedQuery(saved(name), { from_year: statisticsOnly, to_year: statisticsOnly }));
    expect(rows.length > 0).toBe(countsAllReports.includes(name));
  });

  it('answers with no row, and its columns, where there is no data', async () => {
    const sql = renderSavedQuery(saved(name));
    expect(await engines.none.rows(sql)).toEqual([]);
  });
});

it('has no golden result without a query', () => {
  expect(savedQueryNames().filter((name) => !existsSync(golden(name)))).toEqual([]);
});
