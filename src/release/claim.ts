import * as z from '../../schemas/zod.ts';
import { sha256Hex } from '../hash.ts';
import { stateKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { parserVersion, schemaVersion } from '../version.ts';
import { ReleaseError } from './failure.ts';
import type { TablePart } from './inventory.ts';

const claimSchema = z.object({
  version: z.string(),
  created: z.string(),
  /** Hash of everything that decides the bytes of the release. */
  inputs: z.string(),
});

/** What a release is made of and with: the same inputs give the same bytes. */
export interface Inputs {
  readonly version: string;
  readonly created: string;
  readonly previous: string | null;
  readonly address?: string;
  readonly queries: readonly object[];
  readonly prelude: string;
}

const encoded = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

function hashOf(inputs: Inputs, parts: readonly TablePart[]): string {
  const { version, created, previous, address = null, queries, prelude } = inputs;
  const objects = parts.flatMap((part) => part.objects.map(({ key, etag }) => [key, etag]));
  return sha256Hex(encoded([version, created, previous, address, queries, prelude, parserVersion, schemaVersion, objects]));
}

interface Claim {
  readonly bytes: Uint8Array;
  readonly inputs: string;
}

function claimOf(inputs: Inputs, parts: readonly TablePart[]): Claim {
  const { version, created } = inputs;
  const hash = hashOf(inputs, parts);
  return { bytes: encoded({ version, created, inputs: hash }), inputs: hash };
}

/** Throws `release_begun` where a version is held by a claim of other inputs. */
function refuseOther(held: Uint8Array | null, { inputs }: Claim, version: string): void {
  if (held === null) return;
  if (claimSchema.parse(JSON.parse(new TextDecoder().decode(held))).inputs !== inputs) throw new ReleaseError('release_begun', { version });
}

/**
 * Claim a version for these inputs: the first run writes the claim, once and for all; who comes later with the same inputs
 * makes the same bytes and may go on. Throws `release_begun` where the version was begun from others (docs/decisions/one-claim-a-version.md).
 */
export async function claimVersion(state: ObjectStore, inputs: Inputs, parts: readonly TablePart[]): Promise<void> {
  const claim = claimOf(inputs, parts);
  refuseOther(await putOnce(state, stateKeys.releaseClaim(inputs.version), claim.bytes), claim, inputs.version);
}

/** Throws what `claimVersion` would throw now, and claims nothing. */
export async function refuseClaimed(state: ObjectStore, inputs: Inputs, parts: readonly TablePart[]): Promise<void> {
  const held = await state.get(stateKeys.releaseClaim(inputs.version));
  refuseOther(held?.body ?? null, claimOf(inputs, parts), inputs.version);
}

/** Tries where another write is under way, which S3 answers with 409 and no object. */
const tries = 5;

/** Write an object that nobody ever writes over. Returns null where it now holds these bytes, else the bytes it holds. */
export async function putOnce(store: ObjectStore, key: string, body: Uint8Array): Promise<Uint8Array | null> {
  for (let n = 0; n < tries; n++) {
    if ((await store.put(key, body, { ifAbsent: true })).ok) return null;
    const there = (await store.get(key))?.body;
    if (there) return sha256Hex(there) === sha256Hex(body) ? null : there;
  }
  throw new Error(`${key}: refused as if it were there, and not there, ${tries} times`);
}
