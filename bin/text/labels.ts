import { allForms, type Label } from '../../schemas/forms/index.ts';
import type { Text } from './language.ts';

const labels = new Map<string, Text>();

// Under the form's own id and under none: there later forms win, so that a row both print is called as today's form calls it.
function put(form: string, key: string, { zh, en }: Omit<Label, 'variants'>): void {
  labels.set(`${form} ${key}`, { zh, en });
  labels.set(` ${key}`, { zh, en });
}

for (const { id, tables } of allForms)
  for (const table of tables) {
    put(id, table.table, table.heading);
    for (const { rows, columns } of table.groups)
      for (const row of rows) {
        put(id, `${table.table}.${row.code}`, row);
        for (const column of columns) put(id, `${table.table}.${row.code}.${column.code}`, column);
      }
    for (const heading of table.headings) {
      if (!heading.subtotal) continue;
      put(id, `${table.table}.${heading.subtotal}`, heading);
      for (const column of table.groups[0]?.columns ?? []) put(id, `${table.table}.${heading.subtotal}.${column.code}`, column);
    }
  }

function named(form: string | null, key: string, name: string): Text {
  return labels.get(`${form ?? ''} ${key}`) ?? labels.get(` ${key}`) ?? { zh: name, en: name };
}

/** Heading of a table as the form prints it. */
export const tableLabel = (table: string, form: string | null): Text => named(form, table, table);

/** Label of a row as the form prints it; an unknown one is called by its code. */
export const rowLabel = (table: string, row: string, form: string | null): Text => named(form, `${table}.${row}`, row);

/** Label of a column in a row; an unknown one is called by its code. */
export const columnLabel = (table: string, row: string, column: string, form: string | null): Text =>
  named(form, `${table}.${row}.${column}`, column);
