import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { smoke } from '../../bin/commands/smoke.ts';
import { parquet } from '../../src/dataset/parquet.ts';
import { duckdbView } from '../../src/derive/duckdb.ts';
import { mostBytes } from '../../src/read/index.ts';
import { nextVersion } from '../../src/release/next-version.ts';
import { verifyRelease } from '../../src/release/verify.ts';
import { AthenaServer } from '../servers/athena.ts';
import { first } from '../servers/http.ts';
import { duckdb, select } from '../support/duckdb.ts';
import type { Cloud } from './cloud.ts';
import { deploy } from './deployment.ts';
import { exported, viewOf } from './exported.ts';
import { serially } from './serially.ts';

// The synthesized functions in processes of their own, over HTTP, with the rights of their roles: what the files become.

// Many processes on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await deploy();
});
afterAll(() => cloud.stop());

const firstKey = '2020/报告 1+2 100%.txt';
const report = (seed: number) => randomReport(seed).plainText;
const agencies = (seeds: number[]) => seeds.map((seed) => randomReport(seed).report.agency.agency_id).sort();
const quarantined = () =>
  cloud
    .bucket('StorageState')
    .list('state/quarantine/')
    .map(({ body }) => JSON.parse(Buffer.from(body).toString()));

test('a file in, its partition out: value for value what the report says', async () => {
  const { plainText, report } = randomReport(1);
  cloud.drop(firstKey, plainText);
  await cloud.settle();
  const folder = exported(cloud.bucket('StorageOpen'));
  const rows = await select(`SELECT table_code, row_code, column_code, value, status FROM (${viewOf('agency_cells', folder)})`);
  const truth = report.cells.map(({ code, value, status }) => [...code.split('.'), value, status]);
  expect(rows.map(Object.values).sort()).toEqual(truth.sort());
  expect(cloud.queue('IngestDeadLetters')).toEqual([]);
});

test('everything an office may drop, all at once, in any order and twice: nothing lost, nothing doubled, the bad named', async () => {
  const zip = zipSync({
    '甲.txt': report(3),
    '下/乙.txt': report(4),
    '.DS_Store': new Uint8Array([1]),
    'bad.html': Buffer.from('\u0000\u0001\u0002'),
  });
  const drops: [string, Uint8Array][] = [
    ['a/2.txt', report(2)],
    ['b/2 again.txt', report(2)],
    ['all.zip', zip],
    ['5.txt', report(5)],
    ['5.txt.meta.json', Buffer.from('{"source_url":"https://www.example.gov.cn/5.html"}')],
    ['empty.html', new Uint8Array()],
    ['folder/', new Uint8Array()],
    ['~$lock.doc', new Uint8Array([1])],
  ];
  for (const [key, body] of drops) cloud.drop(key, body);
  let turn = 0;
  cloud.s3.faults = ({ operation }) =>
    ++turn % 23 === 0 && operation !== 'ListObjectsV2' ? { status: 500, code: 'InternalError' } : undefined;
  await cloud.settle({ pick: (queued) => queued - 1, twice: ({ body }) => body.length % 2 === 0 });
  cloud.s3.faults = () => undefined;
  const expected = await serially([[firstKey, report(1)], ...drops]);
  const open = cloud.bucket('StorageOpen');
  expect(open.list('').map(({ key }) => key)).toEqual([...expected.keys()]);
  for (const [key, body] of expected) expect(Buffer.from(body).equals(open.get(key)?.body ?? new Uint8Array()), key).toBe(true);
  expect(
    quarantined()
      .map(({ name, code }) => [name, code])
      .sort(),
  ).toEqual([
    ['bad.html', 'format_unsupported'],
    ['empty.html', 'empty_document'],
  ]);
  // One receipt per thing: report 1, both names of 2, the archive and its three members, 5, the empty file.
  expect(cloud.bucket('StorageState').list('state/receipts/').length).toBe(9);
  expect([...cloud.queue('IngestDeadLetters'), ...cloud.queue('PublishDeadLetters')]).toEqual([]);
});

test('a file too large is refused without being fetched', async () => {
  cloud.s3.calls.length = 0;
  cloud.drop('huge.zip', new Uint8Array(mostBytes + 1));
  await cloud.settle();
  expect(cloud.s3.calls.filter(({ target }) => target.endsWith('huge.zip'))).toEqual([]);
  expect(quarantined().filter(({ name }) => name === 'huge.zip')).toMatchObject([{ code: 'too_large' }]);
});

test('a document that ends the process is isolated; the others of its batch come through', async () => {
  cloud.drop('poison.txt', Buffer.from('POISON 政府信息公开工作年度报告'));
  cloud.drop('6.txt', report(6));
  await cloud.settle();
  expect(quarantined().filter(({ name }) => name === 'poison.txt')).toMatchObject([{ code: 'crash_suspected' }]);
  expect(cloud.bucket('StorageOpen').list(`open/agency_reports/agency=${agencies([6])[0]}/`).length).toBe(1);
  expect(cloud.queue('IngestDeadLetters')).toEqual([]);
});

