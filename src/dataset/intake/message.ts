import * as z from '../../../schemas/zod.ts';
import { mostBytes } from '../../read/limits.ts';
import { isIgnored, sourceFileSchema } from './source-file.ts';

// Loaded at every start of the function that takes files in: what takes a file in (take-in.ts) is loaded while one is fetched.

/** One message: a raw object in one version, or a member of the archive it is, to be taken in. Replays send the same. */
export const intakeMessageSchema = z.extend(sourceFileSchema, {
  /** Size of the object and when it came, where that is known before it is fetched. */
  bytes: z._default(z.int().check(z.minimum(0)), 0),
  received: z._default(z.string(), ''),
});
/** A file to be taken in, as a message names it. */
export type IntakeMessage = z.infer<typeof intakeMessageSchema>;

/** One version of a raw object. */
export interface RawFile {
  /** Null when it is larger than was asked for: then it was not fetched. */
  readonly body: Uint8Array | null;
  readonly bytes: number;
  readonly version: string;
  readonly received: string;
  readonly sourceUrl: string | undefined;
}

/** A version of a raw file, or its newest; null when there is none. */
export type ReadRaw = (key: string, version: string | undefined, mostBytes: number) => Promise<RawFile | null>;

/** What a message names, as far as it was fetched: no document, one that is gone, one too large to be read, one with its bytes. */
export type Fetched =
  | { readonly outcome: 'ignored' }
  | { readonly outcome: 'gone' }
  | ({ readonly outcome: 'too_large'; readonly key: string } & Pick<RawFile, 'bytes' | 'version' | 'received'>)
  | ({ readonly outcome: 'fetched'; readonly key: string; readonly member: string | undefined; readonly body: Uint8Array } & RawFile);

const sidecarEnd = '.meta.json';

/** Fetch what one message names, unless its name or size says already that it will not be read. */
export async function fetchFile(message: IntakeMessage, read: ReadRaw): Promise<Fetched> {
  const { key, version, member, bytes, received } = documentOf(message);
  if (isIgnored(key)) return { outcome: 'ignored' };
  if (bytes > mostBytes) return { outcome: 'too_large', key, version: version ?? '', bytes, received };
  const file = await read(key, version, mostBytes);
  if (file === null) return { outcome: 'gone' };
  const { body } = file;
  return body === null ? { ...file, outcome: 'too_large', key } : { ...file, outcome: 'fetched', key, member, body };
}

/** A sidecar changes what is known of its document, in the version that is there now; all else is its own document. */
function documentOf(message: IntakeMessage): Omit<IntakeMessage, 'version'> & { readonly version: string | undefined } {
  if (!message.key.endsWith(sidecarEnd)) return message;
  return { key: message.key.slice(0, -sidecarEnd.length), version: undefined, bytes: 0, received: '' };
}
