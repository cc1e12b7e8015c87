import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundleLambdas } from '../../bin/bundle.mjs';
import { chunkOf, loaded, totalOf } from '../support/bundle-size.ts';

/** What parse has loaded before its first event, and when it has taken a page in: the intake and the parser come with the first document. */
let start: ReadonlyMap<string, number>;
let parse: ReadonlyMap<string, number>;
beforeAll(async () => {
  const [bundle] = await bundleLambdas(mkdtempSync(join(tmpdir(), 'gongkai-bundles-')), ['parse']);
  if (!bundle) throw new Error('no bundle');
  start = loaded(bundle.metafile, ['parse/index.mjs']);
  const chunks = ['lambdas/intake.ts', 'src/parse.ts'].map((module) => chunkOf(bundle.metafile, module));
  parse = loaded(bundle.metafile, ['parse/index.mjs', ...chunks]);
});

test('parse reads its first page with less than 1.1 MB, and starts with less than 350 kB', () => {
  expect(totalOf(start)).toBeLessThan(350_000);
  expect(totalOf(parse)).toBeGreaterThan(500_000);
  expect(totalOf(parse)).toBeLessThan(1_100_000);
});

test('before its first event parse loads what a document is fetched with, and nothing that is done with it afterwards', () => {
  const afterwards = [
    '@aws-sdk/client-sqs',
    'hyparquet-writer',
    '@aws-lambda-powertools/metrics',
    'src/dataset/intake/receive.ts',
    'src/keys.ts',
  ];
  expect(afterwards.filter((name) => start.has(name))).toEqual([]);
  expect(afterwards.filter((name) => !parse.has(name))).toEqual([]);
});

test('of the SDK comes what is used: no shapes of other commands, no other source of credentials than the environment', () => {
  const sdk = [...parse.keys()].filter((name) => name.startsWith('@aws-sdk/'));
  expect(sdk).toEqual(expect.arrayContaining(['@aws-sdk/client-s3', '@aws-sdk/credential-provider-env']));
  expect(sdk.filter((name) => /credential-provider-(?!env)|nested-clients|token-providers/.test(name))).toEqual([]);
  expect(parse.get('@aws-sdk/client-s3')).toBeLessThan(60_000);
});

test('readers of single formats, and of tables, come when such a file does', () => {
  const readers = ['unpdf', '@lokalise/xlsx', 'saxes', 'opencc-js', 'src/dataset/parquet/reader.ts'];
  expect(readers.filter((name) => parse.has(name))).toEqual([]);
  expect([...parse.keys()].filter((name) => /^src\/read\/(pdf|doc|docx|flat|sheet|xls|xml|rtf|odf|odt)/.test(name))).toEqual([]);
  // What a web page needs is there: the names above are spelt as the bundler spells them.
  expect([...parse.keys()]).toEqual(expect.arrayContaining(['htmlparser2', '@aws-sdk/client-s3', 'src/parse.ts']));
});
