import * as z from '../../../schemas/zod.ts';

/** A file as it was received, which a message names: a raw object in one version, or a member of the archive it is; fresh or to be replayed. */
export const sourceFileSchema = z.object({
  key: z.string().check(z.minLength(1)),
  version: z.string().check(z.minLength(1)),
  /** Path inside the archive. */
  member: z.optional(z.string()),
});
/** A raw object in one version, or a member of the archive it is. */
export type SourceFile = z.infer<typeof sourceFileSchema>;

/** Last part of a key: the name people know. */
export const baseName = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** Names that hold no document: folders, what desktops leave behind, lock files, sidecars (contract 3). */
export function isIgnored(key: string): boolean {
  const name = baseName(key);
  return name === '' || name === '.DS_Store' || name === 'Thumbs.db' || name.startsWith('~$') || name.endsWith('.meta.json');
}
