import { h, table } from '../dom.ts';
import { say, t } from '../language.ts';
import type { ExamplesFile, FormLabel, FormsFile, Text } from '../published.ts';
import { exampleOf } from './example.ts';

interface Printed {
  readonly code: string;
  readonly label: Text;
  readonly article: string;
  readonly forms: readonly string[];
  readonly columns: readonly FormLabel[];
}

/** Rows of a table of the forms: each code once, with the forms that print it and the columns it has there. */
function rowsOf({ forms }: FormsFile, table: string): Printed[] {
  const rows = new Map<string, Printed>();
  for (const form of forms.toReversed()) {
    for (const { columns, rows: printed } of form.tables.filter((one) => one.table === table).flatMap(({ groups }) => groups)) {
      for (const { code, zh, en, article } of printed) {
        const held = rows.get(code);
        rows.set(code, {
          code,
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

/** What the codes of a cell stand for: the printed row, its columns, the forms that have it. */
export function formRows(file: FormsFile, examples: ExamplesFile, asked: string): HTMLElement[] {
  const tables = new Map(file.forms.toReversed().flatMap(({ tables: own }) => own.map((table) => [table.table, table])));
  const fitsRow = ({ code, label }: Printed) => `${code} ${label.zh} ${label.en}`.toLowerCase().includes(asked);
  return [...tables].flatMap(([code, heading]) => {
    const rows = rowsOf(file, code).filter(fitsRow);
    if (rows.length === 0) return [];
    const shown = table(
      say(heading),
      [
        { label: 'row_code', show: (row: Printed) => h('code', {}, row.code) },
        { label: t('印作', 'Printed as'), show: ({ label }) => say(label) },
        { label: 'column_code', show: ({ columns }) => columns.map((column) => `${column.code} (${say(column)})`).join(', ') },
        { label: t('例', 'Example'), show: ({ code: row }) => exampleOf(examples.rows[`${code}.${row}`]) },
        { label: t('表格', 'Forms'), show: ({ forms }) => forms.join(', ') },
        { label: t('条文', 'Clause'), show: ({ article }) => article },
      ],
      rows,
    );
    return [h('details', { open: asked !== '' }, h('summary', {}, h('b', {}, code), ` ${say(heading)} (${rows.length})`), shown)];
  });
}
