import { type BigIntStats, closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { byUtf8 } from '../../../src/key-order.ts';
import type { StoredObject } from '../../../src/ports.ts';
import { folderMayBeThere, ifThere, mayBeThere } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';

/** Tag of a generation. */
export const tag = (generation: number): string => `g${generation}`;

/** Tag of a file without generations: size and time of its last change, which giving it another name does not change. */
export const plainTag = ({ size, mtimeNs }: Pick<BigIntStats, 'size' | 'mtimeNs'>): string =>
  `${size.toString(36)}-${mtimeNs.toString(36)}`;

/** The bytes of a file and the tag of these very bytes, also while others replace it; null when there is no such file. */
export function readTagged(path: string): StoredObject | null {
  const file = mayBeThere(path) ? ifThere(() => openSync(path, 'r')) : null;
  if (file === null) return null;
  try {
    const stat = fstatSync(file, { bigint: true });
    const body = new Uint8Array(Number(stat.size));
    let at = 0;
    for (let read = -1; at < body.length && read !== 0; at += read) read = readSync(file, body, at, body.length - at, null);
    return { body: body.subarray(0, at), etag: plainTag(stat) };
  } finally {
    closeSync(file);
  }
}

/** Whether two names are links to one file. */
export function sameFile(one: string, other: string): boolean {
  const [left, right] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return left !== undefined && left.ino === right?.ino;
}

/** Whether a key stays in its folder and can be the name of a file. */
export const isKey = (key: string): boolean => !/(?:^|\/)\.{1,2}(?:\/|$)|\0/.test(key);

/** The file of a key, which needs no tidying: it is made of names alone. */
export const pathOf = (root: string, key: string): string => (key === '' ? root : `${root}/${key}`);

/** Keys in a folder that begin with `prefix` or lead to such, in order; `/` at the end of one that is a folder itself. */
export function keysIn(root: string, folder: string, prefix: string): string[] {
  const path = pathOf(root, folder.slice(0, -1));
  const entries = onDisk(path, () => folderMayBeThere(path) && ifThere(() => readdirSync(path, { withFileTypes: true }))) || [];
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => (entry.isDirectory() ? `${folder}${entry.name}/` : `${folder}${entry.name}`))
    .filter((key) => key.startsWith(prefix) || prefix.startsWith(key))
    .sort(byUtf8);
}
