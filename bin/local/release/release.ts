import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquet } from '../../../src/dataset/parquet/parquet.ts';
import { preludeFile } from '../../../src/derive/saved-query.ts';
import { openKeys } from '../../../src/keys.ts';
import { releasedTables } from '../../../src/release/inventory.ts';
import { makeNextRelease, plannedRelease } from '../../../src/release/next-release.ts';
import { publishSite } from '../../../src/site/publish.ts';
import type { Io } from '../../io.ts';
import { packageRoot } from '../package-root.ts';
import { siteAssets } from '../site/site.ts';
import { savedQueries } from '../sql/saved-queries.ts';
import { wantDeclared } from '../sql/whole-tables.ts';
import { Drafts } from '../store/drafts.ts';
import { FolderStore } from '../store/folder-store.ts';
import { writeDatabase } from './database.ts';
import { asFailure } from './failure.ts';

/** What to release, as typed. */
export interface ReleaseRequest {
  readonly out: string;
  readonly version?: string;
  /** Day of the release, `2026-11-30`. */
  readonly date: string;
  readonly address?: string;
}

/** What was released. */
export interface Released {
  readonly version: string;
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/** What would be released: objects by table. */
export interface Planned {
  readonly version: string;
  readonly tables: Readonly<Record<string, number>>;
}

/** What decides the bytes of a release, beside its tables. */
const optionsOf = ({ version, date, address }: ReleaseRequest) => ({
  created: `${date}T00:00:00Z`,
  queries: savedQueries(),
  prelude: readFileSync(join(packageRoot(), 'queries', preludeFile), 'utf8'),
  ...(version && { version }),
  ...(address && { address }),
});

/** What a release would be called and hold, were it made now. Nothing is written. */
export async function planned(request: ReleaseRequest): Promise<Planned> {
  await wantDeclared(request.out, releasedTables);
  const store = new FolderStore(request.out);
  const { version, parts } = await asFailure(() => plannedRelease({ state: store, open: store }, optionsOf(request)));
  const tables: Record<string, number> = {};
  for (const { table, objects } of parts) tables[table] = (tables[table] ?? 0) + objects.length;
  return { version, tables };
}

/** Make a release of a dataset folder with the database file in it, and the explorer that shows it. */
export async function release(io: Io, request: ReleaseRequest): Promise<Released> {
  const { out } = request;
  await wantDeclared(out, releasedTables);
  const store = new FolderStore(out, { durable: 'later' });
  const stores = { state: store, open: store };
  const folderOf = (version: string) => join(out, openKeys.release(version));
  const options = {
    ...optionsOf(request),
    format: parquet,
    // What `latest.json` will point to is on the disk first.
    complete: async (version: string) => {
      await writeDatabase(folderOf(version), new Drafts(out).folder);
      await store.flush();
    },
    progress: (part: string) => io.progress && io.note(part),
  };
  const { version, files } = await asFailure(() => makeNextRelease(stores, options));
  await publishSite(store, { version, queries: options.queries, assets: siteAssets() });
  await store.flush();
  return { version, folder: folderOf(version), files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}
