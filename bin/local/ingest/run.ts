import { concurrentEach } from '../../../src/concurrency.ts';
import type { Touched } from '../../../src/dataset/intake/receive.ts';
import { shards as allShards } from '../../../src/dataset/upkeep/reconcile.ts';
import { type Partition, type Shard, shardName, shardOf } from '../../../src/keys.ts';
import { parserVersion } from '../../../src/version.ts';
import { Failure } from '../../failure.ts';
import { openLocalDataset } from '../store/local-dataset.ts';
import type { Pool } from '../threads/pool.ts';
import { compactWith } from './compact-all.ts';
import type { Counts, Seen, SeenFile } from './seen.ts';
import type { FileJob, Outcome, Taken } from './take.ts';
import type { FoundFile } from './walk.ts';

/** Callbacks about progress and failures. */
export interface Listener {
  progress?(done: number, total: number): void;
  /** A file could not be taken in; the others go on. */
  failed(failure: Failure): void;
}

/** What came of the files given. */
export interface Ingested {
  readonly files: number;
  readonly unchanged: number;
  readonly outcomes: Counts;
  /** Reports in which a check failed. */
  readonly failing: number;
  /** Files that could not be taken in. */
  readonly failed: number;
  /** Documents quarantined in this run, and why. */
  readonly quarantined: readonly Outcome[];
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
    'is_folder',
    'not_a_file',
    'worker_lost',
    'file_failed',
    'source_changed',
  ] as const),
]);

const noCounts = (): Counts => ({ candidate: 0, not_a_report: 0, container: 0, quarantined: 0 });

/** One run: files go in, what they touch is gathered, compacted at the end, and noted. */
export class Run {
  readonly #outcomes = noCounts();
  readonly #quarantined: Outcome[] = [];
  readonly #out: string;
  readonly #pool: Pool;
  readonly #seen: Seen;
  readonly #listener: Listener;
  readonly #shards = new Map<string, Shard>();
  readonly #documents = new Set<string>();
  #failing = 0;
  #failed = 0;
  #done: (SeenFile & { changed: number })[] = [];

  constructor(out: string, pool: Pool, seen: Seen, listener: Listener) {
    this.#out = out;
    this.#pool = pool;
    this.#seen = seen;
    this.#listener = listener;
  }

  /** What came of the files so far. */
  get result(): Omit<Ingested, 'files' | 'unchanged'> {
    // Which thread is done first must not show.
    const quarantined = this.#quarantined.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    return { outcomes: this.#outcomes, failing: this.#failing, failed: this.#failed, quarantined };
  }

  /** Count a file that need not be taken in again. */
  passOver({ counts, failing }: SeenFile): void {
    this.#count(counts, failing);
  }

  /** A file cannot be taken in; the others go on. */
  fail(failure: Failure): void {
    this.#failed++;
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
      const failure = error instanceof Failure ? error : new Failure('file_failed', { path, reason: String(error) }, { cause: error });
      if (!ofOneFile.has(failure.code)) throw failure;
      this.fail(failure);
    }
  }

  #add(file: FoundFile | null, { sha256, outcomes, shards, documents }: Taken): void {
    const counts = noCounts();
    for (const { outcome } of outcomes) counts[outcome]++;
    const failing = outcomes.filter(({ failed }) => failed).length;
    this.#count(counts, failing);
    this.#quarantined.push(...outcomes.filter(({ outcome }) => outcome === 'quarantined'));
    this.#touch({ shards, documents });
    if (file === null) return;
    const { path, key, tag, sidecar, changed } = file;
    this.#done.push({ path, key, tag, sidecar, sha256, parser: parserVersion, counts, failing, changed });
  }

  #touch({ shards, documents }: Touched): void {
    for (const shard of shards) this.#shards.set(shardName(shard), shard);
    for (const document of documents) this.#documents.add(document);
  }

  #count({ candidate, not_a_report, container, quarantined }: Counts, failing: number): void {
    this.#outcomes.candidate += candidate;
    this.#outcomes.not_a_report += not_a_report;
    this.#outcomes.container += container;
    this.#outcomes.quarantined += quarantined;
    this.#failing += failing;
  }

  /** Put everything on the disk, then note the files that are done. */
  async #note(): Promise<void> {
    const done = this.#done;
    this.#done = [];
    await this.#pool.all('flush');
    this.#seen.note(done, Date.now());
  }
}
