import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../..', import.meta.url).pathname;

/** Where the commands of a page are typed, and what its reader's shell knows. */
export interface Place {
  readonly home: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What a clone holds that a session must not share: other sessions' datasets, the history. */
const own = new Set(['.git', 'dataset', 'dataset-samples']);

/**
 * A home of its own: a folder with the samples (`stranger`) or all that a clone holds (`clone`), `gongkai` on the path,
 * nothing else of this machine. A page `*.zh.md` is read by somebody whose machine speaks Chinese.
 */
export function place(page: string, kind: 'stranger' | 'clone'): Place {
  const home = mkdtempSync(join(tmpdir(), 'gongkai-journey-'));
  const [cwd, bin] = [join(home, 'work'), join(home, 'bin')];
  for (const folder of [cwd, bin]) mkdirSync(folder);
  const entries = kind === 'stranger' ? ['samples'] : readdirSync(root).filter((entry) => !own.has(entry));
  for (const entry of entries) symlinkSync(join(root, entry), join(cwd, entry));
  writeFileSync(join(bin, 'gongkai'), `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist', 'gongkai.js')}' "$@"\n`, {
    mode: 0o755,
  });
  symlinkSync(process.execPath, join(bin, 'node'));
  const lang = page.endsWith('.zh.md') ? 'zh_CN.UTF-8' : 'C.UTF-8';
  return { home, cwd, env: { PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, HOME: home, LANG: lang, npm_config_update_notifier: 'false' } };
}
