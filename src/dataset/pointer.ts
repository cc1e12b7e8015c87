import * as z from 'zod';
import { type Partition, parseKey, stateKeys } from '../keys.ts';
import type { Stores } from '../ports.ts';
import { readDossier, type Sidecars } from './dossier.ts';
import { type Claim, resolveClaims, winnerReasons } from './resolve.ts';
import { standingSchema } from './standing.ts';
import { fromBytes } from './stored.ts';

/** A document in a pointer, in its place of the order. */
const rankedSchema = z.object({
  sha256: z.string(),
  candidate: z.string(),
  parser_version: z.string(),
  withdrawn: z.string().nullable(),
  correction_of: z.string().nullable(),
  standing: standingSchema,
});
export type Ranked = z.infer<typeof rankedSchema>;

/** The winner's pointer (contract 3). It lists all documents it was decided over, so that the same decision is the same bytes. */
export const pointerSchema = z.object({
  agency_id: z.string(),
  year: z.int(),
  winner: z.string().nullable(),
  winner_reason: z.enum(winnerReasons).nullable(),
  candidates: z.array(rankedSchema),
  /** Whether sidecars had a say: they may change back, so whoever writes such a pointer looks again. */
  declared: z.boolean(),
});
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

/**
 * Decide a partition over everything stored now. A document counts where its effective reading puts it: one that a newer
 * parser or a sidecar assigns elsewhere is no longer here.
 */
export async function decide(stores: Stores & Sidecars, { agency, year }: Partition): Promise<Pointer> {
  const dossiers = await Promise.all([...(await documentsIn(stores, { agency, year }))].map((sha256) => readDossier(stores, sha256)));
  const versions = new Map<string, string>();
  const claims = dossiers.flatMap((dossier): Claim[] => {
    const reading = dossier?.effective;
    if (!dossier || !reading?.candidate || !reading.standing || reading.agency_id !== agency || reading.year !== year) return [];
    const { sha256, provenance } = dossier;
    const { keys, withdrawn, correctionOf } = provenance;
    versions.set(sha256, reading.parser_version);
    return [{ sha256, candidate: reading.candidate, keys, withdrawn, correctionOf, standing: reading.standing }];
  });
  const { ranked, winner, reason } = resolveClaims(claims);
  return {
    agency_id: agency,
    year,
    winner: winner?.sha256 ?? null,
    winner_reason: reason,
    candidates: ranked.map(({ sha256, candidate, withdrawn, correctionOf, standing }) => ({
      sha256,
      candidate,
      parser_version: versions.get(sha256) ?? '',
      withdrawn,
      correction_of: correctionOf,
      standing,
    })),
    declared: dossiers.some((dossier) => dossier?.provenance.declared),
  };
}
