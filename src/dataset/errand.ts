import * as z from '../../schemas/zod.ts';
import { mostBytes } from '../read/limits.ts';
import type { Dataset } from './dataset.ts';
import { type Outlets, type Received, receive } from './receive.ts';
import { refuse } from './refuse.ts';
import { isIgnored, thingSchema } from './thing.ts';

/** One message: a raw object in one version, or a member of the archive it is, to be taken in. Replays send the same. */
export const errandSchema = z.extend(thingSchema, {
  /** Size of the object and when it came, where that is known before it is fetched. */
  bytes: z._default(z.int().check(z.minimum(0)), 0),
  received: z._default(z.string(), ''),
});
export type Errand = z.infer<typeof errandSchema>;

/** One version of a raw object. */
export interface RawFile {
  /** Null when it is larger than was asked for: then it was not fetched. */
  readonly body: Uint8Array | null;
  readonly bytes: number;
  readonly version: string;
  readonly received: string;
  readonly sourceUrl: string | undefined;
}

/** Where raw files are read from, and where the consequences go. */
export interface Surroundings extends Outlets {
  /** A version of a file, or its newest; null when there is none. */
  readonly read: (key: string, version: string | undefined, mostBytes: number) => Promise<RawFile | null>;
}

/** What came of an errand: of no document, of one that is gone, of one that was taken in. */
export type Done = { readonly outcome: 'ignored' } | { readonly outcome: 'gone' } | ({ readonly outcome: 'received' } & Received);

const sidecarEnd = '.meta.json';

/** Do what one message asks for. Throws only for reasons that may pass: a bad document is quarantined. */
export async function runErrand(dataset: Dataset, errand: Errand, surroundings: Surroundings): Promise<Done> {
  const { key, version, member, bytes, received } = documentOf(errand);
  if (isIgnored(key)) return { outcome: 'ignored' };
  if (bytes > mostBytes) return refuseLarge(dataset, { key, version, bytes, received }, surroundings);
  const file = await surroundings.read(key, version, mostBytes);
  if (file === null) return { outcome: 'gone' };
  const { body, ...about } = file;
  if (body === null) return refuseLarge(dataset, { ...about, key }, surroundings);
  const whole = { thing: { key, version: file.version }, ...about, body };
  const arrival = member === undefined ? whole : (await import('./archive.ts')).memberOf(whole, member);
  return arrival === null ? { outcome: 'gone' } : { outcome: 'received', ...(await receive(dataset, arrival, surroundings)) };
}

async function refuseLarge(
  dataset: Dataset,
  { key, version = '', bytes, received }: Pick<RawFile, 'bytes' | 'received'> & { key: string; version: string | undefined },
  outlets: Outlets,
): Promise<Done> {
  const message = `the file has ${bytes} bytes, ${mostBytes} at most are read; split the archive, or submit the report alone`;
  const quarantine = { code: 'too_large', stage: 'receive', message };
  return { outcome: 'received', ...(await refuse(dataset, { key, version, bytes, received }, quarantine, outlets)) };
}

/** A sidecar changes what is known of its document, in the version that is there now; all else is its own document. */
function documentOf(errand: Errand): Omit<Errand, 'version'> & { readonly version: string | undefined } {
  if (!errand.key.endsWith(sidecarEnd)) return errand;
  return { key: errand.key.slice(0, -sidecarEnd.length), version: undefined, bytes: 0, received: '' };
}
