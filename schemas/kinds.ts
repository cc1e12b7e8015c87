import * as z from './zod.ts';

/** What one logical kind is in every system that holds or describes our data. */
export interface Kind {
  readonly zod: z.ZodMiniType;
  /** Physical and converted type of the Parquet leaf. */
  readonly parquet: { readonly type: 'BYTE_ARRAY' | 'INT32' | 'DOUBLE' | 'BOOLEAN'; readonly converted_type?: 'UTF8' | 'DATE' };
  /** Glue, Athena DDL. */
  readonly hive: string;
  readonly trino: string;
  readonly duckdb: string;
  /** Type of a Table Schema field (Data Package v2). */
  readonly tableSchema: string;
}

/** The one place where a logical kind meets a physical type: a kind that lacks a target does not compile. */
export const kinds = {
  text: {
    zod: z.string(),
    parquet: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    hive: 'string',
    trino: 'varchar',
    duckdb: 'VARCHAR',
    tableSchema: 'string',
  },
  // INT32, not INT64: readers in JavaScript get numbers instead of BigInt, and no count of a report comes near 2^31.
  int: { zod: z.int32(), parquet: { type: 'INT32' }, hive: 'int', trino: 'integer', duckdb: 'INTEGER', tableSchema: 'integer' },
  double: { zod: z.number(), parquet: { type: 'DOUBLE' }, hive: 'double', trino: 'double', duckdb: 'DOUBLE', tableSchema: 'number' },
  boolean: {
    zod: z.boolean(),
    parquet: { type: 'BOOLEAN' },
    hive: 'boolean',
    trino: 'boolean',
    duckdb: 'BOOLEAN',
    tableSchema: 'boolean',
  },
  // In rows a date is the text `2021-01-06`; only Parquet counts days.
  date: {
    zod: z.iso.date(),
    parquet: { type: 'INT32', converted_type: 'DATE' },
    hive: 'date',
    trino: 'date',
    duckdb: 'DATE',
    tableSchema: 'date',
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** Name of a scalar kind. */
export type Scalar = keyof typeof kinds;

/** Type of a column: a scalar, a list, or a struct with named fields. */
export type Type = Scalar | { readonly list: Type } | { readonly struct: { readonly [field: string]: Type } };

/** The TypeScript value of a type, as it stands in a row. */
export type ValueOf<T> = T extends Scalar
  ? z.infer<(typeof kinds)[T]['zod']>
  : T extends { readonly list: infer E }
    ? readonly ValueOf<E>[]
    : T extends { readonly struct: infer F }
      ? { readonly [K in keyof F]: ValueOf<F[K]> }
      : never;
