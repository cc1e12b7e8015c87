import { existsSync, readFileSync } from 'node:fs';
import { addTo, groupBy } from '../../../src/group-by.ts';
import { Failure } from '../../failure.ts';
import { ifThere } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';
import type { Seen } from './seen.ts';
import type { FoundFile } from './walk.ts';

/** A file as far as its name is concerned. */
type Named = Pick<FoundFile, 'path' | 'key' | 'sidecar'>;

const sidecarOf = ({ path, sidecar }: Named): string | null => {
  const beside = `${path}.meta.json`;
  return sidecar === null ? null : onDisk(beside, () => ifThere(() => readFileSync(beside, 'utf8')));
};

/**
 * Files that cannot be taken in, and why: a file is known by its path below the folder given (contract 3), and what its
 * sidecar says holds for that path. Files of two folders with the same such path would be judged by one sidecar.
 */
export function namesakes(fresh: readonly FoundFile[], seen: Seen): ReadonlyMap<FoundFile, Failure> {
  const known: Map<string, Named[]> = groupBy<string, Named>(seen.files(), ({ key }) => key);
  const refused = new Map<FoundFile, Failure>();
  for (const file of fresh) {
    const others = (known.get(file.key) ?? []).filter(({ path }) => path !== file.path);
    // One that is no longer where it was has moved here.
    const other = others.find(
      (one) => (file.sidecar ?? one.sidecar) !== null && existsSync(one.path) && sidecarOf(one) !== sidecarOf(file),
    );
    if (other === undefined) addTo(known, file.key, file);
    else refused.set(file, new Failure('sidecar_shared', { path: file.path, other: other.path, key: file.key }));
  }
  return refused;
}
