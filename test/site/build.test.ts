import { expect, test } from 'vitest';
import type { Report } from '../../schemas/report.ts';
import { blocks } from '../../src/site/blocks.ts';
import { buildSite } from '../../src/site/build.ts';
import { Cube } from '../../src/site/cube.ts';
import { initials } from '../../src/site/initials.ts';
import { oneFilePage } from '../../src/site/page.ts';
import { publishSite } from '../../src/site/publish.ts';
import { summary } from '../../src/site/summary.ts';
import { generatedReports, writeDataset } from '../support/generated-dataset.ts';
import { MemoryStore } from '../support/memory-store.ts';

const reports = generatedReports(60);

async function built(of: readonly Report[]): Promise<Map<string, string>> {
  const store = new MemoryStore();
  await writeDataset(store, of);
  const files = new Map<string, string>();
  await buildSite(store, async (path, text) => void files.set(path, text), { queries: [], reports: 'r/{agency}/{year}', releases: null });
  return files;
}

const files = await built(reports);
const json = (path: string, from = files) => JSON.parse(from.get(path) ?? 'null');

const cell = (report: Report, code: string): number | null => report.cells.find((one) => one.code === code)?.value ?? null;

/** Sum of a part of a block over all rows of a cube file, and how many reports it is of. */
function totals(file: ReturnType<typeof json>, block: string, part: string): { n: number; sum: number } {
  let at = file.keys.length + 1;
  for (const { id, parts } of file.blocks) {
    if (id === block) {
      const of = (column: number) => file.rows.reduce((sum: number, row: number[]) => sum + (row[column] ?? 0), 0);
      return { n: of(at), sum: of(at + 1 + parts.indexOf(part)) };
    }
    at += 1 + parts.length;
  }
  throw new Error(`no block ${block}`);
}

test('sums are those of the reports that give the number, and say how many these are', () => {
  const received = reports.map((report) => cell(report, 'applications.new_received.total')).filter((value) => value !== null);
  const sum = received.reduce((total, value) => total + value, 0);
  expect(totals(json('data/overview.json'), 'applications_new_received', 'applications_new_received')).toEqual({ n: received.length, sum });
  expect(totals(json('data/map.json'), 'applications_new_received', 'applications_new_received')).toEqual({ n: received.length, sum });
});

test('without script a sum stands beside the reports it is of, and is no 0 where there is none', () => {
  const cube = new Cube(['year', 'level', 'coverage'], blocks);
  const given: Readonly<Record<string, number>> = {
    applications_new_received: 62,
    applications_processed_total: 60,
    applications_granted: 19,
    applications_partially_granted: 5,
  };
  const add = (year: number, level: string, coverage: string, unsaid: number | null) =>
    cube.add([year, level, coverage], (part) => given[part] ?? unsaid);
  add(2020, 'county', 'own_organ', null);
  add(2021, 'county', 'own_organ', null);
  add(2021, 'prefecture', 'own_organ', 0);
  add(2021, 'prefecture', 'aggregate', 0);
  const rows = [...summary(cube.file()).matchAll(/<tr><th>(\d+)<\/th>(.*?)<\/tr>/g)].map(([, year, cells = '']) => [
    year,
    ...[...cells.matchAll(/<td>([^<]*)/g)].map(([, text]) => text),
  ]);
  expect(rows).toEqual([
    ['2020', '1', '62', '1', '–', '0', '–', '0'],
    ['2021', '2', '124', '2', '60', '1', '24', '1'],
  ]);
});

test('kinds of applicant are taken from the cells', () => {
  const kinds = ['natural_person', 'business', 'research', 'public_welfare', 'legal_service', 'other_organization'];
  const complete = reports.filter((report) => kinds.every((kind) => cell(report, `applications.new_received.${kind}`) !== null));
  const sum = complete.reduce((total, report) => total + (cell(report, 'applications.new_received.business') ?? 0), 0);
  const found = totals(json('data/overview.json'), 'applicants', 'applications.new_received.business');
  expect(found).toEqual({ n: complete.length, sum });
});

