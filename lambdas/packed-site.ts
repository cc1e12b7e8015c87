import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSiteAsset } from '../src/site/assets.ts';

/** Script and style of the explorer, from the folder that is packed beside the function; the script of the page of one file stays there. */
export function packedSite(folder = join(process.env.LAMBDA_TASK_ROOT ?? '', 'site')): ReadonlyMap<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return new Map(names.filter(isSiteAsset).map((name) => [name, readFileSync(join(folder, name))]));
}
