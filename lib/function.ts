import { join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { access, allow, type FunctionName } from './access.ts';
import { metricNamespace } from './names.ts';
import type { Storage } from './storage.ts';

/** What tells one function of the pipeline from another. */
export interface PipelineFunctionProps {
  readonly name: FunctionName;
  readonly purpose: string;
  readonly storage: Storage;
  /** Folder with one bundle per function, made by `npm run build`. */
  readonly bundles: string;
  readonly memorySize: number;
  readonly timeout: Duration;
  /** Settings besides the bucket names, which every function has. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** One Lambda with its own role, its own log group and nothing else allowed than `access` says. */
export class PipelineFunction extends Construct {
  readonly fn: lambda.Function;
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: PipelineFunctionProps) {
    super(scope, id);
    const logGroup = new logs.LogGroup(this, 'Logs', { retention: logs.RetentionDays.THREE_MONTHS, removalPolicy: RemovalPolicy.DESTROY });
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'), description: props.purpose });
    this.role.addToPolicy(
      new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
    );
    allow(this.role, props.storage, access[props.name]);
    this.fn = new lambda.Function(this, 'Function', {
      description: props.purpose,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      // The maps stay with the build: a stack trace is read there, not in the function.
      code: lambda.Code.fromAsset(join(props.bundles, props.name), { exclude: ['*.map', '**/*.map'] }),
      role: this.role,
      logGroup,
      memorySize: props.memorySize,
      timeout: props.timeout,
      environment: { ...settings(props), ...props.environment },
    });
  }
}

const settings = ({ name, storage }: PipelineFunctionProps) => ({
  RAW_BUCKET: storage.raw.bucketName,
  STATE_BUCKET: storage.state.bucketName,
  OPEN_BUCKET: storage.open.bucketName,
  POWERTOOLS_SERVICE_NAME: name,
  POWERTOOLS_METRICS_NAMESPACE: metricNamespace,
  POWERTOOLS_LOG_LEVEL: 'INFO',
});
