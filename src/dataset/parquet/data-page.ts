import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { GrowingBytes } from './growing-bytes.ts';

/** Pages shorter than this are stored as one Snappy literal: there is nothing to find in them. */
const tooShort = 60;
/** Encodings by the numbers Parquet gives them. */
export const encodings = { plain: 0, rle: 3, dictionary: 8 } as const;
const pages = { data: 0, dictionary: 2 } as const;

const literalLength = (length: number): number => (length === 0 ? 1 : length + 2);

function putLiteral(out: GrowingBytes, body: GrowingBytes): void {
  out.u8(body.length);
  if (body.length > 0) out.u8((body.length - 1) << 2);
  out.putAll(body);
}

/** Write a page: its header in Thrift's compact protocol, then its body. Returns the two sizes the footer adds up. */
export function putPage(
  out: GrowingBytes,
  kind: keyof typeof pages,
  body: GrowingBytes,
  values: number,
  encoding: number,
): [number, number] {
  const packed = body.length < tooShort ? null : snappyCompress(body.from(0));
  const packedLength = packed?.length ?? literalLength(body.length);
  const start = out.length;
  out.u8(0x15); // 1: type
  out.zigzag(pages[kind]);
  out.u8(0x15); // 2: size
  out.zigzag(body.length);
  out.u8(0x15); // 3: size when compressed
  out.zigzag(packedLength);
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
  if (packed === null) putLiteral(out, body);
  else out.put(packed);
  return [header + body.length, header + packedLength];
}
