import { concurrentEach } from '../../../src/concurrency.ts';
import type { Touched } from '../../../src/dataset/intake/receive.ts';
import { DamagedState } from '../../../src/dataset/records/stored.ts';
import { shards as allShards } from '../../../src/dataset/upkeep/reconcile.ts';
import { type Partition, type Shard, shardName, shardOf } from '../../../src/keys.ts';
import { parserVersion } from '../../../src/version.ts';
import { Failure } from '../../failure.ts';
import { openLocalDataset } from '../store/local-dataset.ts';
import type { Pool } from '../threads/pool.ts';
import { compactWith } from './compact-all.ts';
import type { Seen, SeenFile } from './seen.ts';
import type { FileJob, Taken } from './take.ts';
import { countsOf, Tally } from './tally.ts';
import type { FoundFile } from './walk.ts';

/** Callbacks about progress and failures. */
export interface Listener {
  progress?(done: number, total: number): void;
  /** A file could not be taken in; the others go on. */
  failed(failure: Failure): void;
}

/** A file to take in, and what to note of it when it is done; null for a copy the dataset keeps itself. */
export interface Task {
  readonly job: FileJob;
  readonly file: FoundFile | null;
}

/** Files noted as done at a time: all they caused is put on the disk first. */
const checkpoint = 2_000;

/** Failures of one file; all others end the run. */
const ofOneFile: ReadonlySet<string> = new Set([
  ...([
    'file_not_found',
    'name_not_utf8',
    'file_unreadable',
    'file_too_large',
    'is_folder',
    'not_a_file',
    'worker_lost',
    'file_failed',
    'source_changed',
    'state_damaged',
  ] as const),
]);

function asFailure(error: unknown, path: string): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof DamagedState) return new Failure('state_damaged', { key: error.key }, { cause: error });
  return new Failure('file_failed', { path, reason: String(error) }, { cause: error });
}

/** One run: files go in, what they touch is gathered, compacted at the end, and noted. */
export class Run {
  readonly #tally = new Tally();
  readonly #out: string;
  readonly #pool: Pool;
  readonly #seen: Seen;
  readonly #listener: Listener;
  readonly #shards = new Map<string, Shard>();
  readonly #documents = new Set<string>();
  #done: (SeenFile & { changed: number })[] = [];

  constructor(out: string, pool: Pool, seen: Seen, listener: Listener) {
    this.#out = out;
    this.#pool = pool;
    this.#seen = seen;
    this.#listener = listener;
  }

  /** What came of the files so far. */
  get result(): Tally['result'] {
    return this.#tally.result;
  }

  /** Count a file that need not be taken in again. */
  passOver(file: SeenFile): void {
    this.#tally.add(file);
  }

  /** A file cannot be taken in; the others go on. */
  fail(failure: Failure): void {
    this.#tally.fail();
    this.#listener.failed(failure);
  }

  /** Take in files, as many at a time as the pool has threads for. `done` of `total` are done already. */
  async take(tasks: readonly Task[], done: number, total: number): Promise<void> {
    openLocalDataset(this.#out).store.sweep(Date.now());
    this.#seen.begin();
    let finished = done;
    await concurrentEach(tasks, this.#pool.width, async (task) => {
      await this.#takeOne(task);
      this.#listener.progress?.(++finished, total);
      if (this.#done.length >= checkpoint) await this.#note();
    });
  }

  /** Settle agencies and years again; what that touches is compacted with the rest. */
  async settle(partitions: readonly Partition[]): Promise<void> {
    const settled = partitions.map(async (partition) => ({ partition, ...(await this.#pool.do('settle', partition)) }));
    for (const { partition, documents } of await Promise.all(settled)) this.#touch({ shards: [shardOf(partition)], documents });
  }

  /** Compact what was touched; everything, where a run took files in and ended before it had compacted, or is at it still. */
  async compact(everything = this.#seen.interrupted): Promise<void> {
    await this.#note();
    const shards = everything ? await allShards(openLocalDataset(this.#out)) : [...this.#shards.values()];
    await compactWith(this.#pool, { shards, documents: [...this.#documents], allDocuments: everything });
    await this.#pool.all('flush');
    this.#seen.compacted(everything);
  }

  async #takeOne({ job, file }: Task): Promise<void> {
    try {
      this.#add(file, await this.#pool.do('take', job));
    } catch (error) {
      const { path } = job;
      const failure = asFailure(error, path);
      if (!ofOneFile.has(failure.code)) throw failure;
      this.fail(failure);
    }
  }

  #add(file: FoundFile | null, { sha256, outcomes, shards, documents }: Taken): void {
    const came = countsOf(outcomes);
    this.#tally.add(came, outcomes);
    this.#touch({ shards, documents });
    if (file === null) return;
    const { path, key, tag, sidecar, changed } = file;
    this.#done.push({ path, key, tag, sidecar, sha256, parser: parserVersion, ...came, changed });
  }

  #touch({ shards, documents }: Touched): void {
    for (const shard of shards) this.#shards.set(shardName(shard), shard);
    for (const document of documents) this.#documents.add(document);
  }

  /** Put everything on the disk, then note the files that are done. */
  async #note(): Promise<void> {
    const done = this.#done;
    this.#done = [];
    await this.#pool.all('flush');
    this.#seen.note(done, Date.now());
  }
}
