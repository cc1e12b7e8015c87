import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { Scalar } from '../../schemas/kinds.ts';
import { byUtf8 } from '../store/order.ts';
import { GrowingBytes } from './small-parquet-bytes.ts';

/** A value as Parquet stores it: a day is a Date. */
export type Physical = string | number | boolean | Date;

/** What the footer says of a column that was written. */
export interface WrittenColumn {
  readonly dictionaryAt: number | null;
  readonly pageAt: number;
  readonly uncompressed: number;
  readonly compressed: number;
  readonly nulls: number;
  /** Least and greatest value as they are stored; null where there is none, or it would fill the footer. */
  readonly bounds: readonly [Uint8Array, Uint8Array] | null;
}

/** Pages shorter than this are stored as one Snappy literal: there is nothing to find in them. */
const tooShort = 60;
/** Longer text is no bound: what it rules out is not worth its place in the footer. */
const longestBound = 64;
const encodings = { plain: 0, rle: 3, dictionary: 8 } as const;
const pages = { data: 0, dictionary: 2 } as const;
const day = 86_400_000;

function refuse(kind: Scalar, value: Physical): never {
  throw new Error(`${JSON.stringify(value)} is no ${kind}`);
}

function whole(kind: Scalar, value: Physical): number {
  const number = value instanceof Date ? value.getTime() / day : value;
  return typeof number === 'number' && Number.isInteger(number) && (number | 0) === number ? number : refuse(kind, value);
}

function putPlain(out: GrowingBytes, kind: Scalar, values: readonly Physical[]): void {
  if (kind === 'boolean') putBits(out, values, 1, (value) => (typeof value === 'boolean' ? Number(value) : refuse(kind, value)));
  else for (const value of values) putOne(out, kind, value);
}

function putOne(out: GrowingBytes, kind: Exclude<Scalar, 'boolean'>, value: Physical): void {
  if (kind === 'text') out.text(typeof value === 'string' ? value : refuse(kind, value));
  else if (kind === 'double') out.f64(typeof value === 'number' ? value : refuse(kind, value));
  else out.i32(whole(kind, value));
}

/** Numbers of up to 16 bits each, the first in the lowest bits, filled up to whole groups of eight. */
function putBits<T>(out: GrowingBytes, items: readonly T[], width: number, bitsOf: (item: T) => number): void {
  let [held, bits] = [0, 0];
  for (let at = 0; at < items.length || at % 8 > 0; at++) {
    const item = items[at];
    if (item !== undefined) held |= bitsOf(item) << bits;
    for (bits += width; bits >= 8; bits -= 8) {
      out.u8(held & 255);
      held >>>= 8;
    }
  }
}

/** Parquet's hybrid of runs and packed bits: one run where all are alike, else all packed. */
function putHybrid(out: GrowingBytes, numbers: readonly number[], width: number): void {
  const [first = 0] = numbers;
  if (numbers.every((number) => number === first)) {
    out.varint(numbers.length * 2);
    for (let shift = 0; shift < width; shift += 8) out.u8((first >>> shift) & 255);
  } else {
    out.varint(Math.ceil(numbers.length / 8) * 2 + 1);
    putBits(out, numbers, width, (number) => number);
  }
}

function compressed(body: Uint8Array): Uint8Array {
  if (body.length >= tooShort) return snappyCompress(body);
  const literal = new Uint8Array(body.length === 0 ? 1 : body.length + 2);
  literal[0] = body.length;
  if (body.length > 0) {
    literal[1] = (body.length - 1) << 2;
    literal.set(body, 2);
  }
  return literal;
}

/** Write a page: its header in Thrift's compact protocol, then its body. Returns the two sizes the footer adds up. */
function putPage(out: GrowingBytes, kind: keyof typeof pages, body: Uint8Array, values: number, encoding: number): [number, number] {
  const packed = compressed(body);
  const start = out.length;
  out.u8(0x15); // 1: type
  out.zigzag(pages[kind]);
  out.u8(0x15); // 2: size
  out.zigzag(body.length);
  out.u8(0x15); // 3: size when compressed
  out.zigzag(packed.length);
  out.u8(kind === 'data' ? 0x2c : 0x4c); // 5: data page header, 7: dictionary page header
  out.u8(0x15); // 1: number of values
  out.zigzag(values);
  out.u8(0x15); // 2: encoding
  out.zigzag(encoding);
  if (kind === 'data') {
    // 3, 4: encodings of levels
    for (const _ of ['definition', 'repetition']) {
      out.u8(0x15);
      out.zigzag(encodings.rle);
    }
  }
  out.u8(0);
  out.u8(0);
  const header = out.length - start;
  out.put(packed);
  return [header + body.length, header + packed.length];
}

