import * as iam from 'aws-cdk-lib/aws-iam';
import { tableNames, tables } from '../schemas/tables.ts';
import { tablePrefix } from '../src/derive/location.ts';
import { acknowledgePrefix } from './findings.ts';
import type { Storage } from './storage.ts';

/** The pipeline's functions; each has a role of its own. */
export const functionNames = ['parse', 'compact', 'release', 'reconcile', 'replay'] as const;
/** Name of a function of the pipeline. */
export type FunctionName = (typeof functionNames)[number];

const verbs = {
  read: ['s3:GetObject'],
  readVersion: ['s3:GetObject', 's3:GetObjectVersion'],
  write: ['s3:PutObject'],
  remove: ['s3:DeleteObject'],
} as const;

/** What a role may do with the objects under some key prefixes of one bucket. */
interface Grant {
  readonly bucket: 'raw' | 'state' | 'open';
  readonly may: readonly (keyof typeof verbs)[];
  /** Key patterns; `*` ends each. */
  readonly keys: readonly string[];
}

/**
 * Buckets whose keys a role may list, so that S3 answers 404 and not 403 for a key that is absent. Without a condition on
 * `s3:prefix`: a GET carries none, so a condition would turn every absent key into 403 again.
 */
interface Access {
  readonly list: readonly Grant['bucket'][];
  readonly listVersions?: readonly Grant['bucket'][];
  readonly objects: readonly Grant[];
}

/** Prefixes of the tables by agency and year, which parse writes, or of the others, which compact writes. */
const prefixes = (byAgency: boolean) =>
  tableNames
    .map((name) => tables[name])
    .filter(({ file }) => file.includes('/agency=') === byAgency)
    .map((table) => `${tablePrefix(table)}*`);
const partitions = prefixes(true);
const compacted = prefixes(false);
const state = ['receipts', 'sightings', 'readings', 'candidates', 'current', 'quarantine'].map((folder) => `state/${folder}/*`);

/** Least privilege as data: nobody deletes or writes raw files, only release writes releases, and nobody removes them. */
export const access: Readonly<Record<FunctionName, Access>> = {
  parse: {
    list: ['raw', 'state', 'open'],
    objects: [
      { bucket: 'raw', may: ['readVersion'], keys: ['*'] },
      { bucket: 'state', may: ['read', 'write'], keys: state },
      { bucket: 'open', may: ['read', 'write', 'remove'], keys: partitions },
    ],
  },
  compact: {
    list: ['raw', 'state', 'open'],
    objects: [
      // Sidecars say whether a document is withdrawn, and by what name it goes.
      { bucket: 'raw', may: ['read'], keys: ['*.meta.json'] },
      { bucket: 'state', may: ['read'], keys: state },
      { bucket: 'state', may: ['read', 'write', 'remove'], keys: ['state/shards/*'] },
      { bucket: 'open', may: ['read', 'write', 'remove'], keys: compacted },
    ],
  },
  release: {
    list: ['state', 'open'],
    objects: [
      { bucket: 'state', may: ['read'], keys: state },
      { bucket: 'state', may: ['read', 'write'], keys: ['state/releases/*'] },
      { bucket: 'open', may: ['read'], keys: [...compacted, ...partitions] },
      { bucket: 'open', may: ['read', 'write'], keys: ['open/releases/*'] },
      { bucket: 'open', may: ['write', 'remove'], keys: ['open/site/*'] },
    ],
  },
  reconcile: {
    list: ['raw', 'state', 'open'],
    listVersions: ['raw'],
    objects: [{ bucket: 'open', may: ['read'], keys: ['open/releases/latest.json'] }],
  },
  replay: {
    list: ['raw', 'state'],
    listVersions: ['raw'],
    objects: [
      { bucket: 'raw', may: ['read'], keys: ['*.meta.json'] },
      { bucket: 'state', may: ['read'], keys: state },
    ],
  },
};

/** Write a role's access as explicit statements: `grantRead` and its kin would add wildcards over actions. */
export function allow(role: iam.Role, storage: Storage, { list, listVersions = [], objects }: Access): void {
  const statement = (actions: string[], resources: string[]) => role.addToPolicy(new iam.PolicyStatement({ actions, resources }));
  const arns = (buckets: readonly Grant['bucket'][]) => buckets.map((bucket) => storage[bucket].bucketArn);
  statement(['s3:ListBucket'], arns(list));
  if (listVersions.length > 0) statement(['s3:ListBucketVersions'], arns(listVersions));
  for (const { bucket, may, keys } of objects) {
    statement(
      may.flatMap((verb) => verbs[verb]),
      keys.map((key) => storage[bucket].arnForObjects(key)),
    );
    for (const key of keys) acknowledgePrefix(role, storage[bucket], key);
  }
}
