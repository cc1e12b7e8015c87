import type { Scalar } from '../../../schemas/kinds.ts';
import { byUtf8 } from '../../key-order.ts';
import { encodings, putPage } from './data-page.ts';
import { GrowingBytes } from './growing-bytes.ts';
import { type Physical, putBits, putHybrid, putPlain } from './values.ts';

/** What the footer says of a column that was written. */
export interface WrittenColumn {
  readonly dictionaryAt: number | null;
  readonly pageAt: number;
  readonly uncompressed: number;
  readonly compressed: number;
  readonly nulls: number;
  /** Least and greatest value; null where there is none, or it would fill the footer. */
  readonly bounds: readonly [Physical, Physical] | null;
}

/** In bytes. Longer text is no bound: what it rules out is not worth its place in the footer. */
const longestBound = 64;
// Used by one column after the other, and never across an await.
const scratch = new GrowingBytes();
const levels = new GrowingBytes();

const isBefore = (a: Physical, b: Physical): boolean => (typeof a === 'string' && typeof b === 'string' ? byUtf8(a, b) < 0 : a < b);

const isLong = (value: Physical): boolean => typeof value === 'string' && Buffer.byteLength(value) > longestBound;

function boundsOf(kind: Scalar, values: readonly Physical[]): WrittenColumn['bounds'] {
  let [least, most] = [values[0], values[0]];
  if (least === undefined || most === undefined || (kind === 'double' && values.some(Number.isNaN))) return null;
  for (const value of values) {
    if (isBefore(value, least)) least = value;
    else if (isBefore(most, value)) most = value;
  }
  if (isLong(least) || isLong(most)) return null;
  // Zero has two signs: the bounds hold both.
  return [least === 0 && kind === 'double' ? -0 : least, most === 0 ? 0 : most];
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

const isFull = (values: readonly (Physical | null)[]): values is readonly Physical[] => !values.includes(null);

/** Write a column of one row group in one page; text and whole numbers that repeat get a dictionary. */
export function putColumn(out: GrowingBytes, kind: Scalar, nullable: boolean, values: readonly (Physical | null)[]): WrittenColumn {
  const present = isFull(values) ? values : values.filter((value) => value !== null);
  const dictionary = kind === 'text' || kind === 'int' ? dictionaryOf(present) : null;
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
  const [uncompressed, compressed] = putPage(out, 'data', scratch, values.length, encoding);
  const bounds = boundsOf(kind, dictionary ? dictionary.values : present);
  const nulls = values.length - present.length;
  return { dictionaryAt, pageAt, uncompressed: size + uncompressed, compressed: packedSize + compressed, nulls, bounds };
}

function putDictionary(out: GrowingBytes, kind: Scalar, values: readonly Physical[]): readonly [number, number] {
  scratch.clear();
  putPlain(scratch, kind, values);
  return putPage(out, 'dictionary', scratch, values.length, encodings.plain);
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
  scratch.putAll(levels);
}
