import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge, acknowledgePrefix } from './findings.ts';
import { databaseName, workgroupName } from './names.ts';

/** The buckets people read: the open data, and the results of their queries. */
export interface AnalystPolicyProps {
  readonly open: IBucket;
  readonly results: IBucket;
}

/** A policy for people: ask questions in the workgroup, read the tables and their objects, nothing else. */
export function analystPolicy(scope: Construct, id: string, { open, results }: AnalystPolicyProps): iam.ManagedPolicy {
  const { partition, region, account } = Stack.of(scope);
  const arn = (service: string, resource: string) => `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const allow = (actions: string[], resources: string[]) => new iam.PolicyStatement({ actions, resources });
  const tables = `table/${databaseName}/*`;
  const policy = new iam.ManagedPolicy(scope, id, {
    description: 'Query the open dataset in Athena',
    statements: [
      allow(
        [
          ...['StartQueryExecution', 'StopQueryExecution', 'GetQueryExecution', 'GetQueryResults', 'ListQueryExecutions'],
          ...['GetWorkGroup', 'GetNamedQuery', 'BatchGetNamedQuery', 'ListNamedQueries', 'GetPreparedStatement', 'ListPreparedStatements'],
        ].map((action) => `athena:${action}`),
        [arn('athena', `workgroup/${workgroupName}`)],
      ),
      allow(
        ['GetDatabase', 'GetTable', 'GetTables', 'GetPartitions'].map((action) => `glue:${action}`),
        ['catalog', `database/${databaseName}`, tables].map((resource) => arn('glue', resource)),
      ),
      allow(['s3:ListBucket', 's3:GetBucketLocation'], [open.bucketArn, results.bucketArn]),
      allow(['s3:GetObject'], [open.arnForObjects('open/*')]),
      allow(['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'], [results.arnForObjects('*')]),
    ],
  });
  acknowledgePrefix(policy, open, 'open/*');
  acknowledgePrefix(policy, results, '*');
  acknowledge(
    policy,
    `IAM5[Resource::arn:<AWS::Partition>:glue:<AWS::Region>:<AWS::AccountId>:${tables}]`,
    'Every table of this database is published.',
  );
  return policy;
}
