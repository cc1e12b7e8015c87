import { describe, expect, test } from 'vitest';
import { judgeOf } from './iam.ts';
import { type CloudTemplate, ofType, resolve } from './resolve.ts';

const roleIds = {
  parse: 'IngestParseRole',
  compact: 'PublishCompactRole',
  release: 'PublishReleaseRole',
  reconcile: 'RecoveryReconcileRole',
  replay: 'RecoveryReplayRole',
};
const bucketIds = { raw: 'StorageRaw', state: 'StorageState', open: 'StorageOpen', logs: 'StorageLogs' };
const queueIds = { ingest: 'IngestQueue', backfill: 'IngestBackfill', compact: 'PublishQueue' };

type Role = keyof typeof roleIds;
const everyone = Object.keys(roleIds).filter((role): role is Role => role in roleIds);

// action, bucket/key or queue, and who may; everybody else must be refused.
const objects: [action: string, bucket: keyof typeof bucketIds, key: string, who: Role[]][] = [
  ['GetObjectVersion', 'raw', '2021/厦门市司法局 2020.html', ['parse']],
  ['GetObject', 'raw', 'a/b.html.meta.json', ['parse', 'compact', 'replay']],
  ['GetObject', 'raw', 'a/b.html', ['parse']],
  ['PutObject', 'raw', 'a.html', []],
  ['DeleteObject', 'raw', 'a.html', []],
  ['DeleteObjectVersion', 'raw', 'a.html', []],
  ['PutBucketPolicy', 'raw', '', []],
  ['ListBucket', 'raw', '', ['parse', 'compact', 'reconcile', 'replay']],
  ['ListBucketVersions', 'raw', '', ['reconcile', 'replay']],
  ['ListBucket', 'state', '', everyone],
  ['ListBucket', 'open', '', ['parse', 'compact', 'release', 'reconcile']],
  ['PutObject', 'state', 'state/receipts/00ff.json', ['parse']],
  ['PutObject', 'state', 'state/readings/00ff/0.1.0.json', ['parse']],
  ['PutObject', 'state', 'state/candidates/agency=350200-x/year=2020/00ff.0.1.0.json.gz', ['parse']],
  ['PutObject', 'state', 'state/current/year=2020/region=35/350200-x.json', ['parse']],
  ['PutObject', 'state', 'state/quarantine/00ff.0.1.0.json', ['parse']],
  ['GetObject', 'state', 'state/current/year=2020/region=35/350200-x.json', ['parse', 'compact', 'release', 'replay']],
  ['DeleteObject', 'state', 'state/receipts/00ff.json', []],
  ['DeleteObject', 'state', 'state/candidates/agency=350200-x/year=2020/00ff.0.1.0.json.gz', []],
  ['PutObject', 'state', 'state/sightings/00ff/11ee.json', ['parse']],
  ['PutObject', 'state', 'state/shards/year=2020/region=35.json', ['compact']],
  ['GetObject', 'state', 'state/shards/year=2020/region=35.json', ['compact']],
  ['DeleteObject', 'state', 'state/shards/year=2020/region=35.json', ['compact']],
  ['GetObject', 'state', 'state/releases/v2026.11.0.json', ['release']],
  ['DeleteObject', 'state', 'state/releases/v2026.11.0.json', []],
  ['PutObject', 'state', 'other/00ff.json', []],
  ['PutObject', 'open', 'open/agency_reports/agency=350200-x/year=2020/report.parquet', ['parse']],
  ['DeleteObject', 'open', 'open/agency_cells/agency=350200-x/year=2020/cells.parquet', ['parse']],
  ['PutObject', 'open', 'open/documents_json/agency=350200-x/year=2020/report.json', ['parse']],
  ['PutObject', 'open', 'open/reports/year=2020/region-35.parquet', ['compact']],
  ['PutObject', 'open', 'open/agencies/agencies.parquet', ['compact']],
  ['DeleteObject', 'open', 'open/candidate_differences/year=2020/region-35.parquet', ['compact']],
  ['GetObject', 'open', 'open/documents_json/agency=350200-x/year=2020/report.json', ['parse', 'release']],
  ['GetObject', 'open', 'open/site/index.html', []],
  ['PutObject', 'open', 'open/releases/latest.json', ['release']],
  ['GetObject', 'open', 'open/releases/latest.json', ['release', 'reconcile']],
  ['DeleteObject', 'open', 'open/releases/v2026.11.0/manifest.json', []],
  ['DeleteObject', 'open', 'open/releases/latest.json', []],
  ['PutObject', 'open', 'open/site/index.html', ['release']],
  ['DeleteObject', 'open', 'open/site/data/agency/350200-x.json', ['release']],
  ['PutObject', 'logs', 'raw/x', []],
  ['GetObject', 'logs', 'raw/x', []],
];

