import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ifThere } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';

/** Whether any file matches a glob whose stars stand for parts of one path segment; stops at the first. Throws `read_denied`. */
export function anyMatch(folder: string, [segment = '', ...rest]: readonly string[]): boolean {
  const pattern = new RegExp(`^${segment.replace(/[.+?^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*')}$`);
  return (onDisk(folder, () => ifThere(() => readdirSync(folder, { withFileTypes: true }))) ?? [])
    .filter(({ name }) => pattern.test(name))
    .some((entry) => (rest.length === 0 ? !entry.isDirectory() : anyMatch(join(folder, entry.name), rest)));
}
