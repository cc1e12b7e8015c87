import { resolve } from 'node:path';
import type { Touched } from '../../src/dataset/receive.ts';
import { shards as allShards } from '../../src/dataset/reconcile.ts';
import { documentShards, type Shard, shardName } from '../../src/keys.ts';
import { parserVersion } from '../../src/version.ts';
import { Failure } from '../failure.ts';
import { aloneCrew, type Crew } from './crew.ts';
import { openLocalDataset } from './local-dataset.ts';
import { type Counts, Seen, type SeenFile } from './seen.ts';
import type { Outcome, Taken } from './take.ts';
import { threadCrew } from './threads.ts';
import type { FoundFile, Met } from './walk.ts';

export interface IngestOptions {
  readonly out: string;
  /** Threads; 1 does everything in this one. */
  readonly workers: number;
  /** Read files that look unchanged, too. */
  readonly rehash?: boolean;
  /** Keep a copy of each file in the dataset folder. */
  readonly keep?: boolean;
}

/** Who is told how it goes. */
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

/** Files noted as done at a time: all they caused is put on the disk first. */
const checkpoint = 2_000;

/** Failures of one file; all others end the run. */
const ofOneFile: ReadonlySet<string> = new Set(['file_not_found', 'file_unreadable', 'is_folder', 'worker_lost', 'file_failed']);

/** The crew that does the work of a run. */
export function crewFor({ out, workers }: Pick<IngestOptions, 'out' | 'workers'>): Crew {
  if (workers <= 1) return aloneCrew(openLocalDataset(out, { durable: 'later' }));
  return threadCrew(resolve(out), workers, new URL('./ingest-worker.js', import.meta.url));
}

const noCounts = (): Counts => ({ candidate: 0, not_a_report: 0, container: 0, quarantined: 0 });

function addCounts(to: Counts, more: Counts): void {
  to.candidate += more.candidate;
  to.not_a_report += more.not_a_report;
  to.container += more.container;
  to.quarantined += more.quarantined;
}

/** One run: files go in, what they touch is gathered, compacted at the end, and noted. */
class Run {
  readonly counts = noCounts();
  readonly quarantined: Outcome[] = [];
  failing = 0;
  failed = 0;
  readonly #options: IngestOptions;
  readonly #crew: Crew;
  readonly #seen: Seen;
  readonly #listener: Listener;
  readonly #shards = new Map<string, Shard>();
  readonly #documents = new Set<string>();
  #done: (SeenFile & { changed: number })[] = [];

  constructor(options: IngestOptions, crew: Crew, seen: Seen, listener: Listener) {
    this.#options = options;
    this.#crew = crew;
    this.#seen = seen;
    this.#listener = listener;
  }

