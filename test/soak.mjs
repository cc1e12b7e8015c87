// `npm run test:soak`: what `npm test` tries two thousand times, tens of thousands of times; whole processes killed 50 times.
// Figures of the environment are taken over: GONGKAI_KILLS=5 npm run test:soak.
import { spawnSync } from 'node:child_process';

const figures = { GONGKAI_INTERLEAVINGS: '40000', GONGKAI_KILLS: '50', GONGKAI_KILL_FILES: '500' };
const tests = ['test/dataset/interleave.test.ts', 'test/dataset/kill.test.ts'];
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--testTimeout=14400000', '--hookTimeout=3600000', ...tests, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...figures, ...process.env },
    shell: process.platform === 'win32',
  },
);
process.exitCode = status ?? 1;
