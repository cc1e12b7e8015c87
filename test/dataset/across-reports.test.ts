import { expect, test } from 'vitest';
import type { Report } from '../../schemas/report.ts';
import type { Row } from '../../schemas/tables.ts';
import { compactShards, compactTouched } from '../../src/dataset/compaction/compact.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { allTouched, receive, type Touched } from '../../src/dataset/intake/receive.ts';
import { openKeys } from '../../src/keys.ts';
import type { Source } from '../../src/model.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { contents } from './interleave/run.ts';
import { jsonLines, madeUpReport, sha256Of } from './interleave/scenario.ts';

/** A document: the figures of one report by their codes. */
interface Figures {
  readonly agency: string;
  readonly year: number;
  readonly coverage: Report['report']['coverage'];
  readonly cells: Readonly<Record<string, number>>;
}

/** The half of D05 that one report answers alone; the other compares it with the year before. */
const ownHalf = { id: 'D05', outcome: 'pass', severity: 'warning', left: 1, right: null, message: 'of this report' } as const;

async function parse(bytes: Uint8Array, source: Source) {
  const { agency, year, coverage, cells }: Figures = JSON.parse(new TextDecoder().decode(bytes));
  const said = { agency, year, values: [] };
  const report = madeUpReport({ id: year, v1: said, v2: said }, said, '0.1.0', source, bytes);
  const printed = Object.entries(cells).map(([code, value], n) => ({ code, value, status: 'reported' as const, line: n + 1 }));
  return {
    report: {
      ...report,
      report: { ...report.report, coverage },
      cells: printed.map((cell) => ({ ...cell, raw: `${cell.value}`, unit: 'CNY_10K' })),
      checks: [ownHalf],
    },
    agencyCandidates: [],
  };
}

const newDataset = () => ({
  raw: new MemoryStore(),
  state: new MemoryStore(),
  open: new MemoryStore(),
  format: jsonLines,
  redact: { report: (report: Report) => report, text: (text: string) => text, name: (name: string) => name },
  parse,
  parserVersion: '0.1.0',
});

/** Take a document in, and compact what it touched, as both come to a deployed dataset. */
async function publish(dataset: Dataset, figures: Figures): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(figures));
  const touched: Touched[] = [];
  const file = { key: `${figures.agency}${figures.year}.txt`, version: sha256Of(body) };
  const arrival = { file, version: file.version, body, received: '2022-01-01T00:00:00Z' };
  await receive(dataset, arrival, { members: async () => {}, compaction: async (what) => void touched.push(what) });
  await compactTouched(dataset, allTouched(touched));
}

const bureau = '350200-justice-bureau';
const government = '350200-government';
const earlier: Figures = {
  agency: bureau,
  year: 2020,
  coverage: 'own_organ',
  cells: { 'applications.carried_out.total': 5, 'disclosure.fees.amount': 3 },
};
const later: Figures = {
  agency: bureau,
  year: 2021,
  coverage: 'own_organ',
  cells: { 'applications.carried_in.total': 6, 'applications.new_received.total': 9, 'disclosure.fees.amount': 30_000 },
};
const whole: Figures = { agency: government, year: 2021, coverage: 'aggregate', cells: { 'applications.new_received.total': 7 } };

/** The checks of a year as the table holds them, in its order. */
async function checksOf({ open }: Pick<Dataset, 'open'>, year: number): Promise<readonly string[]> {
  const object = await open.get(openKeys.table('checks', { year, region: '35' }));
  const lines = new TextDecoder().decode(object?.body).trim().split('\n');
  const rows = lines.map((line): Row<'checks'> => JSON.parse(line));
  return rows.map((row) => [row.agency_id, row.check_id, row.instance, row.outcome, row.left_value, row.right_value].join(' '));
}

const ofBureau = [
  `${bureau} A07 total fail 6 5`,
  `${bureau} D05  pass 1 `,
  `${bureau} D05 previous_year fail 30000 3`,
  `${bureau} Q08  pass 1 1`,
];
const ofGovernment = [
  `${government} D05  pass 1 `,
  `${government} Q08  pass 1 1`,
  `${government} X01 applications.new_received.total fail 7 9`,
];

test.each([
  ['in order', [earlier, later, whole]],
  ['the later year first', [later, whole, earlier]],
  ['a neighbour last, whose coming takes over the rows of the others', [later, earlier, whole]],
])('checks over several reports stand once in the table of the later year: %s', async (_, documents) => {
  const dataset = newDataset();
  for (const figures of documents) await publish(dataset, figures);
  expect(await checksOf(dataset, 2020)).toEqual([`${bureau} D05  pass 1 `, `${bureau} Q08  pass 1 1`]);
  expect(await checksOf(dataset, 2021)).toEqual([...ofGovernment, ...ofBureau]);
  const gradually = await contents(dataset.open, 'open/checks/');
  await compactShards(
    dataset,
    [2020, 2021].map((year) => ({ year, region: '35' })),
    { full: true },
  );
  expect(await contents(dataset.open, 'open/checks/')).toEqual(gradually);
});
