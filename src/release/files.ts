import type { ParquetTableName } from '../../schemas/tables.ts';
import { sha256Hex } from '../hash.ts';
import type { ObjectStore } from '../ports.ts';
import type { ReleaseFile } from './descriptors/facts.ts';

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

/** Writes files below the prefix of a release, which nobody looks at yet, and remembers what it wrote. */
export class ReleaseWriter {
  readonly written: ListedFile[] = [];
  readonly #store: ObjectStore;
  readonly #prefix: string;

  constructor(store: ObjectStore, prefix: string) {
    this.#store = store;
    this.#prefix = prefix;
  }

  async put(path: string, content: Uint8Array | string, holding?: Holding): Promise<void> {
    const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await this.#store.put(this.#prefix + path, body);
    this.written.push({ path, bytes: body.length, sha256: sha256Hex(body), ...holding });
  }

  putJson(path: string, value: object): Promise<void> {
    return this.put(path, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** Remove what an interrupted run left under other names. */
  async removeOthers(): Promise<void> {
    const mine = new Set(this.written.map(({ path }) => this.#prefix + path));
    for await (const { key } of this.#store.list(this.#prefix)) if (!mine.has(key)) await this.#store.delete(key);
  }
}
