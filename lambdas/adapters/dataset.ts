import type { S3Client } from '@aws-sdk/client-s3';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { parquet } from '../../src/dataset/parquet/parquet.ts';
import type { Parse } from '../../src/dataset/parser.ts';
import { redact } from '../../src/dataset/redact.ts';
import { parserVersion } from '../../src/version.ts';
import { setting } from '../environment.ts';
import { S3Store } from './s3-store.ts';

/** The dataset in the three buckets of the stack. */
export const awsDataset = (client: S3Client, parse: Parse): Dataset => ({ ...awsTables(client), parse });

/** The same for functions that read no document. */
export const awsTables = (client: S3Client): Omit<Dataset, 'parse'> => ({
  raw: new S3Store(client, setting('RAW_BUCKET')),
  state: new S3Store(client, setting('STATE_BUCKET')),
  open: new S3Store(client, setting('OPEN_BUCKET')),
  format: parquet,
  redact,
  parserVersion,
});
