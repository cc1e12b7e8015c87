import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquet } from '../../../src/dataset/parquet/parquet.ts';
import { openKeys } from '../../../src/keys.ts';
import { inventory, releasedTables } from '../../../src/release/inventory.ts';
import { readLatest } from '../../../src/release/latest.ts';
import { makeNextRelease } from '../../../src/release/next-release.ts';
import { nextVersion } from '../../../src/release/next-version.ts';
import { makeRelease } from '../../../src/release/release.ts';
import { publishSite } from '../../../src/site/publish.ts';
import type { Io } from '../../io.ts';
import { packageRoot } from '../package-root.ts';
import { siteAssets } from '../site/site.ts';
import { savedQueries } from '../sql/saved-queries.ts';
import { wantWhole } from '../sql/whole-tables.ts';
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

/** The version of the next release, were it made on that day. */
export const versionOn = async (out: string, date: string): Promise<string> =>
  nextVersion((await readLatest(new FolderStore(out))).latest, date);

/** What a release would hold: objects by table. */
export async function plannedTables(out: string): Promise<Readonly<Record<string, number>>> {
  const tables: Record<string, number> = {};
  for (const { table, objects } of await inventory(new FolderStore(out))) tables[table] = (tables[table] ?? 0) + objects.length;
  return tables;
}

/** Make a release of a dataset folder with the database file in it, and the explorer that shows it. */
export async function release(io: Io, { out, date, address, ...request }: ReleaseRequest): Promise<Released> {
  wantWhole(out, releasedTables);
  const store = new FolderStore(out, { durable: 'later' });
  const stores = { state: store, open: store };
  const folderOf = (version: string) => join(out, openKeys.release(version));
  const options = {
    created: `${date}T00:00:00Z`,
    format: parquet,
    queries: savedQueries(),
    prelude: readFileSync(join(packageRoot(), 'queries', 'duckdb-prelude.sql'), 'utf8'),
    ...(address && { address }),
    // What `latest.json` will point to is on the disk first.
    complete: async (version: string) => {
      await writeDatabase(folderOf(version), new Drafts(out).folder);
      await store.flush();
    },
    progress: (part: string) => io.progress && io.note(part),
  };
  const { version, files } = await asFailure(async () =>
    request.version
      ? { version: request.version, files: await makeRelease(stores, { ...options, version: request.version }) }
      : makeNextRelease(stores, options),
  );
  await publishSite(store, { version, queries: savedQueries(), assets: siteAssets() });
  await store.flush();
  return { version, folder: folderOf(version), files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}
