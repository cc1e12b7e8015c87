// Runs before `npm start` and `npm test`: installs what the lock file names when it changed, then bundles what is newer
// than its bundle. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/** Who holds the lock; null for one that says nothing. */
function holder() {
  try {
    return Number(readFileSync(lock, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** Whether the process that took the lock is gone: killed, or ended by Ctrl-C. One that says nothing is being written, or was left. */
function isLeft(pid) {
  if (pid === null) return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 10_000;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Take the lock, or wait for the process that holds it. */
function locked(work) {
  for (let told = false; ; sleep(200)) {
    try {
      writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const pid = holder();
    if (isLeft(pid)) rmSync(lock, { recursive: true, force: true });
    else if (!told) console.error(`gongkai: waiting for process ${pid ?? '?'}, which is installing dependencies …`);
    told = true;
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Install what the lock file names; false where that failed. */
function install() {
  if (installed()) return true;
  console.error('gongkai: installing dependencies (once per change of package-lock.json) …');
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) writeFileSync(stamp, wanted);
  else console.error('gongkai: npm ci failed; is the npm registry reachable? Fix what it says above and run again.');
  return status === 0;
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

if (locked(install)) await bundle();
else process.exitCode = 1;
