// Names of the metrics that handlers write and alarms read. One spelling for both.

/** Documents taken in, how many of them were quarantined, shards written, files sent again, days since the newest release. */
export const metricNames = ['Documents', 'Quarantined', 'ShardsWritten', 'Resent', 'ReleaseAgeDays'] as const;
/** Name of a metric; a misspelt one does not compile. */
export type MetricName = (typeof metricNames)[number];
