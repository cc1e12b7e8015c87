// npm run test:browser: the explorer in a real browser, every page, both languages, phone and desk, and the journeys through it.
// It needs Chromium (Debian: apt-get install chromium); without it nothing is tested, and it says so.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browser = known.find((path) => path && existsSync(path));
if (!browser) {
  console.log('test:browser: NOT RUN, nothing was tested. Missing: Chromium (apt-get install chromium, or set CHROMIUM to its path)');
} else {
  const run = ['vitest', 'run', '--config', 'test/browser/vitest.config.ts', '--root', '.', ...process.argv.slice(2)];
  const { status } = spawnSync('npx', run, { stdio: 'inherit', env: { ...process.env, CHROMIUM: browser } });
  process.exitCode = status ?? 1;
}
