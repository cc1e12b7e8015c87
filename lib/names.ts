// Names that people type; everything else is named by CloudFormation.

/** Name of the Glue database. */
export const databaseName = 'gongkai';

/** Name of the Athena workgroup. */
export const workgroupName = 'gongkai';

/** CloudWatch namespace of every metric the handlers write. */
export const metricNamespace = 'Gongkai';