test('a report without one of the numbers is not in the sums of its block', () => {
  const cube = new Cube(['year'], [{ id: 'b', parts: ['applications_granted', 'applications_processed_total'] }]);
  cube.add([2020], () => 5);
  cube.add([2020], (part) => (part === 'applications_granted' ? null : 7));
  expect(cube.file().rows).toEqual([[2020, 2, 1, 5, 5]]);
});

test('the sums of the regions are the sums of all', () => {
  const all = totals(json('data/overview.json'), 'flow', 'applications_carried_out');
  const regions = [...files.keys()].filter((path) => path.startsWith('data/region/'));
  const parts = regions.map((path) => totals(json(path), 'flow', 'applications_carried_out'));
  expect(regions.length).toBeGreaterThan(3);
  expect(parts.reduce((sum, part) => ({ n: sum.n + part.n, sum: sum.sum + part.sum }), { n: 0, sum: 0 })).toEqual(all);
});

test('the sums of a kind of agency are those of its reports, in each region', () => {
  const kinds = [...files.keys()].flatMap((path) => /^data\/kind\/(.+)\.json$/.exec(path)?.[1] ?? []);
  const own = (kind: string) => reports.filter(({ agency }) => agency.kind === kind);
  expect(json('data/meta.json').kinds).toEqual(Object.fromEntries(kinds.map((kind) => [kind, own(kind).length])));
  expect(kinds.length).toBeGreaterThan(3);
  for (const kind of kinds) {
    const file = json(`data/kind/${kind}.json`);
    const received = own(kind).flatMap((report) => cell(report, 'applications.new_received.total') ?? []);
    const sum = received.reduce((total, value) => total + value, 0);
    expect(totals(file, 'applications_new_received', 'applications_new_received')).toEqual({ n: received.length, sum });
    const regions = file.rows.map((row: string[]) => row[file.keys.indexOf('region')]);
    expect([...new Set(regions)].sort()).toEqual([...new Set(own(kind).map(({ agency }) => agency.division_code?.slice(0, 2)))].sort());
  }
});

test('every agency has one page with all its years, null where the source says nothing', () => {
  const columns: string[] = json('data/forms.json').columns;
  for (const report of reports) {
    const page = json(`data/agency/${report.agency.agency_id}.json`);
    const entry = page.reports.find((one: { year: number }) => one.year === report.report.year);
    expect(entry.values[columns.indexOf('applications_granted')]).toBe(cell(report, 'applications.granted.total'));
  }
});

test('a blank, a lost and an ambiguous cell are told apart from each other and from what is on no form', async () => {
  const [report] = reports.filter(({ forms }) => forms.applications === '2021');
  if (!report) throw new Error('the generator gave no report of form 2021');
  const states = new Map([
    ['applications.granted.total', 'blank'],
    ['applications.new_received.total', 'lost'],
    ['remedies.review.total', 'ambiguous'],
  ] as const);
  const cells = report.cells.map((one) => {
    const status = [...states].find(([code]) => code === one.code)?.[1];
    return status ? { ...one, value: null, status } : one;
  });
  const page = json(`data/agency/${report.agency.agency_id}.json`, await built([{ ...report, cells }]));
  expect(page.reports[0].lacking).toEqual({
    applications_granted: 'blank',
    applications_new_received: 'lost',
    remedies_review_total: 'ambiguous',
  });
});

test('every agency is in the index of its region, by its initials too', () => {
  const entries = [...files.keys()].filter((path) => path.startsWith('data/agencies/')).flatMap((path) => json(path).agencies);
  expect(entries.map(([id]) => id).sort()).toEqual([...new Set(reports.map(({ agency }) => agency.agency_id))].sort());
  for (const [, name, letters] of entries) expect(letters, name).toMatch(/^[a-z0-9]+$/);
});

