import * as z from '../schemas/zod.ts';
import { ReleaseError } from '../src/release/failure.ts';
import { versionPattern } from '../src/release/manifest.ts';
import { makeNextRelease } from '../src/release/next-release.ts';
import { publishSite } from '../src/site/publish.ts';
import { awsTables } from './adapters/dataset.ts';
import { s3Client } from './adapters/s3-client.ts';
import { setting } from './environment.ts';
import { packedQueries } from './packed-queries.ts';
import { packedSite } from './packed-site.ts';
import { logger } from './telemetry.ts';

const { state, open, format } = awsTables(s3Client());
const { queries, prelude } = packedQueries();

/** Asked by a schedule, which says nothing about it, or by a person, who may name the version. */
const requestSchema = z.object({ version: z.optional(z.string().check(z.regex(versionPattern))) });

/** Make a release of what is compacted now, and the explorer that shows it. Nothing to release is no failure. */
export async function handler(event: unknown): Promise<{ version: string | null; files: number }> {
  const asked = requestSchema.parse(event).version;
  const created = `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;
  const options = { created, format, queries, prelude, address: setting('RELEASES_ADDRESS') };
  try {
    const { version, files } = await makeNextRelease({ state, open }, { ...options, ...(asked && { version: asked }) });
    await publishSite(open, { version, queries, assets: packedSite() });
    logger.info('released', { version, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) });
    return { version, files: files.length };
  } catch (error) {
    if (!(error instanceof ReleaseError && error.code === 'no_reports')) throw error;
    logger.info('nothing to release');
    return { version: null, files: 0 };
  }
}
