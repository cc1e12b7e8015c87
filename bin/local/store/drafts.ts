import { closeSync, fstatSync, linkSync, openSync, renameSync, rmSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ifThere, inFolder, inKnownFolder, mayBeThere, namesIn, unlessThere } from '../disk.ts';
import { plainTag } from './file-names.ts';

let counter = 0;

/**
 * Files under names that no other process uses, on the same file system: complete before they are linked to their key. What a killed
 * process leaves here is no object, and is removed when it is older than an hour.
 */
export class Drafts {
  readonly folder: string;

  constructor(root: string) {
    this.folder = join(root, '.drafts');
  }

  /** Put bytes under a name, in place of what has it. Returns the tag of the file. */
  replace(body: Uint8Array, path: string): string {
    const { draft, tag } = this.#write(body);
    try {
      inFolder(path, (isNew) => this.#place(draft, path, isNew));
      return tag;
    } catch (error) {
      ifThere(() => unlinkSync(draft));
      throw error;
    }
  }

  /** Put bytes under a name that is free. Returns the tag of the file; null where the name is taken. */
  claim(body: Uint8Array, path: string): string | null {
    const { draft, tag } = this.#write(body);
    try {
      return inFolder(path, () => unlessThere(() => linkSync(draft, path))) ? tag : null;
    } finally {
      ifThere(() => unlinkSync(draft));
    }
  }

  /** The same for an object; a file without bytes is what a power cut left of one, and has no name to defend. */
  claimObject(body: Uint8Array, path: string): string | null {
    const isEmpty = () => statSync(path, { throwIfNoEntry: false })?.size === 0;
    return this.claim(body, path) ?? (isEmpty() ? this.replace(body, path) : null);
  }

  /** Put `file` under the name `path` too, replacing what is there, without a moment in which the name is missing. */
  relink(file: string, path: string): void {
    const draft = this.#name();
    inKnownFolder(draft, () => linkSync(file, draft));
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
      if (stat && now - stat.mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true });
    }
  }

  /** A free name costs a third by another link: renaming between folders is done one at a time on the whole file system. */
  #place(draft: string, path: string, isFolderNew: boolean): void {
    if ((isFolderNew || !mayBeThere(path)) && unlessThere(() => linkSync(draft, path))) unlinkSync(draft);
    else renameSync(draft, path);
  }

  /** Bytes under a name that no other process uses, and their tag: a moment later the name they get may be somebody else's file. */
  #write(body: Uint8Array): { readonly draft: string; readonly tag: string } {
    const draft = this.#name();
    try {
      return { draft, tag: inKnownFolder(draft, () => writeWhole(draft, body)) };
    } catch (error) {
      ifThere(() => unlinkSync(draft));
      throw error;
    }
  }

  #name(): string {
    return `${this.folder}/${process.pid}-${++counter}-${Math.random().toString(36).slice(2)}`;
  }
}

/** Write a new file; returns its tag. */
function writeWhole(path: string, body: Uint8Array): string {
  const file = openSync(path, 'wx');
  try {
    for (let at = 0; at < body.length; ) at += writeSync(file, body, at);
    return plainTag(fstatSync(file, { bigint: true }));
  } finally {
    closeSync(file);
  }
}
