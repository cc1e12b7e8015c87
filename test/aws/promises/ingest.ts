import { type CloudTemplate, ofType, resolve } from '../resolve.ts';
import { damage, each, type Guarantee, json, without } from './guarantee.ts';

const queue = 'AWS::SQS::Queue';
const fn = 'AWS::Lambda::Function';
const mapping = 'AWS::Lambda::EventSourceMapping';

const timeoutOf = (template: CloudTemplate, id: unknown) => Number(template.Resources[String(id)]?.Properties.Timeout);
const isDeadLetters = (id: string) => /DeadLetters|Undelivered/.test(id);

/** Queues that no failing message leaves towards a dead-letter queue. */
const withoutDeadLetters = each(queue, ({ Properties }, id) =>
  isDeadLetters(id)
    ? true
    : /"maxReceiveCount":5\b/.test(json(Properties.RedrivePolicy)) && /DeadLetters/.test(json(Properties.RedrivePolicy)),
);

/** Mappings whose queue shows a message again before six timeouts and the window have passed. */
const seenTooEarly = each(mapping, ({ Properties }, _, template) => {
  const { EventSourceArn, FunctionName, MaximumBatchingWindowInSeconds: window = 0 } = Properties;
  const hidden = Number(
    template.Resources[String(resolve(template, EventSourceArn)).split(':').at(-1) ?? '']?.Properties.VisibilityTimeout,
  );
  return hidden >= 6 * timeoutOf(template, resolve(template, FunctionName)) + Number(window);
});

/** What the queues, rules and functions promise. */
export const ingestPromises: Guarantee[] = [
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
    'each queue is worked off so many at a time: 50 fresh uploads, 100 of the backlog, 5 compactions',
    (template) => {
      const ceilings = ofType(template, mapping).map(
        ([, { Properties }]) =>
          `${String(resolve(template, Properties.EventSourceArn))
            .split(':')
            .at(-1)
            ?.replace(/[0-9A-F]{8}$/, '')} ${Object(Properties.ScalingConfig).MaximumConcurrency}`,
      );
      return json(ceilings.sort()) === '["IngestBackfill 100","IngestQueue 50","PublishQueue 5"]' ? [] : ceilings;
    },
    damage(mapping, ({ Properties }) => Object.assign(Properties, { ScalingConfig: { MaximumConcurrency: 1000 } })),
  ],
  [
    'of what is deleted from the raw bucket only sidecars are told',
    each('AWS::Events::Rule', ({ Properties }) => {
      const { 'detail-type': [type] = [], detail } = Object(Properties.EventPattern);
      return type !== 'Object Deleted' || json(detail.object) === '{"key":[{"suffix":".meta.json"}]}';
    }),
    damage(
      'AWS::Events::Rule',
      ({ Properties }) => Reflect.deleteProperty(Object(Properties.EventPattern).detail, 'object'),
      'IngestUndeclared',
    ),
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
    'files are reconciled every day, a release is made every month',
    (template) => {
      const schedules = ofType(template, 'AWS::Events::Rule').flatMap(([, { Properties }]) => Properties.ScheduleExpression ?? []);
      return json(schedules.sort()) === '["cron(0 19 * * ? *)","cron(0 20 1 * ? *)"]' ? [] : schedules.map(String);
    },
    damage('AWS::Events::Rule', ({ Properties }) => Object.assign(Properties, { ScheduleExpression: 'rate(1 hour)' }), 'RecoveryDaily'),
  ],
  [
    // 1,769 MB are one processor: with less, a document takes longer than its thread is given.
    'parse has a whole processor',
    each(fn, ({ Properties }, id) => !id.startsWith('IngestParse') || Number(Properties.MemorySize) >= 1769),
    damage(fn, ({ Properties }) => Object.assign(Properties, { MemorySize: 512 }), 'IngestParseFunction'),
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
    each('AWS::Logs::LogGroup', ({ Properties }) => Number(Properties.RetentionInDays) >= 30),
    without('AWS::Logs::LogGroup', 'RetentionInDays'),
  ],
];
