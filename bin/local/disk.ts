import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, onDisk } from './disk-failure.ts';

/** Folders that were there a moment ago. One may have gone since: then what is done in it fails, and it is made again. */
const lately = new Set<string>();
const mostLately = 1_000;

function noteFolder(path: string): void {
  if (lately.size >= mostLately) lately.clear();
  lately.add(path);
}

/**
 * Make a folder and those above it that are missing; whether it was missing. One call each: Node's own `recursive` asks for
 * ever where the system denies a folder whose parent is there by saying that the parent is missing, as it does below /proc.
 */
export function makeFolders(path: string): boolean {
  const above = dirname(path);
  // Another process may remove an empty folder between making it and making one in it.
  for (let attempt = 0; ; attempt++) {
    const isAboveNew = above !== path && !(attempt === 0 && lately.has(above)) && makeFolders(above);
    try {
      const isNew = (isAboveNew || !existsSync(path)) && unlessThere(() => mkdirSync(path));
      noteFolder(path);
      return isNew;
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' || attempt > 20) throw error;
    }
  }
}

/** Do it in a folder that may have to be made; `work` is told whether it was. */
export function inFolder<T>(path: string, work: (isNew: boolean) => T): T {
  const folder = dirname(path);
  const isNew = !lately.has(folder) && makeFolders(folder);
  return inKnownFolder(path, () => work(isNew));
}

/** Do it in a folder that is there; if it is missing nonetheless, make it and do it again. */
export function inKnownFolder<T>(path: string, work: () => T): T {
  // Another process may remove an empty folder between making it and using it.
  for (let attempt = 0; ; attempt++) {
    try {
      return work();
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' || attempt > 20) throw error;
      makeFolders(dirname(path));
    }
  }
}

/**
 * Write a file whole or not at all, in place of what has its name; with `flush` it survives a power cut. Throws what the disk
 * refuses as a person can act on it.
 */
export function writeWhole(path: string, body: string, { flush = false } = {}): void {
  const draft = `${path}.part-${process.pid}`;
  onDisk(path, () => {
    makeFolders(dirname(path));
    try {
      writeFileSync(draft, body, { flush });
      renameSync(draft, path);
    } catch (error) {
      ifThere(() => unlinkSync(draft));
      throw error;
    }
  });
}

/** Whether it could be done; false when something was there already. */
export function unlessThere(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The result, or null when there is no such file. */
export function ifThere<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
}

/** Do it where the system lets us: whoever may only read leaves tidying to those who may write. */
export function ifPermitted(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
  }
}

/**
 * Whether a path may be there. Asking costs a tenth of the error that tells it is not. Throws where we may not know: `existsSync`
 * finds nothing in a folder that is closed to us.
 */
export const mayBeThere = (path: string): boolean => Boolean(ifThere(() => statSync(path, { throwIfNoEntry: false })));

/** The same for a folder. */
export const folderMayBeThere = (path: string): boolean => lately.has(path) || mayBeThere(path);

/** Names in a folder; none when there is no folder. */
export const namesIn = (folder: string): readonly string[] => (folderMayBeThere(folder) ? (ifThere(() => readdirSync(folder)) ?? []) : []);

/** Remove folders that a deletion left empty, up to `root`. */
export function prune(folder: string, root: string): void {
  for (let at = folder; at.length > root.length; at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
