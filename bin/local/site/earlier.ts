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

/** Files of a site that come and go with its agencies and versions, by their names; all others are somebody else's. */
const passing =
  /^(?:data\/(?:agency|agencies|region|kind)\/[a-z0-9-]+\.json|data\/report\/[a-z0-9-]+\/\d{4}\.json|parts\/[\w-]+-[A-Z0-9]{8}\.js)$/;

/** Remove what an earlier site left in the same folder: pages of agencies, texts of reports that are no longer published. */
export function removeEarlier(folder: string, written: ReadonlySet<string>): void {
  for (const top of ['data', 'parts']) {
    const names = ifThere(() => readdirSync(join(folder, top), { recursive: true, encoding: 'utf8' })) ?? [];
    for (const name of names) {
      const path = join(folder, top, name);
      if (written.has(path) || !passing.test(`${top}/${name.replaceAll('\\', '/')}`)) continue;
      onDisk(path, () => rmSync(path, { force: true }));
      prune(dirname(path), folder);
    }
  }
}
