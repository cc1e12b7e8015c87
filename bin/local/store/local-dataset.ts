import { resolve } from 'node:path';
import type { Dataset } from '../../../src/dataset/dataset.ts';
import { parquet } from '../../../src/dataset/parquet/parquet.ts';
import type { Parse } from '../../../src/dataset/parser.ts';
import { redact } from '../../../src/dataset/redact.ts';
import { rawKeys } from '../../../src/keys.ts';
import { parserVersion } from '../../../src/version.ts';
import { type FolderOptions, FolderStore } from './folder-store.ts';

/** The dataset in a folder: one store for all three buckets, raw files below `raw/`. */
export interface LocalDataset extends Dataset {
  readonly store: FolderStore;
}

/** The parser, loaded when the first document is read: commands that read none start faster. */
const parse: Parse = async (bytes, source) => (await import('../../../src/parse.ts')).parseDocument(bytes, source);

/** Open the dataset in a folder. Nothing is created before something is written. */
export function openLocalDataset(out: string, options?: FolderOptions): LocalDataset {
  const store = new FolderStore(resolve(out), options);
  return {
    store,
    raw: { get: (key) => store.get(`${rawKeys.local}${key}`) },
    state: store,
    open: store,
    format: parquet,
    redact,
    parse,
    parserVersion,
  };
}
