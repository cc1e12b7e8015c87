import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReleaseFiles } from '../../../src/release/files.ts';
import { manifestPath } from '../../../src/release/manifest.ts';
import { Failure } from '../../failure.ts';
import { diskFailure, errorCode } from '../disk-failure.ts';
import { readPlainFile } from '../plain-file.ts';

async function* walk(folder: string, below: string): AsyncGenerator<string> {
  const at = join(folder, below);
  const refuse = (error: unknown): never => {
    throw diskFailure(error, at);
  };
  for (const entry of await readdir(at, { withFileTypes: true }).catch(refuse)) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(folder, path);
    else yield path;
  }
}

/** A release in a folder, hidden and empty files included, so that nothing that was added escapes notice. */
export const releaseFolder = (folder: string): ReleaseFiles => ({
  list: () => walk(folder, ''),
  read: async (path) => {
    try {
      return await readPlainFile(join(folder, path));
    } catch (error) {
      if (error instanceof Failure || ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return null;
      throw diskFailure(error, join(folder, path));
    }
  },
});

/** The release a person named by its folder. Throws `not_a_release` with that folder where there is none. */
export async function namedRelease(folder: string): Promise<ReleaseFiles> {
  const files = releaseFolder(folder);
  if ((await files.read(manifestPath)) === null) throw new Failure('not_a_release', { path: join(folder, manifestPath) });
  return files;
}
