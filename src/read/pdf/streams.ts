import { Inflate } from 'fflate';
import { damaged, tooLarge } from '../refusals.ts';
import { UnreadableError } from '../unreadable.ts';

/** Most bytes of one inflated stream, one that claims to be an image, and all together. */
const most = { stream: 32 * 1024 * 1024, image: 128 * 1024 * 1024, all: 256 * 1024 * 1024 };
const keyword = [...'stream'].map((letter) => letter.charCodeAt(0));

/**
 * Inflate every stream of a PDF once, before the PDF library does: it would fill the memory with a bomb, and show damaged text without a
 * word. Streams of other codings and encrypted ones are left to it. Throws `UnreadableError`.
 */
export function checkStreams(bytes: Uint8Array): void {
  let total = 0;
  for (const { data, image } of streams(bytes)) {
    const size = checkStream(data, image ? most.image : most.stream);
    total += size;
    if (total > most.all) throw tooLarge('PDF 解压后的内容', 'pdf');
  }
}

/** Streams that begin like zlib data (RFC 1950), by the keyword `stream` up to `endstream`. */
function* streams(bytes: Uint8Array): Generator<{ data: Uint8Array; image: boolean }> {
  for (let at = find(bytes, 0); at >= 0; at = find(bytes, at + 6)) {
    if (bytes[at - 1] === 0x64) continue;
    let from = at + 6;
    while (from < bytes.length && bytes[from] !== 0x0a && bytes[from] !== 0x0d) from++;
    from += bytes[from] === 0x0d && bytes[from + 1] === 0x0a ? 2 : 1;
    const end = find(bytes, from);
    const data = bytes.subarray(from, end < 0 ? bytes.length : Math.max(from, end - 3));
    if (!isZlib(data)) continue;
    const dictionary = String.fromCharCode(...bytes.subarray(Math.max(0, at - 600), at));
    yield { data, image: /\/Subtype\s*\/Image/.test(dictionary.slice(dictionary.lastIndexOf(' obj') + 1)) };
    at = end < 0 ? bytes.length : end - 6;
  }
}

function find(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x73, from); at >= 0; at = bytes.indexOf(0x73, at + 1)) {
    if (keyword.every((byte, n) => bytes[at + n] === byte)) return at;
  }
  return -1;
}

const isZlib = (data: Uint8Array) => ((data[0] ?? 0) & 0x0f) === 8 && ((data[0] ?? 0) * 256 + (data[1] ?? 0)) % 31 === 0 && data.length > 6;

function checkStream(data: Uint8Array, mostBytes: number): number {
  let size = 0;
  let a = 1;
  let b = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge(`PDF 中的一段内容解压后超过 ${Math.round(mostBytes / 1e6)} MB`, 'pdf');
    [a, b] = adler(chunk, a, b);
  });
  try {
    for (let at = 2; at < data.length; at += 8192) inflate.push(data.subarray(at, at + 8192), at + 8192 >= data.length);
  } catch (error) {
    throw error instanceof UnreadableError ? error : damaged('PDF 中的一段压缩内容无法解压', 'pdf');
  }
  if (!hasChecksum(data, b * 65536 + a)) throw damaged('PDF 中的一段压缩内容校验和不符', 'pdf');
  return size;
}

/** Adler-32 (RFC 1950), in stretches short enough for one division. */
function adler(chunk: Uint8Array, startA: number, startB: number): [number, number] {
  let a = startA;
  let b = startB;
  for (let from = 0; from < chunk.length; from += 3800) {
    const to = Math.min(from + 3800, chunk.length);
    for (let at = from; at < to; at++) {
      a += chunk[at] ?? 0;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return [a, b];
}

/** The checksum ends the data, before a line end or two. */
function hasChecksum(data: Uint8Array, checksum: number): boolean {
  for (let end = data.length; end >= data.length - 4 && end >= 4; end--) {
    const view = new DataView(data.buffer, data.byteOffset + end - 4, 4);
    if (view.getUint32(0) === checksum) return true;
  }
  return false;
}
