import { sha256Hex } from '../../hash.ts';
import { openArchive } from '../../read/container/archive.ts';
import { zipMembers } from '../../read/container/zip.ts';
import { UnreadableError } from '../../read/unreadable.ts';
import { readSidecar } from '../records/declaration.ts';
import type { Arrival } from './arrival.ts';
import { isIgnored } from './source-file.ts';

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
  const sha256 = sha256Hex(body);
  const version = sidecar === null ? sha256 : `${sha256}+${sha256Hex(sidecar).slice(0, 8)}`;
  const file = { key: container.file.key, version: container.file.version, member: path };
  return { file, version, body, received: container.received, enclosed: sidecar && readSidecar(sidecar) };
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

/** One member of an archive as an arrival; null when there is none of that path. Throws `UnreadableError`. */
export function memberOf(container: Arrival, path: string): Arrival | null {
  const archive = openArchive(container.body);
  const read = (wanted: string) => {
    const entry = archive.entries.find(({ name }) => tidy(name) === wanted);
    return entry ? archive.read(entry.name) : null;
  };
  const body = read(path);
  return body && memberArrival(container, path, body, read(`${path}.meta.json`));
}
