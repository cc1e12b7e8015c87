import * as z from '../../../schemas/zod.ts';
import { type Partition, parseKey, stateKeys } from '../../keys.ts';
import type { Stores } from '../../ports.ts';
import { type DocumentHistory, readHistory, type Sidecars } from '../records/document-history.ts';
import { fromBytes } from '../records/stored.ts';
import { type Claim, resolveClaims, winnerReasons } from './claims.ts';
import { standingSchema } from './standing.ts';

/** A document in a pointer, in its place of the order. */
const rankedSchema = z.object({
  sha256: z.string(),
  candidate: z.string(),
  parser_version: z.string(),
  withdrawn: z.nullable(z.string()),
  correction_of: z.nullable(z.string()),
  standing: standingSchema,
});
/** A document in its place of the order. */
export type Ranked = z.infer<typeof rankedSchema>;

/** The winner's pointer (contract 3). It lists all documents it was decided over, so that the same decision is the same bytes. */
const pointerSchema = z.object({
  agency_id: z.string(),
  year: z.int(),
  winner: z.nullable(z.string()),
  winner_reason: z.nullable(z.enum(winnerReasons)),
  candidates: z.array(rankedSchema),
  /**
   * Documents that were read as claiming this agency and year, and by their newest reading no longer do. Without them a
   * pointer could come back to what it was, and a slow writer would not notice that it had been elsewhere.
   */
  elsewhere: z.array(z.object({ sha256: z.string(), parser_version: z.string(), circumstances: z.string() })),
  /** Whether a sidecar took part in the decision: it may change back, so the writer of such a pointer looks again. */
  declared: z.boolean(),
});
/** The winner of an agency and year, and the documents it was chosen from. */
export type Pointer = z.infer<typeof pointerSchema>;

/** A pointer as read: its content and the tag to swap it by. */
export interface StoredPointer {
  readonly pointer: Pointer;
  readonly body: Uint8Array;
  readonly etag: string;
}

/** The document that won, with its candidate; null where none may be published. */
export const winnerOf = ({ winner, candidates }: Pointer): Ranked | null => candidates.find(({ sha256 }) => sha256 === winner) ?? null;

/** Documents that stand for an agency and year: all but the withdrawn. */
export const standingDocuments = ({ candidates }: Pointer): readonly Ranked[] => candidates.filter(({ withdrawn }) => withdrawn === null);

/** Read a partition's pointer, or null when there is none. */
export async function readPointer({ state }: Stores, partition: Partition): Promise<StoredPointer | null> {
  const key = stateKeys.pointer(partition);
  const object = await state.get(key);
  return object && { pointer: fromBytes(key, object.body, pointerSchema), body: object.body, etag: object.etag };
}

/** Documents with a candidate in a partition, whatever their newest reading says. */
async function documentsIn({ state }: Stores, partition: Partition): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const { key } of state.list(stateKeys.candidates(partition))) {
    const sha256 = parseKey.candidate(key)?.sha256;
    if (sha256 !== undefined) found.add(sha256);
  }
  return found;
}

/** Whether a pointer says anything: an agency and year that no document ever claimed needs none. */
export const isEmpty = ({ candidates, elsewhere }: Pointer): boolean => candidates.length === 0 && elsewhere.length === 0;

/** The claim a document's effective reading makes on a partition; null where that reading puts it elsewhere. */
function claimOf({ sha256, provenance, effective }: DocumentHistory, { agency, year }: Partition): Claim | null {
  if (!effective?.candidate || !effective.standing || effective.agency_id !== agency || effective.year !== year) return null;
  const { keys, withdrawn, correctionOf } = provenance;
  return { sha256, candidate: effective.candidate, keys, withdrawn, correctionOf, standing: effective.standing };
}

/**
 * Decide a partition over everything stored now. A document counts where its effective reading puts it: one that a newer
 * parser or a sidecar assigns elsewhere is no longer here.
 */
export async function decide(stores: Stores & Sidecars, partition: Partition): Promise<Pointer> {
  const documents = [...(await documentsIn(stores, partition))].sort();
  const histories = (await Promise.all(documents.map((sha256) => readHistory(stores, sha256)))).filter((one) => one !== null);
  const claims = histories.flatMap((history) => claimOf(history, partition) ?? []);
  const effective = new Map(histories.map((history) => [history.sha256, history.effective]));
  const { ranked, winner, reason } = resolveClaims(claims);
  const here = new Set(claims.map(({ sha256 }) => sha256));
  return {
    agency_id: partition.agency,
    year: partition.year,
    winner: winner?.sha256 ?? null,
    winner_reason: reason,
    candidates: ranked.map(({ sha256, candidate, withdrawn, correctionOf, standing }) => {
      const parser_version = effective.get(sha256)?.parser_version ?? '';
      return { sha256, candidate, parser_version, withdrawn, correction_of: correctionOf, standing };
    }),
    elsewhere: histories.flatMap(({ sha256, effective: reading }) => {
      if (here.has(sha256) || reading === null) return [];
      const { parser_version, circumstances } = reading;
      return [{ sha256, parser_version, circumstances }];
    }),
    declared: histories.some(({ provenance }) => provenance.declared),
  };
}
