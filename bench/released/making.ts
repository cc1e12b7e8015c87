import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../bin/local/package-root.ts';
import { openKeys } from '../../src/keys.ts';
import { layouts, randomReport } from '../generate/index.ts';
import { gongkai } from '../measure/process.ts';

const version = 'v2026.1.0';
const mixed = layouts.filter(({ medium }) => medium === 'html' || medium === 'txt');

/** Files below a folder, but for the conveniences in `db/`, which differ from run to run. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('db') && statSync(join(folder, path)).isFile())
    .sort();

/** Write made-up reports as pages and texts, and the samples beside them; take them in as a person does. Returns the dataset. */
export function datasetOf(root: string, count: number): string {
  const [documents, out] = [join(root, 'documents'), join(root, 'dataset')];
  mkdirSync(documents);
  for (let seed = 1; seed <= count; seed++) {
    const layout = mixed[seed % mixed.length]?.name ?? 'html';
    const { name, bytes } = randomReport(seed).render(layout);
    writeFileSync(join(documents, `${seed}-${name}`), bytes);
  }
  cpSync(join(packageRoot(), 'samples'), join(documents, 'samples'), { recursive: true });
  gongkai('ingest', documents, '--out', out);
  return out;
}

/** Release a dataset; returns the folder of the release. */
export function releaseOf(dataset: string): string {
  gongkai('release', '--out', dataset, '--version', version, '--date', '2026-01-31');
  return join(dataset, openKeys.release(version));
}

/** Files that two folders do not have in common, byte by byte. */
export function differing(one: string, other: string): string[] {
  const [left, right] = [filesIn(one), filesIn(other)];
  const both = left.filter((path) => right.includes(path));
  const alone = [...left, ...right].filter((path) => !both.includes(path));
  return [...alone, ...both.filter((path) => !readFileSync(join(one, path)).equals(readFileSync(join(other, path))))];
}
