import { parserVersion } from '../../../src/version.ts';
import { Failure } from '../../failure.ts';
import { type IngestOptions, ingest, poolFor } from './ingest.ts';
import type { Listener } from './run.ts';
import { newSeen } from './seen.ts';
import type { Ingested } from './tally.ts';
import { type FoundFile, type Met, walk } from './walk.ts';

/** How a folder is watched. */
export interface WatchOptions extends IngestOptions {
  /** Milliseconds between two looks. */
  readonly every: number;
}

/** Callbacks: what is reported, and when to look again. */
export interface Watcher extends Listener {
  /** Files were taken in. */
  taken(ingested: Ingested): Promise<void>;
  /** Resolves when it is time to look again: true, or false to end. */
  again(milliseconds: number): Promise<boolean>;
}

const stateOf = ({ tag, sidecar }: FoundFile): string => `${tag} ${sidecar}`;

/** What the last look saw, and in which state files were taken in: a file still being written looks different each time. */
class Looks {
  #last = new Map<string, string>();
  readonly #taken = new Map<string, string>();
  readonly #told = new Set<string>();

  /** Files that changed since they were taken in and have come to rest: they look as they did last time. */
  rested(files: readonly FoundFile[]): FoundFile[] {
    const last = this.#last;
    this.#last = new Map(files.map((file) => [file.path, stateOf(file)]));
    return files.filter((file) => this.#taken.get(file.path) !== stateOf(file) && last.get(file.path) === stateOf(file));
  }

  taken(files: readonly FoundFile[]): void {
    for (const file of files) this.#taken.set(file.path, stateOf(file));
  }

  /** Whether a failure is news. */
  isNew({ code, values }: Failure): boolean {
    const name = `${code} ${values.path}`;
    return !this.#told.has(name) && this.#told.add(name).has(name);
  }
}

const isFile = (met: Met): met is FoundFile => !(met instanceof Failure);

/**
 * Take in every file that appears or changes below a folder, until `again` says no. Files are looked at, not listened for,
 * which works on every file system and misses nothing: a file is taken in when two looks see it alike.
 */
export async function watch(folder: string, options: WatchOptions, watcher: Watcher): Promise<void> {
  const { out } = options;
  const looks = new Looks();
  const seen = newSeen(out);
  let first = true;
  for (let wait = 0; await watcher.again(wait); wait = Math.max(wait, options.every)) {
    const started = performance.now();
    const met = [...walk([folder], out)];
    const files = met.filter(isFile);
    for (const one of met) if (!isFile(one) && looks.isNew(one)) watcher.failed(one);
    if (first) looks.taken(files.filter((file) => seen.unchanged(file, parserVersion) !== null));
    const ready = looks.rested(files);
    // What an earlier run left half done is done first.
    if (ready.length > 0 || (first && seen.interrupted)) {
      const pool = poolFor(options, ready.length);
      try {
        await watcher.taken(await ingest(ready, options, watcher, { pool, seen }));
      } finally {
        await pool.end();
      }
      looks.taken(ready);
    }
    first = false;
    // A folder that takes long to look through is looked through less often.
    wait = 5 * (performance.now() - started);
  }
}
