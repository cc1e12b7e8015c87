import { describe, expect, test } from 'vitest';
import { judgeOf } from './iam.ts';
import { ofType } from './resolve.ts';
import { synthesize } from './synth.ts';

const template = synthesize();
const judge = judgeOf(template);
const idOf = (type: string, start: string): string => {
  const [found, ...more] = ofType(template, type).filter(([id]) => id.startsWith(start));
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} resources ${type} ${start}`);
  return found[0];
};
const roles = {
  parse: idOf('AWS::IAM::Role', 'IngestParseRole'),
  compact: idOf('AWS::IAM::Role', 'PublishCompactRole'),
  release: idOf('AWS::IAM::Role', 'PublishReleaseRole'),
  reconcile: idOf('AWS::IAM::Role', 'RecoveryReconcileRole'),
  replay: idOf('AWS::IAM::Role', 'RecoveryReplayRole'),
};
const buckets = {
  raw: idOf('AWS::S3::Bucket', 'StorageRaw'),
  state: idOf('AWS::S3::Bucket', 'StorageState'),
  open: idOf('AWS::S3::Bucket', 'StorageOpen'),
  logs: idOf('AWS::S3::Bucket', 'StorageLogs'),
};
const queues = {
  ingest: idOf('AWS::SQS::Queue', 'IngestQueue'),
  backfill: idOf('AWS::SQS::Queue', 'IngestBackfill'),
  compact: idOf('AWS::SQS::Queue', 'PublishQueue'),
};

type Role = keyof typeof roles;
const everyone = Object.keys(roles).filter((role): role is Role => role in roles);

// action, bucket/key or queue, and who may; everybody else must be refused.
const objects: [action: string, where: `${keyof typeof buckets}:${string}`, who: Role[]][] = [
  ['GetObjectVersion', 'raw:2021/厦门市司法局 2020.html', ['parse']],
  ['GetObject', 'raw:a/b.html.meta.json', ['parse']],
  ['PutObject', 'raw:a.html', []],
  ['DeleteObject', 'raw:a.html', []],
  ['DeleteObjectVersion', 'raw:a.html', []],
  ['PutBucketPolicy', 'raw:', []],
  ['ListBucket', 'raw:', ['parse', 'reconcile', 'replay']],
  ['ListBucketVersions', 'raw:', ['reconcile', 'replay']],
  ['ListBucket', 'state:', everyone],
  ['ListBucket', 'open:', ['parse', 'compact', 'release', 'reconcile']],
  ['PutObject', 'state:state/receipts/00ff.json', ['parse']],
  ['PutObject', 'state:state/readings/00ff/0.1.0.json', ['parse']],
  ['PutObject', 'state:state/candidates/agency=350200-x/year=2020/00ff.0.1.0.json.gz', ['parse']],
  ['PutObject', 'state:state/current/year=2020/region=35/350200-x.json', ['parse']],
  ['PutObject', 'state:state/quarantine/00ff.0.1.0.json', ['parse']],
  ['GetObject', 'state:state/current/year=2020/region=35/350200-x.json', everyone],
  ['DeleteObject', 'state:state/receipts/00ff.json', []],
  ['DeleteObject', 'state:state/candidates/agency=350200-x/year=2020/00ff.0.1.0.json.gz', []],
  ['PutObject', 'state:other/00ff.json', []],
  ['PutObject', 'open:open/agency_reports/agency=350200-x/year=2020/report.parquet', ['parse']],
  ['DeleteObject', 'open:open/agency_cells/agency=350200-x/year=2020/cells.parquet', ['parse']],
  ['PutObject', 'open:open/documents_json/agency=350200-x/year=2020/report.json', ['parse']],
  ['PutObject', 'open:open/reports/year=2020/region-35.parquet', ['compact']],
  ['PutObject', 'open:open/agencies/agencies.parquet', ['compact']],
  ['PutObject', 'open:open/releases/v2026.11.0/manifest.json', ['release']],
  ['PutObject', 'open:open/releases/latest.json', ['release']],
  ['GetObject', 'open:open/releases/latest.json', ['release', 'reconcile']],
  ['DeleteObject', 'open:open/releases/v2026.11.0/manifest.json', []],
  ['PutObject', 'open:open/site/index.html', []],
  ['PutObject', 'logs:raw/x', []],
  ['GetObject', 'logs:raw/x', []],
];

describe('each role may do exactly this with objects', () => {
  test.each(objects)('%s %s: %j', (action, where, who) => {
    const [bucket = '', key] = where.split(/:(.*)/s);
    const arn = `arn:aws:s3:::${Object.entries(buckets).find(([name]) => name === bucket)?.[1]}`;
    const allowed = everyone.filter((role) => judge(roles[role], { action: `s3:${action}`, resource: key ? `${arn}/${key}` : arn }));
    expect(allowed).toEqual(who);
  });
});

test.each<[queue: keyof typeof queues, action: string, who: Role[]]>([
  ['ingest', 'SendMessage', []],
  ['ingest', 'ReceiveMessage', ['parse']],
  ['backfill', 'SendMessage', ['parse', 'reconcile', 'replay']],
  ['backfill', 'DeleteMessage', ['parse']],
  ['compact', 'SendMessage', ['parse']],
  ['compact', 'ReceiveMessage', ['compact']],
  ['compact', 'PurgeQueue', []],
])('queue %s %s: %j', (queue, action, who) => {
  const resource = `arn:aws:sqs:us-east-1:111122223333:${queues[queue]}`;
  expect(everyone.filter((role) => judge(roles[role], { action: `sqs:${action}`, resource }))).toEqual(who);
});

test('nobody may reach a bucket without TLS, or by an old one', () => {
  const request = { action: 's3:GetObject', resource: `arn:aws:s3:::${buckets.state}/state/receipts/00ff.json` };
  expect(judge(roles.parse, request)).toBe(true);
  expect(judge(roles.parse, { ...request, context: { 'aws:SecureTransport': 'false' } })).toBe(false);
  expect(judge(roles.parse, { ...request, context: { 's3:TlsVersion': '1.1' } })).toBe(false);
});

test('no role has a managed policy, and no policy allows all actions of a service', () => {
  const statements = ofType(template, 'AWS::IAM::Policy').map(([, { Properties }]) => JSON.stringify(Properties.PolicyDocument));
  expect(statements.length).toBe(everyone.length);
  for (const statement of statements) expect(statement).not.toMatch(/"(\w+:)?\*"/);
});
