import { checkKinds } from '../../schemas/checks.ts';
import type { FormHeading, FormLabel, FormRow, FormsFile } from '../../schemas/explorer-reference.ts';
import { forms } from '../../schemas/forms/index.ts';
import { issueKinds } from '../../schemas/issues.ts';
import { relations } from '../../schemas/relations.ts';
import { headlines } from '../../schemas/tables.ts';
import { words } from '../check/words.ts';
import { agencyColumns } from './agency-pages.ts';

const label = ({ code, zh, en }: FormLabel): FormLabel => ({ code, zh, en });

/** `data/forms.json`: the printed forms, to lay a report's numbers out as its page had them, and the sums that must hold. */
export const formsFile = (): FormsFile => ({
  forms: forms.map((form) => ({
    id: form.id,
    zh: form.zh,
    en: form.en,
    document: form.document,
    tables: form.tables.map(({ table, heading, headings, groups }) => ({
      table,
      zh: heading.zh,
      en: heading.en,
      headings: headings.map((one: FormHeading) => ({ ...label(one), subtotal: one.subtotal })),
      groups: groups.map((group) => ({
        heading: group.heading && { zh: group.heading.zh, en: group.heading.en },
        columns: group.columns.map(label),
        rows: group.rows.map((row: FormRow) => ({ ...label(row), role: row.role, subtotal: row.subtotal, article: row.article })),
      })),
    })),
  })),
  relations,
  checks: Object.fromEntries(Object.entries(checkKinds).map(([id, { zh, en, severity, article }]) => [id, { zh, en, severity, article }])),
  issues: Object.fromEntries(Object.entries(issueKinds).map(([code, kind]) => [code, kind])),
  words,
  columns: agencyColumns,
  headlines: Object.fromEntries(
    headlines.map(({ name, column, from }) => [name, { zh: column.zh, en: column.en, cell: 'cell' in from ? from.cell : null }]),
  ),
});