test('what is missing by region and year is what the agencies of the region lack, one by one', () => {
  const lacking = new Map<string, number>();
  for (const path of [...files.keys()].filter((one) => one.startsWith('data/agencies/'))) {
    for (const [id, , , , , , , absent] of json(path).agencies) {
      const held = new Set(reports.filter(({ agency }) => agency.agency_id === id).map(({ report }) => report.year));
      for (const year of absent) {
        expect(held.has(year), `${id} ${year}`).toBe(false);
        const key = `${path.slice(-7, -5)} ${year}`;
        lacking.set(key, (lacking.get(key) ?? 0) + 1);
      }
    }
  }
  const counted = json('data/quality.json').absent.map(([region, year, ...gaps]: [string, number, ...number[]]) => [
    `${region} ${year}`,
    gaps.reduce((sum, one) => sum + one, 0),
  ]);
  expect(lacking.size).toBeGreaterThan(10);
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(lacking));
});

test('among the reports with the most errors is none without', async () => {
  const [wrong, sound] = structuredClone(reports.filter(({ checks }) => checks.every(({ outcome }) => outcome !== 'fail')).slice(0, 2));
  const [first, second] = wrong?.checks.filter(({ severity }) => severity === 'error') ?? [];
  if (!wrong || !sound || !first || !second) throw new Error('too few reports');
  Object.assign(first, { outcome: 'fail' });
  Object.assign(second, { outcome: 'fail' });
  Object.assign(sound.checks.find(({ severity }) => severity === 'warning') ?? {}, { outcome: 'fail' });
  const { worst } = json('data/quality.json', await built([wrong, sound]));
  const checks = [...new Set([first.id, second.id])].sort();
  expect(worst).toMatchObject([{ agency_id: wrong.agency.agency_id, year: wrong.report.year, failed: 2, checks }]);
});

test.each([
  ['厦门市司法局', 'xmssfj'],
  ['重庆市人民政府', 'cqsrmzf'],
  ['长春市', 'ccs'],
  ['A区B局', 'aqbj'],
])('%s is typed %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test('the same tables give the same bytes, in whatever order the reports came', async () => {
  const again = await built(reports.toReversed());
  expect([...again.keys()].sort()).toEqual([...files.keys()].sort());
  for (const [path, text] of files) expect(again.get(path) === text, path).toBe(true);
});

test('a dataset without reports gives a site that says so', async () => {
  const empty = new Map<string, string>();
  await buildSite(new MemoryStore(), async (path, text) => void empty.set(path, text), { queries: [], reports: null, releases: null });
  expect(json('data/meta.json', empty).reports).toBe(0);
  expect(empty.has('index.html')).toBe(true);
});

test('no text ends the script or the data of a page that is one file', () => {
  const evil = '</script><script>alert(1)</script><!--';
  const overview = { keys: ['year'], blocks: [], rows: [] };
  const page = oneFilePage(overview, { script: `const a = "${evil}";`, style: '' }, new Map([['x', { evil }]]));
  expect(page.match(/<\/script/g)?.length).toBe(2);
  expect(page.match(/<script/g)?.length).toBe(3);
  const data = /<script type="application\/json" id="files">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  expect(JSON.parse(data)).toEqual({ x: { evil } });
});

test('a published site replaces the one before, and is not done before its last object is there', async () => {
  const store = new MemoryStore();
  await writeDataset(store, reports.slice(0, 3));
  await store.put('open/site/data/agency/old.json', Buffer.from('{}'));
  const publishing = { version: 'v2026.11.0', queries: [], assets: new Map([['app.js', Buffer.from('1')]]) };
  const put = store.put.bind(store);
  store.put = async (key, body, condition) => {
    // The last of all: a page that finds it finds everything else.
    if (key.endsWith('meta.json')) await new Promise((later) => setTimeout(later, 20));
    return put(key, body, condition);
  };
  await publishSite(store, publishing);
  expect(await store.get('open/site/data/agency/old.json')).toBeNull();
  for (const path of ['app.js', 'index.html', 'data/meta.json']) expect(await store.get(`open/site/${path}`), path).not.toBeNull();
  store.put = async (key, ...its) => (key.endsWith('meta.json') ? Promise.reject(new Error('refused')) : put(key, ...its));
  await expect(publishSite(store, publishing)).rejects.toThrow('refused');
});
