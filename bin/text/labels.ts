import { type Form, forms, type Label, type TableCode } from '../../schemas/forms/index.ts';
import type { Text } from './language.ts';

/** Printed labels of one cell code: its table, row and column. */
export interface CellLabels {
  readonly table: TableCode;
  readonly row: Text;
  readonly column: Text;
}

const labels = new Map<string, Text>();
const put = (key: string, { zh, en }: Omit<Label, 'variants'>) => void labels.set(key, { zh, en });

// Later forms win, so that a row that both print is called as today's form calls it.
const known: readonly Form[] = forms;
for (const { tables } of known)
  for (const table of tables) {
    put(table.table, table.heading);
    for (const heading of table.headings) if (heading.subtotal) put(`${table.table}.${heading.subtotal}`, heading);
    for (const group of table.groups)
      for (const row of group.rows) {
        put(`${table.table}.${row.code}`, row);
        for (const column of group.columns) put(`${table.table}.${row.code}.${column.code}`, column);
      }
    for (const heading of table.headings)
      for (const column of table.groups[0]?.columns ?? []) put(`${table.table}.${heading.subtotal}.${column.code}`, column);
  }

const named = (key: string, name: string): Text => labels.get(key) ?? { zh: name, en: name };

/** Heading of a table as the form prints it. */
export const tableLabel = (table: string): Text => named(table, table);

/** Label of a row; an unknown one is called by its code. */
export const rowLabel = (table: string, row: string): Text => named(`${table}.${row}`, row);

/** Label of a column in a row; an unknown one is called by its code. */
export const columnLabel = (table: string, row: string, column: string): Text => named(`${table}.${row}.${column}`, column);
