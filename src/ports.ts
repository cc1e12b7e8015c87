/** An object as stored: its bytes, and the tag that changes with them. */
export interface StoredObject {
  readonly body: Uint8Array;
  readonly etag: string;
}

/** One entry of a listing. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  readonly bytes: number;
}

/** Condition of a write: only when the key is absent, or only over exactly this tag. */
export type Condition = { readonly ifAbsent: true } | { readonly ifMatch: string };

/**
 * Outcome of a conditional write. `conflict`: the condition did not hold (412), the key to match is gone (404),
 * or another write raced (409): read again and decide again.
 */
export type PutOutcome = { readonly ok: true; readonly etag: string } | { readonly ok: false };

/**
 * The one seam to storage: S3, a folder, memory. Reads see completed writes; listings are complete and sorted by key.
 * No object is empty.
 */
export interface ObjectStore {
  /** The object, or null when there is none. */
  get(key: string): Promise<StoredObject | null>;
  /** The tag without the bytes, or null when there is none. */
  head(key: string): Promise<ListedObject | null>;
  put(key: string, body: Uint8Array, condition?: Condition): Promise<PutOutcome>;
  /** Delete; absent keys are fine. */
  delete(key: string): Promise<void>;
  /** All objects under a prefix, in order of key. */
  list(prefix: string): AsyncIterable<ListedObject>;
}

/** The buckets of contract 3 on one laptop or in one account. */
export interface Stores {
  readonly state: ObjectStore;
  readonly open: ObjectStore;
}

/** Structured log lines; never document text. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
}
