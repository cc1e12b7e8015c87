import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';

/** Throttling and 5xx are retried by the SDK; what still fails goes back to the queue. */
const patience = { maxAttempts: 6, retryMode: 'standard' } as const;

/** An S3 client that gives up on a dead connection long before the function's time is over. */
export const s3Client = (): S3Client => new S3Client({ ...patience, requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000 } });

export const sqsClient = (): SQSClient =>
  new SQSClient({ ...patience, requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000 } });
