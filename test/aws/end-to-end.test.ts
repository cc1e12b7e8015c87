import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { bundleSite } from '../../bin/bundle.mjs';
import { packedQueries } from '../../lambdas/packed-queries.ts';
import { packedSite } from '../../lambdas/packed-site.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import type { ObjectStore } from '../../src/ports.ts';
import { mostBytes } from '../../src/read/limits.ts';
import { nextVersion } from '../../src/release/next-version.ts';
import { makeRelease } from '../../src/release/release.ts';
import { verifyRelease } from '../../src/release/verify.ts';
import { publishSite } from '../../src/site/publish.ts';
import { type Fault, type Faults, first } from '../servers/http.ts';
import { select } from '../support/duckdb.ts';
import { MemoryStore } from '../support/memory-store.ts';
import type { Cloud } from './cloud.ts';
import { deploy } from './deployment.ts';
import { exported, viewOf } from './exported.ts';
import { type Dropped, serially } from './serially.ts';
import { smokeRun } from './smoke-run.ts';

// The synthesized functions in processes of their own, over HTTP, with the rights of their roles: what the files become.

// Many processes on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let cloud: Cloud;
beforeAll(async () => {
  cloud = await deploy();
});
afterAll(() => cloud.stop());

const today = () => new Date().toISOString().slice(0, 10);

/** All that was dropped, in order. */
const dropped: Dropped[] = [];
function drop(key: string, body: Uint8Array): void {
  dropped.push({ key, body, version: cloud.drop(key, body).id });
}

/** Every so often a request is throttled, fails, is cut off, or is done and its answer lost. */
function troubled(every: number): Faults {
  const troubles: Fault[] = [{ status: 503, code: 'SlowDown' }, { status: 500, code: 'InternalError' }, 'cut', 'answer lost'];
  let turn = 0;
  return () => (++turn % every === 0 ? troubles[(turn / every) % troubles.length] : undefined);
}

/** What is published is, byte for byte, what the same files become one after the other in memory. */
async function sameAsQuietly(change: (open: ObjectStore) => Promise<unknown> = async () => undefined): Promise<void> {
  const quiet = await serially(dropped);
  await change(quiet);
  const open = cloud.bucket('StorageOpen');
  const keys: string[] = [];
  for await (const { key } of quiet.list('')) {
    keys.push(key);
    expect(Buffer.from((await quiet.get(key))?.body ?? []).equals(open.get(key)?.body ?? new Uint8Array()), key).toBe(true);
  }
  expect(open.list('').map(({ key }) => key)).toEqual(keys);
}

const report = (seed: number) => randomReport(seed).plainText;
const agencies = (seeds: number[]) => seeds.map((seed) => randomReport(seed).report.agency.agency_id).sort();
const quarantined = () =>
  cloud
    .bucket('StorageState')
    .list('state/quarantine/')
    .map(({ body }) => JSON.parse(Buffer.from(body).toString()));

test('a file in, its partition out: value for value what the report says', async () => {
  const { plainText, report } = randomReport(1);
  drop('2020/报告 1+2 100%.txt', plainText);
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
  drop('a/2.txt', report(2));
  drop('b/2 again.txt', report(2));
  drop('all.zip', zip);
  drop('all.zip.txt', report(13));
  drop('5.txt', report(5));
  drop('5.txt.meta.json', Buffer.from('{"source_url":"https://www.example.gov.cn/5.html"}'));
  drop('poison.txt', Buffer.from('POISON 政府信息公开工作年度报告'));
  drop('empty.html', new Uint8Array());
  drop('folder/', new Uint8Array());
  drop('~$lock.doc', new Uint8Array([1]));
  cloud.s3.faults = troubled(11);
  cloud.sqs.faults = troubled(3);
  await cloud.settle({ pick: (queued) => queued - 1, twice: ({ body }) => body.length % 2 === 0 });
  cloud.s3.faults = cloud.sqs.faults = () => undefined;
  await sameAsQuietly();
  expect(
    quarantined()
      .map(({ name, code }) => [name, code])
      .sort(),
  ).toEqual([
    ['bad.html', 'format_unsupported'],
    ['empty.html', 'empty_document'],
    ['poison.txt', 'crash_suspected'],
  ]);
  // One receipt per file: report 1, both names of 2, the archive and its three members, the file named like it, 5, the poison, the empty file.
  expect(cloud.bucket('StorageState').list('state/receipts/').length).toBe(11);
  expect([...cloud.queue('IngestDeadLetters'), ...cloud.queue('PublishDeadLetters')]).toEqual([]);
});

/** What a function counted since it was last asked, by name; what a process writes arrives a moment after its answer. */
const read = new Map<string, number>();
function counted(start: string): Record<string, number> {
  const lines = cloud.logged(start);
  const sums: Record<string, number> = {};
  for (const line of lines.slice(read.get(start) ?? 0)) {
    if (!line.includes('"_aws"')) continue;
    const { _aws, ...values } = JSON.parse(line);
    for (const { Name } of _aws.CloudWatchMetrics[0].Metrics)
      sums[Name] = (sums[Name] ?? 0) + [values[Name]].flat().reduce((a, b) => a + b, 0);
  }
  return sums;
}

