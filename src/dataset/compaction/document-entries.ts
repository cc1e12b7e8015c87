import { gunzipSync, gzipSync } from 'fflate';
import { documentFormats, reportKinds } from '../../../schemas/report.ts';
import * as z from '../../../schemas/zod.ts';
import { stateKeys } from '../../keys.ts';
import type { ObjectStore } from '../../ports.ts';
import { fromBytes, toBytes } from '../records/stored.ts';

/** What became of one document, as its piece of the list keeps it. */
const entrySchema = z.object({
  sha256: z.string(),
  names: z.array(z.string()),
  format: z.nullable(z.enum(documentFormats)),
  bytes: z.int(),
  outcome: z.enum(['published', 'superseded', 'not_a_report', 'quarantined']),
  reason: z.nullable(z.string()),
  report_kind: z.nullable(z.enum(reportKinds)),
  agency_id: z.nullable(z.string()),
  year: z.nullable(z.int()),
  parser_version: z.nullable(z.string()),
  source_url: z.nullable(z.string()),
  quarantine: z.nullable(z.object({ code: z.string(), stage: z.string(), message: z.string() })),
});
/** What became of one document. */
export type DocumentEntry = z.infer<typeof entrySchema>;

const recordSchema = z.object({ entries: z.array(entrySchema) });

/** The entries of one piece, sorted by hash, with the tag to swap them by. */
export interface StoredEntries {
  readonly entries: readonly DocumentEntry[];
  readonly body: Uint8Array;
  readonly etag: string;
}

/** Pack the entries of a piece; the same entries give the same bytes. */
export const packEntries = (entries: readonly DocumentEntry[]): Uint8Array => gzipSync(toBytes({ entries }), { level: 4, mtime: 0 });

/** The entries of a piece, or null when it was never made. */
export async function readEntries(state: ObjectStore, piece: string): Promise<StoredEntries | null> {
  const key = stateKeys.documentEntries(piece);
  const object = await state.get(key);
  return object && { entries: fromBytes(key, gunzipSync(object.body), recordSchema).entries, ...object };
}
