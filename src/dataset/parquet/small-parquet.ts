import type { Scalar } from '../../../schemas/kinds.ts';
import { type ParquetTableName, type Row, type Table, tables } from '../../../schemas/tables.ts';
import { parquetColumns } from '../../derive/parquet.ts';
import { putColumn, type WrittenColumn } from './column-chunk.ts';
import { GrowingBytes, putName } from './growing-bytes.ts';
import type { Physical } from './values.ts';

// Tables of one row group: a library made for any file spends its time on the footers of small ones, and on comparing every
// value for the bounds where a dictionary holds each once. One page a column, Snappy; what does not depend on the rows is
// made once. https://parquet.apache.org/docs/file-format

const magic = new TextEncoder().encode('PAR1');
const physicalTypes: Readonly<Record<Scalar, number>> = { boolean: 0, int: 1, date: 1, double: 5, text: 6 };
const convertedTypes: Partial<Record<Scalar, number>> = { text: 0, date: 6 };
const orderOfType = new Uint8Array([0x1c, 0, 0]);

interface FlatColumn {
  readonly name: string;
  readonly kind: Scalar;
  readonly nullable: boolean;
  /** Type, encodings, path and codec of its metadata, without and with a dictionary. */
  readonly plain: Uint8Array;
  readonly dictionary: Uint8Array;
}

interface Layout {
  readonly columns: readonly FlatColumn[];
  /** Version and schema, the beginning of the footer. */
  readonly schema: Uint8Array;
}

function listHeader(out: GrowingBytes, field: number, type: number, count: number): void {
  out.u8(field);
  if (count < 15) out.u8(count * 16 + type);
  else {
    out.u8(0xf0 + type);
    out.varint(count);
  }
}

const lists = { i32: 5, binary: 8, struct: 12 } as const;

function metadataStart(name: string, kind: Scalar, encodings: readonly number[]): Uint8Array {
  const out = new GrowingBytes();
  out.u8(0x15); // 1: type
  out.zigzag(physicalTypes[kind]);
  listHeader(out, 0x19, lists.i32, encodings.length); // 2: encodings
  for (const encoding of encodings) out.zigzag(encoding);
  listHeader(out, 0x19, lists.binary, 1); // 3: path in schema
  putName(out, name);
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
  putName(out, 'schema');
  out.u8(0x15); // 5: number of children
  out.zigzag(columns.length);
  out.u8(0);
  for (const { name, kind, nullable } of columns) {
    out.u8(0x15); // 1: type
    out.zigzag(physicalTypes[kind]);
    out.u8(0x25); // 3: repetition
    out.zigzag(nullable ? 1 : 0);
    out.u8(0x18); // 4: name
    putName(out, name);
    const converted = convertedTypes[kind];
    if (converted !== undefined) {
      out.u8(0x25); // 6: converted type
      out.zigzag(converted);
    }
    out.u8(0);
  }
  return out.copy();
}

function layoutOf(name: ParquetTableName): Layout | null {
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
  return { columns: withStart, schema: schemaOf(flat) };
}

const layouts = new Map<ParquetTableName, Layout | null>();

function known(table: ParquetTableName): Layout | null {
  const layout = layouts.get(table) ?? layoutOf(table);
  layouts.set(table, layout);
  return layout;
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
      out.varint(bound.length);
      out.put(bound);
    }
  }
  for (const _ of ['statistics', 'metadata', 'chunk']) out.u8(0);
}

function putFooter(
  out: GrowingBytes,
  { columns, schema }: Layout,
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
  putName(out, createdBy);
  listHeader(out, 0x19, lists.struct, columns.length); // 7: order of bounds, as their types define it
  for (const _ of columns) out.put(orderOfType);
  out.u8(0);
  out.u32(out.length - start);
}

/** A table of one row group as Parquet; null where a column is no plain value, and the general writer has to do it. */
export function smallParquet<T extends ParquetTableName>(table: T, rows: readonly Row<T>[], createdBy: string): Uint8Array | null {
  const layout = known(table);
  if (layout === null) return null;
  const out = new GrowingBytes();
  out.put(magic);
  const data = parquetColumns(table, rows);
  const written = layout.columns.map(({ name, kind, nullable }, n) => {
    try {
      // What `parquetColumns` gives for a plain column; each value is checked when it is written.
      return putColumn(out, kind, nullable, (data[n]?.data ?? []) as (Physical | null)[]);
    } catch (error) {
      throw new Error(`${table}.${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  });
  putFooter(out, layout, rows.length, written, createdBy);
  out.put(magic);
  return out.copy();
}
