import { openKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { readLatest } from '../release/latest.ts';
import { manifestPath, parseManifest } from '../release/manifest.ts';

/** What the data page offers: files of the newest release but the objects of single reports. */
export interface ReleasedFiles {
  readonly version: string;
  readonly created: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string; readonly rows?: number }[];
}

/** Files of the newest release; null where nothing was released yet. */
export async function releaseFiles(open: ObjectStore): Promise<ReleasedFiles | null> {
  const { latest } = await readLatest(open);
  if (latest === null) return null;
  const object = await open.get(`${openKeys.release(latest.version)}${manifestPath}`);
  if (object === null) return null;
  const { version, created, files } = parseManifest(object.body);
  const offered = files.filter(({ path }) => !/^(json|reference\/schemas)\//.test(path));
  return {
    version,
    created,
    files: offered.map(({ path, bytes, sha256, rows }) => ({ path, bytes, sha256, ...(rows !== undefined && { rows }) })),
  };
}