test('when S3 refuses for good, the message waits in the dead-letter queue, and is read after a redrive', async () => {
  cloud.s3.faults = ({ operation, target }) =>
    operation === 'PutObject' && target.includes('/candidates/') ? { status: 403, code: 'AccessDenied' } : undefined;
  cloud.drop('7.txt', report(7));
  await cloud.settle();
  const dead = cloud.queue('IngestDeadLetters');
  expect(dead.map(({ body, receives }) => [JSON.parse(body).detail.object.key, receives])).toEqual([['7.txt', 5]]);
  cloud.s3.faults = first(0, null, 'cut');
  for (const { body } of dead.splice(0)) cloud.sqs.push(cloud.id('AWS::SQS::Queue', 'IngestQueue'), body);
  await cloud.settle();
  expect(cloud.bucket('StorageOpen').list(`open/agency_reports/agency=${agencies([7])[0]}/`).length).toBe(1);
});

test('a release of what was published: verified, read by an engine, pointed to; the next one is another', async () => {
  const made = await cloud.invoke('PublishReleaseFunction', {});
  const version = nextVersion(null, new Date().toISOString().slice(0, 10));
  expect(made).toMatchObject({ ok: true, response: { version } });
  const folder = exported(cloud.bucket('StorageOpen'));
  const latest = JSON.parse(readFileSync(join(folder, 'open/releases/latest.json'), 'utf8'));
  expect(latest).toMatchObject({ version, previous: null });
  const prefix = `open/releases/${version}/`;
  const open = cloud.bucket('StorageOpen');
  const files = {
    list: async function* () {
      for (const { key } of open.list(prefix)) yield key.slice(prefix.length);
    },
    read: async (path: string) => open.get(prefix + path)?.body ?? null,
  };
  expect((await verifyRelease(files, parquet)).problems).toEqual([]);
  const [row] = await select(
    `SELECT count(*)::integer AS reports FROM read_parquet('${folder}/open/releases/${version}/parquet/reports/*/*.parquet')`,
  );
  const published = open.list('open/agency_reports/').length;
  expect(row).toEqual({ reports: published });
  const again = await cloud.invoke('PublishReleaseFunction', { version });
  expect(again).toMatchObject({ ok: false, errorMessage: expect.stringContaining('release_exists') });
});

test('what a function may not do, it does not get', async () => {
  const ask = async (method: string, key: string, role: string) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${cloud.id('AWS::IAM::Role', role)}/20260101/x`;
    const body = method === 'PUT' ? '1' : null;
    return (
      await fetch(`${cloud.s3.address}/${cloud.id('AWS::S3::Bucket', 'StorageOpen')}/${key}`, { method, body, headers: { authorization } })
    ).status;
  };
  expect(await ask('PUT', 'open/releases/latest.json', 'IngestParseRole')).toBe(403);
  expect(await ask('DELETE', 'open/agency_cells/agency=u-x/year=2020/cells.parquet', 'IngestParseRole')).toBe(204);
  expect(await ask('DELETE', 'open/agency_cells/agency=u-x/year=2020/cells.parquet', 'PublishCompactRole')).toBe(403);
});

test('npm run smoke finds a deployment that works, and leaves nothing behind', async () => {
  const athena = new AthenaServer();
  await athena.start();
  const { authorize } = cloud.s3;
  cloud.s3.authorize = (caller, ...rest) => caller === 'person' || authorize(caller, ...rest);
  athena.run = async (sql, literals) => {
    const connection = await duckdb();
    await connection.run(duckdbView('agency_cells', exported(cloud.bucket('StorageOpen'))));
    const parts = sql.split('?').map((part, n) => part + (literals[n] ?? ''));
    const rows = (await select(parts.join(''), connection)).map((row) =>
      Object.values(row).map((value) => (value === null ? null : String(value))),
    );
    return { columns: ['varchar', 'varchar', 'varchar', 'double'].map((type, n) => ({ name: `c${n}`, type })), rows };
  };
  Object.assign(process.env, { AWS_ENDPOINT_URL_S3: cloud.s3.address, AWS_ENDPOINT_URL_ATHENA: athena.address });
  Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'person', AWS_SECRET_ACCESS_KEY: 'x' });
  const place = {
    rawBucket: cloud.id('AWS::S3::Bucket', 'StorageRaw'),
    openBucket: cloud.id('AWS::S3::Bucket', 'StorageOpen'),
    workgroup: 'gongkai',
    database: 'gongkai',
  };
  const published = () => cloud.bucket('StorageOpen').list('open/documents_json/').length;
  const before = published();
  const said: string[] = [];
  let running = true;
  const done = smoke({ ...place, pause: 50, patience: 60_000 }, (line) => said.push(line.replace(/^ *[\d.]+ s {2}/, ''))).finally(() => {
    running = false;
  });
  while (running) {
    await cloud.settle();
    await new Promise((next) => setTimeout(next, 50));
  }
  await done;
  expect(said).toEqual([
    expect.stringMatching(/^dropped s3:/),
    'its partition is there',
    expect.stringMatching(/^Athena gives its \d+ cells/),
    'withdrawn',
    'its partition is gone',
  ]);
  expect(published()).toBe(before);
  athena.run = () => ({ columns: [], rows: [] });
  await expect(smoke({ ...place, rawBucket: place.openBucket, pause: 10, patience: 30 }, () => undefined)).rejects.toThrow(
    /no partition: not after 0 s/,
  );
  await athena.stop();
});
