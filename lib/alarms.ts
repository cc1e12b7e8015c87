import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { MetricName } from '../schemas/metrics.ts';
import type { FunctionName } from './access.ts';
import { metricNamespace, workgroupName } from './names.ts';

/** What alarms look at. */
export interface Watched {
  readonly functions: Readonly<Record<FunctionName, lambda.IFunction>>;
  readonly deadLetters: readonly sqs.IQueue[];
  readonly ingestQueue: sqs.IQueue;
  readonly compactQueue: sqs.IQueue;
}

/** One alarm; its name is its heading in the runbook. */
export interface AlarmSpec {
  readonly name: string;
  /** Why it matters, one sentence. */
  readonly about: string;
  readonly metric: cloudwatch.IMetric;
  /** It rings above this. */
  readonly above: number;
  /** Periods in a row. */
  readonly periods?: number;
  /** Silence is bad news, too. */
  readonly missingIsBad?: boolean;
}

const minutes = (count: number) => Duration.minutes(count);
const own = (metricName: MetricName, service: FunctionName, statistic: string, period: Duration) =>
  new cloudwatch.Metric({ namespace: metricNamespace, metricName, dimensionsMap: { service }, statistic, period });
const sum = (metrics: readonly cloudwatch.IMetric[], period: Duration) =>
  new cloudwatch.MathExpression({
    expression: metrics.map((_, n) => `m${n}`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((metric, n) => [`m${n}`, metric])),
    period,
  });

/** Share of quarantined among all documents, in percent; few documents say nothing. */
function quarantineShare(): cloudwatch.MathExpression {
  const period = Duration.hours(1);
  const usingMetrics = { bad: own('Quarantined', 'parse', 'Sum', period), all: own('Documents', 'parse', 'Sum', period) };
  return new cloudwatch.MathExpression({ expression: 'IF(all >= 20, 100 * FILL(bad, 0) / all, 0)', usingMetrics, period });
}

const age = (queue: sqs.IQueue) => queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: minutes(5) });

const day = Duration.days(1);

/** Bytes that Athena read in a day for the workgroup. */
const scanned = () =>
  new cloudwatch.Metric({
    namespace: 'AWS/Athena',
    metricName: 'ProcessedBytes',
    dimensionsMap: { WorkGroup: workgroupName },
    statistic: 'Sum',
    period: day,
  });

/** Alarms of what comes in: messages that fail or wait, documents that cannot be read, parse at its limits. */
function ingestAlarms({ functions, deadLetters, ingestQueue }: Watched): readonly AlarmSpec[] {
  const waiting = deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: minutes(5) }));
  return [
    { name: 'dead-letters', about: 'Something failed five times and waits for a person.', metric: sum(waiting, minutes(5)), above: 0 },
    { name: 'oldest-message', about: 'Fresh uploads wait for more than half an hour.', metric: age(ingestQueue), above: 1800, periods: 2 },
    { name: 'quarantine-ratio', about: 'More than a fifth of the documents cannot be read.', metric: quarantineShare(), above: 20 },
    {
      name: 'parse-slow',
      about: 'One in a hundred calls of parse needs more than half of its time.',
      metric: functions.parse.metricDuration({ statistic: 'p99', period: minutes(5) }),
      above: 60_000,
      periods: 3,
    },
    {
      name: 'parse-throttled',
      about: 'The account has no room for parse.',
      metric: functions.parse.metricThrottles({ statistic: 'Sum', period: minutes(5) }),
      above: 0,
      periods: 3,
    },
  ];
}

/** Alarms of what is made of it: compaction, reconciliation, releases, queries. */
function publishAlarms({ functions, compactQueue }: Watched): readonly AlarmSpec[] {
  const upkeep = [functions.compact, functions.release, functions.reconcile, functions.replay];
  const errors = upkeep.map((fn) => fn.metricErrors({ statistic: 'Sum', period: minutes(15) }));
  return [
    { name: 'function-errors', about: 'Compact, release, reconcile or replay failed.', metric: sum(errors, minutes(15)), above: 0 },
    { name: 'compact-lag', about: 'The analysis tables are half an hour behind.', metric: age(compactQueue), above: 1800, periods: 2 },
    {
      name: 'reconcile-found',
      about: 'Files had no receipt and were sent again: events are being lost.',
      metric: own('Resent', 'reconcile', 'Sum', day),
      above: 0,
    },
    {
      name: 'reconcile-missing',
      about: 'Nobody looked for lost files for a day.',
      metric: new cloudwatch.MathExpression({
        expression: '1 - FILL(runs, 0)',
        usingMetrics: { runs: functions.reconcile.metricInvocations({ statistic: 'Sum', period: day }) },
        period: day,
      }),
      above: 0,
      missingIsBad: true,
    },
    {
      name: 'release-overdue',
      about: 'The newest release is older than the schedule allows.',
      metric: own('ReleaseAgeDays', 'reconcile', 'Maximum', day),
      above: 40,
    },
    { name: 'scan-cost', about: 'Queries read more than a terabyte in a day (5 dollars).', metric: scanned(), above: 1e12 },
  ];
}

/** Every alarm, the three that matter first at the head. */
export const alarmSpecs = (watched: Watched): readonly AlarmSpec[] => [...ingestAlarms(watched), ...publishAlarms(watched)];
