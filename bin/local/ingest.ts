import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Arrival } from '../../src/dataset/archive.ts';
import { compactTouched } from '../../src/dataset/compact.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { parquet } from '../../src/dataset/parquet.ts';
import type { Reading } from '../../src/dataset/reading.ts';
import { allTouched, type Outlets, receive, type Touched } from '../../src/dataset/receive.ts';
import { redact } from '../../src/dataset/redact.ts';
import { readReceipt } from '../../src/dataset/thing.ts';
import { rawKeys } from '../../src/keys.ts';
import { parseDocument } from '../../src/parse.ts';
import { parserVersion } from '../../src/version.ts';
import { pathFailure } from './document.ts';
import type { LocalFile } from './documents-in.ts';
import { FolderStore } from './folder-store.ts';

/** What came of the files given: how many were new, and of those what the parser made of them. */
export interface Ingested {
  readonly files: number;
  readonly unchanged: number;
  readonly outcomes: Readonly<Record<Reading['outcome'], number>>;
}

/** Sidecars lie beside the files, wherever these are. */
function sidecarsBeside(files: ReadonlyMap<string, string>): Dataset['raw'] {
  return {
    async get(key) {
      const document = files.get(key.slice(0, -rawKeys.sidecar('').length));
      if (document === undefined) return null;
      const path = rawKeys.sidecar(document);
      if (!statSync(path, { throwIfNoEntry: false })) return null;
      const body = readFileSync(path);
      return { body, etag: createHash('sha256').update(body).digest('hex') };
    },
  };
}

function arrivalOf({ path, key }: LocalFile): Arrival {
  try {
    const body = readFileSync(path);
    const version = createHash('sha256').update(body).digest('hex');
    return { thing: { key, version }, version, body, received: statSync(path).mtime.toISOString() };
  } catch (error) {
    throw pathFailure(error, path);
  }
}

/**
 * Take files into the dataset folder `out`: receive each that has no receipt, then compact what was touched once. What a
 * killed run left behind has no receipt and is taken in again. `each` is told of every file; a file that cannot be read
 * goes to `failed`, the others go on.
 */
export async function ingest(
  out: string,
  files: readonly LocalFile[],
  each: (file: LocalFile, outcome: Reading['outcome'] | 'unchanged') => void,
  failed: (error: unknown) => void,
): Promise<Ingested> {
  const store = new FolderStore(out, { durable: 'later' });
  const paths = new Map(files.map(({ key, path }) => [key, path]));
  const dataset: Dataset = {
    state: store,
    open: store,
    raw: sidecarsBeside(paths),
    format: parquet,
    redact,
    parse: parseDocument,
    parserVersion,
  };
  const touched: Touched[] = [];
  const outcomes = { candidate: 0, not_a_report: 0, container: 0, quarantined: 0 };
  let unchanged = 0;
  const outlets: Outlets = {
    members: async (arrivals) => {
      for await (const member of arrivals) outcomes[(await receive(dataset, member, outlets)).reading.outcome]++;
    },
    compaction: async (one) => void touched.push(one),
  };
  for (const file of files) {
    try {
      const arrival = arrivalOf(file);
      if (await readReceipt(store, file.key, arrival.version)) {
        unchanged++;
        each(file, 'unchanged');
        continue;
      }
      const { reading } = await receive(dataset, arrival, outlets);
      outcomes[reading.outcome]++;
      each(file, reading.outcome);
    } catch (error) {
      failed(error);
    }
  }
  await compactTouched(dataset, allTouched(touched));
  store.flush();
  return { files: files.length, unchanged, outcomes };
}
