import { S3Client } from '@aws-sdk/client-s3';
import { patience } from './patience.ts';

export type { S3Client } from '@aws-sdk/client-s3';

/** An S3 client that gives up on a dead connection long before the function's time is over. */
export const s3Client = (): S3Client => new S3Client(patience(15_000));
