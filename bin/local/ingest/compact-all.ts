import { concurrentEach } from '../../../src/concurrency.ts';
import type { Touched } from '../../../src/dataset/intake/receive.ts';
import { documentParts } from '../../../src/document-parts.ts';
import { groupBy } from '../../../src/group-by.ts';
import type { Pool } from '../threads/pool.ts';

/** What to compact: what was touched, and with `allDocuments` the outcome of every document ever seen. */
export interface Compaction extends Touched {
  readonly allDocuments?: boolean;
}

/** Compact with all threads: the years of a region one after the other, since each is compared with the one before. */
export async function compactWith(pool: Pool, { shards, documents, allDocuments = false }: Compaction): Promise<void> {
  const regions = groupBy(shards, ({ region }) => region);
  const touched = allDocuments ? 'all' : new Set(documents);
  const jobs: (() => Promise<unknown>)[] = [
    ...[...regions.values()].map((region) => () => pool.do('compact', { shards: region })),
    ...documentParts.map((part) => () => pool.do('documents', { parts: [part], documents: partOf(touched, part) })),
  ];
  // No more at a time than the pool has threads for: none ends early while others wait, and few tables are held at once.
  await concurrentEach(jobs, pool.width, (job) => job());
  await pool.do('singles', null);
}

const partOf = (documents: ReadonlySet<string> | 'all', part: string): ReadonlySet<string> | 'all' =>
  documents === 'all' ? documents : new Set([...documents].filter((sha256) => sha256.startsWith(part)));
