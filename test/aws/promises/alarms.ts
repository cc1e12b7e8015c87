import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricNames } from '../../../schemas/metrics.ts';
import { ofType, resolve } from '../resolve.ts';
import { damage, each, type Guarantee, json } from './guarantee.ts';

const alarm = 'AWS::CloudWatch::Alarm';
const runbook = readFileSync(join(import.meta.dirname, '../../../docs/runbook.md'), 'utf8');

/** Anchors of the runbook's headings, as the address of a heading is made. */
const headings = new Set(
  [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  ),
);

interface Metric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
}

/** A metric in a line: `Maximum of AWS/SQS X of IngestQueue in 300 s`. */
const metricLine = ({ Namespace, MetricName, Dimensions = [] }: Metric, statistic: string, period: number): string => {
  const of = Dimensions.map(({ Name, Value }) => `${Name} ${Value.replace(/[0-9A-F]{8}$/, '')}`);
  return [statistic, Namespace, MetricName, ...of, 'in', period].join(' ');
};

/** What an alarm compares with its limit, in words: a metric, or an expression with its metrics in place of their ids. */
function watchedBy(properties: object): string {
  const { Metrics, Statistic, ExtendedStatistic, Period, ...metric } = Object(properties);
  if (!Metrics) return metricLine(metric, Statistic ?? ExtendedStatistic, Period);
  const lines = new Map<string, string>();
  let expression = '';
  for (const { Id, Expression, MetricStat } of Metrics) {
    if (Expression) expression = Expression;
    else lines.set(Id, `[${metricLine(MetricStat.Metric, MetricStat.Stat, MetricStat.Period)}]`);
  }
  return expression.replace(/\w+/g, (word) => lines.get(word) ?? word);
}

const deadLetters = (queue: string) => `[Maximum AWS/SQS ApproximateNumberOfMessagesVisible QueueName ${queue} in 300]`;
const errors = (name: string) => `[Sum AWS/Lambda Errors FunctionName ${name}Function in 900]`;
const documents = '[Sum Gongkai Documents service parse in 3600]';

/** Every alarm, and what it must look at to mean what the runbook says of it. */
const watched: Readonly<Record<string, string>> = {
  'dead-letters': ['IngestDeadLetters', 'IngestUndelivered', 'PublishDeadLetters'].map(deadLetters).join(' + '),
  'oldest-message': 'Maximum AWS/SQS ApproximateAgeOfOldestMessage QueueName IngestQueue in 300',
  'quarantine-ratio': `IF(${documents} >= 20, 100 * FILL([Sum Gongkai Quarantined service parse in 3600], 0) / ${documents}, 0)`,
  'parse-slow': 'p99 AWS/Lambda Duration FunctionName IngestParseFunction in 300',
  'parse-throttled': 'Sum AWS/Lambda Throttles FunctionName IngestParseFunction in 300',
  'function-errors': ['PublishCompact', 'PublishRelease', 'RecoveryReconcile', 'RecoveryReplay'].map(errors).join(' + '),
  'compact-lag': 'Maximum AWS/SQS ApproximateAgeOfOldestMessage QueueName PublishQueue in 300',
  'reconcile-found': 'Sum Gongkai Resent service reconcile in 86400',
  'reconcile-missing': '1 - FILL([Sum AWS/Lambda Invocations FunctionName RecoveryReconcileFunction in 86400], 0)',
  'release-overdue': 'Maximum Gongkai ReleaseAgeDays service reconcile in 86400',
  'scan-cost': 'Sum AWS/Athena ProcessedBytes WorkGroup gongkai in 86400',
};

