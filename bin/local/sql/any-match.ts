import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether any file matches a glob whose stars stand for parts of one path segment; stops at the first. */
export function anyMatch(folder: string, [segment = '', ...rest]: readonly string[]): boolean {
  const pattern = new RegExp(`^${segment.replace(/[.+?^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*')}$`);
  let entries: { name: string; isDirectory(): boolean }[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return false;
  }
  return entries
    .filter(({ name }) => pattern.test(name))
    .some((entry) => (rest.length === 0 ? !entry.isDirectory() : anyMatch(join(folder, entry.name), rest)));
}
