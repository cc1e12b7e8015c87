import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../..', import.meta.url).pathname;

/** Where the commands of a page are typed, and what its reader's shell knows. */
export interface Place {
  readonly home: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What a clone has not: the history, and datasets of other sessions. */
const notCloned = new Set(['.git', 'dataset', 'dataset-samples', 'cdk.out']);
/** Pages of people who have the whole tree before them, and of one who changes it: he gets a copy. */
const inClone = /\/an?-(?:researcher|operator|engineer)-/;
const changesIt = /\/an-engineer-/;

function copied(entry: string, to: string): void {
  const wanted = (path: string) => !path.endsWith('.map') && !/\/dist\/(?:aws|bench)$/.test(path);
  // Times are kept: what is built stays newer than its sources.
  cpSync(join(root, entry), to, { recursive: true, preserveTimestamps: true, filter: wanted });
}

/**
 * A home of its own: a folder with the samples (`stranger`) or all that a clone holds (`clone`), `gongkai` on the path,
 * nothing else of this machine. A page `*.zh.md` is read by somebody whose machine speaks Chinese.
 */
export function place(page: string, kind: 'stranger' | 'clone'): Place {
  const home = mkdtempSync(join(tmpdir(), 'gongkai-journey-'));
  const [cwd, bin] = [join(home, 'desk'), join(home, 'bin')];
  for (const folder of [cwd, bin]) mkdirSync(folder);
  const whole = kind === 'clone' || inClone.test(page);
  const entries = whole ? readdirSync(root).filter((entry) => !notCloned.has(entry)) : ['samples'];
  for (const entry of entries)
    if (changesIt.test(page) && entry !== 'node_modules') copied(entry, join(cwd, entry));
    else symlinkSync(join(root, entry), join(cwd, entry));
  writeFileSync(join(bin, 'gongkai'), `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist', 'gongkai.js')}' "$@"\n`, {
    mode: 0o755,
  });
  symlinkSync(process.execPath, join(bin, 'node'));
  const lang = page.endsWith('.zh.md') ? 'zh_CN.UTF-8' : 'C.UTF-8';
  return { home, cwd, env: { PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, HOME: home, LANG: lang, npm_config_update_notifier: 'false' } };
}
