// Names of the metrics that handlers write and alarms read. One spelling for both.

/** Documents by what became of them, and the state of the upkeep. */
export const metricNames = [
  'Published',
  'Superseded',
  'NotAReport',
  'Container',
  'Quarantined',
  'Ignored',
  'ShardsWritten',
  'Resent',
  'ReleaseAgeDays',
] as const;
export type MetricName = (typeof metricNames)[number];
