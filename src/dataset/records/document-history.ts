import { rawKeys, stateKeys } from '../../keys.ts';
import type { ObjectStore, Stores } from '../../ports.ts';
import { circumstances, type Declaration, type Provenance, provenanceOf, readSidecar } from './declaration.ts';
import { type Reading, readingSchema } from './reading.ts';
import { type Sighting, sightingSchema } from './receipt.ts';
import { readAll } from './stored.ts';
import { compareVersions } from './version-order.ts';

/** Where sidecars are read: the raw bucket, or what stands for it. */
export interface Sidecars {
  readonly raw: Pick<ObjectStore, 'get'>;
}

/** All that is known about one document: where it came from, how it was read, and which reading counts. */
export interface DocumentHistory {
  readonly sha256: string;
  readonly sightings: readonly Sighting[];
  readonly provenance: Provenance;
  readonly readings: readonly Reading[];
  readonly effective: Reading | null;
}

async function sidecarsOf(raw: Sidecars['raw'], sightings: readonly Sighting[]): Promise<Map<string, Declaration>> {
  const keys = new Set(sightings.flatMap(({ key, container }) => (container === null ? [key] : [key, container])));
  const found = await Promise.all([...keys].map(async (key) => [key, await raw.get(rawKeys.sidecar(key))] as const));
  return new Map(found.flatMap(([key, object]) => (object === null ? [] : [[key, readSidecar(object.body)]])));
}

/** Where a document came from, by all its sightings and what sidecars say now; null when it was never seen. */
export async function readProvenance({ state, raw }: Stores & Sidecars, sha256: string) {
  const sightings = await readAll(state, stateKeys.sightings(sha256), sightingSchema);
  return { sightings, provenance: provenanceOf(sightings, await sidecarsOf(raw, sightings)) };
}

/** The reading that counts: made under the circumstances that hold now, if any was, then by the newest parser. */
export function effectiveReading(readings: readonly Reading[], now: string): Reading | null {
  const fits = (reading: Reading) => Number(reading.circumstances === now);
  const inOrder = [...readings].sort((a, b) => fits(b) - fits(a) || compareVersions(b.parser_version, a.parser_version));
  return inOrder[0] ?? null;
}

/** Read all that is known about a document; null when it was never seen. */
export async function readHistory(stores: Stores & Sidecars, sha256: string): Promise<DocumentHistory | null> {
  const [{ sightings, provenance }, readings] = await Promise.all([
    readProvenance(stores, sha256),
    readAll(stores.state, stateKeys.readings(sha256), readingSchema),
  ]);
  if (provenance === null) return null;
  return { sha256, sightings, provenance, readings, effective: effectiveReading(readings, circumstances(provenance)) };
}
