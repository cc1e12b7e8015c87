import { renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import type { Failure } from '../../bin/failure.ts';
import { type IngestOptions, ingest } from '../../bin/local/ingest/ingest.ts';
import { newSeen } from '../../bin/local/ingest/seen.ts';
import type { Ingested } from '../../bin/local/ingest/tally.ts';
import { walk } from '../../bin/local/ingest/walk.ts';
import { openLocalDataset } from '../../bin/local/store/local-dataset.ts';
import { compactShards } from '../../src/dataset/compaction/compact.ts';
import { shards } from '../../src/dataset/upkeep/reconcile.ts';
import { select } from '../support/duckdb.ts';
import { contents, filesIn, temporary, times, write } from '../support/folders.ts';

const old = new Date('2026-01-01');

/** Made-up reports as files of a folder, written long ago. */
function reports(folder: string, seeds: readonly number[]): void {
  for (const seed of seeds) {
    write(folder, { [`${seed}.txt`]: randomReport(seed).plainText });
    utimesSync(join(folder, `${seed}.txt`), old, old);
  }
}

async function run(
  paths: readonly string[],
  out: string,
  options: Partial<IngestOptions> = {},
): Promise<Ingested & { failures: Failure[] }> {
  const failures: Failure[] = [];
  const ingested = await ingest([...walk(paths, out)], { out, workers: 1, ...options }, { failed: (failure) => failures.push(failure) });
  return { ...ingested, failures };
}

const range = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

test('a folder of reports becomes tables that DuckDB reads, value for value', async () => {
  const [folder, out] = [temporary(), temporary()];
  reports(folder, range(1, 12));
  expect(await run([folder], out)).toMatchObject({ files: 12, unchanged: 0, outcomes: { candidate: 12 }, failed: 0, quarantined: [] });
  const { report } = randomReport(7);
  const { agency_id } = report.agency;
  const where = `agency_id = '${agency_id}' AND year = ${report.report.year}`;
  for (const files of [`open/cells/*/*.parquet`, `open/agency_cells/agency=${agency_id}/year=${report.report.year}/cells.parquet`]) {
    const cells = await select(
      `SELECT table_code || '.' || row_code || '.' || column_code code, value FROM read_parquet('${join(out, files)}') WHERE ${where}`,
    );
    expect(Object.fromEntries(cells.map(({ code, value }) => [code, value === null ? null : Number(value)]))).toEqual(
      Object.fromEntries(report.cells.map(({ code, value }) => [code, value])),
    );
  }
  const [row] = await select(`SELECT * FROM read_parquet('${join(out, 'open/reports/*/*.parquet')}') WHERE ${where}`);
  const [same] = await select(
    `SELECT * EXCLUDE (agency) FROM read_parquet('${join(out, `open/agency_reports/agency=${agency_id}/*/report.parquet`)}') WHERE ${where}`,
  );
  expect(row).toEqual(same);
  expect(row).toMatchObject({
    title: report.report.title,
    cells_reported: report.cells.filter(({ value }) => value !== null).length,
    winner_reason: 'only_candidate',
  });
  expect(row?.applications_new_received).toBe(report.cells.find(({ code }) => code === 'applications.new_received.total')?.value);
});

test('in whatever order, in one run or in several, the open data are the same bytes', async () => {
  const [folder, later, one, several] = [temporary(), temporary(), temporary(), temporary()];
  reports(folder, range(20, 16));
  reports(later, range(36, 6));
  await run([folder, later], one);
  const backwards = [...walk([later, folder], several)].reverse();
  await ingest(backwards.slice(0, 9), { out: several, workers: 1 }, { failed: () => {} });
  await ingest(backwards.slice(9), { out: several, workers: 1 }, { failed: () => {} });
  expect(contents(join(several, 'open'))).toEqual(contents(join(one, 'open')));
});

test('an unchanged folder writes nothing, rehashed or with its list lost nothing in the open data', async () => {
  const [folder, out] = [temporary(), temporary()];
  reports(folder, range(50, 8));
  await run([folder], out);
  const [before, open] = [times(out), times(join(out, 'open'))];
  expect(await run([folder], out)).toMatchObject({ files: 8, unchanged: 8, outcomes: { candidate: 8 } });
  expect(times(out)).toEqual(before);
  await run([folder], out, { rehash: true });
  expect(times(join(out, 'open'))).toEqual(open);
  rmSync(join(out, '.local'), { recursive: true });
  expect(await run([folder], out)).toMatchObject({ unchanged: 0 });
  expect(times(join(out, 'open'))).toEqual(open);
});

test('compaction from the tables that are there equals compaction from the candidates', async () => {
  const [folder, out] = [temporary(), temporary()];
  reports(folder, range(70, 10));
  await run([folder], out);
  // One division and year: the tables hold several agencies, of which one is new.
  for (const seed of range(900, 6))
    write(folder, { [`more/${seed}.txt`]: randomReport(seed, { division: '350200', year: 2023 }).plainText });
  await run([folder], out);
  write(folder, { 'more/last.txt': randomReport(990, { division: '350200', year: 2023, kind: 'justice-bureau' }).plainText });
  await run([folder], out);
  const incremental = contents(join(out, 'open'));
  const dataset = openLocalDataset(out);
  await compactShards(dataset, await shards(dataset), { full: true });
  expect(contents(join(out, 'open'))).toEqual(incremental);
});

test('a run cut short after its first file is known for it, and the next run, of whatever files, publishes what it took in', async () => {
  const [folder, others, out] = [temporary(), temporary(), temporary()];
  reports(folder, range(80, 3));
  reports(others, range(90, 2));
  const cut = { failed: () => {}, progress: () => expect.fail('cut short') };
  await expect(ingest(walk([folder], out), { out, workers: 1 }, cut)).rejects.toThrow('cut short');
  expect(newSeen(out).interrupted).toBe(true);
  await run([others], out);
  expect(await select(`SELECT count(*) AS n FROM read_parquet('${join(out, 'open/reports/*/*.parquet')}')`)).toEqual([{ n: '3' }]);
  expect(newSeen(out).interrupted).toBe(false);
});

test('the members of a zip are documents of their own, names in GBK and sidecars in it included', async () => {
  const [folder, out] = [temporary(), temporary()];
  const { plainText, report } = randomReport(101);
  const gbk = new Uint8Array([0xb1, 0xa8, 0xb8, 0xe6, 0x2e, 0x74, 0x78, 0x74]); // 报告.txt
  const name = Buffer.from(gbk).toString('latin1');
  const zip = zipSync({
    'a/one.txt': plainText,
    'nine.txt': randomReport(102).plainText,
    'a/one.txt.meta.json': Buffer.from('{"source_url":"https://www.xm.gov.cn/a"}'),
    '__MACOSX/x': plainText,
  });
  write(folder, {
    'two.zip': zip,
    'gbk.zip': withName(zipSync({ xxxxxxxx: randomReport(103).plainText }), name),
    'nested.zip': zipSync({ 'inner.zip': zipSync({ 'deep.txt': plainText }) }),
  });
  expect(await run([folder], out)).toMatchObject({
    files: 3,
    outcomes: { candidate: 3, container: 3, quarantined: 1 },
    quarantined: [{ key: 'nested.zip/inner.zip', code: 'nested_archive' }],
  });
  const documents = await select(
    `SELECT names, outcome, source_url FROM read_parquet('${join(out, 'open/documents/*.parquet')}') ORDER BY names`,
  );
  expect(documents.map(({ names, outcome, source_url }) => [names, outcome, source_url])).toEqual([
    [['inner.zip'], 'quarantined', null],
    [['nine.txt'], 'published', null],
    [['one.txt'], 'published', 'https://www.xm.gov.cn/a'],
    [['报告.txt'], 'published', null],
  ]);
  expect(filesIn(join(out, 'open/documents_json')).length).toBe(3);
  expect(report.document.sha256).toHaveLength(64);
});

/** A zip of one file with its name of eight bytes replaced, as a packer on Chinese Windows writes it. */
function withName(zip: Uint8Array, name: string): Uint8Array {
  return Buffer.from(Buffer.from(zip).toString('latin1').replaceAll('xxxxxxxx', name), 'latin1');
}

test('a file that cannot be read is told, the others go on', async () => {
  const [folder, out] = [temporary(), temporary()];
  reports(folder, [201]);
  const met = [...walk([folder], out)];
  write(folder, { 'gone.txt': 'x' });
  const withGone = [...walk([folder], out)];
  rmSync(join(folder, 'gone.txt'));
  const failures: string[] = [];
  const { outcomes, failed } = await ingest(withGone, { out, workers: 1 }, { failed: ({ code }) => failures.push(code) });
  expect({ failures, failed, candidates: outcomes.candidate }).toEqual({ failures: ['file_not_found'], failed: 1, candidates: 1 });
  expect(met).toHaveLength(1);
});

test('a sidecar that cannot be understood keeps its document back until it is mended', async () => {
  const [folder, out] = [temporary(), temporary()];
  reports(folder, [301]);
  for (const sidecar of ['{"witdrawn": true}', '{"source_url": "file:///home/wang/2021.html"}']) {
    write(folder, { '301.txt.meta.json': sidecar });
    expect(await run([folder], out)).toMatchObject({ quarantined: [{ code: 'sidecar_invalid' }] });
  }
  write(folder, { '301.txt.meta.json': '{"year": 2021}' });
  expect(await run([folder], out)).toMatchObject({ outcomes: { candidate: 1, quarantined: 0 } });
  expect(await select(`SELECT DISTINCT year FROM read_parquet('${join(out, 'open/reports/*/*.parquet')}')`)).toEqual([{ year: '2021' }]);
});

test('a document withdrawn by its sidecar leaves no partition, no row and no empty table; without the sidecar it is back', async () => {
  const [folder, out] = [temporary(), temporary()];
  reports(folder, [401]);
  await run([folder], out);
  const published = contents(join(out, 'open'));
  write(folder, { '401.txt.meta.json': '{"withdrawn": true, "reason": "names a person"}' });
  await run([folder], out);
  expect(filesIn(join(out, 'open')).map((name) => name.split('/')[0])).toEqual(['documents', 'form_crosswalk']);
  expect(await select(`SELECT outcome, reason FROM read_parquet('${join(out, 'open/documents/*.parquet')}')`)).toEqual([
    { outcome: 'superseded', reason: 'withdrawn: names a person' },
  ]);
  rmSync(join(folder, '401.txt.meta.json'));
  await run([folder], out);
  expect(contents(join(out, 'open'))).toEqual(published);
});

test('two folders with a file of the same name: neither is judged by the sidecar of the other', async () => {
  const [one, two, out] = [temporary(), temporary(), temporary()];
  reports(one, [501]);
  const name = '501.txt';
  reports(two, [502]);
  renameSync(join(two, '502.txt'), join(two, name));
  write(one, { [`${name}.meta.json`]: '{"withdrawn": true, "reason": "names a person"}' });
  const failures: string[] = [];
  const failed = ({ message }: Failure) => failures.push(message);
  // In one run and in two, whichever comes first: the second is told, and not taken in.
  await ingest(walk([one, two], out), { out, workers: 1 }, { failed });
  await ingest(walk([two], out), { out, workers: 1 }, { failed });
  expect(failures).toEqual([0, 1].map(() => expect.stringContaining(`${join(one, name)} has the same relative path`)));
  // Nothing to tell apart: no sidecar, the same in both, or a file that has moved.
  write(two, { [`${name}.meta.json`]: '{"withdrawn": true, "reason": "names a person"}' });
  expect(await run([two], out)).toMatchObject({ failed: 0, outcomes: { candidate: 1 } });
  write(two, { [`${name}.meta.json`]: '{"year": 2021}' });
  rmSync(one, { recursive: true });
  expect(await run([two], out)).toMatchObject({ failed: 0, outcomes: { candidate: 1 } });
});
