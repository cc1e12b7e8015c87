import type { Stores } from '../ports.ts';
import { ReleaseError } from './failure.ts';
import type { TablePart } from './inventory.ts';
import { readLatest } from './latest.ts';
import type { Manifest } from './manifest.ts';
import { nextVersion, patchAfter } from './next-version.ts';
import { type PlanOptions, tryRelease } from './plan.ts';
import { makeRelease, type ReleaseOptions } from './release.ts';

/** Options without a version: the next one is found. */
type Unnamed<T> = Omit<T, 'version'> & { readonly version?: string };

/** Do it with the version that was asked for, else with the one that is next on its day: one that was begun from other data is passed over. */
async function withVersion<T>(
  { open }: Stores,
  { version: asked, created }: Unnamed<PlanOptions>,
  attempt: (version: string) => Promise<T>,
): Promise<{ readonly version: string; readonly result: T }> {
  if (asked !== undefined) return { version: asked, result: await attempt(asked) };
  let version = nextVersion((await readLatest(open)).latest, created);
  for (;;) {
    try {
      return { version, result: await attempt(version) };
    } catch (error) {
      if (!(error instanceof ReleaseError && error.code === 'release_begun')) throw error;
      version = patchAfter(version);
    }
  }
}

/** Make a release under the version that is named, else under the one that is next on its day. Throws ReleaseError. */
export async function makeNextRelease(
  stores: Stores,
  options: Unnamed<ReleaseOptions>,
): Promise<{ readonly version: string; readonly files: Manifest['files'] }> {
  const { version, result } = await withVersion(stores, options, (one) => makeRelease(stores, { ...options, version: one }));
  return { version, files: result };
}

/** The version that `makeNextRelease` would make now, and of what. Nothing is written. Throws ReleaseError. */
export async function plannedRelease(
  stores: Stores,
  options: Unnamed<PlanOptions>,
): Promise<{ readonly version: string; readonly parts: readonly TablePart[] }> {
  const { version, result } = await withVersion(stores, options, (one) => tryRelease(stores, { ...options, version: one }));
  return { version, parts: result };
}
