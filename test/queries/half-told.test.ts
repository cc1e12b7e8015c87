import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDataset } from '../../bin/local/sql/open-dataset.ts';
import { savedQueries } from '../../bin/local/sql/saved-queries.ts';
import { headlines, type Row } from '../../schemas/tables.ts';
import { renderSavedQuery } from '../../src/derive/saved-query.ts';
import { writeTable } from '../support/dataset-folder.ts';
import { everyCase } from './every-case.ts';

// What a report leaves out, and what an organ that was split has twice, in places where a sum would still look right.

const base = mkdtempSync(join(tmpdir(), 'gongkai-half-told-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const [ordinary] = everyCase.reports;
if (ordinary === undefined) throw new Error('every-case.ts holds no report');

type Given = Partial<Row<'reports'>> & Pick<Row<'reports'>, 'year'>;

/** An ordinary report whose every headline number is `value`, but for what is given. */
const report = (value: number, given: Given): Row<'reports'> => ({
  ...ordinary,
  ...Object.fromEntries(headlines.map(({ name }) => [name, value])),
  ...given,
});

/** The rows that a saved query gives over reports, all years asked for. */
async function answer(name: string, reports: readonly Row<'reports'>[], mentions: readonly Row<'mentions'>[] = []) {
  const query = savedQueries().find((saved) => saved.name === name);
  if (query === undefined) throw new Error(`no saved query ${name}`);
  const out = mkdtempSync(join(base, 'dataset-'));
  writeTable(out, 'reports', reports);
  writeTable(out, 'mentions', mentions);
  const engine = await openDataset(out, query.sql);
  const rows = await engine.rows(renderSavedQuery(query, { from_year: 2001, to_year: 2040 }));
  engine.close();
  return { rows, sql: query.sql };
}

const other = { agency_id: '110000-other', lineage_id: '110000-other' };

it.each(['applications_by_year', 'disclosure_rate_by_year', 'litigation_path', 'review_correction_rate'])(
  '%s adds up nothing of a report that leaves out one of the numbers, and says that it was without',
  async (name) => {
    const { sql } = await answer(name, [report(10, { year: 2001 })]);
    const needed = headlines.map((one) => one.name).filter((column) => new RegExp(`\\b${column}\\b`).test(sql));
    expect(needed.length).toBeGreaterThan(2);
    const halves = needed.flatMap((column, at) => [
      report(10, { year: 2002 + at }),
      report(1_000, { year: 2002 + at, ...other, [column]: null }),
    ]);
    const { rows } = await answer(name, [report(10, { year: 2001 }), ...halves]);
    const byYear = rows.toSorted((left, right) => Number(left.year) - Number(right.year));
    const alone = byYear.find(({ year }) => year === 2001);
    const without = needed.map((_, at) => ({ ...alone, year: 2002 + at, reports: 2, reports_without: 1 }));
    const plain = byYear.map((row) => ({ ...row, reports: Number(row.reports), reports_without: Number(row.reports_without) }));
    expect(plain).toEqual([{ ...alone, reports: 1, reports_without: 0 }, ...without]);
  },
);

it('zero_reporters puts those of most years first, then in the order of their ids', async () => {
  const silent = (id: string, years: readonly number[]) => years.map((year) => report(0, { year, agency_id: id, lineage_id: id }));
  const { rows } = await answer('zero_reporters', [...silent('a', [2021]), ...silent('c', [2021, 2022]), ...silent('b', [2020, 2022])]);
  expect(rows.map(({ lineage_id, years }) => [lineage_id, Number(years)])).toEqual([
    ['b', 2],
    ['c', 2],
    ['a', 1],
  ]);
});

it('channels counts what annual reports state, and not what statistics forms of the same year do', async () => {
  const [mention] = everyCase.mentions;
  if (mention === undefined) throw new Error('every-case.ts mentions nothing');
  const posts = { ...mention, year: 2021, coverage: ordinary.coverage, code: 'posts.wechat', approximate: false };
  const form = report(1, { year: 2021, ...other, report_kind: 'statistics_form_only' });
  const { rows } = await answer(
    'channels',
    [report(1, { year: 2021 }), form],
    [
      { ...posts, agency_id: ordinary.agency_id, lineage_id: ordinary.lineage_id, value: 30 },
      { ...posts, ...other, value: 500 },
    ],
  );
  expect(rows.map(({ code, reports, total }) => [code, Number(reports), total])).toEqual([['posts.wechat', 1, 30]]);
});

it('denial_reasons lists every reason also of a year in which no report says any', async () => {
  const { rows } = await answer('denial_reasons', [report(10, { year: 2021 })]);
  expect(rows).toHaveLength(8);
  for (const row of rows) expect(row).toMatchObject({ year: 2021, refusals: null, share: null });
  expect(rows.map((row) => Number(row.reports_without))).toEqual(Array.from({ length: 8 }, () => 1));
});

it.each(['carry_chain', 'normative_stock_flow'])(
  '%s compares no organ with a part of what it was, or with one of its parts',
  async (name) => {
    const lineage = { form_disclosure: '2021' as const };
    const part = { ...lineage, agency_id: '110000-part' };
    const [before, after] = [report(10, { year: 2021, ...lineage }), report(17, { year: 2022, ...lineage })];
    const [partBefore, partAfter] = [report(3, { year: 2021, ...part }), report(4, { year: 2022, ...part })];
    expect((await answer(name, [before, after])).rows).toHaveLength(1);
    expect((await answer(name, [before, partBefore, after])).rows).toEqual([]);
    expect((await answer(name, [before, after, partAfter])).rows).toEqual([]);
  },
);
