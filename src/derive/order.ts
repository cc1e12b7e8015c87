import { type Table, type TableName, tables } from '../../schemas/tables.ts';

/** A row as its columns by name. */
export type Cells = { readonly [column: string]: unknown };

function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  // Null sorts first, so that the order is total over nullable columns too.
  if (left === null || left === undefined) return -1;
  if (right === null || right === undefined) return 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left) < String(right) ? -1 : 1;
}

/** Comparison of two rows in the declared order of their table: text by code unit, numbers by value, null first. */
export function rowOrder(name: TableName): (left: Cells, right: Cells) => number {
  const { sort }: Table = tables[name];
  return (left, right) => {
    for (const column of sort) {
      const order = compareValues(left[column], right[column]);
      if (order !== 0) return order;
    }
    return 0;
  };
}
