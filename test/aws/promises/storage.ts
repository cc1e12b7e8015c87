import { ofType } from '../resolve.ts';
import { damage, each, type Guarantee, json, without } from './guarantee.ts';

const bucket = 'AWS::S3::Bucket';

/** What the buckets promise. */
export const storagePromises: Guarantee[] = [
  [
    'buckets are encrypted',
    each(bucket, ({ Properties }) => json(Properties.BucketEncryption).includes('AES256')),
    without(bucket, 'BucketEncryption', 'StorageState'),
  ],
  [
    'buckets are closed to the public',
    each(bucket, ({ Properties }) => (json(Properties.PublicAccessBlockConfiguration).match(/true/g) ?? []).length === 4),
    damage(bucket, ({ Properties }) => Object.assign(Properties.PublicAccessBlockConfiguration as object, { BlockPublicPolicy: false })),
  ],
  [
    'bucket policies refuse requests without TLS 1.2',
    (template) =>
      ofType(template, bucket)
        .map(([id]) => id)
        .filter((id) => {
          const policies = ofType(template, 'AWS::S3::BucketPolicy').filter(
            ([, { Properties }]) => json(Properties.Bucket) === json({ Ref: id }),
          );
          const text = json(policies.map(([, { Properties }]) => Properties.PolicyDocument));
          return !(text.includes('"aws:SecureTransport":"false"') && text.includes('"s3:TlsVersion":1.2'));
        }),
    (template) => Reflect.deleteProperty(template.Resources, ofType(template, 'AWS::S3::BucketPolicy')[0]?.[0] ?? ''),
  ],
  [
    'buckets stay when the stack goes',
    each(bucket, ({ DeletionPolicy, UpdateReplacePolicy }) => DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain'),
    damage(bucket, (resource) => Object.assign(resource, { DeletionPolicy: 'Delete' }), 'StorageRaw'),
  ],
  [
    'data buckets keep versions',
    each(bucket, ({ Properties }, id) => /Logs|Results/.test(id) || json(Properties.VersioningConfiguration) === '{"Status":"Enabled"}'),
    without(bucket, 'VersioningConfiguration', 'StorageRaw'),
  ],
  [
    'nothing in the raw bucket expires',
    each(bucket, ({ Properties }, id) => !id.startsWith('StorageRaw') || !/Expiration/.test(json(Properties.LifecycleConfiguration))),
    damage(
      bucket,
      ({ Properties }) => Object.assign(Properties, { LifecycleConfiguration: { Rules: [{ ExpirationInDays: 1 }] } }),
      'StorageRaw',
    ),
  ],
  [
    'what is replaced stays for a while: 90 days of the state, 30 of what is published',
    each(bucket, ({ Properties }, id) => {
      const days = Object.entries({ StorageState: 90, StorageOpen: 30 }).find(([start]) => id.startsWith(start))?.[1];
      return (
        days === undefined || json(Properties.LifecycleConfiguration).includes(`"NoncurrentVersionExpiration":{"NoncurrentDays":${days}}`)
      );
    }),
    without(bucket, 'LifecycleConfiguration', 'StorageState'),
  ],
  [
    'objects belong to the account, whoever put them there',
    each(bucket, ({ Properties }) => json(Properties.OwnershipControls) === '{"Rules":[{"ObjectOwnership":"BucketOwnerEnforced"}]}'),
    without(bucket, 'OwnershipControls', 'StorageRaw'),
  ],
  [
    'S3 lets pages from anywhere read the open bucket, ranges included, and write nothing',
    each(bucket, ({ Properties }, id) => {
      const [rule] = Object(Properties.CorsConfiguration).CorsRules ?? [];
      if (!id.startsWith('StorageOpen')) return rule === undefined;
      return (
        json([rule?.AllowedMethods, rule?.AllowedOrigins, rule?.AllowedHeaders]) === '[["GET","HEAD"],["*"],["*"]]' &&
        rule.ExposedHeaders.includes('Content-Range')
      );
    }),
    without(bucket, 'CorsConfiguration', 'StorageOpen'),
  ],
  [
    'the raw bucket sends its events',
    each(
      bucket,
      ({ Properties }, id) =>
        !id.startsWith('StorageRaw') || json(Properties.NotificationConfiguration).includes('"EventBridgeEnabled":true'),
    ),
    without(bucket, 'NotificationConfiguration', 'StorageRaw'),
  ],
  [
    'uploads that were never ended are paid for no longer than a week',
    each(
      bucket,
      ({ Properties }, id) =>
        id.startsWith('QueryResults') ||
        json(Properties.LifecycleConfiguration).includes('"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}'),
    ),
    without(bucket, 'LifecycleConfiguration', 'StorageOpen'),
  ],
  [
    'raw files get cheaper after a month, and logs of access go after three',
    each(bucket, ({ Properties }, id) => {
      const told = json(Properties.LifecycleConfiguration);
      if (id.startsWith('StorageLogs')) return told.includes('"ExpirationInDays":90,');
      return !id.startsWith('StorageRaw') || told.includes('"StorageClass":"INTELLIGENT_TIERING","TransitionInDays":30}');
    }),
    without(bucket, 'LifecycleConfiguration', 'StorageLogs'),
  ],
];
