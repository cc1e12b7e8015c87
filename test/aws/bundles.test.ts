import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundleLambdas } from '../../bin/bundle.mjs';
import { loadedAtStart, totalOf } from '../support/bundle-size.ts';

let parse: ReadonlyMap<string, number>;
beforeAll(async () => {
  const [bundle] = await bundleLambdas(mkdtempSync(join(tmpdir(), 'gongkai-bundles-')), ['parse']);
  if (!bundle) throw new Error('no bundle');
  parse = loadedAtStart(bundle.metafile, 'parse/index.mjs');
});

test('parse starts with less than 1.1 MB', () => {
  expect(totalOf(parse)).toBeGreaterThan(500_000);
  expect(totalOf(parse)).toBeLessThan(1_100_000);
});

test('readers of single formats, and of tables, come when such a file does', () => {
  const readers = ['unpdf', '@lokalise/xlsx', 'saxes', 'opencc-js', 'src/dataset/parquet-reader.ts'];
  expect(readers.filter((name) => parse.has(name))).toEqual([]);
  expect([...parse.keys()].filter((name) => /^src\/read\/(pdf|doc|docx|flat|sheet|xls|xml|rtf|odf|odt)/.test(name))).toEqual([]);
  // What a web page needs is there: the names above are spelt as the bundler spells them.
  expect([...parse.keys()]).toEqual(expect.arrayContaining(['htmlparser2', '@aws-sdk/client-s3', 'src/parse.ts']));
});
