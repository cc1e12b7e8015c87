import { createHash } from 'node:crypto';
import { byUtf8 } from '../../src/key-order.ts';
import type { Condition, ListedObject, ObjectStore, PutOutcome, StoredObject } from '../../src/ports.ts';

/** A version of an object; `body` null is the mark a delete leaves. */
export interface MemoryVersion {
  readonly version: string;
  readonly body: Uint8Array | null;
  readonly etag: string;
}

/** Answer of the store in the words of S3. */
export interface MemoryAnswer {
  readonly status: 200 | 204 | 403 | 404 | 409 | 412;
  readonly object?: MemoryVersion;
}

/** What the store's owner may do, and how it answers. */
export interface MemoryOptions {
  /** Without the right to list, S3 answers 403 and not 404 for a key that is absent. Default true. */
  readonly mayList?: boolean;
}

const tagOf = (body: Uint8Array) => `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;

/**
 * A store in memory that answers as S3 does: tags by content, versions, 403, 404 and 412. Every operation is one step:
 * what other writers may do in between is for a wrapper to arrange.
 */
export class MemoryStore implements ObjectStore {
  readonly #objects = new Map<string, MemoryVersion[]>();
  readonly #mayList: boolean;
  #versions = 0;

  constructor({ mayList = true }: MemoryOptions = {}) {
    this.#mayList = mayList;
  }

  /** All versions of a key, oldest first, marks of deletes included. */
  versions(key: string): readonly MemoryVersion[] {
    return this.#objects.get(key) ?? [];
  }

  /** Read as S3 answers: 200, or 404, or 403 where the caller may not list. */
  read(key: string, version?: string): MemoryAnswer {
    const all = this.versions(key);
    const object = version === undefined ? all.at(-1) : all.find((one) => one.version === version);
    if (object?.body) return { status: 200, object };
    return { status: this.#mayList ? 404 : 403 };
  }

  /** Write as S3 answers: 200, 412 where the condition does not hold, 404 where the key to match is gone. */
  write(key: string, body: Uint8Array, condition?: Condition): MemoryAnswer {
    if (body.length === 0) throw new Error(`no object is empty: ${key}`);
    const current = this.#current(key);
    if (condition !== undefined) {
      if ('ifAbsent' in condition && current !== null) return { status: 412 };
      if ('ifMatch' in condition && current === null) return { status: 404 };
      if ('ifMatch' in condition && current?.etag !== condition.ifMatch) return { status: 412 };
    }
    return { status: 200, object: this.#add(key, { body: body.slice(), etag: tagOf(body) }) };
  }

  async get(key: string): Promise<StoredObject | null> {
    const { object } = this.read(key);
    return object?.body ? { body: object.body.slice(), etag: object.etag } : null;
  }

  async head(key: string): Promise<ListedObject | null> {
    const { object } = this.read(key);
    return object?.body ? { key, etag: object.etag, bytes: object.body.length } : null;
  }

  async put(key: string, body: Uint8Array, condition?: Condition): Promise<PutOutcome> {
    const { object } = this.write(key, body, condition);
    return object === undefined ? { ok: false } : { ok: true, etag: object.etag };
  }

  async delete(key: string): Promise<void> {
    if (this.#current(key) !== null) this.#add(key, { body: null, etag: '' });
  }

  async *list(prefix: string): AsyncIterable<ListedObject> {
    const keys = [...this.#objects.keys()].filter((key) => key.startsWith(prefix)).sort(byUtf8);
    // The listing is what it was at this moment, whatever is written while it is read.
    const listed = keys.flatMap((key) => {
      const current = this.#current(key);
      return current?.body ? [{ key, etag: current.etag, bytes: current.body.length }] : [];
    });
    yield* listed;
  }

  #current(key: string): MemoryVersion | null {
    const newest = this.versions(key).at(-1);
    return newest?.body ? newest : null;
  }

  #add(key: string, object: Omit<MemoryVersion, 'version'>): MemoryVersion {
    const version = { ...object, version: `v${++this.#versions}` };
    const versions = this.#objects.get(key);
    if (versions) versions.push(version);
    else this.#objects.set(key, [version]);
    return version;
  }
}
