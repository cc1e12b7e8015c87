import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Receipt } from '../../../src/dataset/records/receipt.ts';
import { filesToReplay, type Selection } from '../../../src/dataset/upkeep/replay.ts';
import { groupBy } from '../../../src/group-by.ts';
import { rawKeys } from '../../../src/keys.ts';
import { Failure } from '../../failure.ts';
import { type IngestOptions, poolFor, taskOf } from '../ingest/ingest.ts';
import { type Listener, Run, type Task } from '../ingest/run.ts';
import { newSeen, type Seen, type SeenFile } from '../ingest/seen.ts';
import type { Ingested } from '../ingest/tally.ts';
import { lookAt } from '../ingest/walk.ts';
import { openLocalDataset } from '../store/local-dataset.ts';

const withBytes = ({ job, file }: Task, sha256: string): Task => ({ job: { ...job, sha256 }, file });

/** Where the bytes of receipts may lie: where they were taken in from, or the copies the dataset keeps. */
class Sources {
  readonly #out: string;
  readonly #seen: Seen;
  readonly #byBytes: ReadonlyMap<string, readonly SeenFile[]>;

  constructor(out: string, seen: Seen) {
    this.#out = out;
    this.#seen = seen;
    this.#byBytes = groupBy(seen.files(), (file) => `${file.key} ${file.sha256}`);
  }

  /** The task that takes a receipt's bytes in again. Locally the version in a receipt is the hash of the bytes. */
  taskFor({ key, version }: Receipt): Task | Failure {
    for (const { path } of this.#byBytes.get(`${key} ${version}`) ?? []) {
      const file = lookAt(path, key);
      if (file instanceof Failure) return file;
      if (file) return withBytes(taskOf(file, this.#seen, false), version);
    }
    const path = [rawKeys.keptVersion(version), `${rawKeys.local}${key}`].map((kept) => join(this.#out, kept)).find(existsSync);
    const copy = path === undefined ? null : lookAt(path, key);
    if (copy === null) return new Failure('source_missing', { key });
    if (copy instanceof Failure) return copy;
    // The dataset's own copy of a sidecar is the one that counts already.
    const job = { path: copy.path, key, bytes: copy.bytes, sidecar: { now: false, before: false }, keep: false };
    return withBytes({ job, file: null }, version);
  }
}

/** The documents that fit a selection, as receipts. Nothing is changed by asking. */
export async function chosen(out: string, selection: Selection): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for await (const receipt of filesToReplay(openLocalDataset(out), selection)) receipts.push(receipt);
  return receipts.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** Take receipts in again, with this parser and the sidecars as they are now. */
export async function replay(receipts: readonly Receipt[], options: IngestOptions, listener: Listener): Promise<Ingested> {
  const seen = newSeen(options.out);
  const sources = new Sources(options.out, seen);
  const pool = poolFor(options, receipts.length);
  const run = new Run(options.out, pool, seen, listener);
  try {
    const tasks: Task[] = [];
    for (const receipt of receipts) {
      const task = sources.taskFor(receipt);
      if (task instanceof Failure) run.fail(task);
      else tasks.push(task);
    }
    await run.take(tasks, receipts.length - tasks.length, receipts.length);
    await run.compact();
    return { files: receipts.length, unchanged: 0, ...run.result };
  } finally {
    await pool.end();
  }
}
