import { createHash } from 'node:crypto';
import { openArchive } from '../read/archive.ts';
import { sniffBinary } from '../read/sniff.ts';
import { UnreadableError } from '../read/unreadable.ts';
import { zipMembers } from '../read/zip.ts';
import { type Declaration, readSidecar } from './declaration.ts';
import { isIgnored, type Thing } from './thing.ts';

/** A thing with its bytes, as a door hands it in. */
export interface Arrival {
  readonly thing: Thing;
  /** Version in its receipt: the thing's own; of a member, its bytes and what its sidecar in the archive says. */
  readonly version: string;
  readonly body: Uint8Array;
  /** When it came, as the raw bucket or the disk says; kept in the receipt, never decided by. */
  readonly received: string;
  /** Address in the metadata of the raw object. */
  readonly sourceUrl?: string | undefined;
  /** What the sidecar beside a member says. */
  readonly enclosed?: Declaration | null | undefined;
}

const sha256Of = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');

/** Whether bytes are files packed together: no Office or other document made of a zip, and not too damaged to say. */
export async function isArchive(bytes: Uint8Array): Promise<boolean> {
  try {
    return (await sniffBinary(bytes)) === 'zip';
  } catch (error) {
    if (error instanceof UnreadableError) return false;
    throw error;
  }
}

/** A member's path as part of a key: forward slashes, nothing that leads out of the archive, NFC. */
const tidy = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .replaceAll('\0', '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .normalize('NFC');

function memberArrival(container: Arrival, path: string, body: Uint8Array, sidecar: Uint8Array | null): Arrival {
  const sha256 = sha256Of(body);
  const version = sidecar === null ? sha256 : `${sha256}+${sha256Of(sidecar).slice(0, 8)}`;
  const thing = { key: container.thing.key, version: container.thing.version, member: path };
  return { thing, version, body, received: container.received, enclosed: sidecar && readSidecar(sidecar) };
}

/** Sidecars in an archive by the path of the member they speak of. */
function sidecarsIn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const archive = openArchive(bytes);
  const named = archive.entries.filter(({ name }) => name.endsWith('.meta.json'));
  return new Map(named.map(({ name }) => [tidy(name.slice(0, -'.meta.json'.length)), archive.read(name) ?? new Uint8Array()]));
}

/** The members of an archive one after the other, each with the sidecar beside it; one that cannot be read says why. */
export function* membersOf(container: Arrival): Generator<Arrival | UnreadableError> {
  let sidecars: ReadonlyMap<string, Uint8Array>;
  try {
    sidecars = sidecarsIn(container.body);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return yield error;
  }
  for (const member of zipMembers(container.body)) {
    const path = tidy(member.name);
    if (isIgnored(path)) continue;
    if ('unreadable' in member) yield member.unreadable;
    else yield memberArrival(container, path, member.bytes, sidecars.get(path) ?? null);
  }
}

/** A raw object as the arrival a message asks for: itself, or the member it names; null when it has no such member. */
export function arrivalOf(thing: Thing, raw: Pick<Arrival, 'body' | 'received' | 'sourceUrl'>): Arrival | null {
  const whole = { thing: { key: thing.key, version: thing.version }, version: thing.version, ...raw };
  if (thing.member === undefined) return whole;
  const archive = openArchive(raw.body);
  const read = (path: string) => {
    const entry = archive.entries.find(({ name }) => tidy(name) === path);
    return entry ? archive.read(entry.name) : null;
  };
  const body = read(thing.member);
  return body && memberArrival(whole, thing.member, body, read(`${thing.member}.meta.json`));
}
