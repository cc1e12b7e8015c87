import { createHash } from 'node:crypto';
import * as z from '../../../schemas/zod.ts';
import { concurrentMap } from '../../concurrency.ts';
import type { ObjectStore } from '../../ports.ts';
import { fromBytes, sameBytes, toBytes } from '../records/stored.ts';
import { type Compacting, madeBy, sameEntries } from './shard-inputs.ts';

const recordSchema = z.object({
  made_by: z.string(),
  /** Everything the tables were made of: its tag, and in short what they take from it; the same gives the same rows. */
  inputs: z.record(z.string(), z.object({ tag: z.string(), holds: z.string() })),
  /** Tags of the tables in `open/`. */
  tables: z.record(z.string(), z.string()),
});
/** What tables were made of, and the tags they had then. */
export type Made = Omit<z.infer<typeof recordSchema>, 'made_by'>;

/** What tables take from one of the objects they are made of. */
export interface Taken<P> {
  /** In short: where it stays the same, the tables do. Nothing where they take nothing from it. */
  readonly holds: string;
  readonly part: P;
}

/** Rows in short. */
export const inShort = (rows: readonly object[]): string =>
  rows.length === 0 ? '' : createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 32);

/** Inputs that hold something else than when the tables were made, by key; null where one is gone. */
export type Changed<P> = ReadonlyMap<string, Taken<P> | null>;

/** Tables of `open/` that are made of many objects of `state/`. */
export interface Making<P> {
  /** Key of the record of what they were made of. */
  readonly record: string;
  /** Keys of the tables. */
  readonly tables: readonly string[];
  /** The objects they are made of, as they are now: tags by key. */
  inputs(): Promise<ReadonlyMap<string, string>>;
  take(key: string): Promise<Taken<P>>;
  /**
   * The tables to write, or to remove (null); the others stay. `made`: what may be taken over, null for nothing; then `changed`
   * is all there is. Returns null where a table is no longer as it was made.
   */
  make(changed: Changed<P>, made: Made | null): Promise<ReadonlyMap<string, Uint8Array | null> | null>;
}

/** Inputs read at the same time. */
const concurrency = 16;

async function tagsOf(open: ObjectStore, keys: readonly string[]): Promise<Made['tables']> {
  const heads = await Promise.all(keys.map((key) => open.head(key)));
  return Object.fromEntries(heads.flatMap((head) => (head ? [[head.key, head.etag]] : [])));
}

/** The inputs that say something else now than when the tables were made, and what all of them hold. */
async function look<P>({ take }: Making<P>, inputs: ReadonlyMap<string, string>, made: Made | null) {
  const changed = new Map<string, Taken<P> | null>();
  const held: Made['inputs'] = {};
  const before = made?.inputs ?? {};
  const heldBefore = (key: string) => before[key]?.holds ?? '';
  for (const key of Object.keys(before)) if (!inputs.has(key) && heldBefore(key) !== '') changed.set(key, null);
  const read = async ([key, tag]: readonly [string, string]) => ({ key, tag, taken: before[key]?.tag === tag ? null : await take(key) });
  for await (const { key, tag, taken } of concurrentMap(inputs, concurrency, read)) {
    held[key] = { tag, holds: taken?.holds ?? heldBefore(key) };
    if (taken && taken.holds !== heldBefore(key)) changed.set(key, taken);
  }
  return { changed, held };
}

/**
 * Write tables. Where nobody knows what is there (`made` null) it may be the same already. Returns the tags of what was written,
 * found or left, never of what somebody else put there since.
 */
async function write(open: ObjectStore, bodies: ReadonlyMap<string, Uint8Array | null>, made: Made | null): Promise<Made['tables']> {
  const tags = { ...made?.tables };
  for (const [key, body] of bodies) {
    delete tags[key];
    if (body === null) {
      await open.delete(key);
      continue;
    }
    const there = made === null ? await open.get(key) : null;
    const put = there && sameBytes(there, body) ? { ok: true as const, etag: there.etag } : await open.put(key, body);
    if (put.ok) tags[key] = put.etag;
  }
  return tags;
}

/**
 * Bring tables up to date with the objects they are made of. After every write it looks again, and ends when tables,
 * record and objects agree. Returns whether anything was written.
 */
export async function bringUpToDate<P>(from: Compacting, making: Making<P>): Promise<boolean> {
  for (let changed = false; ; changed = true) {
    const stored = await from.state.get(making.record);
    const before = stored && fromBytes(making.record, stored.body, recordSchema);
    const tables = await tagsOf(from.open, making.tables);
    const inputs = await making.inputs();
    const made = before?.made_by === madeBy(from) && sameEntries(before.tables, tables) ? before : null;
    const tags = Object.fromEntries(Object.entries(made?.inputs ?? {}).map(([key, { tag }]) => [key, tag]));
    if ((made && sameEntries(tags, Object.fromEntries(inputs))) || (before === null && inputs.size === 0)) return changed;
    const { changed: parts, held } = await look(making, inputs, made);
    const bodies = await making.make(parts, made);
    if (bodies === null) continue;
    const record = { made_by: madeBy(from), inputs: held, tables: await write(from.open, bodies, made) };
    await from.state.put(making.record, toBytes(record), stored ? { ifMatch: stored.etag } : { ifAbsent: true });
  }
}
