import type { GrowingBytes } from './growing-bytes.ts';

/** Types of a list's elements, as Thrift's compact protocol numbers them. */
export const lists = { i32: 5, binary: 8, struct: 12 } as const;

/** The field and header of a list with so many elements. */
export function listHeader(out: GrowingBytes, field: number, type: number, count: number): void {
  out.u8(field);
  if (count < 15) out.u8(count * 16 + type);
  else {
    out.u8(0xf0 + type);
    out.varint(count);
  }
}
