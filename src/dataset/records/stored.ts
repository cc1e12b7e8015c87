import type * as z from '../../../schemas/zod.ts';
import type { ListedObject, ObjectStore, StoredObject } from '../../ports.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** A state object as bytes: one line of JSON. */
export const toBytes = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value)}\n`);

/** A state object that is not what this program writes: damaged, or of another version. */
export class DamagedState extends Error {
  readonly key: string;
  constructor(key: string, cause: unknown) {
    super(`${key} is damaged or was written by another version of this program; delete it and ingest its documents again`, { cause });
    this.key = key;
  }
}

/** Read a state object back; throws DamagedState when it is not what this program writes. */
export function fromBytes<T>(key: string, body: Uint8Array, schema: z.ZodMiniType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(body));
  } catch (error) {
    throw new DamagedState(key, error);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new DamagedState(key, parsed.error);
  return parsed.data;
}

/** The state object under a key, or null when there is none. */
export async function readJson<T>(store: ObjectStore, key: string, schema: z.ZodMiniType<T>): Promise<T | null> {
  const object = await store.get(key);
  return object && fromBytes(key, object.body, schema);
}

/** Objects a store gave or was given, by key and tag: with its tag an object stays what it is. */
const known = new WeakMap<ObjectStore, Map<string, unknown>>();
/** So many are small beside the documents they speak of; then all are forgotten. */
const mostKnown = 10_000;

function remember(store: ObjectStore, key: string, etag: string, value: unknown): void {
  const values = known.get(store) ?? new Map<string, unknown>();
  known.set(store, values);
  if (values.size >= mostKnown) values.clear();
  values.set(`${key} ${etag}`, value);
}

async function readListed<T>(store: ObjectStore, { key, etag }: ListedObject, schema: z.ZodMiniType<T>): Promise<T | null> {
  const before = known.get(store)?.get(`${key} ${etag}`);
  // The schema of a key is always the same: what lies here was read by it, or written to fit it.
  if (before !== undefined) return before as T;
  const object = await store.get(key);
  if (object === null) return null;
  const value = fromBytes(key, object.body, schema);
  remember(store, key, object.etag, value);
  return value;
}

/** All state objects under a prefix, in order of key. */
export async function readAll<T>(store: ObjectStore, prefix: string, schema: z.ZodMiniType<T>): Promise<T[]> {
  const listed: ListedObject[] = [];
  for await (const object of store.list(prefix)) listed.push(object);
  const found = await Promise.all(listed.map((object) => readListed(store, object, schema)));
  return found.filter((value): value is Awaited<T> & T => value !== null);
}

/** Write under a key that is free: the tag it has now, else what is there. A refusal over a free key (409) is tried again. */
async function putIfFree(store: ObjectStore, key: string, body: Uint8Array): Promise<string | StoredObject> {
  for (;;) {
    const put = await store.put(key, body, { ifAbsent: true });
    if (put.ok) return put.etag;
    const there = await store.get(key);
    if (there !== null) return there;
  }
}

/** Write an object that is written once; that it is there already is fine: it says the same. */
export async function writeOnce(store: ObjectStore, key: string, body: Uint8Array): Promise<void> {
  await putIfFree(store, key, body);
}

/** The same for one that is listed next by `readAll`: it need not be read back. */
export async function writeListed(store: ObjectStore, key: string, value: unknown): Promise<void> {
  const done = await putIfFree(store, key, toBytes(value));
  if (typeof done === 'string') remember(store, key, done, value);
}

/** How an object is written under one of several keys. */
interface Once {
  /** Whether what is there says the same. */
  readonly same?: (there: StoredObject, body: Uint8Array) => boolean;
  /** What the bytes say, where `readAll` lists the object next. */
  readonly says?: unknown;
}

/**
 * Write an object that is written once under the first key that is free or holds the same. The same document read
 * under other circumstances says something else and goes to the next key, so that nothing written is ever changed.
 */
export async function writeEither(
  store: ObjectStore,
  keys: readonly string[],
  body: Uint8Array,
  { same = sameBytes, says }: Once = {},
): Promise<string> {
  for (const key of keys) {
    const done = await putIfFree(store, key, body);
    const isWritten = typeof done === 'string';
    if (isWritten && says !== undefined) remember(store, key, done, says);
    if (isWritten || same(done, body)) return key;
  }
  throw new Error(`${keys.join(' and ')} hold other bytes than the same parser gives now; a parser version was not raised`);
}

/** Whether two objects are the same bytes. */
export function sameBytes(one: StoredObject | null, body: Uint8Array): boolean {
  if (one === null || one.body.length !== body.length) return false;
  for (let at = 0; at < body.length; at++) if (one.body[at] !== body[at]) return false;
  return true;
}
