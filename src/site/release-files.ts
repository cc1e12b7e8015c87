import type { FilesFile } from '../../schemas/explorer-reference.ts';
import { openKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { readLatest } from '../release/latest.ts';
import { manifestPath, parseManifest } from '../release/manifest.ts';

/** Files of the newest release; null where nothing was released yet. */
export async function releaseFiles(open: ObjectStore): Promise<FilesFile | null> {
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
