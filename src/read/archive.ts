import { Inflate } from 'fflate';
import { crc32 } from './checksum.ts';
import { mostEntries, mostInflatedBytes, mostRatio, ratioFrom } from './limits.ts';
import { UnreadableError } from './unreadable.ts';

/** An entry of a zip's central directory (APPNOTE 4.3.12). */
export interface ArchiveEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** A zip opened for reading: its entries, and the bytes of one, within the limits of hostile input. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** Bytes of the entry of that name, or null when there is none. Throws `UnreadableError`. */
  read(name: string, mostBytes?: number): Uint8Array | null;
}

const damaged = (what: string) =>
  new UnreadableError('damaged', `The zip container is damaged or incomplete: ${what}. Get the file again.`);

/** Open a zip container (also OOXML, ODF). Throws `UnreadableError` when it is damaged or has too many entries. */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = directory(bytes);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let budget = mostInflatedBytes;
  const read = (name: string, mostBytes = budget) => {
    const entry = byName.get(name);
    if (!entry) return null;
    const inflated = extract(bytes, entry, Math.min(mostBytes, budget));
    budget -= inflated.length;
    return inflated;
  };
  return { entries, read };
}

/** Whether `bytes` begin like a zip. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1;
}

function directory(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = endRecord(view);
  if (count > mostEntries) {
    throw new UnreadableError(
      'too_large',
      `The zip holds ${count} entries; at most ${mostEntries} are read. Unpack it and give its files.`,
    );
  }
  const entries: ArchiveEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged('its directory is cut off');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: entryName(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** End of central directory (APPNOTE 4.3.16): within 64 KB of the end, behind a comment. */
function endRecord(view: DataView): { count: number; start: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  }
  throw damaged('its directory is missing, the end of the file is cut off');
}

/** Names are UTF-8 or, where Chinese Windows packed them, GBK; the flag for it is not to be trusted. */
function entryName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

function extract(bytes: Uint8Array, entry: ArchiveEntry, mostBytes: number): Uint8Array {
  if (entry.encrypted) {
    throw new UnreadableError('encrypted', `“${entry.name}” in the zip is protected by a password. Remove the password and give it again.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) throw damaged(`“${entry.name}” is missing`);
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length < entry.packed) throw damaged(`“${entry.name}” is cut off`);
  const data = entry.method === 0 ? packed : inflate(packed, entry, mostBytes);
  if (data.length > mostBytes) throw tooLarge(entry, mostBytes);
  if (crc32(data) !== entry.crc) throw damaged(`the checksum of “${entry.name}” is wrong`);
  return data;
}

/** Inflate in small steps and count, since the sizes a zip declares may lie. */
function inflate(packed: Uint8Array, entry: ArchiveEntry, mostBytes: number): Uint8Array {
  if (entry.method !== 8) {
    throw new UnreadableError(
      'format_unsupported',
      `“${entry.name}” is packed by zip method ${entry.method}; only deflate is read. Pack it again.`,
    );
  }
  const most = Math.min(mostBytes, Math.max(ratioFrom, packed.length * mostRatio));
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > most) throw tooLarge(entry, most);
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += 4096) stream.push(packed.subarray(at, at + 4096), at + 4096 >= packed.length);
  } catch (error) {
    throw error instanceof UnreadableError ? error : damaged(`“${entry.name}” cannot be inflated`);
  }
  return join(chunks, size);
}

const tooLarge = (entry: ArchiveEntry, most: number) =>
  new UnreadableError(
    'too_large',
    `“${entry.name}” inflates to more than ${Math.round(most / 1e6)} MB: a zip bomb, or no report. It is not read.`,
  );

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
