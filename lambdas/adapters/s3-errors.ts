import { S3ServiceException } from '@aws-sdk/client-s3';

/** Keys in listings are asked for URL-encoded, because XML cannot hold every character; S3 writes a blank as `+`. */
export const decodeKey = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '));

const statusOf = (error: unknown): number => (error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0);
const isBucketMissing = (error: unknown): boolean => error instanceof S3ServiceException && error.name === 'NoSuchBucket';

/** Whether S3 says that the key or the version is not there, as opposed to the bucket. */
export const isAbsent = (error: unknown): boolean => statusOf(error) === 404 && !isBucketMissing(error);

/** Whether the version that was named is the mark of a delete, which S3 does not let anybody get (405). */
export const isDeleteMark = (error: unknown): boolean => statusOf(error) === 405;

/** 412: the condition does not hold; 409: another write raced; 404: the key to match is gone. */
export const conflicts = (error: unknown): boolean => [404, 409, 412].includes(statusOf(error)) && !isBucketMissing(error);

/** Says which key and what S3 answered; the original error stays as the cause. */
export function explained(error: unknown, bucket: string, key: string): Error {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new Error(`s3://${bucket}/${key}: ${name} (${statusOf(error) || 'no answer'}): ${message}`, { cause: error });
}
