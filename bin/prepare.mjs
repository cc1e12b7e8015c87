// Runs before `npm start` and `npm test`: installs what the lock file names when it changed, then bundles what is newer
// than its bundle. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.gongkai-lock');
const lock = join(root, '.prepare.lock');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Take the lock, or wait for the process that holds it; a lock older than ten minutes was left by a killed one. */
function locked(work) {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 600_000) rmSync(lock, { recursive: true, force: true });
      sleep(200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function install() {
  if (installed()) return;
  console.error('gongkai: installing dependencies (once per change of package-lock.json) …');
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('gongkai: npm ci failed; is the npm registry reachable? Fix what it says above and run again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((max, name) => (name === 'node_modules' ? max : Math.max(max, newest(join(path, name)))), stat.mtimeMs);
}

async function bundle() {
  const built = statSync(join(root, 'dist', 'gongkai.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['bin', 'src', 'schemas', 'site', 'lambdas/adapters', 'queries', 'package-lock.json'].map((name) =>
    newest(join(root, name)),
  );
  if (built > Math.max(...sources)) return;
  const { bundleCli, bundleSite } = await import('./bundle.mjs');
  await Promise.all([bundleCli(), bundleSite()]);
}

locked(install);
await bundle();
