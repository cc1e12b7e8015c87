import { type Form, type FormColumn, type FormGroup, type FormTable, forms, type TableCode } from '../../schemas/forms/index.ts';
import type { Atom, Header, PrintedRow } from '../match/row.ts';

const allForms: readonly Form[] = forms;

/** The tables of this code in every form, the preferred form's first. */
export function formTables(table: TableCode, preferred: string | null): readonly FormTable[] {
  const ordered = [...allForms].sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
  return ordered.flatMap((form) => form.tables.filter((candidate) => candidate.table === table));
}

/**
 * The columns a row of table 2 has: what the head of its clause prints, else what the form of the table says. Not
 * certain where the head prints them in another order than the form: a label, or the numbers, may have moved.
 */
export function groupColumns(
  groups: readonly FormGroup[],
  headers: readonly Header[],
): { columns: readonly FormColumn[]; certain: boolean } {
  const [preferred] = groups;
  if (!preferred) return { columns: [], certain: false };
  const printed = [...new Set(headers.map(({ code }) => code))];
  const fits = groups.find((group) => group.columns.length === printed.length && group.columns.every(({ code }) => printed.includes(code)));
  if (!fits) return { columns: preferred.columns, certain: true };
  return { columns: fits.columns, certain: fits.columns.every(({ code }, at) => code === printed[at]) };
}

/** The head that a row stands under: its own, else that of the nearest row above in the same clause. */
export function headersOf(rows: readonly PrintedRow[], at: number): readonly Header[] {
  const group = rows[at]?.group ?? null;
  for (let above = at; above >= 0; above--) {
    const row = rows[above];
    if (!row || row.group !== group || row.header.length === 0) continue;
    const headers = row.header.filter(({ groups }) => groups.includes(group) || group === null || groups.every((g) => g === null));
    if (headers.length) return headers;
  }
  return [];
}

/** Table 3 has the national columns, and the organisation subtotal where its head is printed. */
export function printedColumns(group: FormGroup, headers: readonly { readonly code: string }[]): readonly FormColumn[] {
  return group.columns.filter(({ code, optional }) => !optional || headers.some((header) => header.code === code));
}

/** An empty line behind or between the numbers of a flattened row; before them it may be distance. */
export function hasEmptyCells(atoms: readonly Atom[]): boolean {
  const first = atoms.findIndex(({ raw }) => raw !== '');
  return (
    (first >= 0 || atoms.length > 1) &&
    atoms.slice(Math.max(first, 0)).some(({ raw, bordered, trailing }) => raw === '' && !bordered && !trailing)
  );
}
