import { Inflate } from 'fflate';
import { mostEntries, mostInflatedBytes, mostRatio, ratioFrom } from '../limits.ts';
import { damaged, encrypted, tooLarge, unsupported } from '../refusals.ts';
import { UnreadableError } from '../unreadable.ts';
import { crc32 } from './checksum.ts';
import { longEndRecord, withLong } from './zip64.ts';

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

/** Open a zip container (also OOXML, ODF); all its parts together may inflate to `inflated` bytes. Throws `UnreadableError` when it is damaged or has too many entries. */
export function openArchive(bytes: Uint8Array, inflated = mostInflatedBytes): Archive {
  const entries = directory(bytes);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let budget = inflated;
  const read = (name: string, mostBytes = budget) => {
    const entry = byName.get(name);
    if (!entry) return null;
    const inflated = extract(bytes, entry, Math.min(mostBytes, budget));
    budget -= inflated.length;
    return inflated;
  };
  return { entries, read };
}

function directory(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = endRecord(view);
  if (count > mostEntries) {
    throw tooLarge(`压缩包内有 ${count} 个文件（上限 ${mostEntries}）`);
  }
  const entries: ArchiveEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged('压缩包的目录被截断');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const flags = view.getUint16(at + 8, true);
    const [size = 0, packed = 0, place = 0] = withLong(view, [at + 24, at + 20, at + 42], at + 46 + nameLength, extraLength);
    entries.push({
      name: entryName(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      at: place,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** End of central directory (APPNOTE 4.3.16): within 64 KB of the end, behind a comment. */
function endRecord(view: DataView): { count: number; start: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    return longEndRecord(view, at - 20) ?? { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  }
  throw damaged('压缩包缺少目录，文件末尾被截断');
}

/** Names are UTF-8 or, where Chinese Windows packed them, GBK; the flag for it is not to be trusted. Some packers write `\\` or `./`. */
function entryName(raw: Uint8Array): string {
  return decodeName(raw)
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '');
}

function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

function extract(bytes: Uint8Array, entry: ArchiveEntry, mostBytes: number): Uint8Array {
  if (entry.encrypted) {
    throw encrypted(`压缩包内的“${entry.name}”`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) throw damaged(`压缩包内缺少“${entry.name}”`);
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length < entry.packed) throw damaged(`压缩包内的“${entry.name}”被截断`);
  const data = entry.method === 0 ? packed : inflate(packed, entry, mostBytes);
  if (data.length > mostBytes) throw bomb(entry, mostBytes);
  if (crc32(data) !== entry.crc) throw damaged(`压缩包内的“${entry.name}”校验和不符`);
  return data;
}

/** Inflate in small steps and count, since the sizes a zip declares may lie. */
function inflate(packed: Uint8Array, entry: ArchiveEntry, mostBytes: number): Uint8Array {
  if (entry.method !== 8) {
    throw unsupported(`压缩包内的“${entry.name}”用了压缩方法 ${entry.method}`, '请用普通的 zip 重新打包');
  }
  const most = Math.min(mostBytes, Math.max(ratioFrom, packed.length * mostRatio));
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > most) throw bomb(entry, most);
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += 4096) stream.push(packed.subarray(at, at + 4096), at + 4096 >= packed.length);
  } catch (error) {
    throw error instanceof UnreadableError ? error : damaged(`压缩包内的“${entry.name}”无法解压`);
  }
  return join(chunks, size);
}

const bomb = (entry: ArchiveEntry, most: number) => tooLarge(`压缩包内的“${entry.name}”解压后超过 ${Math.round(most / 1e6)} MB`);

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
