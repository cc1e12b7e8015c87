import { readdirSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { isIgnored } from '../../src/dataset/thing.ts';
import { pathFailure } from './document.ts';

/** A file to take in: where it lies, and its key (contract 3: relative to the PATH argument, `/`, NFC). */
export interface LocalFile {
  readonly path: string;
  readonly key: string;
}

const keyOf = (relative: string) => relative.split(sep).join('/').normalize('NFC');

function* below(root: string, folder: string): Generator<LocalFile> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const relative = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(root, relative);
    else if (entry.isFile() && !isIgnored(keyOf(relative))) yield { path: join(root, relative), key: keyOf(relative) };
  }
}

/** All documents at a path: the file itself, or every file below a folder, in order of name. Throws a Failure. */
export function* documentsAt(path: string): Generator<LocalFile> {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw pathFailure(error, path);
  }
  if (isFolder) yield* below(path, '');
  else yield { path, key: keyOf(basename(path)) };
}
