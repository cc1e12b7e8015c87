import type { ParquetTableName } from '../../schemas/tables.ts';
import { sha256Hex } from '../hash.ts';
import { openKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { putOnce } from './claim.ts';
import type { ReleaseFile } from './descriptors/facts.ts';
import { ReleaseError } from './failure.ts';
import { conveniences } from './manifest.ts';

/** A release as its readers see it: files by their path below its folder. */
export interface ReleaseFiles {
  /** Every file there is, in any order. */
  list(): AsyncIterable<string>;
  /** The bytes, or null when there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
}

/** The files of a release below a prefix of a store. */
export const filesBelow = (store: ObjectStore, prefix: string): ReleaseFiles => ({
  async *list() {
    for await (const { key } of store.list(prefix)) yield key.slice(prefix.length);
  },
  read: async (path) => (await store.get(prefix + path))?.body ?? null,
});

/** A file of a release with what it holds: the schema of its rows is `reference/schemas/<table>.json`. */
export interface ListedFile extends ReleaseFile {
  /** Rows of its table, header lines not counted; only for files of a table. */
  readonly rows?: number;
}

/** What a file holds rows of, and how many. */
interface Holding {
  readonly table: ParquetTableName;
  readonly rows: number;
}

/**
 * Writes the files of a release and remembers what it wrote. No file is written over, and none is removed: another run may have
 * sealed it. Throws `release_begun` where a file is there with other bytes, or that does not belong to the release.
 */
export class ReleaseWriter {
  readonly written: ListedFile[] = [];
  readonly #store: ObjectStore;
  readonly #prefix: string;
  readonly #version: string;

  constructor(store: ObjectStore, version: string) {
    this.#store = store;
    this.#prefix = openKeys.release(version);
    this.#version = version;
  }

  async put(path: string, content: Uint8Array | string, holding?: Holding): Promise<void> {
    const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    if ((await putOnce(this.#store, this.#prefix + path, body)) !== null) throw this.#begun();
    this.written.push({ path, bytes: body.length, sha256: sha256Hex(body), ...holding });
  }

  putJson(path: string, value: object): Promise<void> {
    return this.put(path, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** See that nothing else lies in the folder, but for the conveniences that an interrupted run may have made already. */
  async refuseOthers(): Promise<void> {
    const mine = new Set(this.written.map(({ path }) => path));
    for await (const path of filesBelow(this.#store, this.#prefix).list())
      if (!mine.has(path) && !path.startsWith(conveniences)) throw this.#begun();
  }

  #begun(): ReleaseError {
    return new ReleaseError('release_begun', { version: this.#version });
  }
}
