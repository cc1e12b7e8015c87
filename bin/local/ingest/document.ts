import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Sidecar } from '../../../schemas/sidecar.ts';
import type { Source } from '../../../src/model.ts';
import { Failure } from '../../failure.ts';
import { similar } from '../../text/similar.ts';
import { errorCode, nothingAt, reasonOf } from '../disk-failure.ts';
import { readPlainFile } from '../plain-file.ts';

/** Names in the folder that a mistyped name may have meant, each on a line of its own. */
function neighbours(path: string): string {
  try {
    const near = similar(basename(path), readdirSync(dirname(path)));
    return near.map((name) => `\n  → ${join(dirname(path), name)}`).join('');
  } catch {
    return '';
  }
}

/** What went wrong with a path of this machine, as a failure a person can act on. */
export function pathFailure(error: unknown, path: string): Failure {
  if (error instanceof Failure) return error;
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return nothingAt(path, neighbours(path));
  if (code === 'EISDIR') return new Failure('is_folder', { path });
  if (code === 'ERR_FS_FILE_TOO_LARGE') return new Failure('file_too_large', { path });
  return new Failure('file_unreadable', { path, reason: reasonOf(error) }, { cause: error });
}

async function understood(text: string, path: string): Promise<Sidecar> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Failure('sidecar_invalid', { path, reason: error instanceof Error ? error.message : String(error) });
  }
  // Most files have no sidecar: its schema is loaded for those that do.
  const { sidecarSchema } = await import('../../../schemas/sidecar.ts');
  const parsed = sidecarSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reason = parsed.error.issues.map((issue) => [...issue.path, issue.message].join(': ')).join('; ');
  throw new Failure('sidecar_invalid', { path, reason });
}

/** The sidecar `<file>.meta.json`, or an empty one where there is none. Throws `sidecar_invalid` where it cannot be understood. */
export async function readSidecar(file: string): Promise<Sidecar> {
  const path = `${file}.meta.json`;
  let text: string;
  try {
    text = Buffer.from(await readPlainFile(path)).toString('utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {};
    throw pathFailure(error, path);
  }
  return understood(text, path);
}

/** A file as the parser takes it. */
export interface LocalDocument {
  readonly bytes: Uint8Array;
  readonly source: Source;
}

/** Read a file of this machine and where it came from: the option, else its sidecar (contract 1). Throws a Failure. */
export async function readLocalDocument(path: string, sourceUrl?: string): Promise<LocalDocument> {
  try {
    const [bytes, sidecar] = await Promise.all([readPlainFile(path), readSidecar(path)]);
    const source: Source = {
      name: basename(path).normalize('NFC'),
      sourceUrl: sourceUrl ?? sidecar.source_url,
      retrieved: sidecar.retrieved,
      declared: { agencyId: sidecar.agency_id, year: sidecar.year },
    };
    return { bytes, source };
  } catch (error) {
    throw pathFailure(error, path);
  }
}
