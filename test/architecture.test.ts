import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modulesOf, reachOf } from './support/imports.ts';
import { refusals } from './support/rooms.ts';

const root = join(import.meta.dirname, '..');
const modules = ['schemas', 'src', 'lambdas', 'lib', 'bin', 'site']
  .filter((room) => existsSync(join(root, room)))
  .flatMap((room) => modulesOf(root, room));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('no module reaches what its room may not', async () => {
  expect(modules.length).toBeGreaterThan(20);
  const refused = await Promise.all(modules.map(async (path) => refusals(path, await reachOf(read(path)))));
  expect(refused.flat()).toEqual([]);
});

// The checker itself, shown the things it is there to refuse.
test.each([
  ['src/parse.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
  ['src/parse.ts', "import { createServer } from 'node:http';", 'node:http'],
  ['src/parse.ts', "const fs = await import('node:fs/promises');", 'node:fs/promises'],
  ['src/parse.ts', "export * from 'node:os';", 'node:os'],
  ['src/parse.ts', "import { S3Client } from '@aws-sdk/client-s3';", '@aws-sdk/client-s3'],
  ['src/parse.ts', "import type { S3Client } from '@aws-sdk/client-s3';", '@aws-sdk/client-s3'],
  ['src/parse.ts', "import type {\n  A,\n  B,\n} from '../bin/x.ts';", 'bin/x.ts'],
  ['src/parse.ts', "import { App } from 'aws-cdk-lib';", 'aws-cdk-lib'],
  ['src/read/html.ts', "import { x } from '../../bin/io.ts';", 'bin/io.ts'],
  ['src/parse.ts', 'export const now = Date.now();', 'Date.now'],
  ['src/parse.ts', 'export const now = new Date();', 'new Date()'],
  ['src/parse.ts', 'export const chance = () => Math.random();', 'Math.random'],
  ['src/parse.ts', 'export const home = process.env.HOME;', 'process'],
  ['src/parse.ts', 'export const home = globalThis.process.env.HOME;', 'process'],
  ['src/parse.ts', "export const page = () => fetch('https://example.org');", 'fetch'],
  ['src/parse.ts', 'export const load = (name: string) => import(name);', 'import() of a computed name'],
  ['src/dataset/intake/source-file.ts', "import * as z from 'zod';", 'imports zod'],
  ['lambdas/events.ts', "import * as z from 'zod/mini';", 'imports zod/mini'],
  ['schemas/tables.ts', "import { x } from '../src/keys.ts';", 'src/keys.ts'],
  ['schemas/tables.ts', "import { createHash } from 'node:crypto';", 'node:crypto'],
  ['lambdas/parse.ts', "import { S3Client } from '@aws-sdk/client-s3';", '@aws-sdk/client-s3'],
  ['lambdas/parse.ts', "import { x } from '../lib/tables.ts';", 'lib/tables.ts'],
  ['lambdas/adapters/s3.ts', "import { x } from '../../bin/local/folder.ts';", 'bin/local/folder.ts'],
  ['lib/tables.ts', "import { parseDocument } from '../src/parse.ts';", 'src/parse.ts'],
  ['lib/ingest.ts', "import { handler } from '../lambdas/parse.ts';", 'lambdas/parse.ts'],
  ['lib/ingest.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
  ['bin/gongkai.ts', "import { x } from '../lib/stack.ts';", 'lib/stack.ts'],
  ['bin/commands/query.ts', "import { runQuery } from '../../lambdas/adapters/athena.ts';", 'lambdas/adapters/athena.ts'],
  ['bin/local/sql/duckdb.ts', "const a = await import('../../../lambdas/adapters/athena.ts');", 'lambdas/adapters/athena.ts'],
  ['site/app.ts', "import { tables } from '../schemas/tables.ts';", 'schemas/tables.ts'],
  ['site/app.ts', "import type { Report } from '../schemas/report.ts';", 'schemas/report.ts'],
  ['site/published.ts', "export { tables } from '../schemas/tables.ts';", 'schemas/tables.ts'],
  ['scripts/x.ts', 'export {};', 'is in no room'],
])('%s: %s is refused', async (path, source, what) => {
  const refused = refusals(path, await reachOf(source));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toContain(what);
});

test.each([
  ['src/parse.ts', "import { createHash } from 'node:crypto';"],
  ['src/read/characters/decode.ts', "import { isUtf8, transcode } from 'node:buffer';"],
  ['src/read/html.ts', "import { Parser } from 'htmlparser2';\nimport type { Doc } from '../model.ts';"],
  ['src/parse.ts', "const message = 'process.env, Date.now() and fetch()'; // Math.random()"],
  ['src/parse.ts', 'export const run = (process: () => void) => process();'],
  ['src/parse.ts', "export const day = new Date('2021-01-06T00:00:00Z');"],
  ['src/read/index.ts', "export const pdf = () => import('./pdf.ts');"],
  ['lambdas/adapters/s3.ts', "import { S3Client } from '@aws-sdk/client-s3';"],
  ['lib/tables.ts', "import { glueTable } from '../src/derive/glue.ts';\nimport { CfnTable } from 'aws-cdk-lib/aws-glue';"],
  ['bin/app.ts', "import { GongkaiStack } from '../lib/stack.ts';"],
  ['bin/commands/query.ts', "const athena = () => import('../../lambdas/adapters/athena.ts');"],
  ['bin/commands/query.ts', 'export const now = Date.now();'],
  ['site/published.ts', "export type { Report } from '../schemas/report.ts';"],
])('%s: %s is allowed', async (path, source) => {
  expect(refusals(path, await reachOf(source))).toEqual([]);
});

// Past 180 lines a module holds more than one concept and is split.
const limit = 180;
const lines = (path: string) => read(path).split('\n').length - 1;
/** Rows and declarations: data, however many. */
const isData = (path: string) => path.startsWith('schemas/') || path === 'test/queries/every-case.ts';
const supporting = ['bench', 'test'].flatMap((room) => modulesOf(root, room)).filter((path) => !/\.(test|check)\.ts$/.test(path));

test('modules stay short; data is exempt', () => {
  expect(supporting.length).toBeGreaterThan(20);
  const long = [...modules, ...supporting].filter((path) => !isData(path) && lines(path) > limit);
  expect(long.map((path) => `${path}: ${lines(path)} lines, ${limit} is the limit`)).toEqual([]);
});

// Read as text: what no other module names, nobody can import.
test('no value is exported that no other module names', () => {
  const everywhere = [...modules, ...['bench', 'test'].flatMap((room) => modulesOf(root, room))];
  const words = new Map(everywhere.map((path) => [path, new Set(read(path).match(/\w+/g))]));
  const exported = (path: string) =>
    [...read(path).matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)].map(([, name = '']) => name);
  const named = (name: string, but: string) => [...words].some(([path, held]) => path !== but && held.has(name));
  const own = modules.filter((path) => !path.startsWith('schemas/') && path.endsWith('.ts'));
  expect(own.flatMap((path) => exported(path).flatMap((name) => (named(name, path) ? [] : `${path}: ${name}`)))).toEqual([]);
});
