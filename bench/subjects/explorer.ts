import { join } from 'node:path';
import { packageRoot } from '../../bin/local/package-root.ts';
import { buildSite } from '../../src/site/build.ts';
import { browserPath, look, openBrowser, type Seen, serveFiles } from '../explorer/browser.ts';
import { distinct, manyReports } from '../explorer/dataset.ts';
import type { Row, Scale, Subject } from '../measure/row.ts';
import { median } from '../measure/time.ts';

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

/** The largest file of an agency, as it is before it is compressed. */
const largest = (files: ReadonlyMap<string, string>, folder: string) =>
  Math.max(...[...files].filter(([path]) => path.startsWith(folder)).map(([, text]) => Buffer.byteLength(text)));

async function seen(home: string, agency: string, rounds: number): Promise<{ fast: Seen[]; slow: Seen[]; agency: Seen }> {
  const browser = await openBrowser();
  const [fast, slow]: [Seen[], Seen[]] = [[], []];
  for (let round = 0; round < rounds; round++) fast.push(await look(browser, `${home}#/overview?lang=en`, false));
  for (let round = 0; round < rounds; round++) slow.push(await look(browser, `${home}#/overview?lang=en`, true));
  const page = await look(browser, `${home}#/agency/${agency}?lang=en`, false);
  await browser.close();
  return { fast, slow, agency: page };
}

type Files = ReadonlyMap<string, string>;

async function built(reports: number): Promise<{ files: Files; rows: Row[] }> {
  const { store, agencies } = await manyReports(reports);
  const files = new Map<string, string>();
  const options = { queries: [], reports: null, releases: null };
  const started = performance.now();
  const meta = await buildSite(store, async (path, text) => void files.set(path, text), options);
  const value = Math.round(performance.now() - started);
  const of = `${meta.reports} reports of ${agencies} agencies (${distinct} generated, repeated)`;
  const agency = kilobytes(largest(files, 'data/agency/'));
  const index = kilobytes(largest(files, 'data/agencies/'));
  const rows: Row[] = [
    { id: 'explorer_build', what: `building the explorer's data: ${of}`, value, unit: 'ms' },
    {
      id: 'explorer_agency_file',
      what: 'largest file of an agency, not compressed',
      ...{ value: agency, unit: 'kB', wanted: { most: 60, of: 'value' } },
    },
    { id: 'explorer_search_index', what: 'largest part of the search index, not compressed', value: index, unit: 'kB' },
  ];
  return { files, rows };
}

/** What a reader waits for and fetches, in a browser. */
async function opened(files: Files, rounds: number): Promise<Row[]> {
  const agency = [...files.keys()].find((path) => path.startsWith('data/agency/'))?.slice('data/agency/'.length, -'.json'.length) ?? '';
  const { home, close } = await serveFiles(files, join(packageRoot(), 'dist', 'site'));
  const { fast, slow, agency: page } = await seen(home, agency, rounds).finally(close);
  const chart = (looks: readonly Seen[]) => Math.round(median(looks.map((look) => look.chart)));
  const row = (id: string, what: string, value: number, unit: 'kB' | 'ms', most: number): Row => ({
    id,
    what,
    ...{ value, unit, wanted: { most, of: 'value' } },
  });
  const bytes = kilobytes(Math.max(...fast.map((look) => look.bytes)));
  return [
    row('explorer_first_view', `first view over the wire, brotli, ${fast[0]?.requests} requests`, bytes, 'kB', 250),
    row('explorer_agency_request', 'an agency in one request, brotli', kilobytes(page.agency), 'kB', 60),
    row('explorer_first_chart', 'request to first chart', chart(fast), 'ms', 1_000),
    row('explorer_first_chart_slow', 'the same at 1.6 Mbit/s, 150 ms, processor slowed 4 times', chart(slow), 'ms', 2_500),
  ];
}

async function run({ quick }: Scale): Promise<Row[]> {
  const { files, rows } = await built(quick ? 5_200 : 100_000);
  if (browserPath) return [...rows, ...(await opened(files, quick ? 1 : 3))];
  console.error('explorer: no Chromium, so nothing was opened');
  return rows;
}

/** What the explorer costs its reader: bytes and time of the first view, with many reports behind it. */
export const explorer: Subject = { name: 'explorer', about: 'the explorer over 100,000 reports: bytes and time of a first view', run };