  /** Take in files, as many at a time as the crew has hands for. */
  async take(files: readonly FoundFile[], finished: () => void): Promise<void> {
    const queue = [...files].reverse();
    const lane = async () => {
      for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
        await this.#takeOne(file);
        finished();
        if (this.#done.length >= checkpoint) await this.note();
      }
    };
    try {
      await Promise.all(Array.from({ length: this.#crew.width }, lane));
    } finally {
      queue.length = 0;
    }
  }

  async #takeOne(file: FoundFile): Promise<void> {
    const { path, key, bytes } = file;
    const before = this.#seen.known(file)?.sidecar != null;
    const job = { path, key, bytes, sidecar: { now: file.sidecar !== null, before }, keep: this.#options.keep ?? false };
    try {
      this.#add(file, await this.#crew.do('take', job));
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('file_failed', { path, reason: String(error) }, { cause: error });
      if (!ofOneFile.has(failure.code)) throw failure;
      this.failed++;
      this.#listener.failed(failure);
    }
  }

  #add({ path, key, tag, sidecar, changed }: FoundFile, { sha256, outcomes, shards, documents }: Taken): void {
    const counts = noCounts();
    for (const { outcome } of outcomes) counts[outcome]++;
    const failing = outcomes.filter(({ failed }) => failed).length;
    addCounts(this.counts, counts);
    this.failing += failing;
    this.quarantined.push(...outcomes.filter(({ outcome }) => outcome === 'quarantined'));
    for (const shard of shards) this.#shards.set(shardName(shard), shard);
    for (const document of documents) this.#documents.add(document);
    this.#done.push({ path, key, tag, sidecar, sha256, parser: parserVersion, counts, failing, changed });
  }

  /** Put everything on the disk, then note the files that are done. */
  async note(): Promise<void> {
    const done = this.#done;
    this.#done = [];
    await this.#crew.all('flush');
    this.#seen.note(done, Date.now());
  }

  /** Compact what was touched, or everything after a run that ended before it could. */
  async compact(everything: Touched | null): Promise<void> {
    await compact(this.#crew, everything ?? { shards: [...this.#shards.values()], documents: [...this.#documents] }, everything !== null);
    await this.note();
  }
}

/** Compact with all hands: the years of a region one after the other, since each is compared with the one before. */
export async function compact(crew: Crew, { shards, documents }: Touched, allDocuments: boolean, full = false): Promise<void> {
  const regions = new Map<string, Shard[]>();
  for (const shard of shards) regions.set(shard.region, [...(regions.get(shard.region) ?? []), shard]);
  const touched = allDocuments ? 'all' : new Set(documents);
  await Promise.all([
    ...[...regions.values()].map((region) => crew.do('compact', { shards: region, full })),
    ...documentShards.map((part) => crew.do('documents', { parts: [part], documents: partOf(touched, part) })),
  ]);
  await crew.do('singles', null);
}

const partOf = (documents: ReadonlySet<string> | 'all', part: string): ReadonlySet<string> | 'all' =>
  documents === 'all' ? documents : new Set([...documents].filter((sha256) => sha256.startsWith(part)));

/** Tell files from what could not be looked into. */
function sort(met: Iterable<Met>, listener: Listener): { readonly files: FoundFile[]; readonly failed: number } {
  const files: FoundFile[] = [];
  let failed = 0;
  for (const one of met) {
    if (!(one instanceof Failure)) files.push(one);
    else {
      failed++;
      listener.failed(one);
    }
  }
  return { files, failed };
}

/**
 * Take files into a dataset folder. Files that look unchanged are passed over; the others are received by the crew, and
 * what they touched is compacted once at the end. It may be killed at any moment and run again, also twice at once.
 */
export async function ingest(met: Iterable<Met>, options: IngestOptions, listener: Listener, given?: Crew): Promise<Ingested> {
  const { files, failed } = sort(met, listener);
  const seen = new Seen(options.out);
  const known = files.map((file) => (options.rehash ? null : seen.unchanged(file, parserVersion)));
  const fresh = files.filter((_, n) => known[n] === null);
  const crew = given ?? crewFor(options);
  const run = new Run(options, crew, seen, listener);
  for (const file of known) {
    if (file === null) continue;
    addCounts(run.counts, file.counts);
    run.failing += file.failing;
  }
  try {
    if (fresh.length > 0 || seen.interrupted) await work(run, fresh, files.length, options, seen, listener);
  } finally {
    if (!given) await crew.end();
  }
  const { counts: outcomes, failing, quarantined } = run;
  return { files: files.length, unchanged: files.length - fresh.length, outcomes, failing, failed: failed + run.failed, quarantined };
}

async function work(
  run: Run,
  fresh: readonly FoundFile[],
  total: number,
  { out }: IngestOptions,
  seen: Seen,
  listener: Listener,
): Promise<void> {
  const name = `${Date.now()}-${process.pid}`;
  const dataset = openLocalDataset(out);
  dataset.store.sweep(Date.now());
  const everything = seen.interrupted;
  seen.begin(name);
  let done = total - fresh.length;
  await run.take(fresh, () => listener.progress?.(++done, total));
  await run.compact(everything ? { shards: await allShards(dataset), documents: [] } : null);
  seen.end(name, everything);
}
