import * as z from '../../schemas/zod.ts';
import { openKeys } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { ReleaseError } from './failure.ts';

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

/** Move the pointer. Throws `latest_moved` when another release took it since it was read. */
export async function moveLatest(open: ObjectStore, { etag }: ReadLatest, latest: Latest): Promise<void> {
  const body = new TextEncoder().encode(`${JSON.stringify(latest)}\n`);
  const put = await open.put(openKeys.latestRelease, body, etag === null ? { ifAbsent: true } : { ifMatch: etag });
  if (!put.ok) throw new ReleaseError('latest_moved', { version: latest.version });
}
