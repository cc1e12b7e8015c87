import { createHash } from 'node:crypto';
import { sidecarSchema } from '../../../schemas/sidecar.ts';
import * as z from '../../../schemas/zod.ts';
import type { Source } from '../../model.ts';
import type { Sighting } from './receipt.ts';

/** What a sidecar says; `invalid` tells why it could not be read, so that its document waits until the sidecar is mended. */
export const declarationSchema = z.object({ ...sidecarSchema.shape, invalid: z.optional(z.string()) });
/** What a sidecar says, or why it cannot be read. */
export type Declaration = z.infer<typeof declarationSchema>;

/** Read a sidecar. Never throws. */
export function readSidecar(bytes: Uint8Array): Declaration {
  try {
    const read = sidecarSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return read.success ? read.data : { invalid: read.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ') };
  } catch (error) {
    return { invalid: error instanceof Error ? error.message : 'no JSON' };
  }
}

/** Everything known about where a document came from, out of all files that had its bytes; the order they came in plays no part. */
export interface Provenance {
  /** Keys of all files with these bytes, smallest first: the first is the document's own. */
  readonly keys: readonly string[];
  readonly source: Source;
  readonly correctionOf: string | null;
  /** Why it was withdrawn; null while it is not. */
  readonly withdrawn: string | null;
  readonly invalid: string | null;
  /** Whether it was only ever seen inside archives: an archive in there is not opened. */
  readonly nested: boolean;
  /** Whether a sidecar says anything about it: sidecars change and vanish, everything else only grows. */
  readonly declared: boolean;
}

/**
 * Merge what sidecars say. The file with the smallest key speaks first, its own sidecar before the one of its archive.
 * A document withdrawn under one name is withdrawn.
 */
export function provenanceOf(sightings: readonly Sighting[], sidecars: ReadonlyMap<string, Declaration>): Provenance | null {
  const inOrder = [...sightings].sort((a, b) => compare(a.key, b.key) || compare(a.version, b.version));
  const [own] = inOrder;
  if (own === undefined) return null;
  const said = inOrder.flatMap(({ key, container, enclosed }) => {
    const outer = container === null ? undefined : sidecars.get(container);
    // A correction or an identity declared for an archive holds for its members; "this corrects that" does not.
    return [sidecars.get(key), enclosed ?? undefined, outer && { ...outer, correction_of: undefined }].filter((one) => one !== undefined);
  });
  const first = <K extends keyof Declaration>(field: K): Declaration[K] => said.find((one) => one[field] !== undefined)?.[field];
  // A sidecar that withdraws gives its reason: the schema sees to it.
  const withdrawn = said.find((one) => one.withdrawn);
  return {
    keys: [...new Set(inOrder.map(({ key }) => key))],
    source: {
      name: own.key.slice(own.key.lastIndexOf('/') + 1),
      sourceUrl: first('source_url') ?? inOrder.find(({ source_url }) => source_url !== null)?.source_url ?? undefined,
      retrieved: first('retrieved'),
      declared: { agencyId: first('agency_id'), year: first('year') },
    },
    correctionOf: first('correction_of') ?? null,
    withdrawn: withdrawn?.reason ?? null,
    invalid: first('invalid') ?? null,
    nested: inOrder.every(({ container }) => container !== null),
    declared: said.length > 0,
  };
}

/** Eight hex digits of the circumstances (name, address, declarations) under which bytes were read. */
export function circumstances({ source, invalid, nested }: Provenance): string {
  const { name, sourceUrl, retrieved, declared } = source;
  const parts = [name, sourceUrl, retrieved, declared?.agencyId, declared?.year, invalid, nested];
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex')
    .slice(0, 8);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
