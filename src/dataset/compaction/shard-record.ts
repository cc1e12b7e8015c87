import { coverages, divisionLevels } from '../../../schemas/report.ts';
import * as z from '../../../schemas/zod.ts';
import { type Shard, stateKeys } from '../../keys.ts';
import type { ObjectStore } from '../../ports.ts';
import { fromBytes } from '../records/stored.ts';

/** Tables compacted by year and region, the sorted rows of one object each. */
export const shardTables = ['reports', 'cells', 'mentions', 'sections', 'checks', 'candidate_differences'] as const;
/** Name of such a table. */
export type ShardTable = (typeof shardTables)[number];

/** A published report as other reports are checked against it, and as its agency is listed. */
const memberSchema = z.object({
  agency_id: z.string(),
  lineage_id: z.string(),
  agency_name: z.nullable(z.string()),
  agency_kind: z.nullable(z.string()),
  division_code: z.nullable(z.string()),
  division_level: z.nullable(z.enum(divisionLevels)),
  coverage: z.nullable(z.enum(coverages)),
  documents: z.int(),
  /** Printed numbers in the order of the record's `codes`; null where the report prints none. */
  values: z.array(z.nullable(z.number())),
  /** Who an unresolved agency might be. */
  candidates: z.array(z.object({ candidate_id: z.string(), agency_name: z.string(), evidence: z.string(), score: z.number() })),
});
/** A published report as the record keeps it. */
export type ShardMember = z.infer<typeof memberSchema>;

/** What the compacted objects of a year and region were made from. Where nothing of it changed, nothing is written. */
const shardRecordSchema = z.object({
  /** Versions of parser and schema: rows made by others are made again. */
  made_by: z.string(),
  /** Pointers by agency, as their tags. */
  pointers: z.record(z.string(), z.string()),
  /** `inputs` of the year before, which checks over the years compare with; null where there is none. */
  previous: z.nullable(z.string()),
  /** Digest of the pointers' decisions: what the year after depends on. */
  inputs: z.string(),
  /** Tags of the objects in `open/`. */
  tables: z.partialRecord(z.enum(shardTables), z.string()),
  codes: z.array(z.string()),
  members: z.array(memberSchema),
});
/** What a shard was made from. */
export type ShardRecord = z.infer<typeof shardRecordSchema>;

/** A record as read, with the tag to swap it by. */
export interface StoredRecord {
  readonly record: ShardRecord;
  readonly etag: string;
}

/** Read a shard's record; null when the shard was never compacted. */
export async function readRecord(state: ObjectStore, shard: Shard): Promise<StoredRecord | null> {
  const key = stateKeys.shard(shard);
  const object = await state.get(key);
  return object && { record: fromBytes(key, object.body, shardRecordSchema), etag: object.etag };
}
