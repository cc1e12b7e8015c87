import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../bin/local/package-root.ts';
import { openKeys } from '../../src/keys.ts';
import { writeMadeDataset } from '../generate/dataset.ts';
import { gongkai, type Process } from '../measure/process.ts';
import type { Row, Subject } from '../measure/row.ts';

const version = 'v2026.1.0';

/** A release of so many reports: what it took, its size, and the seconds it takes to write the same files again. */
interface Made extends Process {
  readonly count: number;
  readonly size: number;
  readonly writing: number;
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true }).reduce((sum, name) => sum + (statSync(join(folder, String(name))).size || 0), 0);

function made(root: string, wanted: number): Made {
  const out = join(root, `dataset-${wanted}`);
  const count = writeMadeDataset(out, wanted);
  const run = gongkai('release', '--out', out, '--version', version, '--date', '2026-01-31');
  const folder = join(out, openKeys.release(version));
  const start = performance.now();
  cpSync(folder, join(root, 'copy'), { recursive: true });
  const writing = (performance.now() - start) / 1000;
  const size = bytesIn(folder) / 1e6;
  for (const path of [out, join(root, 'copy')]) rmSync(path, { recursive: true });
  return { ...run, count, size, writing };
}

function rows({ count, seconds, megabytes, size, writing }: Made): Row[] {
  const of = (what: string, value: number, unit: Row['unit']) => ({ what: `release of ${count} reports, ${what}`, value, unit });
  const limit = { what: 'writing the same files', value: 1000 * writing };
  return [
    { id: `release_${count}`, ...of('database file and explorer with it', 1000 * seconds, 'ms'), limit },
    { id: `release_${count}_size`, ...of('size', size, 'MB') },
    { id: `release_${count}_memory`, ...of('peak memory', megabytes, 'MB'), wanted: { most: 1_000, of: 'value' } },
  ];
}

function growth(small: Made, large: Made): Row {
  const cost = ({ count, processor }: Made) => (1000 * processor) / count;
  return {
    id: 'release_growth',
    what: `processor time a report released at ${large.count}, against ${small.count}`,
    ...{ value: cost(large), unit: 'ms', limit: { what: `at ${small.count}`, value: cost(small) } },
    wanted: { most: 1.2, of: 'times_limit' },
  };
}

/** `GONGKAI_BENCH_REPORTS=50000 npm run bench -- release` measures another size than 10,000 against 1,000. */
export const releasing: Subject = {
  name: 'release',
  about: 'a dataset to a release: time, size, memory, growth',
  run: async ({ quick }) => {
    const root = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
    const [few, many] = quick ? [100, 300] : [1_000, Number(process.env.GONGKAI_BENCH_REPORTS ?? 10_000)];
    try {
      spawnSync(process.execPath, [join(packageRoot(), 'bin', 'prepare.mjs')]);
      const [small, large] = [made(root, few), made(root, many)];
      return [...rows(small), ...rows(large), growth(small, large)];
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};
