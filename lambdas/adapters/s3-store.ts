import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Condition, ListedObject, ObjectStore, PutOutcome, StoredObject } from '../../src/ports.ts';

/** A bucket as an object store. Refusals of S3 (403, throttling after all retries, 5xx) are thrown, saying which key and why. */
export class S3Store implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async get(key: string): Promise<StoredObject | null> {
    const found = await this.#absentIsNull(key, this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key })));
    if (!found?.Body) return null;
    return { body: await found.Body.transformToByteArray(), etag: found.ETag ?? '' };
  }

  async head(key: string): Promise<ListedObject | null> {
    const found = await this.#absentIsNull(key, this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key })));
    return found && { key, etag: found.ETag ?? '', bytes: found.ContentLength ?? 0 };
  }

  async put(key: string, body: Uint8Array, condition?: Condition): Promise<PutOutcome> {
    const command = new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: body, ...contentOf(key), ...headersOf(condition) });
    try {
      const { ETag } = await this.#client.send(command);
      return { ok: true, etag: ETag ?? '' };
    } catch (error) {
      if (condition && conflicts(error)) return { ok: false };
      throw explained(error, this.#bucket, key);
    }
  }

  async delete(key: string): Promise<void> {
    await this.#absentIsNull(key, this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key })));
  }

  async *list(prefix: string): AsyncIterable<ListedObject> {
    let ContinuationToken: string | undefined;
    do {
      const input = { Bucket: this.#bucket, Prefix: prefix, EncodingType: 'url', ContinuationToken } as const;
      const page = await this.#absentIsNull(prefix, this.#client.send(new ListObjectsV2Command(input)));
      for (const { Key = '', ETag = '', Size = 0 } of page?.Contents ?? []) yield { key: decodeKey(Key), etag: ETag, bytes: Size };
      ContinuationToken = page?.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  async #absentIsNull<T>(key: string, answer: Promise<T>): Promise<T | null> {
    try {
      return await answer;
    } catch (error) {
      if (statusOf(error) === 404 && !isBucketMissing(error)) return null;
      throw explained(error, this.#bucket, key);
    }
  }
}

/** Keys in listings are asked for URL-encoded, because XML cannot hold every character; S3 writes a blank as `+`. */
export const decodeKey = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '));

const statusOf = (error: unknown): number => (error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0);
const isBucketMissing = (error: unknown): boolean => error instanceof S3ServiceException && error.name === 'NoSuchBucket';

/** 412: the condition does not hold; 409: another write raced; 404: the key to match is gone. */
const conflicts = (error: unknown): boolean => [404, 409, 412].includes(statusOf(error)) && !isBucketMissing(error);

const headersOf = (condition: Condition | undefined): { IfNoneMatch?: string; IfMatch?: string } => {
  if (!condition) return {};
  return 'ifAbsent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.ifMatch };
};

/** Says which key and what S3 answered; the original error stays as the cause. */
export function explained(error: unknown, bucket: string, key: string): Error {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new Error(`s3://${bucket}/${key}: ${name} (${statusOf(error) || 'no answer'}): ${message}`, { cause: error });
}

const contentTypes: Readonly<Record<string, string>> = {
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json; charset=utf-8',
  gz: 'application/gzip',
  csv: 'text/csv; charset=utf-8',
  sql: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What browsers are told a file is; by its ending, text for files without one (SHA256SUMS). */
const contentOf = (key: string): { ContentType: string } => {
  const ending = /\.(\w+)$/.exec(key)?.[1];
  return { ContentType: ending === undefined ? 'text/plain; charset=utf-8' : (contentTypes[ending] ?? 'application/octet-stream') };
};
