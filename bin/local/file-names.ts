import { linkSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byUtf8 } from '../../src/store/order.ts';
import { ifThere, mayBeThere, unlessThere } from './disk.ts';

/** Tag of a generation. */
export const tag = (generation: number): string => `g${generation}`;

/** Tag of a file without generations: size and time of its last change. */
export function plainTag(path: string): string {
  const { size, mtimeNs } = statSync(path, { bigint: true });
  return `${size.toString(36)}-${mtimeNs.toString(36)}`;
}

/** Whether two names are links to one file. */
export function sameFile(one: string, other: string): boolean {
  const [left, right] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return left !== undefined && left.ino === right?.ino;
}

/** Give a draft its name, in place of what has it. */
export function replace(draft: string, path: string): boolean {
  renameSync(draft, path);
  return true;
}

/** Take a name nobody has; a file without bytes is what a power cut left of one, and has no name to defend. */
export function claim(draft: string, path: string): boolean {
  return unlessThere(() => linkSync(draft, path)) || (statSync(path, { throwIfNoEntry: false })?.size === 0 && replace(draft, path));
}

/** Keys in a folder that begin with `prefix` or lead to such, in order; `/` at the end of one that is a folder itself. */
export function keysIn(root: string, folder: string, prefix: string): string[] {
  const path = join(root, folder);
  const entries = (mayBeThere(path) && ifThere(() => readdirSync(path, { withFileTypes: true }))) || [];
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => (entry.isDirectory() ? `${folder}${entry.name}/` : `${folder}${entry.name}`))
    .filter((key) => key.startsWith(prefix) || prefix.startsWith(key))
    .sort(byUtf8);
}
