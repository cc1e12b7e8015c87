import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MetricName } from '../schemas/metrics.ts';

/** Structured log lines; never text of a document. */
export const logger = new Logger();

const metrics = new Metrics();

/** Add to a metric; written with the next `flushMetrics`. */
export function count(name: MetricName, by = 1): void {
  metrics.addMetric(name, MetricUnit.Count, by);
}

/** Write what was counted, if anything, as one line of the log, which CloudWatch turns into metrics. */
export function flushMetrics(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
