import * as z from '../../../schemas/zod.ts';
import { memberKey, receiptId, stateKeys } from '../../keys.ts';
import type { ObjectStore } from '../../ports.ts';
import type { SourceFile } from '../intake/source-file.ts';
import { declarationSchema } from './declaration.ts';
import { toBytes, writeListed, writeOnce } from './stored.ts';

/** What is known about bytes before they are read: where they lay and how many they are. */
const place = { key: z.string(), version: z.string(), sha256: z.string(), bytes: z.int() };

/** A receipt (contract 3): exactly one per file received, written when all that follows from the file has been done. */
export const receiptSchema = z.object({ ...place, received: z.string() });
/** That a file was received, and all that follows from it done. */
export type Receipt = z.infer<typeof receiptSchema>;

/** One file that had these bytes: the index of receipts by content, written before the bytes are read. */
export const sightingSchema = z.object({
  ...place,
  /** The archive it is a member of. */
  container: z.nullable(z.string()),
  /** Address in the metadata of the raw object. */
  source_url: z.nullable(z.string()),
  /** The sidecar that lay beside it in the archive. */
  enclosed: z.nullable(declarationSchema),
});
/** That a file had these bytes. */
export type Sighting = z.infer<typeof sightingSchema>;

/** Key under which a file is received: a member's is the archive's with the path inside. */
export const keyOf = ({ key, member }: SourceFile): string => (member === undefined ? key : memberKey(key, member));

const idOf = ({ key, version }: { key: string; version: string }) => receiptId(key, version);

/** Note that these bytes were seen; the first step for every file. */
export const writeSighting = (state: ObjectStore, sighting: Sighting): Promise<void> =>
  writeListed(state, stateKeys.sighting(sighting.sha256, idOf(sighting)), sighting);

/** Note that everything that follows from a file has been done; the last step. */
export const writeReceipt = (state: ObjectStore, receipt: Receipt): Promise<void> =>
  writeOnce(state, stateKeys.receipt(idOf(receipt)), toBytes(receipt));
