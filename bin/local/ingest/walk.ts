import { type Dirent, existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isIgnored } from '../../../src/dataset/intake/source-file.ts';
import { Failure } from '../../failure.ts';
import { errorCode, hasLostName, nothingAt, reasonOf } from '../disk-failure.ts';
import { notAFile } from '../plain-file.ts';

/** A file a person keeps, and what tells whether it changed since it was read. */
export interface FoundFile {
  /** Path relative to the argument, with `/`, in NFC (contract 3). */
  readonly key: string;
  readonly path: string;
  readonly bytes: number;
  /** Changes when the file does: size and time in nanoseconds. */
  readonly tag: string;
  /** Last change in milliseconds. */
  readonly changed: number;
  /** The same for its sidecar; null where there is none. */
  readonly sidecar: string | null;
}

/** What a walk met: a file, or a place it could not look into. */
export type Met = FoundFile | Failure;

function tagOf(path: string): { readonly tag: string; readonly bytes: number; readonly changed: number } | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat?.isFile()) return null;
  return { tag: `${stat.size.toString(36)}-${stat.mtimeNs.toString(36)}`, bytes: Number(stat.size), changed: Number(stat.mtimeMs) };
}

/** A place that cannot be looked into: closed to us, under a name that is no UTF-8, or a link that leads in a circle. */
const unreadable = (path: string, error: unknown): Failure =>
  errorCode(error) === 'ENOENT' ? nothingAt(path) : new Failure('file_unreadable', { path, reason: reasonOf(error) }, { cause: error });

function found(path: string, key: string, sidecarPath: string | null): Met | null {
  try {
    const file = tagOf(path);
    return file && { key: key.normalize('NFC'), path, ...file, sidecar: sidecarPath === null ? null : (tagOf(sidecarPath)?.tag ?? null) };
  } catch (error) {
    return unreadable(path, error);
  }
}

/** A file at a path, with the sidecar beside it if there is one; null when there is no file, a Failure where that cannot be told. */
export const lookAt = (path: string, key: string): Met | null => found(path, key, `${path}.meta.json`);

const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1);

/** `prefix`: the folder's path below the argument, ending in `/`, or nothing for the argument itself. */
function* inFolder(folder: string, prefix: string, except: string | null): Generator<Met> {
  if (folder === except) return;
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return yield unreadable(folder, error);
  }
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries.sort(byName)) {
    const [path, key] = [join(folder, entry.name), `${prefix}${entry.name}`];
    // Folders like .git hold no documents; a link to a folder may lead in a circle.
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.')) yield* inFolder(path, `${key}/`, except);
    } else if (!isIgnored(entry.name)) {
      const file = found(path, key, names.has(`${entry.name}.meta.json`) ? `${path}.meta.json` : null);
      if (file) yield file;
      // A link to nothing stands for a file somebody misses; one to a folder is not followed; a file that went meanwhile is no loss.
      else if ((entry.isSymbolicLink() || hasLostName(path)) && !existsSync(path)) yield nothingAt(path);
    }
  }
}

function placeAt(path: string): Stats | Failure | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    return unreadable(path, error);
  }
}

/**
 * The files below paths, in order and each once, with what tells whether it changed. `except` is the dataset folder itself,
 * null where nothing is left out. Throws `file_not_found` for a path that is not there, `input_is_dataset` for that folder.
 */
export function* walk(paths: readonly string[], except: string | null): Generator<Met> {
  const met = new Set<string>();
  for (const one of below(paths, except === null ? null : resolve(except))) {
    // Named twice, as by a folder and a pattern: under another key it is received as another.
    const name = one instanceof Failure ? null : `${one.path}\0${one.key}`;
    if (name !== null && met.has(name)) continue;
    if (name !== null) met.add(name);
    yield one;
  }
}

function* below(paths: readonly string[], except: string | null): Generator<Met> {
  for (const given of paths) {
    const path = resolve(given);
    const place = placeAt(path);
    if (place instanceof Failure) yield place;
    else if (place === null) throw nothingAt(given);
    else if (path === except) throw new Failure('input_is_dataset', { path: given });
    else if (place.isDirectory()) yield* inFolder(path, '', except);
    else if (!isIgnored(basename(path))) {
      yield lookAt(path, basename(path)) ?? notAFile(given, place);
    }
  }
}
