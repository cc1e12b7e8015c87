import { type Partition, stateKeys } from '../../keys.ts';
import type { Stores } from '../../ports.ts';
import type { Sidecars } from '../records/document-history.ts';
import { sameBytes, toBytes } from '../records/stored.ts';
import { decide, isEmpty, type Pointer, readPointer, type StoredPointer } from './pointer.ts';
import { type PublishFrom, publishPartition } from './publish.ts';

/** What settling a partition needs. */
export type Settling = Stores & Sidecars & PublishFrom;

/** A pointer that agrees with what is stored, and whether it had to move for that. */
interface Resolved {
  readonly current: StoredPointer | null;
  readonly moved: boolean;
  /** Pointers seen on the way: documents in them may have another outcome now. */
  readonly seen: readonly Pointer[];
}

/**
 * Move the pointer to what is stored now, by compare-and-swap. The pointer is read before the candidates are listed, so
 * that whoever swaps it over ours has seen at least as much as we have.
 */
async function movePointer(stores: Settling, partition: Partition): Promise<Resolved> {
  const seen: Pointer[] = [];
  for (let moved = false; ; ) {
    const before = await readPointer(stores, partition);
    const pointer = await decide(stores, partition);
    const body = toBytes(pointer);
    if (before) seen.push(before.pointer);
    if (before ? sameBytes(before, body) : isEmpty(pointer)) return { current: before, moved, seen };
    const condition = before ? { ifMatch: before.etag } : ({ ifAbsent: true } as const);
    const { ok, ...put } = await stores.state.put(stateKeys.pointer(partition), body, condition);
    if (!ok || !('etag' in put)) continue;
    moved = true;
    // What only grows cannot have changed back since we decided; a sidecar can, so then look again.
    if (!pointer.declared && !before?.pointer.declared)
      return { current: { pointer, body, etag: put.etag }, moved, seen: [...seen, pointer] };
  }
}

/**
 * Bring one agency and year in order: decide the winner, publish it, and make sure that it is still the winner after it
 * was published; else a slower writer would leave an older one behind. Returns all documents this may concern.
 */
export async function settlePartition(stores: Settling, partition: Partition): Promise<{ readonly documents: readonly string[] }> {
  const documents = new Set<string>();
  for (let resolved = await movePointer(stores, partition); ; ) {
    for (const { candidates } of resolved.seen) for (const { sha256 } of candidates) documents.add(sha256);
    if (resolved.current === null) break;
    await publishPartition(stores, partition, resolved.current.pointer, resolved.moved);
    const after = await readAgain(stores, partition, resolved.current);
    if (after === null) break;
    resolved = after;
  }
  return { documents: [...documents] };
}

/** Null when the pointer is still the one that was published. */
async function readAgain(stores: Settling, partition: Partition, published: StoredPointer): Promise<Resolved | null> {
  if (published.pointer.declared) {
    const resolved = await movePointer(stores, partition);
    return resolved.current?.etag === published.etag ? null : resolved;
  }
  const head = await stores.state.head(stateKeys.pointer(partition));
  return head?.etag === published.etag ? null : movePointer(stores, partition);
}
