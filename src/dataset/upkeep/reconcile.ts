import { concurrentMap } from '../../concurrency.ts';
import { openKeys, type Partition, parseKey, receiptId, type Shard, shardName, stateKeys } from '../../keys.ts';
import type { Stores } from '../../ports.ts';
import { isIgnored } from '../intake/source-file.ts';
import { readPointer, winnerOf } from '../winner/pointer.ts';

/** One version of a raw file, as a listing of the raw bucket or a walk through folders finds it. */
export interface RawVersion {
  readonly key: string;
  readonly version: string;
}

/** Objects looked up at the same time. */
const concurrency = 32;

/** Keys of all receipts. */
async function receiptKeys({ state }: Pick<Stores, 'state'>): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for await (const { key } of state.list(stateKeys.receipts)) keys.add(key);
  return keys;
}

/**
 * The raw files that have no receipt: never received, or not to the end. This, not the notification, guarantees that
 * nothing is lost. `all` says that these are all files there are: then receipts are listed, not asked for one by one.
 */
export async function* withoutReceipt<T extends RawVersion>(
  stores: Pick<Stores, 'state'>,
  files: Iterable<T> | AsyncIterable<T>,
  { all = false } = {},
): AsyncIterable<T> {
  const listed = all ? await receiptKeys(stores) : null;
  const ask = async (file: T) => {
    if (isIgnored(file.key)) return null;
    const key = stateKeys.receipt(receiptId(file.key, file.version));
    return (listed?.has(key) ?? (await stores.state.head(key)) !== null) ? null : file;
  };
  for await (const file of concurrentMap(files, concurrency, ask)) if (file) yield file;
}

/** All agencies and years that have a pointer. */
export async function partitions({ state }: Pick<Stores, 'state'>): Promise<Partition[]> {
  const found: Partition[] = [];
  for await (const { key } of state.list(stateKeys.allPointers)) {
    const partition = parseKey.pointer(key);
    if (partition) found.push(partition);
  }
  return found;
}

/** All years and regions that have a pointer or were compacted. */
export async function shards({ state }: Pick<Stores, 'state'>): Promise<Shard[]> {
  const found = new Map<string, Shard>();
  for await (const { key } of state.list(stateKeys.allPointers)) {
    const shard = parseKey.pointerShard(key);
    if (shard) found.set(shardName(shard), shard);
  }
  for await (const { key } of state.list(stateKeys.allShards)) {
    const shard = parseKey.shard(key);
    if (shard) found.set(shardName(shard), shard);
  }
  return [...found.values()];
}

/** Agencies and years whose published objects are not all there: to be settled again. */
export async function* incomplete(stores: Stores): AsyncIterable<Partition> {
  const ask = async (partition: Partition) => {
    const pointer = (await readPointer(stores, partition))?.pointer;
    const winner = pointer ? winnerOf(pointer) : null;
    const isThere = async (key: string) => (await stores.open.head(key)) !== null;
    const keys = [openKeys.agencyReport(partition), openKeys.documentJson(partition)];
    // A report without a number may have cells nonetheless; whether it has is not in the pointer.
    if (winner === null || winner.standing.cells_reported > 0) keys.push(openKeys.agencyCells(partition));
    const there = await Promise.all(keys.map(isThere));
    return { partition, complete: there.every((one) => one === (winner !== null)) };
  };
  for await (const { partition, complete } of concurrentMap(await partitions(stores), concurrency, ask)) if (!complete) yield partition;
}
