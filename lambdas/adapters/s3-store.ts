import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Condition, ListedObject, ObjectStore, PutOutcome, StoredObject } from '../../src/ports.ts';
import { headersOf } from './object-headers.ts';
import { conflicts, decodeKey, explained, isAbsent } from './s3-errors.ts';
import { wholeObject } from './whole-object.ts';

/** A bucket as an object store. Refusals of S3 (403, throttling after all retries, 5xx) are thrown, saying which key and why. */
export class S3Store implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async get(key: string): Promise<StoredObject | null> {
    const ask = () => this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    const whole = await this.#absentIsNull(key, wholeObject(ask));
    return whole?.body ? { body: whole.body, etag: whole.found.ETag ?? '' } : null;
  }

  async head(key: string): Promise<ListedObject | null> {
    const found = await this.#absentIsNull(key, this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key })));
    return found && { key, etag: found.ETag ?? '', bytes: found.ContentLength ?? 0 };
  }

  async put(key: string, body: Uint8Array, condition?: Condition): Promise<PutOutcome> {
    const command = new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: body, ...headersOf(key), ...conditionOf(condition) });
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
      if (isAbsent(error)) return null;
      throw explained(error, this.#bucket, key);
    }
  }
}

/** The condition as S3 takes it. */
const conditionOf = (condition: Condition | undefined): { IfNoneMatch?: string; IfMatch?: string } => {
  if (!condition) return {};
  return 'ifAbsent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.ifMatch };
};
