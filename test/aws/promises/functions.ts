import { type CloudTemplate, ofType, resolve } from '../resolve.ts';
import { damage, each, type Guarantee, json, without } from './guarantee.ts';

const fn = 'AWS::Lambda::Function';
const rule = 'AWS::Events::Rule';

/** `IngestParseFunction1A2B3C4D` is Parse. */
const nameOf = (id: string): string => /[A-Z][a-z]+(?=Function)/.exec(id)?.[0] ?? id;

/** `RAW_BUCKET` names the bucket Raw. */
const inWords = (setting: string): string => setting.charAt(0) + setting.slice(1, setting.indexOf('_')).toLowerCase();

const withoutHash = (id: unknown): string =>
  String(id)
    .split(':')
    .at(-1)
    ?.replace(/[0-9A-F]{8}$/, '') ?? '';

/**
 * Memory and seconds of each function. 1,769 MB are one processor: with less, a document takes longer than its thread is given; five
 * threads of 20 seconds fit into the two minutes of parse. Compact and release hold the tables of a region in memory.
 */
const sizes: Readonly<Record<string, string>> = {
  Parse: '1769 MB 120 s',
  Compact: '3008 MB 300 s',
  Release: '3008 MB 900 s',
  Reconcile: '1024 MB 900 s',
  Replay: '1024 MB 900 s',
};

/** What a schedule calls, how often that is tried again, and where it is noted that it could not be. */
const scheduled = (template: CloudTemplate): string[] =>
  ofType(template, rule).flatMap(([, { Properties }]) => {
    const { ScheduleExpression, Targets } = Object(resolve(template, Properties));
    if (ScheduleExpression === undefined) return [];
    return Targets.map(
      ({ Arn, RetryPolicy, DeadLetterConfig }: Record<string, { MaximumRetryAttempts: number; Arn: string }>) =>
        `${ScheduleExpression} ${withoutHash(Arn)} ${RetryPolicy?.MaximumRetryAttempts} ${withoutHash(DeadLetterConfig?.Arn)}`,
    );
  });

/** What the functions promise, and the schedules that call them. */
export const functionPromises: Guarantee[] = [
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
    'functions know the buckets, and the names their metrics are counted under',
    each(fn, ({ Properties }, id, template) => {
      const { Variables = {} } = Object(resolve(template, Properties.Environment));
      const known = ['RAW_BUCKET', 'STATE_BUCKET', 'OPEN_BUCKET'].every(
        (name) => withoutHash(Variables[name]) === `Storage${inWords(name)}`,
      );
      const service = Variables.POWERTOOLS_SERVICE_NAME;
      return known && service === nameOf(id).toLowerCase() && Variables.POWERTOOLS_METRICS_NAMESPACE === 'Gongkai';
    }),
    without(fn, 'Environment'),
  ],
  [
    'logs do not stay for ever',
    each('AWS::Logs::LogGroup', ({ Properties }) => Number(Properties.RetentionInDays) >= 30),
    without('AWS::Logs::LogGroup', 'RetentionInDays'),
  ],
  [
    'rule targets have a dead-letter queue',
    each(rule, ({ Properties }) => json(Properties.Targets).includes('DeadLetterConfig')),
    damage(rule, ({ Properties }) => Object.assign(Properties, { Targets: [{}] })),
  ],
  [
    'each function has the memory and the time its work takes',
    each(fn, ({ Properties: { MemorySize, Timeout } }, id) => sizes[nameOf(id)] === `${MemorySize} MB ${Timeout} s`),
    damage(fn, ({ Properties }) => Object.assign(Properties, { MemorySize: 512 }), 'IngestParseFunction'),
  ],
  [
    'each function writes to a log of its own, which its role may write to',
    each(
      fn,
      ({ Properties }, id, template) =>
        withoutHash(Object(resolve(template, Properties.LoggingConfig)).LogGroup) === withoutHash(id).replace('Function', 'Logs'),
    ),
    without(fn, 'LoggingConfig'),
  ],
  [
    'files are reconciled every day, a release is made every month, and either is tried again before somebody is told',
    (template) => {
      const wanted = [
        'cron(0 19 * * ? *) RecoveryReconcileFunction 2 IngestUndelivered',
        'cron(0 20 1 * ? *) PublishReleaseFunction 1 PublishDeadLetters',
      ];
      const found = scheduled(template).sort();
      return json(found) === json(wanted) ? [] : found.concat('Schedules');
    },
    damage(rule, ({ Properties }) => Object.assign(Properties, { ScheduleExpression: 'rate(1 hour)' }), 'RecoveryDaily'),
  ],
];
