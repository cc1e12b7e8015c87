import * as z from '../../schemas/zod.ts';
import { openKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { ReleaseError } from './failure.ts';
import { manifestPath, parseManifest } from './manifest.ts';
import { isLater } from './next-version.ts';

const latestSchema = z.object({
  version: z.string(),
  previous: z.nullable(z.string()),
  created: z.string(),
  manifest_sha256: z.string(),
});

/** `latest.json`: the release that is current. */
export type Latest = z.infer<typeof latestSchema>;

/** The pointer as read, with the tag it must still have when it moves. */
export interface ReadLatest {
  readonly latest: Latest | null;
  readonly etag: string | null;
}

/** Read the pointer; there is none before the first release. */
export async function readLatest(open: ObjectStore): Promise<ReadLatest> {
  const object = await open.get(openKeys.latestRelease);
  if (object === null) return { latest: null, etag: null };
  return { latest: latestSchema.parse(JSON.parse(new TextDecoder().decode(object.body))), etag: object.etag };
}

/** Move the pointer. Throws `latest_moved` when another release took it since it was read; the same one, made by two runs, is one. */
export async function moveLatest(open: ObjectStore, { etag }: ReadLatest, latest: Latest): Promise<void> {
  const body = new TextEncoder().encode(`${JSON.stringify(latest)}\n`);
  const put = await open.put(openKeys.latestRelease, body, etag === null ? { ifAbsent: true } : { ifMatch: etag });
  if (put.ok) return;
  const { latest: now } = await readLatest(open);
  if (now?.version !== latest.version || now.manifest_sha256 !== latest.manifest_sha256)
    throw new ReleaseError('latest_moved', { version: latest.version });
}

/** What `latest.json` points to, or pointed to before, is never made again; and it never goes back to an older version. */
export async function refuseSealed(open: ObjectStore, version: string, latest: string | null): Promise<void> {
  for (let at = latest; at !== null; ) {
    if (at === version) throw new ReleaseError('release_exists', { version });
    const object = await open.get(`${openKeys.release(at)}${manifestPath}`);
    at = object === null ? null : parseManifest(object.body).previous;
  }
  if (latest !== null && !isLater(version, latest)) throw new ReleaseError('release_not_later', { version, latest });
}
