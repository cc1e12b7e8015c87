import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { CubeFile, Meta } from '../../schemas/explorer.ts';
import { openKeys } from '../../src/keys.ts';
import { buildSite, type SitePut } from '../../src/site/build.ts';
import { oneFilePage } from '../../src/site/page.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { FolderStore } from './folder-store.ts';
import { packageRoot } from './package-root.ts';
import { savedQueries } from './saved-queries.ts';

/** Script of the page that is one file; the others load in parts. */
const oneFileScript = 'one-file.js';

/** The folder of the explorer's script and style, made by the bundler. */
export const assetsFolder = (): string => join(packageRoot(), 'dist', 'site');

/** Names of the files a site has beside its data. */
export function assetNames(): readonly string[] {
  if (!existsSync(assetsFolder())) throw new Failure('site_not_bundled');
  return readdirSync(assetsFolder(), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(js|css)$/.test(name) && name !== oneFileScript);
}

/** Script and style by name, as bytes. */
export const siteAssets = (): ReadonlyMap<string, Uint8Array> =>
  new Map(assetNames().map((name) => [name, readFileSync(join(assetsFolder(), name))]));

const readAsset = (name: string): string => readFileSync(join(assetsFolder(), name), 'utf8');

function write(path: string, body: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
}

/** Where a site goes, and from what. */
export interface SiteRequest {
  readonly out: string;
  /** Folder of the site; without it `open/site` of the dataset. */
  readonly to?: string;
}

/** Write the explorer of a dataset into a folder: the pages, their data, and outside the dataset the reports they show. */
export async function writeSite(io: Io, { out, to }: SiteRequest): Promise<{ folder: string; meta: Meta; files: number; bytes: number }> {
  const folder = resolve(to ?? join(out, 'open', 'site'));
  const inside = relative(resolve(out, 'open'), folder) === 'site';
  const store = new FolderStore(out, { durable: 'later' });
  const count = { files: 0, bytes: 0 };
  const put: SitePut = async (path, text) => {
    write(join(folder, path), text);
    count.files++;
    count.bytes += Buffer.byteLength(text);
  };
  for (const name of assetNames()) await put(name, readAsset(name));
  const meta = await buildSite(store, put, {
    queries: savedQueries(io),
    reports: inside ? '../documents_json/agency={agency}/year={year}/report.json' : 'data/report/{agency}/{year}.json',
    releases: inside ? '../releases/' : null,
    progress: (part) => io.progress && io.note(part),
  });
  if (!inside) await copyReports(store, put);
  return { folder, meta, ...count };
}

const objectKey = /agency=([^/]+)\/year=(\d{4})\/report\.json$/;

async function copyReports(store: FolderStore, put: SitePut): Promise<void> {
  for await (const { key } of store.list('open/documents_json/')) {
    const [, agency, year] = objectKey.exec(key) ?? [];
    const object = agency && (await store.get(key));
    if (object) await put(`data/report/${agency}/${year}.json`, new TextDecoder().decode(object.body));
  }
}

/** What a page of one file holds: these agencies, or all; their files and the texts of their reports while they fit. */
export interface Cut {
  readonly agencies: readonly string[];
  readonly mostBytes: number;
}

/** A page of one file, and what it could not take along. */
export interface OneFile {
  readonly page: string;
  readonly meta: Meta;
  /** Agencies whose pages did not fit: then none of them is there, for a page with some of them would mislead. */
  readonly withoutAgencies: number;
  /** Reports that come without their source. */
  readonly withoutSource: number;
}

const agencyFile = /^data\/agency\/(.+)\.json$/;

/** The explorer of a dataset as one HTML file. */
export async function oneFile(io: Io, out: string, { agencies, mostBytes }: Cut): Promise<OneFile> {
  const store = new FolderStore(out);
  const files = new Map<string, unknown>();
  const only = new Set(agencies);
  let room = mostBytes;
  const put: SitePut = async (path, text) => {
    const agency = agencyFile.exec(path)?.[1];
    if (!path.endsWith('.json') || (agency !== undefined && only.size > 0 && !only.has(agency))) return;
    if (agency !== undefined) room -= Buffer.byteLength(text);
    if (agency === undefined || room >= 0) files.set(path, JSON.parse(text));
  };
  const reports = 'data/report/{agency}/{year}.json';
  const meta = await buildSite(store, put, { queries: savedQueries(io), reports, releases: null });
  if (room < 0) for (const path of files.keys()) if (agencyFile.test(path)) files.delete(path);
  const withoutSource = await putReports(store, files, { only, mostBytes: Math.max(0, room) });
  // Read back from the very text that was built.
  const overview = files.get('data/overview.json') as CubeFile;
  const page = oneFilePage(overview, { script: readAsset(oneFileScript), style: readAsset('style.css') }, files);
  return { page, meta, withoutAgencies: room < 0 ? only.size || meta.agencies : 0, withoutSource };
}

async function putReports(
  store: FolderStore,
  files: Map<string, unknown>,
  { only, mostBytes }: { only: ReadonlySet<string>; mostBytes: number },
): Promise<number> {
  let [room, without] = [mostBytes, 0];
  for await (const { key, bytes } of store.list(openKeys.tablePrefix('documents_json'))) {
    const [, agency = '', year = ''] = objectKey.exec(key) ?? [];
    if (only.size > 0 && !only.has(agency)) continue;
    const object = bytes <= room ? await store.get(key) : null;
    if (object === null) without++;
    else {
      room -= bytes;
      files.set(`data/report/${agency}/${year}.json`, JSON.parse(new TextDecoder().decode(object.body)));
    }
  }
  return without;
}
