import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { incomplete, withoutReceipt } from '../../../src/dataset/upkeep/reconcile.ts';
import type { Partition } from '../../../src/keys.ts';
import { rawKeys } from '../../../src/keys.ts';
import { parserVersion } from '../../../src/version.ts';
import { Failure } from '../../failure.ts';
import { type IngestOptions, poolFor, taskOf } from '../ingest/ingest.ts';
import { type Listener, Run } from '../ingest/run.ts';
import { newSeen, type Seen } from '../ingest/seen.ts';
import { hashOf } from '../ingest/take.ts';
import type { Ingested } from '../ingest/tally.ts';
import { type FoundFile, type Met, walk } from '../ingest/walk.ts';
import { openLocalDataset } from '../store/local-dataset.ts';

/** What is missing from a dataset. */
export interface Missing {
  /** Files looked at. */
  readonly files: number;
  /** Files that were never taken in, or not to the end. */
  readonly withoutReceipt: readonly FoundFile[];
  /** Agencies and years whose published objects are not all there. */
  readonly incomplete: readonly Partition[];
  /** Places that could not be looked into. */
  readonly failures: readonly Failure[];
}

/** What reconciling did. */
export interface Reconciled extends Ingested {
  readonly without_receipt: number;
  readonly incomplete: number;
}

interface Versioned {
  readonly key: string;
  /** The version the file is received under: the hash of its bytes. */
  readonly version: string;
  readonly file: FoundFile;
}

/** The hash of a file that has not changed since it was taken in is known. */
async function versioned(met: Met, seen: Seen): Promise<Versioned | Failure> {
  if (met instanceof Failure) return met;
  try {
    return { key: met.key, version: seen.unchanged(met, parserVersion)?.sha256 ?? (await hashOf(met.path)), file: met };
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

async function* versions(files: Iterable<Met>, seen: Seen, failures: Failure[]): AsyncGenerator<Versioned> {
  for (const met of files) {
    const one = await versioned(met, seen);
    if (one instanceof Failure) failures.push(one);
    else yield one;
  }
}

/** Find what is missing, below the paths and among the copies the dataset keeps. Nothing is changed by asking. */
export async function missing(out: string, paths: readonly string[]): Promise<Missing> {
  const dataset = openLocalDataset(out);
  const raw = join(out, rawKeys.local);
  const failures: Failure[] = [];
  const lost: FoundFile[] = [];
  let count = 0;
  function* files(): Generator<Met> {
    yield* walk(paths, out);
    // Lies in the dataset folder, in which else no files of people are.
    if (existsSync(raw)) yield* walk([raw], null);
  }
  const counted = async function* () {
    for await (const one of versions(files(), newSeen(out), failures)) {
      count++;
      yield one;
    }
  };
  for await (const { file } of withoutReceipt(dataset, counted())) lost.push(file);
  const partitions: Partition[] = [];
  for await (const partition of incomplete(dataset)) partitions.push(partition);
  return { files: count, withoutReceipt: lost, incomplete: partitions, failures };
}

/** Take in what has no receipt, publish again what is not whole, and bring every table up to date. */
export async function reconcile(found: Missing, options: IngestOptions, listener: Listener): Promise<Reconciled> {
  const seen = newSeen(options.out);
  const pool = poolFor(options, found.withoutReceipt.length);
  const run = new Run(options.out, pool, seen, listener);
  try {
    for (const failure of found.failures) run.fail(failure);
    const tasks = found.withoutReceipt.map((file) => taskOf(file, seen, false));
    await run.take(tasks, 0, tasks.length);
    await run.settle(found.incomplete);
    await run.compact(true);
    const unchanged = found.files - tasks.length;
    return { ...run.result, files: found.files, unchanged, without_receipt: tasks.length, incomplete: found.incomplete.length };
  } finally {
    await pool.end();
  }
}
