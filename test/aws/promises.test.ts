import { expect, test } from 'vitest';
import { type CloudTemplate, ofType, type Resource, resolve } from './resolve.ts';
import { newStack, synthesize } from './synth.ts';

const template = synthesize();

/** A promise: which resources break it, and a way to break it that must be noticed. */
type Promise = [what: string, offenders: (template: CloudTemplate) => string[], damage: (template: CloudTemplate) => void];

const json = (value: unknown): string => JSON.stringify(value) ?? '';
const each = (type: string, keeps: (resource: Resource, id: string, template: CloudTemplate) => boolean) => (template: CloudTemplate) => {
  const found = ofType(template, type);
  return found.length === 0 ? [`no ${type}`] : found.filter(([id, resource]) => !keeps(resource, id, template)).map(([id]) => id);
};
const damage =
  (type: string, change: (resource: Resource) => void, start = '') =>
  (template: CloudTemplate) => {
    const found = ofType(template, type).find(([id]) => id.startsWith(start));
    if (!found) throw new Error(`nothing to damage: ${type} ${start}`);
    change(found[1]);
  };
const without = (type: string, property: string, start = '') =>
  damage(type, ({ Properties }) => Reflect.deleteProperty(Properties, property), start);
const bucket = 'AWS::S3::Bucket';
const queue = 'AWS::SQS::Queue';
const fn = 'AWS::Lambda::Function';
const mapping = 'AWS::Lambda::EventSourceMapping';

const timeoutOf = (template: CloudTemplate, id: unknown) => Number(template.Resources[String(id)]?.Properties.Timeout);
const isDeadLetters = (id: string) => /DeadLetters|Undelivered/.test(id);

/** Queues that no failing message leaves towards a dead-letter queue. */
const withoutDeadLetters = each(queue, ({ Properties }, id) =>
  isDeadLetters(id)
    ? true
    : /"maxReceiveCount":5/.test(json(Properties.RedrivePolicy)) && /DeadLetters/.test(json(Properties.RedrivePolicy)),
);

/** Mappings whose queue shows a message again before six timeouts and the window have passed. */
const seenTooEarly = each(mapping, ({ Properties }, _, template) => {
  const { EventSourceArn, FunctionName, MaximumBatchingWindowInSeconds: window = 0 } = Properties;
  const hidden = Number(
    template.Resources[String(resolve(template, EventSourceArn)).split(':').at(-1) ?? '']?.Properties.VisibilityTimeout,
  );
  return hidden >= 6 * timeoutOf(template, resolve(template, FunctionName)) + Number(window);
});

