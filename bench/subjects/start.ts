import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../bin/local/package-root.ts';
import type { Subject } from '../measure/row.ts';
import { fastest } from '../measure/time.ts';

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: packageRoot(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
}

/** From process start to the end of the process. */
export const starting: Subject = {
  name: 'start',
  about: 'whole processes, from start to end; the least of some rounds',
  run: async ({ quick }) => {
    const samples = join(packageRoot(), 'samples');
    const sample = readdirSync(samples).find((name) => name.endsWith('.html')) ?? '';
    const parse = ['dist/gongkai.js', 'parse', join(samples, sample), '--json'];
    const [value = Number.NaN, bare = Number.NaN] = await fastest([() => run(parse), () => run(['-e', '0'])], quick ? 5 : 15, 1);
    return [
      {
        id: 'start_parse',
        what: 'gongkai parse of one page, process start to end',
        value,
        unit: 'ms',
        limit: { what: 'node -e 0', value: bare },
        wanted: { most: 500, of: 'value' },
      },
    ];
  },
};
