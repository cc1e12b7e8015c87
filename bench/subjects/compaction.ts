import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeFile } from '../../bin/local/ingest/take.ts';
import { packageRoot } from '../../bin/local/package-root.ts';
import { type LocalDataset, openLocalDataset } from '../../bin/local/store/local-dataset.ts';
import { compactShards, compactTouched } from '../../src/dataset/compaction/compact.ts';
import type { Touched } from '../../src/dataset/intake/receive.ts';
import { regionOf } from '../../src/keys.ts';
import { randomReport } from '../generate/index.ts';
import { gongkai } from '../measure/process.ts';
import type { Row, Subject } from '../measure/row.ts';
import { median, timed } from '../measure/time.ts';

const own = { division: '350200', year: 2023 } as const;
const region = own.division.slice(0, 2);

/** Write the same reports of one region and year, and so many of all others. */
function reports(folder: string, others: number): void {
  mkdirSync(folder, { recursive: true });
  for (let seed = 1; seed <= 100; seed++) writeFileSync(join(folder, `own-${seed}.txt`), randomReport(seed, own).plainText);
  for (let seed = 1, written = 0; written < others; seed++) {
    const { report, plainText } = randomReport(seed, { everywhere: true });
    if (regionOf(report.agency.agency_id) === region) continue;
    writeFileSync(join(folder, `${seed}.txt`), plainText);
    written++;
  }
}

/** A dataset with so many reports of other regions. */
interface Sized {
  readonly others: number;
  readonly folder: string;
  readonly dataset: LocalDataset;
  /** Milliseconds of each compaction: of the region and year alone, and of everything the change touched. */
  readonly shard: number[];
  readonly whole: number[];
}

function sized(root: string, others: number): Sized {
  const [folder, out] = [join(root, `reports-${others}`), join(root, `dataset-${others}`)];
  reports(folder, others);
  gongkai('ingest', folder, '--out', out);
  return { others, folder, dataset: openLocalDataset(out, { durable: 'later' }), shard: [], whole: [] };
}

/** Take in a report that says something else than the round before, without compacting. */
async function change({ dataset, folder }: Sized, round: number): Promise<Touched> {
  const path = join(folder, 'changed.txt');
  const text = `${randomReport(1, own).plainText}\n第${round + 1}稿\n`;
  writeFileSync(path, text);
  const job = { path, key: 'changed.txt', bytes: Buffer.byteLength(text), sidecar: { now: false, before: false }, keep: false };
  return takeFile(dataset, job, new Date().toISOString());
}

async function measure(size: Sized, round: number): Promise<void> {
  const touched = await change(size, round);
  const shard = await timed(() => compactShards(size.dataset, touched.shards));
  const rest = await timed(() => compactTouched(size.dataset, touched));
  // The first round loads and compiles what the others run.
  if (round === 0) return;
  size.shard.push(shard);
  size.whole.push(shard + rest);
}

function rows(small: Sized, large: Sized): Row[] {
  const against = (id: string, what: string, of: (size: Sized) => readonly number[]): Row => ({
    id,
    what: `one changed report beside ${large.others} of other regions: ${what}`,
    ...{ value: median(of(large)), unit: 'ms', limit: { what: `beside ${small.others}`, value: median(of(small)) } },
    wanted: { most: 1.2, of: 'times_limit' },
  });
  return [
    against('compact_changed_shard', 'its region and year', ({ shard }) => shard),
    against('compact_changed', 'everything it touches', ({ whole }) => whole),
  ];
}

/** What a changed report costs a compaction, in a small and a large dataset whose own region and year are the same, in turns. */
export const compaction: Subject = {
  name: 'compaction',
  about: 'one changed report compacted in a small and in a large dataset, the same region and year',
  run: async ({ quick }) => {
    const root = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
    try {
      spawnSync(process.execPath, [join(packageRoot(), 'bin', 'prepare.mjs')]);
      const [few, many] = quick ? [100, 400] : [1_000, 10_000];
      const [small, large] = [sized(root, few), sized(root, many)];
      for (let round = 0; round < 12; round++) for (const size of [small, large]) await measure(size, round);
      return rows(small, large);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};
