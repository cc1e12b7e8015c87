import type { Meta } from '../../schemas/explorer.ts';
import type { SavedQuery } from '../derive/saved-query.ts';
import { openKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { buildSite } from './build.ts';

/** What a published site is made of, beside the tables. */
export interface Publishing {
  /** The release whose report objects the pages show. */
  readonly version: string;
  readonly queries: readonly SavedQuery[];
  /** Script and style by name. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** Objects written at a time: a store over the network takes as long for one as for many. */
const atOnce = 32;

/** Writes objects side by side, a few at a time. */
class SiteWriter {
  readonly written = new Set<string>();
  readonly #open: ObjectStore;
  readonly #running = new Set<Promise<unknown>>();

  constructor(open: ObjectStore) {
    this.#open = open;
  }

  async put(path: string, body: Uint8Array): Promise<void> {
    const key = openKeys.site + path;
    this.written.add(key);
    while (this.#running.size >= atOnce) await Promise.race(this.#running);
    const work: Promise<unknown> = this.#open.put(key, body).finally(() => this.#running.delete(work));
    // A failure is thrown by the next wait; until then it must not count as unheard.
    work.catch(() => {});
    this.#running.add(work);
  }

  async finish(): Promise<void> {
    await Promise.all(this.#running);
  }
}

/**
 * Publish the explorer of a release beside it, at `open/site/`, and remove what an older one left. Pages read the release's own
 * report objects, so that a number and its source are of the same version.
 */
export async function publishSite(open: ObjectStore, { version, queries, assets }: Publishing): Promise<Meta> {
  const writer = new SiteWriter(open);
  for (const [name, body] of assets) await writer.put(name, body);
  const meta = await buildSite(open, (path, text) => writer.put(path, new TextEncoder().encode(text)), {
    queries,
    reports: `../releases/${version}/json/agency={agency}/year={year}/report.json`,
    releases: '../releases/',
  });
  await writer.finish();
  for await (const { key } of open.list(openKeys.site)) if (!writer.written.has(key)) await open.delete(key);
  return meta;
}
