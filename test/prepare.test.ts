import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../bin/local/package-root.ts';
import { temporary, write } from './support/folders.ts';

// A clone with nothing in it but the script, an npm that does what a test says, and a bundler that leaves a mark.

let clone = '';
let path = '';
const lock = () => join(clone, '.prepare.lock');
const isBundled = () => existsSync(join(clone, 'bundled'));

function npmSays(script: string): void {
  write(path, { npm: `#!/bin/sh\n${script}\n` });
  chmodSync(join(path, 'npm'), 0o755);
}

const prepare = () => ({
  program: [join(clone, 'bin', 'prepare.mjs')],
  options: { env: { ...process.env, PATH: `${path}${delimiter}${process.env.PATH}` }, encoding: 'utf8' as const, timeout: 60_000 },
});

function run() {
  const { program, options } = prepare();
  return spawnSync(process.execPath, program, options);
}

beforeEach(() => {
  [clone, path] = [temporary(), temporary()];
  mkdirSync(join(clone, 'node_modules'));
  const mark = `writeFileSync(${JSON.stringify(join(clone, 'bundled'))}, '')`;
  const bundler = `import { writeFileSync } from 'node:fs';\nexport const bundleCli = () => ${mark};\nexport const bundleSite = bundleCli;\n`;
  write(clone, { 'package-lock.json': '{}', 'bin/bundle.mjs': bundler });
  copyFileSync(join(packageRoot(), 'bin', 'prepare.mjs'), join(clone, 'bin', 'prepare.mjs'));
});

test.skipIf(process.platform === 'win32')('installs once per lock file, and bundles', () => {
  npmSays(`echo installed >> '${join(clone, 'log')}'`);
  expect([run().status, run().status]).toEqual([0, 0]);
  expect(readFileSync(join(clone, 'log'), 'utf8')).toBe('installed\n');
  expect([isBundled(), existsSync(lock())]).toEqual([true, false]);
});

test.skipIf(process.platform === 'win32')('a failed installation is told, bundles nothing, and does not hold up the next run', () => {
  npmSays('exit 1');
  const { status, stderr } = run();
  expect([status, stderr, isBundled(), existsSync(lock())]).toEqual([1, expect.stringContaining('npm ci failed'), false, false]);
  npmSays('exit 0');
  expect(run().status).toBe(0);
});

test.skipIf(process.platform === 'win32')(
  'what a killed run holds is taken over, what a running one holds is waited for, and said',
  async () => {
    npmSays('exit 0');
    const { pid: dead } = spawnSync(process.execPath, ['-e', '0']);
    writeFileSync(lock(), `${dead}`);
    expect(run()).toMatchObject({ status: 0, stderr: expect.not.stringContaining('waiting') });
    writeFileSync(join(clone, 'package-lock.json'), '{"changed":true}');
    writeFileSync(lock(), `${process.pid}`);
    const { program, options } = prepare();
    const waiting = spawn(process.execPath, program, { env: options.env, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = new Promise((done) => waiting.on('close', done));
    const said = await new Promise<string>((told) => waiting.stderr.once('data', (data) => told(String(data))));
    expect(said).toContain(`waiting for process ${process.pid}`);
    rmSync(lock());
    expect(await ended).toBe(0);
  },
);