test('what alarms look at is counted: documents, those in quarantine, shards', async () => {
  const [parse, compact] = ['IngestParseFunction', 'PublishCompactFunction'];
  await expect.poll(() => counted(parse).Quarantined, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
  read.set(parse, cloud.logged(parse).length);
  read.set(compact, cloud.logged(compact).length);
  drop('counted.txt', report(12));
  await cloud.settle();
  await expect.poll(() => counted(parse), { timeout: 30_000 }).toEqual({ Documents: 1 });
  await expect.poll(() => counted(compact).ShardsWritten, { timeout: 30_000 }).toBeGreaterThan(0);
});

test('a file too large is refused without being fetched', async () => {
  cloud.s3.calls.length = 0;
  drop('huge.zip', new Uint8Array(mostBytes + 1));
  await cloud.settle();
  expect(cloud.s3.calls.filter(({ target }) => target.endsWith('huge.zip'))).toEqual([]);
  expect(quarantined().filter(({ name }) => name === 'huge.zip')).toMatchObject([{ code: 'too_large' }]);
});

test('when S3 refuses for good, the message waits in the dead-letter queue, and is read after a redrive', async () => {
  cloud.s3.faults = ({ operation, target }) =>
    operation === 'PutObject' && target.includes('/candidates/') ? { status: 403, code: 'AccessDenied' } : undefined;
  drop('7.txt', report(7));
  await cloud.settle();
  const dead = cloud.queue('IngestDeadLetters');
  expect(dead.map(({ body, receives }) => [JSON.parse(body).detail.object.key, receives])).toEqual([['7.txt', 5]]);
  // Each try says in the log why it failed; what a process wrote arrives a moment after its answer.
  const reasons = () => cloud.logged('IngestParseFunction').filter((line) => line.includes('7.txt') && line.includes('AccessDenied'));
  await expect.poll(reasons, { timeout: 30_000 }).toHaveLength(5);
  cloud.s3.faults = first(0, null, 'cut');
  for (const { body } of dead.splice(0)) cloud.sqs.push(cloud.id('AWS::SQS::Queue', 'IngestQueue'), body);
  await cloud.settle();
  expect(cloud.bucket('StorageOpen').list(`open/agency_reports/agency=${agencies([7])[0]}/`).length).toBe(1);
});

test('a table that cannot be written is written with the next try, and holds up no other', async () => {
  let refused = '';
  cloud.s3.faults = ({ operation, target }) => {
    if (refused !== '' || operation !== 'PutObject' || !target.includes('/open/reports/year=')) return undefined;
    refused = target;
    return { status: 403, code: 'AccessDenied' };
  };
  for (const seed of [9, 10, 11]) drop(`${seed}.txt`, report(seed));
  await cloud.settle();
  cloud.s3.faults = () => undefined;
  expect(refused).not.toBe('');
  expect(cloud.queue('PublishDeadLetters')).toEqual([]);
  await sameAsQuietly();
});

test('a message that is none of ours waits for a person by itself, and holds up no table', async () => {
  drop('14.txt', report(14));
  const [shard] = cloud.bucket('StorageOpen').list('open/reports/year=');
  const [, year, region] = /year=(\d+)\/region-(\w+)/.exec(shard?.key ?? '') ?? [];
  const ours = { shards: [{ year: Number(year), region }], documents: [] };
  for (const body of ['{"shards":"all"}', JSON.stringify(ours)]) cloud.sqs.push(cloud.id('AWS::SQS::Queue', 'PublishQueue'), body);
  await cloud.settle();
  expect(cloud.queue('PublishDeadLetters').splice(0)).toMatchObject([{ body: '{"shards":"all"}' }]);
  await sameAsQuietly();
});

test('a file whose event was lost is found by reconcile, and a table that was deleted is made again', async () => {
  const lost = cloud.bucket('StorageRaw').put('8.txt', report(8), {});
  if (typeof lost === 'number') throw new Error(`refused with ${lost}`);
  dropped.push({ key: '8.txt', body: report(8), version: lost.id });
  const [table] = cloud.bucket('StorageOpen').list('open/cells/');
  cloud.bucket('StorageOpen').delete(table?.key ?? '');
  // What arrived less than two hours ago is still on its way.
  const arrived = (minutes: number) => Object.assign(lost, { modified: new Date(Date.now() - minutes * 60_000) });
  arrived(110);
  expect(await cloud.invoke('RecoveryReconcileFunction', {})).toMatchObject({ ok: true, response: { resent: 0 } });
  arrived(130);
  expect(await cloud.invoke('RecoveryReconcileFunction', {})).toMatchObject({ ok: true, response: { resent: 1 } });
  const reconcile = 'RecoveryReconcileFunction';
  await expect.poll(() => counted(reconcile).Resent, { timeout: 30_000 }).toBe(1);
  expect(cloud.logged(reconcile).filter((line) => line.includes('no receipt') && line.includes('8.txt'))).toHaveLength(1);
  expect(cloud.queue('IngestBackfill').map(({ body }) => JSON.parse(body).key)).toEqual(['8.txt']);
  await cloud.settle();
  expect(await cloud.invoke('RecoveryReconcileFunction', {})).toMatchObject({ ok: true, response: { resent: 0 } });
  await cloud.settle();
  await sameAsQuietly();
});

test('without a report there is nothing to release, which is no failure', async () => {
  const open = cloud.bucket('StorageOpen');
  const tables = open.list('open/reports/');
  for (const { key } of tables) open.delete(key);
  expect(await cloud.invoke('PublishReleaseFunction', {})).toMatchObject({ ok: true, response: { version: null, files: 0 } });
  for (const { key, body, headers } of tables) open.put(key, body, headers);
});

test('replay sends what fits, members by their archive; reading it again changes nothing', async () => {
  const sent = () => cloud.queue('IngestBackfill').map(({ body }) => JSON.parse(body));
  const id = (key: string) => dropped.find((one) => one.key === key)?.version;
  const replay = (event: unknown) => cloud.invoke('RecoveryReplayFunction', event);
  expect(await replay({ code: 'crash_suspected' })).toMatchObject({ ok: true, response: { sent: 1, next: null } });
  const poison = { key: 'poison.txt', version: id('poison.txt'), received: expect.stringContaining('2026-01-01T') };
  expect(sent()).toMatchObject([{ ...poison, bytes: dropped.find(({ key }) => key === 'poison.txt')?.body.length }]);
  expect(await replay({ prefix: 'all.zip/', parserBelow: '999.0.0' })).toMatchObject({ ok: true, response: { sent: 3 } });
  // Of a file whose name only begins as the archive's nothing is asked for.
  const members = ['bad.html', '下/乙.txt', '甲.txt'].map((member) => ({ key: 'all.zip', version: id('all.zip'), member }));
  const byMember = (a: { member: string }, b: { member: string }) => (a.member < b.member ? -1 : 1);
  expect(sent().slice(1).sort(byMember)).toMatchObject(members);
  expect(await replay({ since: '2999-01-01' })).toMatchObject({ ok: true, response: { sent: 0 } });
  // With less time than the largest share may need, it says where to go on.
  expect(await cloud.invoke('RecoveryReplayFunction', { prefix: '', from: 'c0' }, 100)).toMatchObject({
    response: { sent: 0, next: 'c0' },
  });
  expect(await replay({})).toMatchObject({ ok: false, errorMessage: expect.stringContaining('name a condition') });
  expect(await replay({ perfix: 'a' })).toMatchObject({ ok: false, errorMessage: expect.stringContaining('perfix') });
  await cloud.settle();
  await sameAsQuietly();
});

test('a deleted sidecar no longer holds', async () => {
  const sourceOf = async () => {
    const [row] = await select(
      `SELECT source_url FROM (${viewOf('agency_reports', exported(cloud.bucket('StorageOpen')))}) WHERE agency = '${agencies([5])[0]}'`,
    );
    return row?.source_url;
  };
  expect(await sourceOf()).toBe('https://www.example.gov.cn/5.html');
  cloud.remove('5.txt.meta.json');
  dropped.splice(
    dropped.findIndex(({ key }) => key === '5.txt.meta.json'),
    1,
  );
  await cloud.settle();
  expect(await sourceOf()).toBe(null);
});

test('a release of what was published: verified, read by an engine, pointed to; the next one is another', async () => {
  const earlier = today();
  const made = await cloud.invoke('PublishReleaseFunction', {});
  const folder = exported(cloud.bucket('StorageOpen'));
  const latest = JSON.parse(readFileSync(join(folder, 'open/releases/latest.json'), 'utf8'));
  // The function may have looked at its clock on either side of midnight.
  const day = latest.version === nextVersion(null, earlier) ? earlier : today();
  const version = nextVersion(null, day);
  expect(made).toMatchObject({ ok: true, response: { version } });
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
  const address = cloud.settings('PublishReleaseFunction').RELEASES_ADDRESS ?? '';
  expect(address).toMatch(/^https:.*\/releases\/$/);
  const created = `${day}T00:00:00Z`;
  const { queries, prelude } = packedQueries();
  const site = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
  await bundleSite(site);
  await sameAsQuietly(async (quiet) => {
    await makeRelease({ state: new MemoryStore(), open: quiet }, { version, created, format: parquet, queries, prelude, address });
    await publishSite(quiet, { version, queries, assets: packedSite(site) });
  });
  expect(open.get('open/site/data/meta.json')).not.toBeNull();
  read.set('RecoveryReconcileFunction', cloud.logged('RecoveryReconcileFunction').length);
  await cloud.invoke('RecoveryReconcileFunction', {});
  // In days, since the midnight its day began with.
  await expect.poll(() => counted('RecoveryReconcileFunction').ReleaseAgeDays, { timeout: 30_000 }).toBeLessThan(2);
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

test('npm run smoke finds a deployment that works, and leaves nothing behind', () => smokeRun(cloud));
