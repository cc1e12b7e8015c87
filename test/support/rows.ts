import { codeLists } from '../../schemas/codes.ts';
import type { Type } from '../../schemas/kinds.ts';
import { type Column, type ParquetTableName, type Row, type Table, tables } from '../../schemas/tables.ts';
import { rowSchema } from '../../src/derive/zod.ts';

/** A value of a type that differs with `n`; extremes of the type are among the first. */
function madeValue(type: Type, n: number): unknown {
  if (type === 'text') return ['', '“其他” 与\t制表符\n', '𠀀', `文本${n}`][Math.min(n, 3)];
  if (type === 'int') return [0, -2147483648, 2147483647, n][Math.min(n, 3)];
  if (type === 'double') return [0, -18.5, 13575394432.52, n / 3][Math.min(n, 3)];
  if (type === 'boolean') return n % 2 === 0;
  if (type === 'date') return ['1970-01-01', '2000-02-29', '2040-12-31', `20${String(n % 30).padStart(2, '0')}-06-15`][Math.min(n, 3)];
  if ('list' in type) return Array.from({ length: n % 3 }, (_, i) => madeValue(type.list, n + i));
  return Object.fromEntries(Object.entries(type.struct).map(([name, of]) => [name, madeValue(of, n)]));
}

function cellOf({ kind, codes, nullable }: Column, n: number, column: number): unknown {
  if (nullable && (n + column) % 3 === 0) return null;
  if (codes === undefined) return madeValue(kind, n);
  const list = Object.keys(codeLists[codes]);
  return list[n % list.length];
}

/** Made-up rows of a table with every kind of value and nulls in every nullable column; `fixed` columns are the same in all. */
export function madeRows<T extends ParquetTableName>(name: T, count: number, fixed: Readonly<Record<string, unknown>> = {}): Row<T>[] {
  const { columns }: Table = tables[name];
  const schema = rowSchema(name);
  return Array.from({ length: count }, (_, n) => {
    const cells = Object.entries(columns).map(([column, declared], i) => [column, fixed[column] ?? cellOf(declared, n, i)] as const);
    return schema.parse(Object.fromEntries(cells)) as Row<T>;
  });
}
