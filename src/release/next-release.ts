import type { Stores } from '../ports.ts';
import { ReleaseError } from './failure.ts';
import { readLatest } from './latest.ts';
import type { Manifest } from './manifest.ts';
import { nextVersion, patchAfter } from './next-version.ts';
import { makeRelease, type ReleaseOptions } from './release.ts';

/** Make a release under the version that is next on its day. One that was begun from other data is passed over. Throws ReleaseError. */
export async function makeNextRelease(
  stores: Stores,
  options: Omit<ReleaseOptions, 'version'>,
): Promise<{ readonly version: string; readonly files: Manifest['files'] }> {
  let version = nextVersion((await readLatest(stores.open)).latest, options.created);
  for (;;) {
    try {
      return { version, files: await makeRelease(stores, { ...options, version }) };
    } catch (error) {
      if (!(error instanceof ReleaseError && error.code === 'release_begun')) throw error;
      version = patchAfter(version);
    }
  }
}
