import { sniffBinary } from '../../read/sniff.ts';
import { UnreadableError } from '../../read/unreadable.ts';
import type { Declaration } from '../records/declaration.ts';
import type { SourceFile } from './source-file.ts';

/** A file with its bytes, as a door hands it in. */
export interface Arrival {
  readonly file: SourceFile;
  /** Version in its receipt: the file's own; of a member, its bytes and what its sidecar in the archive says. */
  readonly version: string;
  readonly body: Uint8Array;
  /** When it came, as the raw bucket or the disk says; kept in the receipt, never decided by. */
  readonly received: string;
  /** Address in the metadata of the raw object. */
  readonly sourceUrl?: string | undefined;
  /** What the sidecar beside a member says. */
  readonly enclosed?: Declaration | null | undefined;
}

/** Whether bytes are files packed together: no Office or other document made of a zip, and not too damaged to say. */
export async function isArchive(bytes: Uint8Array): Promise<boolean> {
  try {
    return (await sniffBinary(bytes)) === 'zip';
  } catch (error) {
    if (error instanceof UnreadableError) return false;
    throw error;
  }
}
