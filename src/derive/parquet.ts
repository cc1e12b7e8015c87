import type { SchemaElement } from 'hyparquet';
import { kinds, type Type } from '../../schemas/kinds.ts';
import { type Column, type ParquetTableName, type Row, type Table, tables } from '../../schemas/tables.ts';

type Repetition = 'REQUIRED' | 'OPTIONAL';

/** Schema elements of one field, depth first, as Parquet lists them; a list has the three levels of its specification. */
function elements(name: string, type: Type, repetition_type: Repetition): readonly SchemaElement[] {
  if (typeof type === 'string') return [{ name, repetition_type, ...kinds[type].parquet }];
  if ('list' in type) {
    return [
      { name, repetition_type, num_children: 1, converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elements('element', type.list, 'OPTIONAL'),
    ];
  }
  const fields = Object.entries(type.struct);
  return [{ name, repetition_type, num_children: fields.length }, ...fields.flatMap(([field, of]) => elements(field, of, 'OPTIONAL'))];
}

const listed = new Map<ParquetTableName, readonly (readonly [string, Column])[]>();

/** The columns of a table; listed once, since tables of one row are many. */
function columnsOf(name: ParquetTableName): readonly (readonly [string, Column])[] {
  const { columns }: Table = tables[name];
  const known = listed.get(name) ?? Object.entries(columns);
  listed.set(name, known);
  return known;
}

/** The `schema` option of hyparquet-writer for a table: typed columns, REQUIRED unless the declaration says nullable. */
export function parquetSchema(name: ParquetTableName): SchemaElement[] {
  const columns = columnsOf(name);
  const root: SchemaElement = { name: 'schema', num_children: columns.length };
  return [root, ...columns.flatMap(([column, { kind, nullable }]) => elements(column, kind, nullable ? 'OPTIONAL' : 'REQUIRED'))];
}

function dayOf(value: unknown): Date {
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) throw new Error(`is no calendar date: ${value}`);
  return day;
}

/** The values of a column: what the writer wants for a date is a Date; every other value stays as it stands in the row. */
function valuesOf(column: string, { kind, nullable }: Column, rows: readonly { readonly [column: string]: unknown }[]): unknown[] {
  const values = rows.map((row) => row[column] ?? null);
  if (!nullable && values.includes(null)) throw new Error('has no value, though the column is not nullable');
  return kind === 'date' ? values.map((value) => value && dayOf(value)) : values;
}

/**
 * The `columnData` option of hyparquet-writer for rows of a table, in declared order. A missing value in a required column
 * and a day that does not exist are refused here, a number that does not fit its type by the writer.
 */
export function parquetColumns<T extends ParquetTableName>(name: T, rows: readonly Row<T>[]): { name: string; data: unknown[] }[] {
  const plain: readonly { readonly [column: string]: unknown }[] = rows;
  return columnsOf(name).map(([column, declared]) => {
    try {
      return { name: column, data: valuesOf(column, declared, plain) };
    } catch (error) {
      throw new Error(`${name}.${column} ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  });
}
