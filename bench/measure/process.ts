import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../bin/local/package-root.ts';

/** A process from its start to its end. */
export interface Process {
  readonly seconds: number;
  /** Seconds of processor, all threads together: what a busy machine changes least. */
  readonly processor: number;
  /** The most memory it held. */
  readonly megabytes: number;
}

// The process itself says at its end what it used: nothing else knows it on every system.
const usage = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('node:fs').writeSync(3, JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});`;

/** Run the bundled command to its end. Throws what it says when it fails. */
export function gongkai(...args: string[]): Process {
  const preload = `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module'; const require = createRequire('file:///');${usage}`)}`;
  const start = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', preload, join(packageRoot(), 'dist', 'gongkai.js'), ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 3) throw new Error(`gongkai ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, ...JSON.parse(output[3] ?? '{}') };
}
