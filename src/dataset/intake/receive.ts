import * as z from '../../../schemas/zod.ts';
import { sha256Hex } from '../../hash.ts';
import { type Partition, shardName, shardOf } from '../../keys.ts';
import { UnreadableError } from '../../read/unreadable.ts';
import type { Dataset } from '../dataset.ts';
import { readHistory } from '../records/document-history.ts';
import type { Reading } from '../records/reading.ts';
import { keyOf, writeReceipt, writeSighting } from '../records/receipt.ts';
import { settlePartition } from '../winner/settle-partition.ts';
import { type Arrival, isArchive } from './arrival.ts';
import { type Contents, type Readings, readOnce } from './read-once.ts';

/** What has to be compacted after files were taken in; also the shape of the message about it. */
export const touchedSchema = z.object({
  shards: z.readonly(z.array(z.object({ year: z.int(), region: z.string() }))),
  /** Documents whose outcome may have changed. */
  documents: z.readonly(z.array(z.string())),
});
/** Shards and documents to compact. */
export type Touched = z.infer<typeof touchedSchema>;

/** What was touched by several files, each shard and document once. */
export const allTouched = (touched: readonly Touched[]): Touched => ({
  shards: [...new Map(touched.flatMap(({ shards }) => shards.map((shard) => [shardName(shard), shard]))).values()],
  documents: [...new Set(touched.flatMap(({ documents }) => documents))],
});

/** What came of a file. */
export interface Received extends Touched {
  readonly sha256: string;
  readonly reading: Reading;
}

/** Where the consequences of a file go: queues in the cloud, lists on a laptop. Each returns when nothing can be lost any more. */
export interface Outlets {
  /** The members of an archive, to be received as files of their own. */
  members(arrivals: AsyncIterable<Arrival>): Promise<void>;
  compaction(touched: Touched): Promise<void>;
}

/**
 * Take in one file. Every step may be repeated, by anyone, in any order: note the sighting, read the bytes unless this
 * parser has read them under these circumstances, settle what the document claims, ask for compaction, write the receipt.
 * The receipt comes last: a file without one was not finished, and is found by reconciliation.
 */
export async function receive(dataset: Dataset, arrival: Arrival, outlets: Outlets): Promise<Received> {
  const { file, version, body, received, sourceUrl = null, enclosed = null } = arrival;
  const sha256 = sha256Hex(body);
  const place = { key: keyOf(file), version, sha256, bytes: body.length };
  const container = file.member === undefined ? null : file.key;
  await writeSighting(dataset.state, { ...place, container, source_url: sourceUrl, enclosed });
  const read = await readOnce(dataset, sha256, body, await contentsOf(arrival, outlets));
  const touched = await settleAll(dataset, read);
  await outlets.compaction(touched);
  await writeReceipt(dataset.state, { ...place, received });
  return { sha256, reading: read.effective, ...touched };
}

/**
 * Look at a document again without its bytes: what a sidecar says of it may have changed. Where the change concerns how it
 * is to be read (name, address, identity), it has to be received again instead. Null when it was never received.
 */
export async function reconsider(dataset: Dataset, sha256: string, outlets: Pick<Outlets, 'compaction'>): Promise<Touched | null> {
  const history = await readHistory(dataset, sha256);
  if (history?.effective == null) return null;
  const touched = await settleAll(dataset, { readings: history.readings, effective: history.effective, fresh: new Map() });
  await outlets.compaction(touched);
  return touched;
}

/** Settle every agency and year this document has ever claimed; its present one first, so that it is never nowhere. */
async function settleAll(dataset: Dataset, { readings, effective, fresh }: Readings): Promise<Touched> {
  const partitions = new Map<string, Partition>();
  for (const { agency_id: agency, year, candidate } of [effective, ...readings]) {
    if (candidate !== null && agency !== null && year !== null) partitions.set(`${agency} ${year}`, { agency, year });
  }
  const documents = new Set([effective.sha256]);
  for (const partition of partitions.values()) {
    for (const sha256 of (await settlePartition({ ...dataset, fresh }, partition)).documents) documents.add(sha256);
  }
  return { shards: [...partitions.values()].map(shardOf), documents: [...documents] };
}

/** List what an archive of documents holds and send its members on; null for a document. One inside an archive is only listed. */
async function contentsOf(arrival: Arrival, outlets: Outlets): Promise<Contents | null> {
  if (!(await isArchive(arrival.body))) return null;
  const members: { path: string; version: string }[] = [];
  let problem: Contents['problem'] = null;
  const { membersOf } = await import('./archive.ts');
  async function* readable(): AsyncIterable<Arrival> {
    for (const member of membersOf(arrival)) {
      if (member instanceof UnreadableError) problem ??= { code: member.code, stage: 'read', message: member.message };
      else {
        members.push({ path: member.file.member ?? '', version: member.version });
        yield member;
      }
    }
  }
  if (arrival.file.member === undefined) await outlets.members(readable());
  else for await (const _ of readable());
  return { members, problem };
}
