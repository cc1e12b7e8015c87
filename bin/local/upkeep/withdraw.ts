import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Sidecar } from '../../../schemas/sidecar.ts';
import { compactTouched } from '../../../src/dataset/compaction/compact.ts';
import { reconsider } from '../../../src/dataset/intake/receive.ts';
import { readSidecar as readDeclaration } from '../../../src/dataset/records/declaration.ts';
import type { FoundDocument } from '../../../src/dataset/upkeep/find-documents.ts';
import { readPointer } from '../../../src/dataset/winner/pointer.ts';
import { rawKeys } from '../../../src/keys.ts';
import { Failure } from '../../failure.ts';
import { writeWhole } from '../disk.ts';
import { onDisk } from '../disk-failure.ts';
import { readSidecar } from '../ingest/document.ts';
import { newSeen } from '../ingest/seen.ts';
import { type LocalDataset, openLocalDataset } from '../store/local-dataset.ts';
import { theDocument } from './find-document.ts';

/** What a withdrawal, or its end, led to. */
export interface Withdrawal {
  readonly sha256: string;
  readonly keys: readonly string[];
  /** Sidecars that were written or removed: beside the file, and the dataset's copy. */
  readonly sidecars: readonly string[];
  readonly agency_id: string | null;
  readonly year: number | null;
  /** The document that is published for the agency and year now. */
  readonly winner: string | null;
}

/** Why documents are withdrawn; null ends a withdrawal. */
type Reason = string | null;

function changed(sidecar: Sidecar, reason: Reason): Sidecar | null {
  const { withdrawn: _, reason: __, ...others } = sidecar;
  if (reason !== null) return { ...others, withdrawn: true, reason };
  return Object.keys(others).length > 0 ? others : null;
}

const toText = (sidecar: Sidecar) => `${JSON.stringify(sidecar, null, 2)}\n`;

/** Write or remove the sidecar beside a file. */
function writeBeside(path: string, sidecar: Sidecar | null): void {
  if (sidecar === null) onDisk(path, () => rmSync(path, { force: true }));
  else writeWhole(path, toText(sidecar), { flush: true });
}

/** What the dataset's own copy of a sidecar says. */
async function kept({ store }: LocalDataset, key: string): Promise<Sidecar | null> {
  const object = await store.get(key);
  if (object === null) return null;
  const { invalid, ...sidecar } = readDeclaration(object.body);
  if (invalid !== undefined) throw new Failure('sidecar_invalid', { path: key, reason: invalid });
  return sidecar;
}

async function copy(dataset: LocalDataset, key: string, sidecar: Sidecar | null): Promise<void> {
  if (sidecar === null) await dataset.store.delete(key);
  else await dataset.store.put(key, new TextEncoder().encode(toText(sidecar)));
}

/** Change the sidecars of one key of a document: beside the files it was taken in from, and the dataset's copy. */
async function declare(dataset: LocalDataset, key: string, files: readonly string[], reason: Reason): Promise<string[]> {
  const own = `${rawKeys.local}${rawKeys.sidecar(key)}`;
  const beside = files.filter((path) => existsSync(path));
  const before = await kept(dataset, own);
  // Nothing to end here: no sidecar is made for that.
  if (reason === null && !before?.withdrawn) return [];
  const written: string[] = [];
  for (const path of beside) {
    writeBeside(rawKeys.sidecar(path), changed(await readSidecar(path), reason));
    written.push(rawKeys.sidecar(path));
  }
  await copy(dataset, own, changed(before ?? {}, reason));
  return [...written, join(dataset.store.root, own)];
}

/** Files that were taken in under a key with these bytes. */
function filesOf(out: string, { history }: FoundDocument): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>(history.provenance.keys.map((key) => [key, []]));
  for (const { key, path, sha256 } of newSeen(out).files()) if (sha256 === history.sha256) files.get(key)?.push(path);
  return files;
}

/**
 * Withdraw a document, or with `reason` null end its withdrawal: by its sidecars, so that it holds through replays and for
 * datasets made anew from the same files. What was published of it is gone from the tables when this returns.
 */
export async function withdraw(out: string, asked: string, reason: Reason): Promise<Withdrawal> {
  const dataset = openLocalDataset(out);
  const found = await theDocument(dataset, asked);
  const { sha256, provenance, effective } = found.history;
  const files = [...filesOf(out, found)];
  // Withdrawn under one name is withdrawn: the one whose file is there, so that its sidecar lies beside it.
  const chosen = files.find(([, paths]) => paths.some((path) => existsSync(path))) ?? files[0];
  const sidecars: string[] = [];
  for (const [key, paths] of reason === null ? files : chosen ? [chosen] : [])
    sidecars.push(...(await declare(dataset, key, paths, reason)));
  const touched = await reconsider(dataset, sha256, { compaction: async () => {} });
  if (touched) await compactTouched(dataset, touched);
  const { agency_id = null, year = null } = effective ?? {};
  const pointer = agency_id !== null && year !== null ? await readPointer(dataset, { agency: agency_id, year }) : null;
  return { sha256, keys: provenance.keys, sidecars, agency_id, year, winner: pointer?.pointer.winner ?? null };
}
