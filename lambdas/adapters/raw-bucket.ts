import { GetObjectCommand, ListObjectVersionsCommand, type ListObjectVersionsOutput, type S3Client } from '@aws-sdk/client-s3';
import type { RawFile } from '../../src/dataset/intake/message.ts';
import { decodeKey, explained, isAbsent, isDeleteMark } from './s3-errors.ts';
import { wholeObject } from './whole-object.ts';

/** One version of a raw file in a listing. */
export interface RawVersion {
  readonly key: string;
  readonly version: string;
  readonly bytes: number;
  readonly received: string;
  readonly latest: boolean;
}

/** The raw bucket: exact versions, never "the latest" by accident. */
export class RawBucket {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** A version of a file, or the newest when none is named; null when it was deleted for good. */
  async read(key: string, version: string | undefined, mostBytes: number): Promise<RawFile | null> {
    try {
      const named = version === undefined ? {} : { VersionId: version };
      const ask = () => this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key, ...named }));
      const { found, body } = await wholeObject(ask, mostBytes);
      const received = (found.LastModified ?? new Date(0)).toISOString();
      return {
        body,
        bytes: found.ContentLength ?? 0,
        received,
        version: found.VersionId ?? version ?? '',
        sourceUrl: found.Metadata?.['source-url'],
      };
    } catch (error) {
      if (isAbsent(error) || isDeleteMark(error)) return null;
      throw explained(error, this.#bucket, key);
    }
  }

  /** Every version of every file below a prefix, in order of key, newest first; marks of deletes left out. */
  async *versions(prefix: string): AsyncIterable<RawVersion> {
    let marker: { KeyMarker?: string; VersionIdMarker?: string } = {};
    for (let more = true; more; ) {
      const page = await this.#page(prefix, marker);
      for (const { Key = '', VersionId = '', Size = 0, LastModified = new Date(0), IsLatest = false } of page.Versions ?? []) {
        yield { key: decodeKey(Key), version: VersionId, bytes: Size, received: LastModified.toISOString(), latest: IsLatest };
      }
      more = page.IsTruncated ?? false;
      marker = { KeyMarker: decodeKey(page.NextKeyMarker ?? ''), VersionIdMarker: page.NextVersionIdMarker ?? '' };
    }
  }

  async #page(prefix: string, marker: object): Promise<ListObjectVersionsOutput> {
    try {
      return await this.#client.send(
        new ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: prefix, EncodingType: 'url', ...marker }),
      );
    } catch (error) {
      throw explained(error, this.#bucket, prefix);
    }
  }
}
