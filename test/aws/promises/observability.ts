import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricNames } from '../../../schemas/metrics.ts';
import { type CloudTemplate, ofType, resolve } from '../resolve.ts';
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

/** Services that may tell the topic. */
const publishers = (template: CloudTemplate): string[] =>
  ofType(template, 'AWS::SNS::TopicPolicy')
    .flatMap(([, { Properties }]) => Object(resolve(template, Properties.PolicyDocument)).Statement)
    .filter(({ Effect, Condition }) => Effect === 'Allow' && json(Condition).includes('aws:SourceAccount'))
    .flatMap(({ Principal }) => Principal.Service)
    .sort();

/** What alarms and the budget promise. */
export const observabilityPromises: Guarantee[] = [
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
    'the topic may be told by alarms and by the budget of this account, over TLS',
    (template) => {
      const ok = json(publishers(template)) === '["budgets.amazonaws.com","cloudwatch.amazonaws.com"]';
      return ok && json(template.Resources).includes('AllowPublishThroughSSLOnly') ? [] : ['TopicPolicy'];
    },
    damage('AWS::SNS::TopicPolicy', ({ Properties }) => Object(Properties.PolicyDocument).Statement.splice(1, 1)),
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
      const percent = json(limits.get('quarantine-ratio')?.Metrics).includes('IF(all >= 20, 100 * FILL(bad, 0) / all, 0)');
      return [...wrong.map(([name]) => name), ...(percent ? [] : ['quarantine-ratio'])];
    },
    damage(alarm, ({ Properties }) => Object.assign(Properties, { Threshold: 7 }), 'Observabilityparseslow'),
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
  [
    'there is a monthly budget that tells the topic',
    each(
      'AWS::Budgets::Budget',
      ({ Properties }) => json(Properties.Budget).includes('MONTHLY') && json(Properties.NotificationsWithSubscribers).includes('SNS'),
    ),
    (template) => Reflect.deleteProperty(template.Resources, ofType(template, 'AWS::Budgets::Budget')[0]?.[0] ?? ''),
  ],
];
