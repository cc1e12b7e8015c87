import { openKeys } from '../keys.ts';
import type { ObjectStore, Stores } from '../ports.ts';
import type { Side } from './changes.ts';
import { type Inputs, refuseClaimed } from './claim.ts';
import { ReleaseError } from './failure.ts';
import { filesBelow } from './files.ts';
import { inventory, type TablePart } from './inventory.ts';
import { type Latest, type ReadLatest, readLatest, refuseSealed } from './latest.ts';
import { manifestPath } from './manifest.ts';

/** What decides whether a version may be made: the day, the address, the saved queries. */
export type PlanOptions = Omit<Inputs, 'previous'>;

/** What a release is made of, as found before anything of it is written. */
interface Plan {
  readonly pointer: ReadLatest;
  /** The release that changes are counted from. */
  readonly previous: Side | null;
  readonly parts: readonly TablePart[];
  readonly inputs: Inputs;
}

/** The release that changes are counted from: the current one, or the one before it where that was taken down. */
async function comparedWith(open: ObjectStore, latest: Latest | null): Promise<Side | null> {
  for (const version of [latest?.version, latest?.previous]) {
    if (!version) continue;
    const files = filesBelow(open, openKeys.release(version));
    if ((await files.read(manifestPath)) !== null) return { version, files };
  }
  return null;
}

/** Find what a release would be made of. Throws ReleaseError where there is nothing, or the version is not to be made (any more). */
export async function planRelease(open: ObjectStore, options: PlanOptions): Promise<Plan> {
  const pointer = await readLatest(open);
  const previous = await comparedWith(open, pointer.latest);
  const parts = await inventory(open);
  if (!parts.some(({ table }) => table === 'reports')) throw new ReleaseError('no_reports');
  await refuseSealed(open, options.version, pointer.latest?.version ?? null);
  return { pointer, previous, parts, inputs: { ...options, previous: previous?.version ?? null } };
}

/** What a release would hold, were it made now. Throws what making it would throw before it writes anything; claims nothing. */
export async function tryRelease({ state, open }: Stores, options: PlanOptions): Promise<readonly TablePart[]> {
  const { parts, inputs } = await planRelease(open, options);
  await refuseClaimed(state, inputs, parts);
  return parts;
}
