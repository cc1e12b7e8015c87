import { closeSync, linkSync, openSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ifThere, inFolder, namesIn } from './disk.ts';

let counter = 0;

/**
 * Files under names nobody else knows, on the same file system: complete before they are linked to their key. What a killed
 * process leaves here is no object, and is removed when it is older than an hour.
 */
export class Drafts {
  readonly folder: string;

  constructor(root: string) {
    this.folder = join(root, '.drafts');
  }

  /** Write bytes to a draft and hand it to `use`; the draft is gone afterwards, whatever happens. */
  with<T>(body: Uint8Array, use: (draft: string) => T): T {
    const draft = this.name();
    try {
      inFolder(draft, () => writeWhole(draft, body));
      return use(draft);
    } finally {
      ifThere(() => unlinkSync(draft));
    }
  }

  /** Put `file` under the name `path` too, replacing what is there, without a moment in which the name is missing. */
  relink(file: string, path: string): void {
    const draft = this.name();
    inFolder(draft, () => linkSync(file, draft));
    try {
      inFolder(path, () => renameSync(draft, path));
    } finally {
      // Renaming one link over another of the same file does nothing and leaves both (POSIX).
      ifThere(() => unlinkSync(draft));
    }
  }

  /** Remove what killed processes left; `now` in milliseconds. */
  sweep(now: number): void {
    for (const name of namesIn(this.folder)) {
      const path = join(this.folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat && now - stat.mtimeMs > 3_600_000) ifThere(() => unlinkSync(path));
    }
  }

  private name(): string {
    return join(this.folder, `${process.pid}-${++counter}-${Math.random().toString(36).slice(2)}`);
  }
}

function writeWhole(path: string, body: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let at = 0; at < body.length; ) at += writeSync(file, body, at);
  } finally {
    closeSync(file);
  }
}
