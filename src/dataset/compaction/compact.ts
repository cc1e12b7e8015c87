import { documentParts } from '../../document-parts.ts';
import { openKeys, type Shard, stateKeys } from '../../keys.ts';
import type { Touched } from '../intake/receive.ts';
import type { Sidecars } from '../records/document-history.ts';
import { sameBytes, toBytes } from '../records/stored.ts';
import { listDocuments } from './documents-list.ts';
import { type Built, build } from './shard-build.ts';
import { type Compacting, isCurrent, madeBy, readInputs } from './shard-inputs.ts';
import { readRecord, type ShardRecord, type StoredRecord, shardTables } from './shard-record.ts';
import { compactSingleTables } from './single-tables.ts';

export type { Compacting } from './shard-inputs.ts';

/** Write the tables that differ from what is there; returns the tags of all. */
async function writeTables(
  { open }: Compacting,
  shard: Shard,
  { tables }: Built,
  tags: ShardRecord['tables'],
): Promise<ShardRecord['tables']> {
  const written: ShardRecord['tables'] = {};
  for (const table of shardTables) {
    const key = openKeys.table(table, shard);
    const body = tables.get(table) ?? null;
    const there = tags[table] === undefined || body === null ? null : await open.get(key);
    if (body === null) await open.delete(key);
    else if (there && sameBytes(there, body)) written[table] = there.etag;
    else {
      const put = await open.put(key, body);
      if (put.ok) written[table] = put.etag;
    }
  }
  return written;
}

/** What a compaction did. */
export interface Compacted {
  /** Whether anything was written. */
  readonly changed: boolean;
  /** The year after, if it was compared with this one as it was before: compact it too. */
  readonly next: Shard | null;
}

/**
 * Make the tables of one year and region from the winners' immutable candidates; rows of agencies whose pointer did not
 * move are taken over. After every write it looks again, and ends when tables, record and pointers agree: then a slower
 * compactor that overwrites them will find that out itself. `full` takes nothing over, which gives the same bytes.
 */
async function compactShard(from: Compacting, shard: Shard, { full = false } = {}): Promise<Compacted> {
  for (let changed = false; ; changed = true) {
    const inputs = await readInputs(from, shard);
    if ((changed || !full) && isCurrent(inputs, madeBy(from))) return { changed, next: await nextOf(from, shard, inputs.before) };
    const built = await build(from, shard, inputs, full);
    const tables = await writeTables(from, shard, built, inputs.tags);
    const condition = inputs.before ? { ifMatch: inputs.before.etag } : ({ ifAbsent: true } as const);
    await from.state.put(stateKeys.shard(shard), toBytes({ ...built.record, tables } satisfies ShardRecord), condition);
  }
}

async function nextOf({ state }: Compacting, { year, region }: Shard, current: StoredRecord | null): Promise<Shard | null> {
  const next = { year: year + 1, region };
  const after = await readRecord(state, next);
  return after !== null && after.record.previous !== (current?.record.inputs ?? null) ? next : null;
}

/** Compact shards, and the years after them that are compared with them. Returns how many were changed. */
export async function compactShards(from: Compacting, shards: readonly Shard[], options?: { readonly full?: boolean }): Promise<number> {
  let changed = 0;
  const waiting = new Map(shards.map((shard) => [`${shard.region}/${shard.year}`, shard]));
  while (waiting.size > 0) {
    const [name = ''] = [...waiting.keys()].sort();
    const shard = waiting.get(name);
    waiting.delete(name);
    if (shard === undefined) continue;
    const done = await compactShard(from, shard, options);
    if (done.changed) changed++;
    if (done.next) waiting.set(`${done.next.region}/${done.next.year}`, done.next);
  }
  return changed;
}

/** Compact everything that was touched: shards with the years after them, the documents table, then the tables without a year. */
export async function compactTouched(from: Compacting & Sidecars, { shards, documents }: Touched): Promise<void> {
  await compactShards(from, shards);
  await listDocuments(from, new Set(documents), documentParts);
  await compactSingleTables(from);
}
