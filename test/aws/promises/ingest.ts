import { type CloudTemplate, ofType, resolve } from '../resolve.ts';
import { damage, each, type Guarantee, json, without } from './guarantee.ts';

const queue = 'AWS::SQS::Queue';
const mapping = 'AWS::Lambda::EventSourceMapping';

const timeoutOf = (template: CloudTemplate, id: unknown) => Number(template.Resources[String(id)]?.Properties.Timeout);
/** The name of a queue, without what CloudFormation puts behind it. */
const queueName = (arn: unknown): string =>
  String(arn)
    .split(':')
    .at(-1)
    ?.replace(/[0-9A-F]{8}$/, '') ?? '';
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
    'each queue is worked off in its batches, so many at a time: 50 fresh uploads, 100 of the backlog, 5 compactions of what came in five minutes',
    (template) => {
      const found = ofType(template, mapping).map(([, { Properties }]) => {
        const {
          EventSourceArn,
          BatchSize,
          MaximumBatchingWindowInSeconds: window = 0,
          ScalingConfig,
        } = Object(resolve(template, Properties));
        return `${queueName(EventSourceArn)} ${BatchSize} in ${window} s, ${ScalingConfig?.MaximumConcurrency} at a time`;
      });
      const wanted = [
        'IngestBackfill 5 in 0 s, 100 at a time',
        'IngestQueue 5 in 0 s, 50 at a time',
        'PublishQueue 1000 in 300 s, 5 at a time',
      ];
      return json(found.sort()) === json(wanted) ? [] : found;
    },
    damage(mapping, ({ Properties }) => Object.assign(Properties, { ScalingConfig: { MaximumConcurrency: 1000 } })),
  ],
  [
    // They have no parse to be sent back to; the runbook tells of them by this name.
    'events that could not be put on the queue wait for themselves',
    (template) =>
      ofType(template, 'AWS::Events::Rule')
        .map(([, { Properties }]) => Object(resolve(template, Properties)))
        .filter(({ EventPattern, Targets }) => EventPattern && queueName(Targets[0].DeadLetterConfig?.Arn) !== 'IngestUndelivered')
        .map(({ Description }) => Description),
    damage('AWS::Events::Rule', ({ Properties }) => Object.assign(Properties, { Targets: [{}] }), 'IngestDropped'),
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
];
