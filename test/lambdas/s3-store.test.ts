import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { patience } from '../../lambdas/adapters/patience.ts';
import { S3Store } from '../../lambdas/adapters/s3-store.ts';
import { first } from '../servers/http.ts';
import { S3Server } from '../servers/s3.ts';
import { storeContract } from '../store/contract.ts';

const server = new S3Server();
const address = await server.start();
const credentials = { accessKeyId: 'parse', secretAccessKey: 'x' };
const client = new S3Client({ endpoint: address, region: 'us-east-1', credentials, maxAttempts: 2 });
const store = new S3Store(client, 'state');
const impatient = new S3Store(new S3Client({ ...patience(250), endpoint: address, region: 'us-east-1', credentials }), 'state');
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (body: Uint8Array | undefined) => new TextDecoder().decode(body);

beforeEach(() => {
  server.buckets.clear();
  server.bucket('state');
  server.faults = () => undefined;
  server.authorize = () => true;
  server.pageSize = 1000;
  server.calls.length = 0;
});
afterAll(() => server.stop());

let opened = 0;
storeContract('S3 over HTTP', async () => {
  opened += 1;
  server.bucket(`bucket-${opened}`);
  server.pageSize = 3;
  return new S3Store(client, `bucket-${opened}`);
});

const keys = async (prefix: string) => {
  const found: string[] = [];
  for await (const { key } of store.list(prefix)) found.push(key);
  return found;
};

test('an object comes back as it was put, with its tag', async () => {
  const put = await store.put('a/b.json', bytes('{}'));
  const got = await store.get('a/b.json');
  expect(put).toEqual({ ok: true, etag: got?.etag });
  expect(text(got?.body)).toBe('{}');
  expect(await store.head('a/b.json')).toEqual({ key: 'a/b.json', etag: got?.etag, bytes: 2 });
  expect(server.bucket('state').get('a/b.json')?.headers['content-type']).toMatch(/^application\/json/);
});

test('an absent key is null, and deleting it is fine', async () => {
  expect(await store.get('none')).toBeNull();
  expect(await store.head('none')).toBeNull();
  await store.delete('none');
});

test('without the right to list, an absent key is an error and never null', async () => {
  server.authorize = (_, action) => action !== 's3:ListBucket';
  await expect(store.get('none')).rejects.toThrow(/s3:\/\/state\/none: AccessDenied \(403\)/);
});

test('a missing bucket is an error and never an absent key', async () => {
  server.buckets.clear();
  await expect(store.get('x')).rejects.toThrow(/NoSuchBucket/);
  await expect(store.put('x', bytes('1'), { ifMatch: '"1"' })).rejects.toThrow(/NoSuchBucket/);
});

test('a write on condition: only when absent, only over its tag', async () => {
  const first = await store.put('k', bytes('1'), { ifAbsent: true });
  expect(first.ok).toBe(true);
  expect(await store.put('k', bytes('2'), { ifAbsent: true })).toEqual({ ok: false });
  expect(await store.put('k', bytes('2'), { ifMatch: '"other"' })).toEqual({ ok: false });
  expect(await store.put('gone', bytes('2'), { ifMatch: '"other"' })).toEqual({ ok: false });
  expect(first.ok && (await store.put('k', bytes('2'), { ifMatch: first.etag })).ok).toBe(true);
  expect(text((await store.get('k'))?.body)).toBe('2');
});

test('a racing write (409) is a conflict of a conditional write, an error of a plain one', async () => {
  server.faults = ({ operation }) => (operation === 'PutObject' ? { status: 409, code: 'ConditionalRequestConflict' } : undefined);
  expect(await store.put('k', bytes('1'), { ifAbsent: true })).toEqual({ ok: false });
  await expect(store.put('k', bytes('1'))).rejects.toThrow(/s3:\/\/state\/k: ConditionalRequestConflict \(409\)/);
});

test.each([
  ['throttling', { status: 503, code: 'SlowDown' } as const],
  ['a server error', { status: 500, code: 'InternalError' } as const],
  ['a cut connection', 'cut' as const],
  ['silence', 'silence' as const],
])('%s is tried again', async (_, fault) => {
  server.faults = first(1, null, fault);
  await impatient.put('k', bytes('1'));
  expect(server.calls.length).toBe(2);
  server.faults = first(1, null, fault);
  expect(text((await impatient.get('k'))?.body)).toBe('1');
});

test.each(['broken off', 'stuck'] as const)('an object whose body is %s is asked for again, and not for ever', async (fault) => {
  const body = 'x'.repeat(100_000);
  await impatient.put('k', bytes(body));
  server.faults = first(2, 'GetObject', fault);
  expect(text((await impatient.get('k'))?.body)).toBe(body);
  server.faults = () => fault;
  await expect(impatient.get('k')).rejects.toThrow('s3://state/k: ');
});

test('a service that never answers ends a request with its key, before the function is killed', async () => {
  server.faults = () => 'silence';
  await expect(impatient.put('k', bytes('1'))).rejects.toThrow(/s3:\/\/state\/k: TimeoutError/);
  const { maxAttempts, requestHandler } = patience(15_000);
  expect(maxAttempts * (requestHandler.connectionTimeout + requestHandler.requestTimeout)).toBeLessThan(120_000);
});

test('when the answer of a conditional write is lost, the retry finds its own object: a conflict to look at again', async () => {
  server.faults = first(1, 'PutObject', 'answer lost');
  expect(await store.put('k', bytes('1'), { ifAbsent: true })).toEqual({ ok: false });
  expect(text((await store.get('k'))?.body)).toBe('1');
});

test('errors that do not pass are thrown with the key and the reason', async () => {
  server.faults = () => ({ status: 503, code: 'SlowDown' });
  await expect(store.put('k', bytes('1'))).rejects.toThrow(/s3:\/\/state\/k: SlowDown \(503\)/);
  expect(server.calls.length).toBe(2);
});

test('listings have pages, an order by UTF-8 and every key as it is', async () => {
  server.pageSize = 2;
  const wanted = ['l/ a b', 'l/+', 'l/100%', 'l/a\u0001b', 'l/a&<b>"', 'l/é', 'l/报告', 'l/\u{ffee}', 'l/𠮷'];
  for (const key of [...wanted].reverse()) await store.put(key, bytes('1'));
  await store.put('m', bytes('1'));
  expect(await keys('l/')).toEqual(wanted);
  expect(server.calls.filter(({ operation }) => operation === 'ListObjectsV2').length).toBe(5);
  for (const key of wanted) expect(text((await store.get(key))?.body)).toBe('1');
});

test('a damaged upload is refused, not stored', async () => {
  const response = await fetch(`${server.address}/state/k`, { method: 'PUT', body: '1', headers: { 'x-amz-checksum-crc32': 'AAAAAA==' } });
  expect(response.status).toBe(400);
  expect(await store.get('k')).toBeNull();
});

test('a range is answered with 206, one behind the end with 416', async () => {
  await store.put('k', bytes('0123456789'));
  const range = async (value: string) => {
    const response = await fetch(`${server.address}/state/k`, { headers: { range: value } });
    return [response.status, response.headers.get('content-range'), response.ok ? await response.text() : ''];
  };
  expect(await range('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
  expect(await range('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await range('bytes=8-')).toEqual([206, 'bytes 8-9/10', '89']);
  expect((await range('bytes=10-'))[0]).toBe(416);
});
