import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matches, rewritten, runStep, stepsOf } from './journey.ts';

// Sessions of people who have never seen the program, as pages to read: every command is run, what it shows is compared.
// After a wanted change: JOURNEY=write npx vitest run test/journeys, then read the difference.

const root = new URL('../..', import.meta.url).pathname;
const pages = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.md'));

/** A home of its own: an empty folder with the samples, `gongkai` on the path, nothing else of this machine. */
function stranger(): { readonly cwd: string; readonly env: Record<string, string> } {
  const home = mkdtempSync(join(tmpdir(), 'gongkai-journey-'));
  const [cwd, bin] = [join(home, 'work'), join(home, 'bin')];
  for (const folder of [cwd, bin]) mkdirSync(folder);
  symlinkSync(join(root, 'samples'), join(cwd, 'samples'));
  writeFileSync(join(bin, 'gongkai'), `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist', 'gongkai.js')}' "$@"\n`, {
    mode: 0o755,
  });
  return { cwd, env: { PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`, HOME: home, LANG: 'C.UTF-8' } };
}

describe.each(pages)('journey %s', (page) => {
  it('shows what the page says', () => {
    const path = join(import.meta.dirname, page);
    const text = readFileSync(path, 'utf8');
    const steps = stepsOf(text);
    const seen = new Map<number, readonly string[]>();
    expect(steps.length).toBeGreaterThan(0);
    const { cwd, env } = stranger();
    for (const { command, expected, line } of steps) {
      const shown = runStep(command, cwd, env);
      seen.set(line, shown);
      if (process.env.JOURNEY === 'write') continue;
      const wanted = expected.slice(0, expected.findLastIndex((text) => text !== '') + 1);
      // Only where they differ are the lines compared as text, for a readable difference.
      if (!matches(wanted, shown)) expect(shown.join('\n'), `${page}:${line}: $ ${command}`).toBe(wanted.join('\n'));
    }
    if (process.env.JOURNEY === 'write') writeFileSync(path, rewritten(text, seen));
    rmSync(join(cwd, '..'), { recursive: true, force: true });
  }, 600_000);
});

describe('the comparison of a journey', () => {
  it('takes … for any text in a line and any lines alone', () => {
    expect(matches(['a … c', '…', 'end'], ['a b c', 'x', 'y', 'end'])).toBe(true);
    expect(matches(['…'], [])).toBe(true);
    expect(matches(['a.c'], ['abc'])).toBe(false);
  });

  it('sees a line that is missing, added or different, and an exit code', () => {
    expect(matches(['a', 'b'], ['a'])).toBe(false);
    expect(matches(['a'], ['a', 'b'])).toBe(false);
    expect(matches(['a'], ['A'])).toBe(false);
    expect(runStep('echo a; exit 4', '/', { PATH: '/usr/bin:/bin' })).toEqual(['a', '[exit 4]']);
  });

  it('reads commands and what they show from the console blocks of a page', () => {
    expect(stepsOf('text\n```console\n$ one\nshown\n\nmore\n$ two\n```\n$ not a command\n')).toEqual([
      { command: 'one', expected: ['shown', '', 'more'], line: 3 },
      { command: 'two', expected: [], line: 7 },
    ]);
  });
});