const queues: [queue: keyof typeof queueIds, action: string, who: Role[]][] = [
  ['ingest', 'SendMessage', []],
  ['ingest', 'ReceiveMessage', ['parse']],
  ['backfill', 'SendMessage', ['parse', 'reconcile', 'replay']],
  ['backfill', 'DeleteMessage', ['parse']],
  ['compact', 'SendMessage', ['parse', 'reconcile']],
  ['compact', 'ReceiveMessage', ['compact']],
  ['compact', 'PurgeQueue', []],
];

/** The id CloudFormation knows a thing by: ours with a hash behind it. */
function idOf(template: CloudTemplate, type: string, start: string): string {
  const [found, ...more] = ofType(template, type).filter(([id]) => new RegExp(`^${start}[0-9A-F]{8}$`).test(id));
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} resources ${type} ${start}`);
  return found[0];
}

/** Role × action × key, allowed and refused, by the policies of a synthesized template. */
export function accessTests(template: CloudTemplate): void {
  const judge = judgeOf(template);
  const role = (name: Role) => idOf(template, 'AWS::IAM::Role', roleIds[name]);
  const bucket = (name: keyof typeof bucketIds) => `arn:aws:s3:::${idOf(template, 'AWS::S3::Bucket', bucketIds[name])}`;
  const allowed = (action: string, resource: string) => everyone.filter((name) => judge(role(name), { action, resource }));

  describe('each role may do exactly this', () => {
    test.each(objects)('%s %s: %j', (action, name, key, who) => {
      expect(allowed(`s3:${action}`, key ? `${bucket(name)}/${key}` : bucket(name))).toEqual(who);
    });

    test.each(queues)('queue %s %s: %j', (name, action, who) => {
      const resource = `arn:aws:sqs:us-east-1:111122223333:${idOf(template, 'AWS::SQS::Queue', queueIds[name])}`;
      expect(allowed(`sqs:${action}`, resource)).toEqual(who);
    });
  });

  test.each([
    ['state', 'state/releases/v2026.11.0.json'],
    ['open', 'open/releases/v2026.11.0/manifest.json'],
  ] as const)('%s: release may write %s where it is not there yet, and nobody may write over it', (name, key) => {
    const [action, resource] = ['s3:PutObject', `${bucket(name)}/${key}`];
    const once = { 's3:if-none-match': '*' };
    expect(everyone.filter((who) => judge(role(who), { action, resource, context: once }))).toEqual(['release']);
    expect(allowed(action, resource)).toEqual([]);
  });

  test('nobody may reach a bucket without TLS, or by an old one', () => {
    const request = { action: 's3:GetObject', resource: `${bucket('state')}/state/receipts/00ff.json` };
    expect(judge(role('parse'), request)).toBe(true);
    expect(judge(role('parse'), { ...request, context: { 'aws:SecureTransport': 'false' } })).toBe(false);
    expect(judge(role('parse'), { ...request, context: { 's3:TlsVersion': '1.1' } })).toBe(false);
  });

  test('people who query may ask and stop, read what is published, and keep results, nothing else', () => {
    const [, { Properties }] = ofType(template, 'AWS::IAM::ManagedPolicy')[0] ?? expect.fail('no policy for analysts');
    const text = JSON.stringify(resolve(template, Properties.PolicyDocument));
    const statements: { Effect: string; Action: string | string[]; Resource: string | string[] }[] = JSON.parse(text).Statement;
    expect(statements.every(({ Effect }) => Effect === 'Allow')).toBe(true);
    const may = (action: string) => statements.filter(({ Action }) => [Action].flat().includes(action)).flatMap(({ Resource }) => Resource);
    const actions = statements.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => /\*|Delete|Create|Update|ACL|Policy/i.test(action))).toEqual([]);
    const running = ['StartQueryExecution', 'StopQueryExecution', 'GetQueryExecution', 'GetQueryResults'];
    for (const action of [
      ...running,
      'GetWorkGroup',
      'GetNamedQuery',
      'ListNamedQueries',
      'GetPreparedStatement',
      'ListPreparedStatements',
    ])
      expect(may(`athena:${action}`), action).toEqual([expect.stringMatching(/:workgroup\/gongkai$/)]);
    const [open, results] = [bucket('open'), `arn:aws:s3:::${idOf(template, 'AWS::S3::Bucket', 'QueryResults')}`];
    for (const action of ['ListBucket', 'GetBucketLocation'])
      expect(may(`s3:${action}`).toSorted(), action).toEqual([open, results].sort());
    expect(may('s3:GetObject')).toEqual([`${open}/open/*`, `${results}/*`]);
    expect(may('s3:PutObject')).toEqual([`${results}/*`]);
    expect(may('glue:GetTables')).toHaveLength(3);
  });

  test('no role has a managed policy, and no policy allows all actions of a service', () => {
    const statements = ofType(template, 'AWS::IAM::Policy').map(([, { Properties }]) => JSON.stringify(Properties.PolicyDocument));
    expect(statements.length).toBe(everyone.length);
    for (const statement of statements) expect(statement).not.toMatch(/"(\w+:)?\*"/);
  });
}