// Used by one column after the other, and never across an await.
const scratch = new GrowingBytes();
const levels = new GrowingBytes();

function bytesOf(kind: Scalar, value: Physical): Uint8Array {
  scratch.clear();
  putPlain(scratch, kind, [value]);
  return kind === 'text' ? scratch.copy().subarray(4) : scratch.copy();
}

const compare = (a: Physical, b: Physical): number =>
  typeof a === 'string' && typeof b === 'string' ? byUtf8(a, b) : a < b ? -1 : a > b ? 1 : 0;

function boundsOf(kind: Scalar, values: readonly Physical[]): WrittenColumn['bounds'] {
  let [least, most] = [values[0], values[0]];
  if (least === undefined || most === undefined || (kind === 'double' && values.some(Number.isNaN))) return null;
  for (const value of values) {
    if (compare(value, least) < 0) least = value;
    if (compare(value, most) > 0) most = value;
  }
  // Zero has two signs: the bounds hold both.
  const bounds = [bytesOf(kind, least === 0 && kind === 'double' ? -0 : least), bytesOf(kind, most === 0 ? 0 : most)] as const;
  return bounds.some(({ length }) => length > longestBound) ? null : bounds;
}

/** Values that repeat: each once, and for every value which of them it is. */
interface Dictionary {
  readonly values: readonly Physical[];
  readonly numbers: readonly number[];
}

/** The dictionary of a column; null where a value does not occur twice on average. */
function dictionaryOf(values: readonly Physical[]): Dictionary | null {
  if (values.length < 2) return null;
  const places = new Map<Physical, number>();
  const numbers: number[] = [];
  let [last, number]: [Physical | null, number] = [null, 0];
  for (const value of values) {
    if (value !== last) {
      number = places.get(value) ?? places.size;
      if (number === places.size) places.set(value, number);
      if (places.size * 2 > values.length) return null;
      last = value;
    }
    numbers.push(number);
  }
  return { values: [...places.keys()], numbers };
}

/** Write a column of one row group in one page; text that repeats gets a dictionary. */
export function putColumn(out: GrowingBytes, kind: Scalar, nullable: boolean, values: readonly (Physical | null)[]): WrittenColumn {
  const present = values.filter((value) => value !== null);
  const dictionary = kind === 'text' ? dictionaryOf(present) : null;
  const dictionaryAt = dictionary && out.length;
  const [size, packedSize] = dictionary ? putDictionary(out, kind, dictionary.values) : [0, 0];
  scratch.clear();
  if (nullable) putLevels(values, present.length);
  if (dictionary) {
    const width = Math.max(1, Math.ceil(Math.log2(dictionary.values.length)));
    scratch.u8(width);
    putHybrid(scratch, dictionary.numbers, width);
  } else putPlain(scratch, kind, present);
  const pageAt = out.length;
  const encoding = dictionary ? encodings.dictionary : encodings.plain;
  const [uncompressed, compressed] = putPage(out, 'data', scratch.from(0), values.length, encoding);
  const bounds = boundsOf(kind, dictionary ? dictionary.values : present);
  const nulls = values.length - present.length;
  return { dictionaryAt, pageAt, uncompressed: size + uncompressed, compressed: packedSize + compressed, nulls, bounds };
}

function putDictionary(out: GrowingBytes, kind: Scalar, values: readonly Physical[]): readonly [number, number] {
  scratch.clear();
  putPlain(scratch, kind, values);
  return putPage(out, 'dictionary', scratch.from(0), values.length, encodings.plain);
}

/** Which values are there, with the length before. */
function putLevels(values: readonly (Physical | null)[], present: number): void {
  levels.clear();
  if (present === 0 || present === values.length) {
    levels.varint(values.length * 2);
    levels.u8(present === 0 ? 0 : 1);
  } else {
    levels.varint(Math.ceil(values.length / 8) * 2 + 1);
    putBits(levels, values, 1, (value) => (value === null ? 0 : 1));
  }
  scratch.u32(levels.length);
  scratch.put(levels.from(0));
}
