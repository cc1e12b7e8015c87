// `npm run release:software`: is this tree fit to be released, and as what? Says so and changes nothing; `-- --tag` sets the tag.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const parts = (version) => version.split('.').map(Number);
/** Order of two versions, part by part. */
const compare = (a, b) => parts(a).reduce((order, part, at) => order || part - (parts(b)[at] ?? 0), 0);

/** The first heading of a changelog with a version, and what stands below it; whether "Unreleased" still holds anything. */
export function readChangelog(text) {
  const [, ...chapters] = text.split(/^## /m);
  const [first = ''] = chapters;
  const waiting = first.startsWith('Unreleased') && first.split('\n').slice(1).join('').trim() !== '';
  const newest = chapters.find((chapter) => /^\d/.test(chapter)) ?? '';
  const [, version = null, day = null] = /^(\d+\.\d+\.\d+) – (\d{4}-\d{2}-\d{2})\n/.exec(newest) ?? [];
  return { version, day, entries: (newest.match(/^- /gm) ?? []).length, waiting };
}

/** Every condition of a release, and whether it holds. */
export function conditions({ version, locked, changelog, tags, changed }) {
  const newest = tags
    .map((tag) => /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1])
    .filter(Boolean)
    .sort(compare)
    .at(-1);
  return [
    [/^\d+\.\d+\.\d+$/.test(version), `the version of package.json is a release: ${version}`],
    [locked === version, `package-lock.json has the same version: ${locked}`],
    [!tags.includes(`v${version}`), `the tag v${version} is free`],
    [newest === undefined || compare(version, newest) > 0, `it is newer than the newest tag: ${newest ?? 'none yet'}`],
    [changelog.version === version, `the newest heading of CHANGELOG.md is "${version} – <day>": ${changelog.version ?? 'none'}`],
    [changelog.entries > 0, 'that heading has entries'],
    [!changelog.waiting, 'nothing waits under "Unreleased"'],
    [changed === '', `the tree is clean${changed && `:\n${changed}`}`],
  ];
}

function main(root, options) {
  const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();
  const read = (name) => readFileSync(join(root, name), 'utf8');
  const { version } = JSON.parse(read('package.json'));
  const found = conditions({
    version,
    locked: JSON.parse(read('package-lock.json')).version,
    changelog: readChangelog(read('CHANGELOG.md')),
    tags: git('tag').split('\n'),
    changed: git('status', '--porcelain'),
  });
  for (const [holds, what] of found) console.log(`${holds ? 'ok ' : 'NO '} ${what}`);
  if (!found.every(([holds]) => holds)) return 1;
  if (!options.includes('--tag')) {
    console.log(`\nWould set the tag v${version}. When .ci/run has passed: npm run release:software -- --tag`);
    return 0;
  }
  const { status } = spawnSync('git', ['tag', '-a', `v${version}`, '-m', `gongkai ${version}`], { cwd: root, stdio: 'inherit' });
  if (status === 0) console.log(`\nv${version} is tagged; publish it with: git push origin v${version}`);
  return status ?? 1;
}

const [, script, ...options] = process.argv;
if (script === fileURLToPath(import.meta.url)) process.exitCode = main(dirname(dirname(script)), options);
