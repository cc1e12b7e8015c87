// Names of the metrics that handlers write and alarms read. One spelling for both.

/** Documents taken in and how many of them were quarantined; the state of the upkeep. */
export const metricNames = ['Documents', 'Quarantined', 'ShardsWritten', 'Resent', 'ReleaseAgeDays'] as const;
export type MetricName = (typeof metricNames)[number];
