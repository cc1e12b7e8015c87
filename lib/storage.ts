import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { openKeys, stateKeys } from '../src/keys.ts';
import { exposedHeaders } from './headers.ts';
import { output } from './outputs.ts';

/** What every bucket of ours promises: private, encrypted, TLS only, owned by the account, kept when the stack goes. */
const guarded = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  encryption: s3.BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies s3.BucketProps;

const abortUploads = { abortIncompleteMultipartUploadAfter: Duration.days(7) };

/** S3 itself answers the question before a request (OPTIONS), which CloudFront passes on. */
const forBrowsers: s3.CorsRule = {
  allowedMethods: [s3.HttpMethods.GET, s3.HttpMethods.HEAD],
  allowedOrigins: ['*'],
  allowedHeaders: ['*'],
  exposedHeaders,
  maxAge: 3600,
};

/** The three buckets of contract 3 and one for their access logs. */
export class Storage extends Construct {
  /** Where people drop files; every version is kept. */
  readonly raw: s3.IBucket;
  /** Receipts, readings, candidates, pointers, quarantine: what the pipeline knows. */
  readonly state: s3.IBucket;
  /** Published partitions, compacted tables, releases, the site. */
  readonly open: s3.IBucket;
  /** Server access logs of the others. */
  readonly logs: s3.IBucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.logs = guardedBucket(this, 'Logs', { lifecycleRules: [{ expiration: Duration.days(90), ...abortUploads }] });
    // Nothing expires in raw: versions only move to cheaper tiers.
    this.raw = this.dataBucket('Raw', [
      { transitions: [{ storageClass: s3.StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }], ...abortUploads },
    ]);
    this.state = this.dataBucket('State', [{ noncurrentVersionExpiration: Duration.days(90), ...abortUploads }]);
    this.open = this.dataBucket('Open', [{ noncurrentVersionExpiration: Duration.days(30), ...abortUploads }], [forBrowsers]);
    writeOnce(this.state, stateKeys.releaseClaim('*'));
    writeOnce(this.open, `${openKeys.releases}v*`);
    sendEvents(this.raw);
    output(this, 'RawBucket', this.raw.bucketName, 'Drop report files here');
    output(this, 'OpenBucket', this.open.bucketName, 'The published dataset');
  }

  private dataBucket(id: string, lifecycleRules: s3.LifecycleRule[], cors: s3.CorsRule[] = []): s3.IBucket {
    const logged = { serverAccessLogsBucket: this.logs, serverAccessLogsPrefix: `${id.toLowerCase()}/` };
    return guardedBucket(this, id, { versioned: true, lifecycleRules, cors, ...logged });
  }
}

/** A bucket that keeps the promises; CDK's `Bucket` is no `IBucket` under `exactOptionalPropertyTypes`, hence the cast. */
export const guardedBucket = (scope: Construct, id: string, props: s3.BucketProps): s3.IBucket =>
  new s3.Bucket(scope, id, { ...guarded, ...props }) as s3.IBucket;

/** Objects that nobody may write over: S3 takes them only on the condition that they are not there (`If-None-Match: *`). */
function writeOnce(bucket: s3.IBucket, keys: string): void {
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(keys)],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    }),
  );
}

/** Not `eventBridgeEnabled`: that adds a custom-resource Lambda with a wildcard role. */
function sendEvents(bucket: s3.IBucket): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof s3.CfnBucket)) throw new Error('a Bucket without its CfnBucket');
  resource.addPropertyOverride('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', true);
}
