import { statSync, unlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isMoving } from '../../../src/keys.ts';
import type { Condition, ListedObject, ObjectStore, PutOutcome, StoredObject } from '../../../src/ports.ts';
import { ifPermitted, ifThere, prune } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';
import { Drafts } from './drafts.ts';
import { isKey, keysIn, pathOf, plainTag, readTagged, sameFile, tag } from './file-names.ts';
import { flushAll, flushNow } from './flush.ts';
import { Generations } from './generations.ts';

/** How a folder store keeps its objects. */
export interface FolderOptions {
  /** Keys that move by compare-and-swap and have generations; others are written once or replaced. Default: contract 3. */
  readonly moving?: (key: string) => boolean;
  /** `each`: every write is on the disk before it returns. `later`: at the next `flush()`, for many writes at once. */
  readonly durable?: 'each' | 'later';
}

/**
 * A store in a folder: the file of a key is the key. Safe for several processes and for one that is killed: an object is
 * complete before it has its name, and names are taken by `link()` or replaced by `rename()`.
 */
export class FolderStore implements ObjectStore {
  readonly root: string;
  readonly #moving: (key: string) => boolean;
  readonly #each: boolean;
  readonly #drafts: Drafts;
  readonly #generations: Generations;
  readonly #unflushed = new Set<string>();

  constructor(root: string, { moving = isMoving, durable = 'each' }: FolderOptions = {}) {
    this.root = resolve(root);
    this.#moving = moving;
    this.#each = durable === 'each';
    this.#drafts = new Drafts(this.root);
    this.#generations = new Generations(this.#drafts);
  }

  async get(key: string): Promise<StoredObject | null> {
    return this.#on(key, (path) => {
      const generation = this.#moving(key) ? this.#generations.read(this.#history(key)) : null;
      if (generation && generation.n > 0) {
        ifPermitted(() => this.#show(key, path));
        return generation.body && { body: generation.body, etag: tag(generation.n) };
      }
      const object = readTagged(path);
      // No object is empty: an empty file is one whose bytes a power cut took.
      if (object === null || object.body.length === 0) return null;
      return generation ? { ...object, etag: tag(0) } : object;
    });
  }

  async head(key: string): Promise<ListedObject | null> {
    return this.#on(key, (path) => this.#listed(key, path));
  }

  async put(key: string, body: Uint8Array, condition?: Condition): Promise<PutOutcome> {
    if (body.length === 0) throw new Error(`no object is empty: ${key}`);
    return this.#on(key, (path) => {
      const outcome = this.#moving(key) ? this.#move(key, path, body, condition) : this.#write(key, path, body, condition);
      if (outcome.ok) this.#written(path);
      return outcome;
    });
  }

  async delete(key: string): Promise<void> {
    this.#on(key, (path) => {
      if (this.#moving(key)) {
        for (let n = this.#current(key, path); n !== null; n = this.#current(key, path)) {
          if (this.#generations.advance(this.#history(key), n, null)) break;
        }
        this.#show(key, path);
      } else ifThere(() => unlinkSync(path));
      prune(dirname(path), this.root);
    });
  }

  async *list(prefix: string): AsyncIterable<ListedObject> {
    yield* this.#walk(prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix);
  }

  /** Put everything written since the last flush on the disk: the files, then the folders that name them. */
  async flush(): Promise<void> {
    const files = [...this.#unflushed];
    this.#unflushed.clear();
    await flushAll(this.root, files);
  }

  /** Remove drafts that killed processes left; `now` in milliseconds. */
  sweep(now: number): void {
    onDisk(this.root, () => this.#drafts.sweep(now));
  }

  #write(key: string, path: string, body: Uint8Array, condition?: Condition): PutOutcome {
    if (condition && 'ifMatch' in condition) throw new Error(`${key} is not among the keys that move by compare-and-swap`);
    const etag = condition === undefined ? this.#drafts.replace(body, path) : this.#drafts.claimObject(body, path);
    return etag === null ? { ok: false } : { ok: true, etag };
  }

  #move(key: string, path: string, body: Uint8Array, condition?: Condition): PutOutcome {
    for (;;) {
      const n = this.#current(key, path);
      if (condition && ('ifAbsent' in condition ? n !== null : n === null || tag(n) !== condition.ifMatch)) return { ok: false };
      const base = n ?? this.#generations.newest(this.#history(key));
      if (n === null && base === 0) {
        if (this.#first(key, path, body)) return { ok: true, etag: tag(0) };
      } else if (this.#generations.advance(this.#history(key), base, body)) {
        this.#show(key, path);
        return { ok: true, etag: tag(base + 1) };
      }
      if (condition) return { ok: false };
    }
  }

  /** Most keys are written once and never move: their file is all there is. False when somebody else was first. */
  #first(key: string, path: string, body: Uint8Array): boolean {
    // Written, moved and deleted by others in this moment: then the generations say what is true.
    return this.#drafts.claimObject(body, path) !== null && this.#generations.newest(this.#history(key)) === 0;
  }

  /** The generation that holds the object, 0 for a file without generations; null where there is none. */
  #current(key: string, path: string): number | null {
    const { n, bytes } = this.#generations.size(this.#history(key));
    if (n > 0) return bytes > 0 ? n : null;
    return statSync(path, { throwIfNoEntry: false })?.size ? 0 : null;
  }

  /**
   * Make the newest generation the file of the key itself: what people see and listings find. The store reads generations,
   * so a process killed before this step has written nonetheless; whoever reads the key next shows it.
   */
  #show(key: string, path: string): void {
    const history = this.#history(key);
    for (;;) {
      const { n, bytes } = this.#generations.size(history);
      const generation = join(history, String(n));
      if (n === 0 || sameFile(generation, path)) return;
      ifThere(() => (bytes === 0 ? unlinkSync(path) : this.#drafts.relink(generation, path)));
      if (bytes === 0 && this.#generations.newest(history) === n) return;
    }
  }

  #listed(key: string, path: string): ListedObject | null {
    const moving = this.#moving(key);
    if (moving) {
      const { n, bytes } = this.#generations.size(this.#history(key));
      if (n > 0) return bytes > 0 ? { key, etag: tag(n), bytes } : null;
    }
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (!stat?.isFile() || stat.size === 0n) return null;
    return { key, etag: moving ? tag(0) : plainTag(stat), bytes: Number(stat.size) };
  }

  *#walk(folder: string, prefix: string): Generator<ListedObject> {
    for (const key of keysIn(this.root, folder, prefix)) {
      if (key.endsWith('/')) yield* this.#walk(key, prefix);
      else {
        const listed = this.#listed(key, pathOf(this.root, key));
        if (listed) yield listed;
      }
    }
  }

  #written(path: string): void {
    if (this.#each) for (const each of [path, dirname(path)]) flushNow(each);
    else this.#unflushed.add(path);
  }

  #history(key: string): string {
    const [top = '', ...rest] = key.split('/');
    return pathOf(this.root, [top, '.generations', ...rest].join('/'));
  }

  #on<T>(key: string, work: (path: string) => T): T {
    if (!isKey(key)) throw new Error(`no key: ${key}`);
    const path = pathOf(this.root, key);
    return onDisk(path, () => work(path));
  }
}