const promises: Promise[] = [
  [
    'buckets are encrypted',
    each(bucket, ({ Properties }) => json(Properties.BucketEncryption).includes('AES256')),
    without(bucket, 'BucketEncryption', 'StorageState'),
  ],
  [
    'buckets are closed to the public',
    each(bucket, ({ Properties }) => (json(Properties.PublicAccessBlockConfiguration).match(/true/g) ?? []).length === 4),
    damage(bucket, ({ Properties }) => Object.assign(Properties.PublicAccessBlockConfiguration as object, { BlockPublicPolicy: false })),
  ],
  [
    'bucket policies refuse requests without TLS 1.2',
    (template) =>
      ofType(template, bucket)
        .map(([id]) => id)
        .filter((id) => {
          const policies = ofType(template, 'AWS::S3::BucketPolicy').filter(
            ([, { Properties }]) => json(Properties.Bucket) === json({ Ref: id }),
          );
          const text = json(policies.map(([, { Properties }]) => Properties.PolicyDocument));
          return !(text.includes('"aws:SecureTransport":"false"') && text.includes('"s3:TlsVersion":1.2'));
        }),
    (template) => Reflect.deleteProperty(template.Resources, ofType(template, 'AWS::S3::BucketPolicy')[0]?.[0] ?? ''),
  ],
  [
    'buckets stay when the stack goes',
    each(bucket, ({ DeletionPolicy, UpdateReplacePolicy }) => DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain'),
    damage(bucket, (resource) => Object.assign(resource, { DeletionPolicy: 'Delete' }), 'StorageRaw'),
  ],
  [
    'data buckets keep versions',
    each(
      bucket,
      ({ Properties }, id) => id.startsWith('StorageLogs') || json(Properties.VersioningConfiguration) === '{"Status":"Enabled"}',
    ),
    without(bucket, 'VersioningConfiguration', 'StorageRaw'),
  ],
  [
    'nothing in the raw bucket expires',
    each(bucket, ({ Properties }, id) => !id.startsWith('StorageRaw') || !/Expiration/.test(json(Properties.LifecycleConfiguration))),
    damage(
      bucket,
      ({ Properties }) => Object.assign(Properties, { LifecycleConfiguration: { Rules: [{ ExpirationInDays: 1 }] } }),
      'StorageRaw',
    ),
  ],
  [
    'the raw bucket sends its events',
    each(
      bucket,
      ({ Properties }, id) =>
        !id.startsWith('StorageRaw') || json(Properties.NotificationConfiguration).includes('"EventBridgeEnabled":true'),
    ),
    without(bucket, 'NotificationConfiguration', 'StorageRaw'),
  ],
  [
    'the rule matches every new object of the raw bucket',
    (template) => {
      const wanted = { source: ['aws.s3'], 'detail-type': ['Object Created'], detail: { bucket: { name: ['StorageRaw'] } } };
      const patterns = ofType(template, 'AWS::Events::Rule').map(([, { Properties }]) => json(resolve(template, Properties.EventPattern)));
      return patterns.some((pattern) => pattern?.replace(/StorageRaw\w+/, 'StorageRaw') === json(wanted)) ? [] : patterns;
    },
    damage(
      'AWS::Events::Rule',
      ({ Properties }) => Object.assign(Properties.EventPattern as object, { detail: { object: { key: [{ prefix: 'in/' }] } } }),
      'IngestDropped',
    ),
  ],
  [
    'rule targets have a dead-letter queue',
    each('AWS::Events::Rule', ({ Properties }) => json(Properties.Targets).includes('DeadLetterConfig')),
    damage('AWS::Events::Rule', ({ Properties }) => Object.assign(Properties, { Targets: [{}] })),
  ],
  ['work queues have a dead-letter queue', withoutDeadLetters, without(queue, 'RedrivePolicy', 'IngestBackfill')],
  [
    'queues are encrypted',
    each(queue, ({ Properties }) => Properties.SqsManagedSseEnabled === true),
    without(queue, 'SqsManagedSseEnabled'),
  ],
  [
    'messages are kept for 14 days',
    each(queue, ({ Properties }) => Properties.MessageRetentionPeriod === 1_209_600),
    without(queue, 'MessageRetentionPeriod', 'IngestQueue'),
  ],
  [
    'a message stays hidden for six timeouts and the window',
    seenTooEarly,
    damage(queue, ({ Properties }) => Object.assign(Properties, { VisibilityTimeout: 1800 }), 'PublishQueue'),
  ],
  [
    'mappings report single failures and have a ceiling',
    each(
      mapping,
      ({ Properties }) =>
        json(Properties.FunctionResponseTypes) === '["ReportBatchItemFailures"]' &&
        /"MaximumConcurrency":\d+/.test(json(Properties.ScalingConfig)),
    ),
    without(mapping, 'ScalingConfig'),
  ],
  [
    'functions run Node 24 on arm64 without reserved concurrency',
    each(
      fn,
      ({ Properties }) =>
        Properties.Runtime === 'nodejs24.x' &&
        json(Properties.Architectures) === '["arm64"]' &&
        !('ReservedConcurrentExecutions' in Properties),
    ),
    damage(fn, ({ Properties }) => Object.assign(Properties, { ReservedConcurrentExecutions: 50 })),
  ],
  [
    'functions know the buckets and their service name',
    each(fn, ({ Properties }) =>
      ['RAW_BUCKET', 'STATE_BUCKET', 'OPEN_BUCKET', 'POWERTOOLS_SERVICE_NAME'].every((name) =>
        json(Properties.Environment).includes(`"${name}"`),
      ),
    ),
    without(fn, 'Environment'),
  ],
  [
    'logs do not stay for ever',
    each('AWS::Logs::LogGroup', ({ Properties }) => Number(Properties.RetentionInDays) > 0),
    without('AWS::Logs::LogGroup', 'RetentionInDays'),
  ],
];

test.each(promises)('%s', (_, offenders, damage) => {
  expect(offenders(template)).toEqual([]);
  const damaged = structuredClone(template);
  damage(damaged);
  expect(offenders(damaged)).not.toEqual([]);
});

test('no custom resource, no function that is not ours', () => {
  expect(Object.values(template.Resources).filter(({ Type }) => /^Custom::|CustomResource/.test(Type))).toEqual([]);
  expect(ofType(template, fn).length).toBe(5);
});

test('cdk-nag has findings as soon as a construct breaks its rules', async () => {
  const { Bucket } = await import('aws-cdk-lib/aws-s3');
  const { App } = await import('aws-cdk-lib');
  const stack = newStack();
  new Bucket(stack, 'Open to all');
  expect(() => App.of(stack)?.synth()).toThrow(/AwsSolutions-S1/);
});
