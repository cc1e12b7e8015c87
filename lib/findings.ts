import { Stack, Validations } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

/** Keep a finding of cdk-nag on this construct, for a reason; the same finding elsewhere still stops the synthesis. */
export const acknowledge = (on: IConstruct, rule: string, reason: string): void =>
  Validations.of(on).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason });

/** Keep the wildcard that ends a key prefix: object keys are many, the prefix is the privilege. */
export function acknowledgePrefix(on: IConstruct, bucket: IBucket, keys: string): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path}: only buckets of this stack have findings`);
  const arn = `<${Stack.of(bucket).getLogicalId(resource)}.Arn>/${keys}`;
  acknowledge(on, `IAM5[Resource::${arn}]`, 'The right is limited to the objects below this prefix; keys are named by their content.');
}
