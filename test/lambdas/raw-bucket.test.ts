import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { RawBucket, type RawVersion } from '../../lambdas/adapters/raw-bucket.ts';
import { first } from '../servers/http.ts';
import { S3Server } from '../servers/s3.ts';

const server = new S3Server();
const endpoint = await server.start();
const credentials = { accessKeyId: 'parse', secretAccessKey: 'x' };
const raw = new RawBucket(new S3Client({ endpoint, region: 'us-east-1', credentials, maxAttempts: 2 }), 'raw');
const bytes = (text: string) => new TextEncoder().encode(text);
const most = 1_000_000;
const text = (body: Uint8Array | null | undefined) => new TextDecoder().decode(body ?? undefined);

beforeEach(() => {
  server.buckets.clear();
  server.bucket('raw');
  server.pageSize = 1000;
  server.faults = () => undefined;
});
afterAll(() => server.stop());

const drop = (key: string, body: string, headers = {}) => {
  const put = server.bucket('raw').put(key, bytes(body), headers);
  if (typeof put === 'number') throw new Error(`refused: ${put}`);
  return put.id;
};

test('exactly the version that was named is read, also when a newer one lies over it or a delete', async () => {
  const first = drop('报告 1.html', 'one', { 'x-amz-meta-source-url': 'https://www.example.gov.cn/1.html' });
  drop('报告 1.html', 'two');
  expect(text((await raw.read('报告 1.html', first, most))?.body)).toBe('one');
  expect(text((await raw.read('报告 1.html', undefined, most))?.body)).toBe('two');
  server.bucket('raw').delete('报告 1.html');
  expect(await raw.read('报告 1.html', first, most)).toMatchObject({
    version: first,
    sourceUrl: 'https://www.example.gov.cn/1.html',
    received: '2026-01-01T00:00:01.000Z',
  });
  expect(await raw.read('报告 1.html', undefined, most)).toBeNull();
});

test('the mark of a delete is no file, whichever way it is asked for', async () => {
  drop('a.html', 'one');
  const mark = server.bucket('raw').delete('a.html')?.id;
  expect(await raw.read('a.html', mark, most)).toBeNull();
});

test('a body that breaks off is fetched again', async () => {
  const id = drop('a.html', 'one two three');
  server.faults = first(1, 'GetObject', 'broken off');
  expect(text((await raw.read('a.html', id, most))?.body)).toBe('one two three');
});

test('any key S3 takes is listed and read under its own name', async () => {
  const odd = ['a b', 'a+b', '100%', '%41', 'a?b=c&d', 'a#b', '夹/报告 😀.html', 'folder/', 'a//b', '\'"<>', '~', `${'长'.repeat(341)}x`];
  for (const key of odd) drop(key, key);
  const listed: string[] = [];
  for await (const { key, version } of raw.versions('')) {
    listed.push(key);
    expect(text((await raw.read(key, version, most))?.body)).toBe(key);
  }
  expect(listed.sort()).toEqual(odd.sort());
});

test('an empty file is read, a version that is gone is null', async () => {
  const empty = drop('empty.html', '');
  expect((await raw.read('empty.html', empty, most))?.body?.length).toBe(0);
  expect(await raw.read('empty.html', 'v99999999', most)).toBeNull();
});

test('a file larger than wanted is not fetched, but its size is told', async () => {
  const large = drop('large.zip', 'x'.repeat(5_000_000));
  expect(await raw.read('large.zip', large, most)).toMatchObject({ body: null, bytes: 5_000_000, version: large });
});

test('every version is listed once over all pages, deletes left out', async () => {
  server.pageSize = 2;
  const wanted = ['a+b', '报告', 'z z'].flatMap((key) => [drop(key, '1'), drop(key, '22')].reverse().map((version) => [key, version]));
  drop('zz', '1');
  server.bucket('raw').delete('zz');
  const found: RawVersion[] = [];
  for await (const version of raw.versions('')) found.push(version);
  const inOrder = [...wanted.slice(0, 2), ...wanted.slice(4), ['zz', 'v00000007'], ...wanted.slice(2, 4)];
  expect(found.map(({ key, version }) => [key, version])).toEqual(inOrder);
  expect(found.map(({ bytes, latest }) => [bytes, latest]).slice(0, 2)).toEqual([
    [2, true],
    [1, false],
  ]);
});
