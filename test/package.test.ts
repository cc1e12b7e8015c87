import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '..');
const json = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

const versions = z.record(z.string(), z.string());
const manifest = z
  .looseObject({
    type: z.string(),
    license: z.string(),
    engines: z.object({ node: z.string() }),
    scripts: versions,
    dependencies: versions,
    devDependencies: versions,
  })
  .parse(json('package.json'));
const locked = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  resolved: z.string().optional(),
});
const lock = z.looseObject({ lockfileVersion: z.number(), packages: z.record(z.string(), locked) }).parse(json('package-lock.json'));
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

test('versions are exact, and those of the lock file', () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const [name, version] of Object.entries(wanted)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test('the lock file names no address, so that it installs from any registry', () => {
  expect(lock.lockfileVersion).toBe(3);
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('omit-lockfile-registry-resolved=true');
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});

const permissive = new Set(['MIT', 'MIT-0', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Unlicense', 'BlueOak-1.0.0']);
// File-level copyleft asks nothing of who only runs a tool with it.
const forTools = new Set([...permissive, 'MPL-2.0']);

/** Whether an SPDX expression lets us use a package: one of its alternatives, all parts of a conjunction. */
function allows(licence: string, allowed: ReadonlySet<string>): boolean {
  const alternatives = licence.replaceAll(/[()]/g, '').split(' OR ');
  return alternatives.some((alternative) => alternative.split(' AND ').every((one) => allowed.has(one.trim())));
}

test('every dependency has a licence that lets anybody use, change and sell what is built on it', () => {
  const refused = packages.filter(([, { license = 'none', dev }]) => !allows(license, dev ? forTools : permissive));
  expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  expect(manifest.license).toBe('Apache-2.0');
});

test('the licence rule does refuse', () => {
  for (const licence of ['AGPL-3.0-or-later', 'GPL-3.0-only', 'MIT AND GPL-2.0', 'SSPL-1.0', 'none'])
    expect(allows(licence, forTools)).toBe(false);
  expect(allows('MPL-2.0', permissive)).toBe(false);
  expect(allows('(MIT OR GPL-3.0-or-later)', permissive)).toBe(true);
  expect(allows('MIT AND Apache-2.0', permissive)).toBe(true);
});

test('the package is an ES module for the Node versions people have, and has the scripts they expect', () => {
  expect(manifest.type).toBe('module');
  expect(manifest.engines.node).toBe('>=20.19.0');
  expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['start', 'test', 'build', 'check', 'format', 'derive']));
});
