import { compactShards } from '../../../src/dataset/compaction/compact.ts';
import { listDocuments } from '../../../src/dataset/compaction/documents-list.ts';
import { compactSingleTables } from '../../../src/dataset/compaction/single-tables.ts';
import { settlePartition } from '../../../src/dataset/winner/settle-partition.ts';
import type { Partition, Shard } from '../../../src/keys.ts';
import { type FileJob, type Taken, takeFile } from '../ingest/take.ts';
import type { LocalDataset } from '../store/local-dataset.ts';

/** What a worker can be asked to do, and what it answers. Plain data, so that it passes between threads. */
export interface Work {
  take: { readonly job: FileJob; readonly answer: Taken };
  settle: { readonly job: Partition; readonly answer: { readonly documents: readonly string[] } };
  compact: { readonly job: { readonly shards: readonly Shard[] }; readonly answer: number };
  documents: {
    readonly job: { readonly parts: readonly string[]; readonly documents: ReadonlySet<string> | 'all' };
    readonly answer: null;
  };
  singles: { readonly job: null; readonly answer: boolean };
  flush: { readonly job: null; readonly answer: null };
}

/** What does the work: this thread, or threads of their own. */
export interface Pool {
  /** How many jobs are worth having under way. */
  readonly width: number;
  do<K extends keyof Work>(kind: K, job: Work[K]['job']): Promise<Work[K]['answer']>;
  /** Have every worker do it. */
  all(kind: 'flush'): Promise<void>;
  end(): Promise<void>;
}

type Doing = { readonly [K in keyof Work]: (dataset: LocalDataset, job: Work[K]['job']) => Promise<Work[K]['answer']> };

const doing: Doing = {
  take: (dataset, job) => takeFile(dataset, job, new Date().toISOString()),
  settle: (dataset, partition) => settlePartition(dataset, partition),
  compact: (dataset, { shards }) => compactShards(dataset, shards),
  documents: async (dataset, { documents, parts }) => {
    await listDocuments(dataset, documents, parts);
    return null;
  },
  singles: (dataset) => compactSingleTables(dataset),
  flush: async ({ store }) => {
    await store.flush();
    return null;
  },
};

/** Do one job in this thread. */
export const doHere = <K extends keyof Work>(dataset: LocalDataset, kind: K, job: Work[K]['job']): Promise<Work[K]['answer']> =>
  doing[kind](dataset, job);

/** A pool of one: this thread. */
export const ownThreadPool = (dataset: LocalDataset): Pool => ({
  width: 1,
  do: (kind, job) => doHere(dataset, kind, job),
  all: async (kind) => void (await doHere(dataset, kind, null)),
  end: async () => {},
});
