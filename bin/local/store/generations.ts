import { readFileSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ifThere, namesIn } from '../disk.ts';
import type { Drafts } from './drafts.ts';

/** The newest generation of a key; `body` null where it was deleted, or never written (generation 0). */
export interface Generation {
  readonly n: number;
  readonly body: Uint8Array | null;
}

/**
 * Compare-and-swap on files, without locks that a killed process could leave. Every write of a key is the next generation,
 * a file of its own in the key's folder; `link()` to a generation's name succeeds exactly once. The newest generation is
 * never removed, so whoever links an older number afterwards sees the newer one and has lost. An empty file says: deleted.
 */
export class Generations {
  readonly #drafts: Drafts;

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
  }

  /** Number of the newest generation in a key's folder; 0 where there is none. */
  newest(folder: string): number {
    return namesIn(folder).reduce((newest, name) => Math.max(newest, Number.parseInt(name, 10) || 0), 0);
  }

  read(folder: string): Generation {
    for (;;) {
      const n = this.newest(folder);
      if (n === 0) return { n, body: null };
      const body = ifThere(() => readFileSync(join(folder, String(n))));
      // Gone: a newer generation took its place while we looked.
      if (body !== null) return { n, body: body.length === 0 ? null : body };
    }
  }

  /** Number and size of the newest generation; size 0 where it says deleted, number 0 where there is none. */
  size(folder: string): { readonly n: number; readonly bytes: number } {
    for (;;) {
      const n = this.newest(folder);
      if (n === 0) return { n, bytes: 0 };
      const stat = statSync(join(folder, String(n)), { throwIfNoEntry: false });
      if (stat) return { n, bytes: stat.size };
    }
  }

  /**
   * Make `body` the generation after `n`; null deletes. False when another write came first, or came so close after this one
   * that it cannot be told: read again and decide again.
   */
  advance(folder: string, n: number, body: Uint8Array | null): boolean {
    const name = join(folder, String(n + 1));
    if (this.#drafts.claim(body ?? new Uint8Array(), name) === null) return false;
    if (this.newest(folder) > n + 1) {
      ifThere(() => unlinkSync(name));
      return false;
    }
    for (const older of namesIn(folder)) if (Number.parseInt(older, 10) <= n) ifThere(() => unlinkSync(join(folder, older)));
    return true;
  }
}
