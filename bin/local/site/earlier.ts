import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isOurPage } from '../../../src/site/page.ts';
import { Failure } from '../../failure.ts';
import { ifThere, prune } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';

/** The head of a page, where its title stands. */
const headBytes = 4096;

/** Throws a Failure where a file lies that is no page of ours: it is not ours to write over. Returns whether an earlier page does. */
export function refuseForeignPage(path: string): boolean {
  return onDisk(path, () => {
    if (!ifThere(() => statSync(path))?.isFile()) return false;
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(headBytes);
      const bytes = readSync(file, head);
      // An empty file is a place that was prepared, as `mktemp` does.
      if (bytes > 0 && !isOurPage(head.toString('utf8', 0, bytes))) throw new Failure('page_of_others', { path });
      return bytes > 0;
    } finally {
      closeSync(file);
    }
  });
}

/** Folders that hold files of a site only. */
const own = ['data', 'parts'] as const;

/** Remove what an earlier site left in the same folder: pages of agencies, texts of reports that are no longer published. */
export function removeEarlier(folder: string, written: ReadonlySet<string>): void {
  for (const name of own) {
    const names = ifThere(() => readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })) ?? [];
    for (const path of names.map((one) => join(folder, name, one))) {
      if (!/\.js(?:on)?$/.test(path) || written.has(path)) continue;
      onDisk(path, () => rmSync(path, { force: true }));
      prune(dirname(path), folder);
    }
  }
}
