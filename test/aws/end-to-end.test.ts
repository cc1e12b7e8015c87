import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { mostBytes } from '../../src/read/index.ts';
import { first } from '../servers/http.ts';
import { select } from '../support/duckdb.ts';
import type { Cloud } from './cloud.ts';
import { deploy } from './deployment.ts';
import { exported, viewOf } from './exported.ts';
import { serially } from './serially.ts';

// The synthesized functions in processes of their own, over HTTP, with the rights of their roles: what the files become.

let cloud: Cloud;
beforeAll(async () => {
  cloud = await deploy();
}, 300_000);
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

test('what a function may not do, it does not get', async () => {
  const { s3 } = cloud;
  const put = (key: string, role: string) =>
    fetch(`${s3.address}/${cloud.id('AWS::S3::Bucket', 'StorageOpen')}/${key}`, {
      method: 'PUT',
      body: '1',
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=${role}/20260101/x` },
    });
  const parse = cloud.id('AWS::IAM::Role', 'IngestParseRole');
  expect((await put('open/releases/latest.json', parse)).status).toBe(403);
  expect((await put('open/agency_cells/agency=u-x/year=2020/cells.parquet', parse)).status).toBe(200);
});
