import type { CodeListName, CodeOf } from '../codes.ts';
import type { Unit } from '../forms/index.ts';
import type { Type, ValueOf } from '../kinds.ts';

/** A sentence in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A published column. `zh` and `en` are its label; null stands for "the source does not say". */
export interface Column extends Text {
  readonly kind: Type;
  readonly nullable?: true;
  /** The closed list its codes are from. */
  readonly codes?: CodeListName;
  readonly unit?: Unit;
  /** Clause of the Regulations or the form behind the number. */
  readonly article?: string;
  readonly note?: Text;
}

/** A key in the path of an object, and how Athena finds its values without a crawler (partition projection). */
export interface Partition extends Text {
  readonly kind: 'text' | 'int';
  readonly projection: { readonly type: 'injected' } | { readonly type: 'integer'; readonly from: number; readonly to: number };
}

/** Columns that name one row of another table. */
export interface Reference<C extends string = string> {
  readonly columns: readonly C[];
  readonly table: string;
  readonly to: readonly string[];
}

/** A published table (contract 2). */
export interface Table<C extends string = string> extends Text {
  readonly about: Text;
  /** Object key with its path keys in braces (contract 3); `.json` holds one report object a line. */
  readonly file: string;
  readonly partitions: { readonly [key: string]: Partition };
  readonly columns: { readonly [name in C]: Column };
  /** Order of rows in a file; text compares by code unit. */
  readonly sort: readonly C[];
  /** Columns whose values together occur once; null counts as a value. */
  readonly key: readonly C[];
  readonly references: readonly Reference<C>[];
}

/** Type of a column's value in a row. */
export type ColumnValue<C> =
  | (C extends { readonly codes: infer L extends CodeListName } ? CodeOf<L> : C extends { readonly kind: infer K } ? ValueOf<K> : never)
  | (C extends { readonly nullable: true } ? null : never);

/** Declare a table; a sort, key or reference column that the table has not does not compile. */
export const table = <const C extends { readonly [name: string]: Column }, const P extends { readonly [key: string]: Partition }>(
  declaration: Omit<Table<keyof C & string>, 'columns' | 'partitions'> & { readonly columns: C; readonly partitions: P },
) => declaration;
