import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../generate/random.ts';

// Files damaged at random: bytes flipped, cut, doubled, spliced; and, where a container would only notice its wrong checksum, parts
// damaged inside and packed again.

/** One item of a list; undefined only of an empty one. */
export const oneOf = <T>(random: Random, items: readonly T[]): T | undefined => items[random.int(0, items.length - 1)];

const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0xfffffffe];
const numbers = ['0', '-1', '1', '9', '255', '65536', '1048576', '99999999', '4294967295', '1e9', '', 'x'];

/** One to six injuries to the bytes of a file; `donor` lends bytes to splice in. */
export function mutateBytes(random: Random, bytes: Uint8Array, donor: Uint8Array): Uint8Array {
  let hurt: Uint8Array = Uint8Array.from(bytes);
  // Half of the files keep their length, so that what points into them still points at something.
  const inPlace = random.chance(0.5);
  for (let n = random.int(1, inPlace ? 3 : 6); n > 0 && hurt.length > 8; n--) {
    const at = random.int(0, hurt.length - 5);
    if (inPlace || random.chance(0.5)) overwrite(random, hurt, at);
    else hurt = moved(random, hurt, at, donor);
  }
  return hurt;
}

function overwrite(random: Random, bytes: Uint8Array, at: number): void {
  const kind = random.int(0, 4);
  if (kind === 0) bytes[at] = random.int(0, 255);
  else if (kind === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
  else if (kind === 2) new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).setUint32(at, oneOf(random, extremes) ?? 0, true);
  else if (kind === 3) bytes.fill(0, at, at + random.int(1, 64));
  else for (let n = at; n < Math.min(bytes.length, at + 8); n++) bytes[n] = random.int(0, 255);
}

function moved(random: Random, bytes: Uint8Array, at: number, donor: Uint8Array): Uint8Array {
  const until = at + random.int(1, 400);
  switch (random.int(0, 3)) {
    case 0:
      return joined(bytes.subarray(0, at), bytes.subarray(until));
    case 1:
      return joined(bytes.subarray(0, at), bytes.subarray(at, until), bytes.subarray(at));
    case 2:
      return bytes.slice(0, at);
    default:
      return joined(bytes.subarray(0, at), donor.subarray(at % donor.length).subarray(0, until - at), bytes.subarray(at));
  }
}

/** A PDF damaged in its objects only: behind its compressed streams a checksum stands guard. */
export function mutateObjects(random: Random, bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = [...text.matchAll(/\d+ 0 obj[\s\S]*?(?:endobj|stream)|(?:xref|trailer)[\s\S]*$/g)];
  const hurt: Uint8Array = Uint8Array.from(bytes);
  for (let n = random.int(1, 4); n > 0; n--) {
    const object = oneOf(random, objects);
    if (object) overwriteDigits(random, hurt, object.index, object.index + object[0].length);
  }
  return hurt;
}

/** Figures and names of an object changed in place. */
function overwriteDigits(random: Random, bytes: Uint8Array, from: number, to: number): void {
  const at = random.int(from, to - 1);
  const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
  if (isDigit(bytes[at])) bytes[at] = random.int(0x30, 0x39);
  else bytes[at] = random.int(0x20, 0x7e);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A zip with one of its XML parts damaged, sound as a container. */
export function mutateInside(random: Random, bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  const name = oneOf(random, names) ?? '';
  let text = strFromU8(parts[name] ?? new Uint8Array());
  for (let n = random.int(1, 4); n > 0; n--) text = mutateMarkup(random, text);
  return zipSync({ ...parts, [name]: strToU8(text) }, { level: 1 });
}

/** Tags dropped, doubled and moved, numbers made extreme: well-formed or not. */
export function mutateMarkup(random: Random, text: string): string {
  const tags = [...text.matchAll(/<[^>]{1,300}>/g)];
  const tag = oneOf(random, tags);
  if (!tag) return text;
  const at = tag.index;
  const [own] = tag;
  switch (random.int(0, 5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + own.length);
    case 1:
      return text.slice(0, at) + own.repeat(random.int(2, 2000)) + text.slice(at + own.length);
    case 2: {
      const other = oneOf(random, tags)?.[0] ?? '';
      return text.slice(0, at) + other + text.slice(at + own.length);
    }
    case 3:
      return text.slice(0, at) + own.replace(/\d+/, () => oneOf(random, numbers) ?? '') + text.slice(at + own.length);
    case 4: {
      const until = oneOf(random, tags)?.index ?? at;
      const [from, to] = at < until ? [at, until] : [until, at];
      return to - from > 20_000 ? text : text.slice(0, to) + text.slice(from, to).repeat(random.int(1, 30)) + text.slice(to);
    }
    default:
      return text.slice(0, at) + String.fromCharCode(random.int(1, 0x2ff)) + text.slice(at);
  }
}
