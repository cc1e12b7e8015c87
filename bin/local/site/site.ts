import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Meta } from '../../../schemas/explorer.ts';
import { parquetTableNames } from '../../../schemas/tables.ts';
import { openKeys, type Partition, parseKey } from '../../../src/keys.ts';
import { isSiteAsset } from '../../../src/site/assets.ts';
import { buildSite } from '../../../src/site/build.ts';
import type { SitePut } from '../../../src/site/put.ts';
import { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { writeWhole } from '../disk.ts';
import { packageRoot } from '../package-root.ts';
import { savedQueries } from '../sql/saved-queries.ts';
import { wantDeclared } from '../sql/whole-tables.ts';
import { FolderStore } from '../store/folder-store.ts';
import { refuseForeignPage, removeEarlier } from './earlier.ts';

/** The folder of the explorer's script and style, made by the bundler. */
export const assetsFolder = (): string => join(packageRoot(), 'dist', 'site');

/** Names of the files a site has beside its data. */
export function assetNames(): readonly string[] {
  if (!existsSync(assetsFolder())) throw new Failure('site_not_bundled');
  return readdirSync(assetsFolder(), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter(isSiteAsset);
}

/** Script and style by name, as bytes. */
export const siteAssets = (): ReadonlyMap<string, Uint8Array> =>
  new Map(assetNames().map((name) => [name, readFileSync(join(assetsFolder(), name))]));

/** Text of a script or style. */
export const readAsset = (name: string): string => readFileSync(join(assetsFolder(), name), 'utf8');

/** Where pages beside the tables find a report: the object the dataset publishes. */
export const publishedReports = '../documents_json/agency={agency}/year={year}/report.json';

/** Where pages that hold their reports themselves find one. */
export const ownReports = 'data/report/{agency}/{year}.json';

/** The path of one of these. */
export const ownReport = ({ agency, year }: Partition): string => ownReports.replace('{agency}', agency).replace('{year}', String(year));

/** Where a site goes, and from what. */
export interface SiteRequest {
  readonly out: string;
  /** Folder of the site; without it `open/site` of the dataset. */
  readonly to?: string;
}

/**
 * Write the explorer of a dataset into a folder, in place of an earlier one: the pages, their data, and outside the dataset the
 * reports they show.
 */
export async function writeSite(io: Io, { out, to }: SiteRequest): Promise<{ folder: string; meta: Meta; files: number; bytes: number }> {
  await wantDeclared(out, parquetTableNames);
  const folder = resolve(to ?? join(out, 'open', 'site'));
  const inside = relative(resolve(out, 'open'), folder) === 'site';
  const store = new FolderStore(out, { durable: 'later' });
  const again = refuseForeignPage(join(folder, 'index.html'));
  const written = new Set<string>();
  let bytes = 0;
  const put: SitePut = async (path, text) => {
    writeWhole(join(folder, path), text);
    written.add(join(folder, path));
    bytes += Buffer.byteLength(text);
  };
  for (const name of assetNames()) await put(name, readAsset(name));
  const meta = await buildSite(store, put, {
    queries: savedQueries(),
    reports: inside ? publishedReports : ownReports,
    releases: inside ? '../releases/' : null,
    progress: (part) => io.progress && io.note(part),
  });
  if (!inside) await copyReports(store, put);
  if (again) removeEarlier(folder, written);
  return { folder, meta, files: written.size, bytes };
}

async function copyReports(store: FolderStore, put: SitePut): Promise<void> {
  for await (const { key } of store.list(openKeys.tablePrefix('documents_json'))) {
    const partition = parseKey.documentJson(key);
    const object = partition && (await store.get(key));
    if (object) await put(ownReport(partition), new TextDecoder().decode(object.body));
  }
}
