import { resolve } from 'node:path';
import { parserVersion } from '../../../src/version.ts';
import { Failure } from '../../failure.ts';
import { openLocalDataset } from '../store/local-dataset.ts';
import { ownThreadPool, type Pool } from '../threads/pool.ts';
import { threadPool } from '../threads/thread-pool.ts';
import { threadScript } from '../threads/thread-script.ts';
import { namesakes } from './namesakes.ts';
import { type Listener, Run, type Task } from './run.ts';
import { newSeen, type Seen } from './seen.ts';
import type { Ingested } from './tally.ts';
import type { FoundFile, Met } from './walk.ts';

/** What `gongkai ingest` may be told. */
export interface IngestOptions {
  readonly out: string;
  /** Threads. */
  readonly workers: number;
  /** Read files that look unchanged, too. */
  readonly rehash?: boolean;
  /** Keep a copy of each file in the dataset folder. */
  readonly keep?: boolean;
}

/** Up to so many files one thread is quicker than several. */
const fewFiles = 8;

/** The pool for so many files. From its sources the program has no threads: this one does the work. */
export function poolFor({ out, workers }: Pick<IngestOptions, 'out' | 'workers'>, files: number): Pool {
  const script = threadScript('ingest-worker');
  if (script === null) return ownThreadPool(openLocalDataset(out, { durable: 'later' }));
  return threadPool(resolve(out), files <= fewFiles ? 1 : workers, script);
}

/** A file as a task: its sidecar, now and when it was last taken in, goes with it. */
export function taskOf(file: FoundFile, seen: Seen, keep: boolean): Task {
  const { path, key, bytes } = file;
  return { job: { path, key, bytes, sidecar: { now: file.sidecar !== null, before: seen.known(file)?.sidecar != null }, keep }, file };
}

/** Who does the work, and what is known already, where that outlasts one run. */
export interface Given {
  readonly pool: Pool;
  readonly seen: Seen;
}

/**
 * Take files into a dataset folder. Files that look unchanged are passed over; the others are received by the pool, and
 * what they touched is compacted once at the end. It may be killed at any moment and run again, also twice at once.
 */
export async function ingest(met: Iterable<Met>, options: IngestOptions, listener: Listener, given?: Given): Promise<Ingested> {
  const { out, rehash, keep = false } = options;
  const seen = given?.seen ?? newSeen(out);
  const all = [...met];
  const files = all.filter((one): one is FoundFile => !(one instanceof Failure));
  const known = files.map((file) => (rehash ? null : seen.unchanged(file, parserVersion)));
  const changed = files.filter((_, n) => known[n] === null);
  const refused = namesakes(changed, seen);
  const fresh = changed.filter((file) => !refused.has(file));
  const pool = given?.pool ?? poolFor(options, fresh.length);
  const run = new Run(out, pool, seen, listener);
  for (const one of all) if (one instanceof Failure) run.fail(one);
  for (const failure of refused.values()) run.fail(failure);
  for (const file of known) if (file !== null) run.passOver(file);
  try {
    const unchanged = files.length - changed.length;
    if (fresh.length > 0 || seen.interrupted) {
      await run.take(
        fresh.map((file) => taskOf(file, seen, keep)),
        unchanged,
        files.length,
      );
      await run.compact();
    }
    return { files: files.length, unchanged, ...run.result };
  } finally {
    if (!given) await pool.end();
  }
}
