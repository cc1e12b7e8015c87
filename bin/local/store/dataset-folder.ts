import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../failure.ts';
import { ifThere } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';

/** Whether it is there; a Failure where we may not know. */
const isThere = (path: string): boolean => onDisk(path, () => ifThere(() => statSync(path)) !== null);

function refuseFile(out: string): void {
  if (onDisk(out, () => ifThere(() => statSync(out)))?.isFile()) throw new Failure('dataset_is_file', { path: out });
}

/** Refuse a folder that holds no tables. */
export function wantTables(out: string): void {
  refuseFile(out);
  if (!isThere(join(out, 'open'))) throw new Failure('dataset_missing', { path: out });
}

/** Refuse a folder into which nothing was ever taken. */
export function wantState(out: string): void {
  refuseFile(out);
  if (!isThere(out)) throw new Failure('dataset_missing', { path: out });
  if (!isThere(join(out, 'state'))) throw new Failure('nothing_received', { path: out });
}
