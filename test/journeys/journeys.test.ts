import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matches, rewritten, runStep, stepsOf } from './journey.ts';
import { place } from './places.ts';

// Sessions of people who have never seen the program, as pages to read: every command is run, what it shows is compared.
// The README and the guides are such pages too, read in a clone.
// After a wanted change: JOURNEY=write npx vitest run test/journeys, then read the difference.

const root = join(import.meta.dirname, '../..');
const below = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
const pages = [
  ...below('test/journeys').map((page) => ({ page, kind: 'stranger' as const })),
  ...['README.md', 'README.zh.md', ...below('docs/guides')].map((page) => ({ page, kind: 'clone' as const })),
].filter(({ page }) => stepsOf(readFileSync(join(root, page), 'utf8')).length > 0);

describe.each(pages)('journey $page', ({ page, kind }) => {
  it('shows what the page says', () => {
    const path = join(root, page);
    const text = readFileSync(path, 'utf8');
    const seen = new Map<number, readonly string[]>();
    const { home, cwd, env } = place(page, kind);
    for (const { command, expected, line } of stepsOf(text)) {
      const shown = runStep(command, cwd, env);
      seen.set(line, shown);
      if (process.env.JOURNEY === 'write') continue;
      const wanted = expected.slice(0, expected.findLastIndex((text) => text !== '') + 1);
      // Only where they differ are the lines compared as text, for a readable difference.
      if (!matches(wanted, shown)) expect(shown.join('\n'), `${page}:${line}: $ ${command}`).toBe(wanted.join('\n'));
    }
    if (process.env.JOURNEY === 'write') writeFileSync(path, rewritten(text, seen));
    rmSync(home, { recursive: true, force: true });
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
