import type { Scalar } from '../../../schemas/kinds.ts';
import type { GrowingBytes } from './growing-bytes.ts';

/** A value as Parquet stores it: a day is a Date. */
export type Physical = string | number | boolean | Date;

const day = 86_400_000;

function refuse(kind: Scalar, value: Physical): never {
  throw new Error(`${JSON.stringify(value)} is no ${kind}`);
}

function whole(kind: Scalar, value: Physical): number {
  const number = value instanceof Date ? value.getTime() / day : value;
  return typeof number === 'number' && Number.isInteger(number) && (number | 0) === number ? number : refuse(kind, value);
}

/** Values one after the other, as Parquet's PLAIN encoding has them. */
export function putPlain(out: GrowingBytes, kind: Scalar, values: readonly Physical[]): void {
  if (kind === 'boolean') putBits(out, values, 1, (value) => (typeof value === 'boolean' ? Number(value) : refuse(kind, value)));
  else for (const value of values) putOne(out, kind, value);
}

function putOne(out: GrowingBytes, kind: Exclude<Scalar, 'boolean'>, value: Physical): void {
  if (kind === 'text') out.text(typeof value === 'string' ? value : refuse(kind, value));
  else if (kind === 'double') out.f64(typeof value === 'number' ? value : refuse(kind, value));
  else out.i32(whole(kind, value));
}

/** Numbers of up to 16 bits each, the first in the lowest bits, filled up to whole groups of eight. */
export function putBits<T>(out: GrowingBytes, items: readonly T[], width: number, bitsOf: (item: T) => number): void {
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

/** Shorter runs cost more than their numbers packed; packed numbers come in groups of as many. */
const group = 8;

/** Parquet's hybrid: numbers that repeat as runs, those between them packed. */
export function putHybrid(out: GrowingBytes, numbers: readonly number[], width: number): void {
  let written = 0;
  for (let at = 0; at < numbers.length; ) {
    const end = endOfRun(numbers, at);
    if (end - at < group) at += group;
    else {
      putPacked(out, numbers.slice(written, at), width);
      putRun(out, numbers[at] ?? 0, end - at, width);
      written = end;
      at = end;
    }
  }
  putPacked(out, numbers.slice(written), width);
}

function endOfRun(numbers: readonly number[], start: number): number {
  let end = start + 1;
  while (end < numbers.length && numbers[end] === numbers[start]) end++;
  return end;
}

function putRun(out: GrowingBytes, number: number, count: number, width: number): void {
  out.varint(count * 2);
  for (let shift = 0; shift < width; shift += 8) out.u8((number >>> shift) & 255);
}

function putPacked(out: GrowingBytes, numbers: readonly number[], width: number): void {
  if (numbers.length === 0) return;
  out.varint(Math.ceil(numbers.length / group) * 2 + 1);
  putBits(out, numbers, width, (number) => number);
}
