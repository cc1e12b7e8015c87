import { allForms, type TableCode } from '../../schemas/forms/index.ts';
import type { FormId } from '../../schemas/report.ts';

const squash = (text: string) => text.replace(/[\s()、,.:;“”"'/-]+/g, '').replace(/^(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?=\D)/, '');

const evidence = allForms.flatMap(({ id, tables }) =>
  tables.map((table) => ({ id, table: table.table, any: table.evidence.any.map(squash), none: table.evidence.none.map(squash) })),
);

/**
 * The form of one table, by its printed labels and never by the year (domain 1): `mixed` if labels of two forms stand
 * in it, null if no label decides.
 */
export function formOf(table: TableCode, printed: string): FormId {
  const text = squash(printed);
  const has = (label: string) => text.includes(label);
  const fits = evidence.filter((form) => form.table === table && form.any.some(has) && !form.none.some(has));
  if (table === 'remedies') return fits.length ? 'common' : null;
  if (fits.length > 1) return 'mixed';
  return fits[0]?.id ?? null;
}
