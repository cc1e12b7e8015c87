import { UnreadableError } from '../unreadable.ts';
import { openArchive } from './archive.ts';

/** A file packed in a zip: its path there, and its bytes or why they cannot be had. */
export type Member =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly unreadable: UnreadableError };

// What packers and file managers leave in a zip; it is no document.
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/;

/**
 * The files of a zip in its own order, GBK names restored; folders and litter left out. Each may again be a zip, which is then refused
 * as a document. Inflated sizes are counted over all members; one that cannot be read does not hide the others.
 * Throws `UnreadableError` when the zip as a whole is damaged or too large.
 */
export function* zipMembers(bytes: Uint8Array): Generator<Member> {
  const archive = openArchive(bytes);
  for (const { name } of archive.entries) {
    if (name.endsWith('/') || litter.test(name)) continue;
    yield member(name, () => archive.read(name));
  }
}

function member(name: string, read: () => Uint8Array | null): Member {
  try {
    return { name, bytes: read() ?? new Uint8Array() };
  } catch (error) {
    if (error instanceof UnreadableError) return { name, unreadable: error };
    throw error;
  }
}
