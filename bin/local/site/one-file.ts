import type { CubeFile, Meta } from '../../../schemas/explorer.ts';
import { parquetTableNames } from '../../../schemas/tables.ts';
import { openKeys, parseKey } from '../../../src/keys.ts';
import { oneFileScript } from '../../../src/site/assets.ts';
import { buildSite } from '../../../src/site/build.ts';
import { oneFilePage } from '../../../src/site/page.ts';
import type { SitePut } from '../../../src/site/put.ts';
import { savedQueries } from '../sql/saved-queries.ts';
import { wantDeclared } from '../sql/whole-tables.ts';
import { FolderStore } from '../store/folder-store.ts';
import { ownReport, ownReports, readAsset } from './site.ts';

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

/** Folders of the site whose files come along all together or not at all. */
const agencyFolder = 'data/agency/';
const kindFolder = 'data/kind/';

/** The files of a page of one file, with room for so many bytes. */
class Packed {
  readonly files = new Map<string, unknown>();
  readonly #groups = new Map<string, number>();
  room: number;

  constructor(room: number) {
    this.room = room;
  }

  put(path: string, text: string): void {
    this.files.set(path, JSON.parse(text));
  }

  /** Take a file along for as long as its group fits; all of the group is counted. */
  offer(group: string, path: string, text: string): void {
    const bytes = (this.#groups.get(group) ?? 0) + Buffer.byteLength(text);
    this.#groups.set(group, bytes);
    if (bytes <= this.room) this.put(path, text);
  }

  /** Keep a group if all of it fits: a page with some of it would mislead. False where it was left out. */
  keep(group: string): boolean {
    const bytes = this.#groups.get(group) ?? 0;
    if (bytes <= this.room) {
      this.room -= bytes;
      return true;
    }
    for (const path of this.files.keys()) if (path.startsWith(group)) this.files.delete(path);
    return false;
  }
}

/** The explorer of a dataset as one HTML file. Throws `table_damaged` and `table_outdated` for tables it cannot read whole. */
export async function oneFile(out: string, { agencies, mostBytes }: Cut): Promise<OneFile> {
  await wantDeclared(out, parquetTableNames);
  const store = new FolderStore(out);
  const packed = new Packed(mostBytes);
  const only = new Set(agencies);
  const put: SitePut = async (path, text) => {
    if (!path.endsWith('.json')) return;
    const group = [agencyFolder, kindFolder].find((folder) => path.startsWith(folder));
    if (group === undefined) packed.put(path, text);
    else if (group === kindFolder || only.size === 0 || only.has(path.slice(group.length, -'.json'.length)))
      packed.offer(group, path, text);
  };
  const meta = await buildSite(store, put, { queries: savedQueries(), reports: ownReports, releases: null });
  const withAgencies = packed.keep(agencyFolder);
  // Without the sums by kind of agency the page does not offer to filter by it.
  if (!packed.keep(kindFolder)) packed.put('data/meta.json', JSON.stringify({ ...meta, kinds: {} } satisfies Meta));
  const withoutSource = await putReports(store, packed, only);
  // Read back from the very text that was built.
  const overview = packed.files.get('data/overview.json') as CubeFile;
  const page = oneFilePage(overview, { script: readAsset(oneFileScript), style: readAsset('style.css') }, packed.files);
  return { page, meta, withoutAgencies: withAgencies ? 0 : only.size || meta.agencies, withoutSource };
}

/** Add the texts of reports while they fit; returns how many do not. */
async function putReports(store: FolderStore, packed: Packed, only: ReadonlySet<string>): Promise<number> {
  let without = 0;
  for await (const { key, bytes } of store.list(openKeys.tablePrefix('documents_json'))) {
    const partition = parseKey.documentJson(key);
    if (partition === null || (only.size > 0 && !only.has(partition.agency))) continue;
    const object = bytes <= packed.room ? await store.get(key) : null;
    if (object === null) without++;
    else {
      packed.room -= bytes;
      packed.put(ownReport(partition), new TextDecoder().decode(object.body));
    }
  }
  return without;
}
