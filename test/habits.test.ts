import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { licencesPage } from '../bin/licences.mjs';
import { conditions, readChangelog } from '../bin/release-software.mjs';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

test('docs/licences.md lists what the lock file names: run `npm run derive` when this fails', () => {
  expect(read('docs/licences.md') === licencesPage(root), 'docs/licences.md is stale').toBe(true);
});

test('the hook of CONTRIBUTING is there, can be run, and checks what `npm run check` checks', () => {
  expect(read('CONTRIBUTING.md')).toContain('git config core.hooksPath .githooks');
  expect(statSync(join(root, '.githooks/pre-commit')).mode & 0o111).not.toBe(0);
  const checks = (text: string) => [...text.matchAll(/\b(biome check|tsc(?: -p [\w/]+)?)/g)].map(([command]) => command);
  const { check } = (JSON.parse(read('package.json')) as { scripts: { check: string } }).scripts;
  expect(checks(read('.githooks/pre-commit'))).toEqual(checks(check));
});

describe('a release of the software', () => {
  const changelog = readChangelog(
    '# Changelog\n\n## Unreleased\n\n## 0.2.0 – 2026-12-01\n\n### Added\n\n- a thing\n\n## 0.1.0 – 2026-11-01\n',
  );
  const fit = { version: '0.2.0', locked: '0.2.0', changelog, tags: ['v0.1.0', 'v0.1.10'], changed: '' };
  const refused = (change: Partial<typeof fit>) =>
    conditions({ ...fit, ...change }).flatMap(([holds, what]) => (holds ? [] : [what.split(':')[0]]));

  test('reads the newest heading of the changelog', () => {
    expect(changelog).toEqual({ version: '0.2.0', day: '2026-12-01', entries: 1, waiting: false });
    expect(readChangelog('# Changelog\n\n## Unreleased\n\n- waits\n')).toEqual({ version: null, day: null, entries: 0, waiting: true });
  });

  test('is let through when everything fits', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ tags: [] })).toEqual([]);
  });

  test.each([
    [{ version: '0.2.0-rc', locked: '0.2.0-rc' }, 'the version of package.json is a release'],
    [{ locked: '0.1.0' }, 'package-lock.json has the same version'],
    [{ tags: ['v0.2.0'] }, 'the tag v0.2.0 is free'],
    [{ tags: ['v0.10.0'] }, 'it is newer than the newest tag'],
    [{ version: '0.3.0', locked: '0.3.0' }, 'the newest heading of CHANGELOG.md is "0.3.0 – <day>"'],
    [{ changelog: { ...changelog, entries: 0 } }, 'that heading has entries'],
    [{ changelog: { ...changelog, waiting: true } }, 'nothing waits under "Unreleased"'],
    [{ changed: ' M src/version.ts' }, 'the tree is clean'],
  ])('is refused for %j', (change, what) => {
    expect(refused(change)).toContain(what);
  });

  test('the changelog of this tree can be read', () => {
    const { waiting, version } = readChangelog(read('CHANGELOG.md'));
    expect(waiting || version !== null).toBe(true);
  });
});
