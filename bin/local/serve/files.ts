import { readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { buildSite } from '../../../src/site/build.ts';
import { ifThere, namesIn } from '../disk.ts';
import { assetNames, assetsFolder, publishedReports } from '../site/site.ts';
import { savedQueries } from '../sql/saved-queries.ts';
import { FolderStore } from '../store/folder-store.ts';

/** Below these the dataset's open folder is readable through the server. */
const readable = ['documents_json', 'releases'];

/** The explorer over a dataset folder: its data is made when it is first asked for, and again when the tables changed. */
export class SiteFiles {
  readonly #out: string;
  readonly #assets = new Set(assetNames());
  #made: { readonly of: string; readonly files: Promise<ReadonlyMap<string, string>> } | null = null;

  constructor(out: string) {
    this.#out = resolve(out);
  }

  /** A file by its path below the server's root, `site/app.js`; null where there is none. */
  async read(path: string): Promise<Uint8Array | null> {
    const [, rest] = /^site\/(.*)$/.exec(path) ?? [];
    if (rest !== undefined && this.#assets.has(rest)) return readFileSync(join(assetsFolder(), rest));
    if (rest !== undefined) {
      const text = (await this.#data()).get(rest);
      return text === undefined ? null : Buffer.from(text);
    }
    return this.#open(path);
  }

  #open(path: string): Uint8Array | null {
    const root = join(this.#out, 'open');
    const file = resolve(root, path);
    const allowed = readable.some((name) => file.startsWith(join(root, name) + sep));
    if (!allowed || path.includes('\0')) return null;
    return ifThere(() => (statSync(file).isFile() ? readFileSync(file) : null));
  }

  /** Tables and the time each was written: what the data was made of. */
  #state(): string {
    const tables = ['reports', 'checks', 'agencies'].flatMap((table) => {
      const folder = join(this.#out, 'open', table);
      return namesIn(folder).flatMap((name) => {
        const files = name.includes('=') ? namesIn(join(folder, name)).map((file) => join(name, file)) : [name];
        return files.map((file) => `${table}/${file} ${ifThere(() => statSync(join(folder, file)).mtimeMs)}`);
      });
    });
    return tables.join('\n');
  }

  async #data(): Promise<ReadonlyMap<string, string>> {
    const of = this.#state();
    if (this.#made?.of !== of) this.#made = { of, files: this.#build() };
    return this.#made.files;
  }

  async #build(): Promise<ReadonlyMap<string, string>> {
    const files = new Map<string, string>();
    await buildSite(new FolderStore(this.#out), async (path, text) => void files.set(path, text), {
      queries: savedQueries(),
      reports: publishedReports,
      releases: '../releases/',
    });
    return files;
  }
}