/** What alarms promise. */
export const alarmPromises: Guarantee[] = [
  [
    'every alarm has a heading in the runbook',
    each(alarm, ({ Properties }) => headings.has(/docs\/runbook\.md#([\w-]+)$/.exec(String(Properties.AlarmDescription))?.[1] ?? '')),
    damage(alarm, ({ Properties }) => Object.assign(Properties, { AlarmDescription: 'What to do: docs/runbook.md#nothing' })),
  ],
  [
    'every alarm tells the topic',
    each(alarm, ({ Properties }) => json(Properties.AlarmActions).includes('Topic')),
    damage(alarm, ({ Properties }) => Reflect.deleteProperty(Properties, 'AlarmActions')),
  ],
  [
    'alarms ring above what the runbook says of them',
    (template) => {
      const limits = new Map(
        ofType(template, alarm).map(([, { Properties }]) => [String(Properties.AlarmName).replace('gongkai-', ''), Properties]),
      );
      // Half an hour, a fifth in percent, a minute, forty days, a terabyte.
      const wanted = {
        'oldest-message': 1800,
        'compact-lag': 1800,
        'quarantine-ratio': 20,
        'parse-slow': 60_000,
        'release-overdue': 40,
        'scan-cost': 1e12,
      };
      const wrong = Object.entries(wanted).filter(([name, above]) => limits.get(name)?.Threshold !== above);
      return wrong.map(([name]) => name);
    },
    damage(alarm, ({ Properties }) => Object.assign(Properties, { Threshold: 7 }), 'Observabilityparseslow'),
  ],
  [
    'every alarm looks at what the runbook says of it',
    (template) => {
      const found = ofType(template, alarm).map(([, { Properties }]): [string, string] => [
        String(Properties.AlarmName).replace('gongkai-', ''),
        watchedBy(Object(resolve(template, Properties))),
      ]);
      const wrong = found.filter(([name, what]) => watched[name] !== what).map(([name, what]) => `${name}: ${what}`);
      return [...wrong, ...Object.keys(watched).filter((name) => !found.some(([known]) => known === name))];
    },
    damage(alarm, ({ Properties }) => Object.assign(Properties, { Statistic: 'Minimum' }), 'Observabilityoldestmessage'),
  ],
  [
    'an alarm rings above its limit, not at it',
    each(alarm, ({ Properties }) => Properties.ComparisonOperator === 'GreaterThanThreshold'),
    damage(alarm, ({ Properties }) => Object.assign(Properties, { ComparisonOperator: 'LessThanThreshold' })),
  ],
  [
    'what passes by itself rings only when it lasts: so many periods in a row',
    each(alarm, ({ Properties }) => {
      const periods: Record<string, number> = { 'oldest-message': 2, 'compact-lag': 2, 'parse-slow': 3, 'parse-throttled': 3 };
      return Properties.EvaluationPeriods === (periods[String(Properties.AlarmName).replace('gongkai-', '')] ?? 1);
    }),
    damage(alarm, ({ Properties }) => Object.assign(Properties, { EvaluationPeriods: 9 })),
  ],
  [
    'where nothing is counted only the alarm that waits for a run rings',
    each(
      alarm,
      ({ Properties }) =>
        Properties.TreatMissingData === (Properties.AlarmName === 'gongkai-reconcile-missing' ? 'breaching' : 'notBreaching'),
    ),
    damage(alarm, ({ Properties }) => Object.assign(Properties, { TreatMissingData: 'missing' })),
  ],
  [
    'dead letters of every queue ring',
    (template) => {
      const watched = json(ofType(template, alarm).find(([id]) => id.includes('deadletters'))?.[1].Properties.Metrics);
      return ofType(template, 'AWS::SQS::Queue')
        .map(([id]) => id)
        .filter((id) => /DeadLetters|Undelivered/.test(id) && !watched.includes(id));
    },
    damage(alarm, ({ Properties }) => Object.assign(Properties, { Metrics: [] }), 'Observabilitydeadletters'),
  ],
  [
    'alarms on our own metrics name metrics that handlers write',
    (template) =>
      [...json(ofType(template, alarm)).matchAll(/"MetricName":"(\w+)","Namespace":"Gongkai"/g)]
        .map(([, name = '']) => name)
        .filter((name) => !metricNames.some((known) => known === name)),
    damage(alarm, ({ Properties }) => Object.assign(Properties, { MetricName: 'Publishd' }), 'Observabilityreconcilefound'),
  ],
];
