import type { Scalar } from '../../../schemas/kinds.ts';
import { type ParquetTableName, type Table, tables } from '../../../schemas/tables.ts';
import { GrowingBytes } from './growing-bytes.ts';
import { listHeader, lists } from './thrift.ts';

const physicalTypes: Readonly<Record<Scalar, number>> = { boolean: 0, int: 1, date: 1, double: 5, text: 6 };
const convertedTypes: Partial<Record<Scalar, number>> = { text: 0, date: 6 };
const orderOfType = new Uint8Array([0x1c, 0, 0]);

/** A column of plain values. */
export interface FlatColumn {
  readonly name: string;
  readonly kind: Scalar;
  readonly nullable: boolean;
  /** Type, encodings, path and codec of its metadata, without and with a dictionary. */
  readonly plain: Uint8Array;
  readonly dictionary: Uint8Array;
}

/** What a table's footer says whatever its rows are. */
export interface Layout {
  readonly columns: readonly FlatColumn[];
  /** Version and schema, the beginning of the footer. */
  readonly schema: Uint8Array;
  /** How bounds are ordered, the end of the footer. */
  readonly orders: Uint8Array;
}

function metadataStart(name: string, kind: Scalar, encodings: readonly number[]): Uint8Array {
  const out = new GrowingBytes();
  out.u8(0x15); // 1: type
  out.zigzag(physicalTypes[kind]);
  listHeader(out, 0x19, lists.i32, encodings.length); // 2: encodings
  for (const encoding of encodings) out.zigzag(encoding);
  listHeader(out, 0x19, lists.binary, 1); // 3: path in schema
  out.name(name);
  out.u8(0x15); // 4: codec, SNAPPY
  out.zigzag(1);
  return out.copy();
}

function schemaOf(columns: readonly { name: string; kind: Scalar; nullable: boolean }[]): Uint8Array {
  const out = new GrowingBytes();
  out.u8(0x15); // 1: version
  out.zigzag(1);
  listHeader(out, 0x19, lists.struct, columns.length + 1); // 2: schema, depth first
  out.u8(0x48); // 4: name
  out.name('schema');
  out.u8(0x15); // 5: number of children
  out.zigzag(columns.length);
  out.u8(0);
  for (const { name, kind, nullable } of columns) {
    out.u8(0x15); // 1: type
    out.zigzag(physicalTypes[kind]);
    out.u8(0x25); // 3: repetition
    out.zigzag(nullable ? 1 : 0);
    out.u8(0x18); // 4: name
    out.name(name);
    const converted = convertedTypes[kind];
    if (converted !== undefined) {
      out.u8(0x25); // 6: converted type
      out.zigzag(converted);
    }
    out.u8(0);
  }
  return out.copy();
}

function ordersOf(columns: number): Uint8Array {
  const out = new GrowingBytes();
  listHeader(out, 0x19, lists.struct, columns); // 7: order of bounds, as their types define it
  for (let column = 0; column < columns; column++) out.put(orderOfType);
  return out.copy();
}

function makeLayout(name: ParquetTableName): Layout | null {
  const { columns }: Table = tables[name];
  const flat = Object.entries(columns).flatMap(([column, { kind, nullable }]) =>
    typeof kind === 'string' ? [{ name: column, kind, nullable: nullable ?? false }] : [],
  );
  if (flat.length < Object.keys(columns).length) return null;
  const withStart = flat.map((column) => ({
    ...column,
    plain: metadataStart(column.name, column.kind, [0, 3]),
    dictionary: metadataStart(column.name, column.kind, [0, 3, 8]),
  }));
  return { columns: withStart, schema: schemaOf(flat), orders: ordersOf(flat.length) };
}

const layouts = new Map<ParquetTableName, Layout | null>();

/** The layout of a table, made once; null where a column is no plain value. */
export function layoutOf(table: ParquetTableName): Layout | null {
  const layout = layouts.get(table) ?? makeLayout(table);
  layouts.set(table, layout);
  return layout;
}
