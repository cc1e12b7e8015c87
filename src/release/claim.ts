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

/**
 * Claim a version for these inputs: the first run writes the claim, once and for all; who comes later with the same inputs
 * makes the same bytes and may go on. Throws `release_begun` where the version was begun from others (docs/decisions/one-claim-a-version.md).
 */
export async function claimVersion(state: ObjectStore, inputs: Inputs, parts: readonly TablePart[]): Promise<void> {
  const { version, created } = inputs;
  const claim = { version, created, inputs: hashOf(inputs, parts) };
  const held = await putOnce(state, stateKeys.releaseClaim(version), encoded(claim));
  if (held === null) return;
  const { inputs: theirs } = claimSchema.parse(JSON.parse(new TextDecoder().decode(held)));
  if (theirs !== claim.inputs) throw new ReleaseError('release_begun', { version });
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
