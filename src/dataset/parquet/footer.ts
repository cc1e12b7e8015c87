import type { Scalar } from '../../../schemas/kinds.ts';
import type { WrittenColumn } from './column-chunk.ts';
import type { GrowingBytes } from './growing-bytes.ts';
import type { FlatColumn, Layout } from './layout.ts';
import { listHeader, lists } from './thrift.ts';
import { type Physical, putPlain } from './values.ts';

/** Bytes of one value; text says its own. */
const lengths: Readonly<Record<Scalar, number>> = { boolean: 1, int: 4, date: 4, double: 8, text: 0 };

/** A bound as its column stores values, its length before it. */
function putBound(out: GrowingBytes, kind: Scalar, bound: Physical): void {
  if (typeof bound === 'string') out.name(bound);
  else {
    out.varint(lengths[kind]);
    putPlain(out, kind, [bound]);
  }
}

function putChunk(out: GrowingBytes, column: FlatColumn, rows: number, written: WrittenColumn): void {
  const numbers = (field: number, value: number) => {
    out.u8(field);
    out.zigzag(value);
  };
  numbers(0x26, written.dictionaryAt ?? written.pageAt); // 2: offset in the file
  out.u8(0x1c); // 3: metadata
  out.put(written.dictionaryAt === null ? column.plain : column.dictionary);
  numbers(0x16, rows); // 5: number of values
  numbers(0x16, written.uncompressed); // 6
  numbers(0x16, written.compressed); // 7
  numbers(0x26, written.pageAt); // 9: first data page
  if (written.dictionaryAt !== null) numbers(0x26, written.dictionaryAt); // 11
  out.u8(written.dictionaryAt === null ? 0x3c : 0x1c); // 12: statistics
  numbers(0x36, written.nulls); // 3
  if (written.bounds) {
    const [least, most] = written.bounds;
    for (const [field, bound] of [[0x28, most] as const, [0x18, least] as const]) {
      out.u8(field); // 5: greatest, 6: least value
      putBound(out, column.kind, bound);
    }
  }
  for (const _ of ['statistics', 'metadata', 'chunk']) out.u8(0);
}

/** Write the footer of a table in one row group: what it says of its columns, and its own length. */
export function putFooter(
  out: GrowingBytes,
  { columns, schema, orders }: Layout,
  rows: number,
  written: readonly WrittenColumn[],
  createdBy: string,
): void {
  const start = out.length;
  out.put(schema);
  out.u8(0x16); // 3: number of rows
  out.zigzag(rows);
  listHeader(out, 0x19, lists.struct, 1); // 4: row groups
  listHeader(out, 0x19, lists.struct, columns.length); // 1: columns
  for (const [n, column] of columns.entries()) {
    const one = written[n];
    if (one) putChunk(out, column, rows, one);
  }
  out.u8(0x16); // 2: bytes
  out.zigzag(written.reduce((sum, { uncompressed }) => sum + uncompressed, 0));
  out.u8(0x16); // 3: rows
  out.zigzag(rows);
  out.u8(0);
  out.u8(0x28); // 6: created by
  out.name(createdBy);
  out.put(orders);
  out.u8(0);
  out.u32(out.length - start);
}
