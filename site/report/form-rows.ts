import { h, table } from '../dom.ts';
import { say, t } from '../language.ts';
import type { ExamplesFile, FormLabel, FormsFile, Text } from '../published.ts';
import { exampleOf } from './example.ts';

type Form = FormsFile['forms'][number];

interface Printed {
  readonly code: string;
  /** The line above it and its like, as "(三)不予公开". */
  readonly under: Text | null;
  readonly label: Text;
  readonly article: string;
  readonly forms: readonly string[];
  readonly columns: readonly FormLabel[];
}

/** The groups of a table of a form, with the lines above several rows. */
const groupsOf = ({ tables }: Form, table: string) =>
  tables.filter((one) => one.table === table).flatMap(({ groups, headings }) => groups.map((group) => ({ ...group, headings })));

/** Rows of a table of the forms: each code once, with the forms that print it and the columns it has there. */
function rowsOf({ forms }: FormsFile, table: string): Printed[] {
  const rows = new Map<string, Printed>();
  for (const form of forms.toReversed()) {
    for (const { columns, rows: printed, headings } of groupsOf(form, table)) {
      for (const { code, zh, en, article, subtotal } of printed) {
        const held = rows.get(code);
        rows.set(code, {
          code,
          under: held?.under ?? headings.find((heading) => subtotal !== undefined && heading.subtotal === subtotal) ?? null,
          label: held?.label ?? { zh, en },
          article: held?.article || article,
          forms: [form.id, ...(held?.forms ?? [])],
          columns: held?.columns ?? columns,
        });
      }
    }
  }
  return [...rows.values()];
}

const columnsOf = ({ columns }: Printed): string => columns.map((column) => `${column.code} (${say(column)})`).join(', ');

function rowsTable(name: string, caption: string, rows: readonly Printed[], examples: ExamplesFile): HTMLElement[] {
  // Where all rows have the same columns these are shown once.
  const [columns = '', ...others] = new Set(rows.map(columnsOf));
  const apart = others.length > 0;
  const shown = table(
    caption,
    [
      { label: 'row_code', show: (row: Printed) => h('code', {}, row.code) },
      { label: t('印作', 'Printed as'), show: ({ label }) => say(label) },
      { label: t('例', 'Example'), show: ({ code }) => exampleOf(examples.rows[`${name}.${code}`]) },
      ...(apart ? [{ label: 'column_code', show: columnsOf }] : []),
      { label: t('表格', 'Forms'), show: ({ forms }) => forms.join(', ') },
      { label: t('条文', 'Clause'), show: ({ article }) => article },
    ],
    rows,
  );
  return apart ? [shown] : [h('p', { class: 'note' }, `column_code: ${columns}`), shown];
}

/** What the codes of a cell stand for: the printed row, its columns, the forms that have it. */
export function formRows(file: FormsFile, examples: ExamplesFile, asked: string): HTMLElement[] {
  const tables = new Map(file.forms.toReversed().flatMap(({ tables: own }) => own.map((table) => [table.table, table])));
  const fitsRow = ({ code, label, under }: Printed) =>
    `${code} ${label.zh} ${label.en} ${under?.zh ?? ''} ${under?.en ?? ''}`.toLowerCase().includes(asked);
  return [...tables].flatMap(([code, heading]) => {
    const rows = rowsOf(file, code).filter(fitsRow);
    if (rows.length === 0) return [];
    const summary = h('summary', {}, h('b', {}, code), ` ${say(heading)} (${rows.length})`);
    return [h('details', { open: asked !== '' }, summary, ...rowsTable(code, say(heading), rows, examples))];
  });
}
