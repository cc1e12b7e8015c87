import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../bin/local/package-root.ts';
import { layouts, randomReport } from '../generate/index.ts';
import { gongkai, type Process } from '../measure/process.ts';
import type { Row, Subject } from '../measure/row.ts';

/** Layouts that most reports come in: web pages and texts, in turns. */
const mixed = layouts.filter(({ medium }) => medium === 'html' || medium === 'txt');

/** Write made-up reports to a folder of its own, of agencies all over the country: as in a collection, hardly two are of one agency and year. */
function reports(root: string, count: number): string {
  const folder = join(root, `reports-${count}`);
  mkdirSync(folder, { recursive: true });
  for (let seed = 1; seed <= count; seed++) {
    const layout = mixed[seed % mixed.length];
    if (layout === undefined) continue;
    const { name, bytes } = randomReport(seed, { everywhere: true }).render(layout.name);
    writeFileSync(join(folder, `${seed}-${name}`), bytes);
  }
  return folder;
}

const ingest = (folder: string, out: string, workers: number): Process =>
  gongkai('ingest', folder, '--out', out, '--workers', String(workers));

/** Seconds to write the files of a dataset again: what no program that leaves the same files can do without. */
function rewriting(out: string, root: string): number {
  const start = performance.now();
  cpSync(out, join(root, 'copy'), { recursive: true });
  rmSync(join(root, 'copy'), { recursive: true });
  return (performance.now() - start) / 1000;
}

interface Size {
  readonly count: number;
  readonly first: Process;
  readonly unchanged: Process;
  /** One report more, in a region and year that exist. */
  readonly oneMore: Process;
  readonly writing: number;
}

function sized(root: string, count: number, workers: number): Size {
  const [folder, out] = [reports(root, count), join(root, `dataset-${count}-${workers}`)];
  const first = ingest(folder, out, workers);
  const writing = rewriting(out, root);
  const unchanged = ingest(folder, out, workers);
  const more = randomReport(1, { year: 2021, division: '350200' }).render('html');
  appendFileSync(join(folder, 'one-more.html'), more.bytes);
  const oneMore = ingest(folder, out, 1);
  rmSync(join(folder, 'one-more.html'));
  return { count, first, unchanged, oneMore, writing };
}

function ingesting({ count, first, writing }: Size, workers: number): Row[] {
  return [
    {
      id: `ingest_${workers}_workers`,
      what: `${count} web pages and texts to a dataset, ${workers} workers`,
      ...{ value: count / first.seconds, unit: 'reports/s' },
      limit: { what: 'writing the same files', value: count / writing },
    },
    {
      id: `ingest_${workers}_workers_cost`,
      what: 'processor time a report, all threads',
      ...{ value: (1000 * first.processor) / count, unit: 'ms' },
    },
    {
      id: `ingest_${workers}_workers_memory`,
      what: 'peak memory',
      value: first.megabytes,
      unit: 'MB',
      wanted: { most: 1_000, of: 'value' },
    },
  ];
}

function growing(small: Size, large: Size): Row[] {
  const cost = ({ count, first }: Size) => (1000 * first.processor) / count;
  return [
    {
      id: 'ingest_growth',
      what: `processor time a report at ${large.count}, against ${small.count}`,
      ...{ value: cost(large), unit: 'ms', limit: { what: `at ${small.count}`, value: cost(small) } },
      wanted: { most: 1.2, of: 'times_limit' },
    },
    {
      id: 'ingest_unchanged',
      what: `${large.count} unchanged files looked at, a file`,
      ...{ value: (1000 * large.unchanged.seconds) / large.count, unit: 'ms', wanted: { most: 0.1, of: 'value' } },
    },
    {
      id: 'compact_one_more',
      what: `one report more in a dataset of ${large.count}, against ${small.count}`,
      ...{ value: 1000 * large.oneMore.processor, unit: 'ms', limit: { what: `of ${small.count}`, value: 1000 * small.oneMore.processor } },
    },
  ];
}

/** Whole runs of the command, as a person starts them. */
export const ingestion: Subject = {
  name: 'ingest',
  about: 'files to a dataset, one and all workers: rate, cost, memory, growth, an unchanged folder, one report more',
  run: async ({ quick }) => {
    const root = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
    const [few, many] = quick ? [100, 300] : [1_000, 10_000];
    const workers = availableParallelism();
    try {
      spawnSync(process.execPath, [join(packageRoot(), 'bin', 'prepare.mjs')]);
      const [small, large] = [sized(root, few, workers), sized(root, many, workers)];
      const alone = sized(root, few, 1);
      return [...ingesting(alone, 1), ...ingesting(large, workers), ...growing(small, large)];
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};
