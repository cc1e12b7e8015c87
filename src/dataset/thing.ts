import * as z from '../../schemas/zod.ts';
import { memberKey, receiptId, stateKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { declarationSchema } from './declaration.ts';
import { toBytes, writeOnce } from './stored.ts';

/** What a message names: a raw object in one version, or a member of the archive it is. The same for fresh files and replays. */
export const thingSchema = z.object({
  key: z.string().check(z.minLength(1)),
  version: z.string().check(z.minLength(1)),
  /** Path inside the archive. */
  member: z.optional(z.string()),
});
export type Thing = z.infer<typeof thingSchema>;

/** What is known about bytes before they are read: where they lay and how many they are. */
const place = { key: z.string(), version: z.string(), sha256: z.string(), bytes: z.int() };

/** A receipt (contract 3): exactly one per thing received, written when all that follows from the thing has been done. */
export const receiptSchema = z.object({ ...place, received: z.string() });
export type Receipt = z.infer<typeof receiptSchema>;

/** One thing that had these bytes: the index of receipts by content, written before the bytes are read. */
export const sightingSchema = z.object({
  ...place,
  /** The archive it is a member of. */
  container: z.nullable(z.string()),
  /** Address in the metadata of the raw object. */
  source_url: z.nullable(z.string()),
  /** The sidecar that lay beside it in the archive. */
  enclosed: z.nullable(declarationSchema),
});
export type Sighting = z.infer<typeof sightingSchema>;

/** Key under which a thing is received: a member's is the archive's with the path inside. */
export const keyOf = ({ key, member }: Thing): string => (member === undefined ? key : memberKey(key, member));

/** Last part of a key: the name people know. */
export const baseName = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** Names that hold no document: folders, what desktops leave behind, lock files, sidecars (contract 3). */
export function isIgnored(key: string): boolean {
  const name = baseName(key);
  return name === '' || name === '.DS_Store' || name === 'Thumbs.db' || name.startsWith('~$') || name.endsWith('.meta.json');
}

const idOf = ({ key, version }: { key: string; version: string }) => receiptId(key, version);

/** Note that these bytes were seen; the first step for every thing. */
export const writeSighting = (state: ObjectStore, sighting: Sighting): Promise<void> =>
  writeOnce(state, stateKeys.sighting(sighting.sha256, idOf(sighting)), toBytes(sighting));

/** Note that everything that follows from a thing has been done; the last step. */
export const writeReceipt = (state: ObjectStore, receipt: Receipt): Promise<void> =>
  writeOnce(state, stateKeys.receipt(idOf(receipt)), toBytes(receipt));
