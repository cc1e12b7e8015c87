import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import type { Arrival } from '../../../src/dataset/intake/arrival.ts';
import { allTouched, type Outlets, type Received, receive, type Touched } from '../../../src/dataset/intake/receive.ts';
import { refuse } from '../../../src/dataset/intake/refuse.ts';
import type { Reading } from '../../../src/dataset/records/reading.ts';
import { keyOf } from '../../../src/dataset/records/receipt.ts';
import { sha256Hex } from '../../../src/hash.ts';
import { rawKeys } from '../../../src/keys.ts';
import { mostBytes } from '../../../src/read/limits.ts';
import { Failure } from '../../failure.ts';
import type { LocalDataset } from '../store/local-dataset.ts';
import { pathFailure } from './document.ts';

/** A file to take in. */
export interface FileJob {
  readonly path: string;
  readonly key: string;
  readonly bytes: number;
  /** Whether a sidecar lies beside it, and whether one did when it was last taken in. */
  readonly sidecar: { readonly now: boolean; readonly before: boolean };
  /** Keep a copy of the file in the dataset folder. */
  readonly keep: boolean;
  /** The bytes it must have, where exactly these are wanted again. */
  readonly sha256?: string;
}

/** One document that came of a file: the file itself, or a member of the archive it is. */
export interface Outcome {
  readonly key: string;
  readonly outcome: Reading['outcome'];
  readonly code: string | null;
  readonly message: string | null;
  readonly failed: boolean;
}

/** What came of a file. */
export interface Taken extends Touched {
  readonly sha256: string;
  readonly outcomes: readonly Outcome[];
}

const outcomeOf = (key: string, { reading }: Received): Outcome => ({
  key,
  outcome: reading.outcome,
  code: reading.quarantine?.code ?? null,
  message: reading.quarantine?.message ?? null,
  failed: (reading.checks_failed ?? 0) > 0,
});

/** Hash of a file that is too large to hold. Throws a Failure where it cannot be read. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (error) {
    throw pathFailure(error, path);
  }
  return hash.digest('hex');
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw pathFailure(error, path);
  }
}

/** The sidecar beside a file is kept with the dataset: what it says holds on wherever the file goes. */
async function copySidecar({ store }: LocalDataset, { path, key, sidecar }: FileJob): Promise<void> {
  const copy = `${rawKeys.local}${rawKeys.sidecar(key)}`;
  if (sidecar.now) await store.put(copy, bytesOf(rawKeys.sidecar(path)));
  else if (sidecar.before) await store.delete(copy);
}

/** Keep a file's bytes; under its key, or where other bytes are kept there, under their hash. */
async function keepCopy({ store }: LocalDataset, key: string, sha256: string, body: Uint8Array): Promise<void> {
  const own = `${rawKeys.local}${key}`;
  const there = await store.get(own);
  if (there === null) await store.put(own, body);
  else if (!Buffer.from(there.body).equals(body)) await store.put(rawKeys.keptVersion(sha256), body);
}

function wantBytes({ path, sha256 }: FileJob, found: string): void {
  if (sha256 !== undefined && sha256 !== found) throw new Failure('source_changed', { path });
}

async function takeBytes(dataset: LocalDataset, job: FileJob, body: Uint8Array, received: string): Promise<Taken> {
  const version = sha256Hex(body);
  wantBytes(job, version);
  await copySidecar(dataset, job);
  const touched: Touched[] = [];
  const outcomes: Outcome[] = [];
  const outlets: Outlets = {
    compaction: async (one) => void touched.push(one),
    members: async (arrivals) => {
      for await (const member of arrivals) outcomes.push(outcomeOf(keyOf(member.file), await receive(dataset, member, outlets)));
    },
  };
  if (job.keep) await keepCopy(dataset, job.key, version, body);
  const arrival: Arrival = { file: { key: job.key, version }, version, body, received };
  outcomes.push(outcomeOf(job.key, await receive(dataset, arrival, outlets)));
  return { sha256: version, outcomes, ...allTouched(touched) };
}

/** A file too large to be read has a receipt and a reason like any other. */
async function takeLarge(dataset: LocalDataset, job: FileJob, received: string): Promise<Taken> {
  const { path, key, bytes } = job;
  const version = await hashOf(path);
  wantBytes(job, version);
  await copySidecar(dataset, job);
  const message = `the file has ${bytes} bytes, ${mostBytes} at most are read; split the archive, or give the report alone`;
  const quarantine = { code: 'too_large', stage: 'receive', message };
  const done = await refuse(dataset, { key, version, bytes, received }, quarantine, { compaction: async () => {} });
  return { ...done, sha256: version, outcomes: [outcomeOf(key, done)] };
}

/** Take in one file of this machine. `received` is the time it is taken in. Throws a Failure where it cannot be read. */
export async function takeFile(dataset: LocalDataset, job: FileJob, received: string): Promise<Taken> {
  return job.bytes > mostBytes ? takeLarge(dataset, job, received) : takeBytes(dataset, job, bytesOf(job.path), received);
}
