import { allForms, type FormColumn, type FormGroup, type FormTable, type TableCode } from '../../schemas/forms/index.ts';
import { isAddedHeader } from '../match/rows/added.ts';
import type { Header, PrintedRow } from '../match/rows/row.ts';

const clauses = new WeakMap<FormTable, ReadonlyMap<string, FormGroup>>();

/** The clause of each row of a form's table, by the code of the row. */
export function clausesOf(table: FormTable): ReadonlyMap<string, FormGroup> {
  const known = clauses.get(table);
  if (known) return known;
  const found = new Map<string, FormGroup>();
  for (const group of table.groups) for (const { code } of group.rows) if (!found.has(code)) found.set(code, group);
  clauses.set(table, found);
  return found;
}

const sameClauses = new WeakMap<FormGroup, readonly FormGroup[]>();

/** The same clause of a table in other forms. */
export function inOtherForms(table: TableCode, group: FormGroup): readonly FormGroup[] {
  const known = sameClauses.get(group);
  if (known) return known;
  const tables = allForms.flatMap((form) => form.tables.filter((one) => one.table === table));
  const found = tables.flatMap(({ groups }) => groups.filter((one) => one !== group && one.code === group.code));
  sameClauses.set(group, found);
  return found;
}

/** The columns a row of table 2 has: what the head of its clause prints, else what the form of the table says. */
export function groupColumns(groups: readonly FormGroup[], headers: readonly Header[]): readonly FormColumn[] {
  const printed = new Set(headers.filter((header) => !isAddedHeader(header)).map(({ code }) => code));
  const fits = groups.find((group) => group.columns.length === printed.size && group.columns.every(({ code }) => printed.has(code)));
  return (fits ?? groups[0])?.columns ?? [];
}

/**
 * Whether a head prints its columns in the order of the form. Where it does not, labels or numbers have moved, and which of
 * them cannot be told. A head of two lines names the total, which spans both, before the columns of its second line. Where heads stand
 * left of the figures (`from`) the grid is not as it is shown: they are in the order in which they are printed.
 */
export function inFormOrder(columns: readonly FormColumn[], printedHead: readonly Header[], from = 0): boolean {
  const own = printedHead.filter(({ over }) => over.length === 0);
  // 自然人 spans the lines of a head: where it is printed first it may still stand last.
  const isGrid = own.every(({ column, even }) => column >= from && even === null) && areApart(own);
  const headers = isGrid ? own.toSorted((a, b) => a.column - b.column) : own;
  const isOneRow = isGrid || headers.every(({ line, column }) => column >= 0 && line === headers[0]?.line);
  const printed = [...new Set(headers.map(({ code }) => code))];
  const compared =
    isOneRow || (printed[0] === 'total' && !standsLast(columns, printedHead)) ? printed : printed.filter((code) => code !== 'total');
  const order = compared.map((code) => columns.findIndex((column) => column.code === code)).filter((place) => place >= 0);
  return order.every((place, at) => at === 0 || place > (order[at - 1] ?? 0));
}

/** Whether no column of a grid stands under two heads. */
function areApart(heads: readonly Header[]): boolean {
  const codes = new Map<number, string>();
  for (const { code, column } of heads) {
    if ((codes.get(column) ?? code) !== code) return false;
    codes.set(column, code);
  }
  return true;
}

/**
 * Whether columns may be those that another form has in the same clause (`others`): the head names one of its own, or it names none
 * and nothing else of the table tells its form.
 */
export function mayBeOthers(
  columns: readonly FormColumn[],
  headers: readonly Header[],
  others: readonly FormGroup[],
  isFormTold: boolean,
): boolean {
  const own = new Set(columns.map(({ code }) => code));
  const foreign = new Set(others.flatMap((group) => group.columns.map(({ code }) => code)).filter((code) => !own.has(code)));
  return headers.some(({ code }) => foreign.has(code)) || (!isFormTold && foreign.size > 0 && !headers.some(({ code }) => own.has(code)));
}

/**
 * Whether a total that is printed before the heads of the columns stands last: to the right of them in a grid or, where the first
 * column's head is none that is known, behind a head that spans the others.
 */
function standsLast(columns: readonly FormColumn[], heads: readonly Header[]): boolean {
  const places = (isTotal: boolean) =>
    heads.filter(({ code, over }) => over.length === 0 && (code === 'total') === isTotal).map(({ column }) => column);
  const [first, last] = [Math.min(...places(false)), Math.max(...places(false))];
  if (first >= 0 && places(true).every((column) => column > last)) return true;
  const isBehindSpan = heads[0]?.code !== 'total' && heads.every(({ code }) => code !== columns[0]?.code);
  return isBehindSpan && places(true).every((column) => column < 0 || column >= first);
}

/** The head that each row stands under: its own, else that of the nearest row above in the same clause. */
export function headsOver(rows: readonly PrintedRow[]): readonly (readonly Header[])[] {
  const last = new Map<string | null, readonly Header[]>();
  return rows.map(({ group, header }) => {
    const own = header.filter(({ groups }) => groups.includes(group) || group === null || groups.every((g) => g === null));
    if (own.length > 0) last.set(group, own);
    return last.get(group) ?? [];
  });
}

/** Whether the heads of table 4 print its columns in the order of the form, remedy after remedy. */
export function headsInOrder(columns: readonly FormColumn[], headers: readonly Header[]): boolean {
  const order = headers.map(({ code }) => columns.findIndex((column) => column.code === code)).filter((place) => place >= 0);
  // The next remedy begins with the first column again; the total, or the column before it, was the last of its own.
  const goesOn = (place: number, before: number) => place > before || (place === 0 && before >= columns.length - 2);
  return order.every((place, at) => (at === 0 ? place < columns.length - 1 : goesOn(place, order[at - 1] ?? 0)));
}

/** Table 3 has the national columns, and the organisation subtotal where its head is printed. */
export function printedColumns(group: FormGroup, headers: readonly Header[]): readonly FormColumn[] {
  return group.columns.filter(
    ({ code, optional }) => !optional || headers.some(({ over, code: printed }) => printed === code && over.length === 0),
  );
}

/** The columns that a head has labels for; a label over several columns is that of its own where none of them is printed. */
export const labelledColumns = (columns: readonly FormColumn[], headers: readonly Header[]): readonly FormColumn[] =>
  columns.filter(({ code }) =>
    headers.some(({ over, code: printed }) => printed === code && !headers.some((other) => over.includes(other.code))),
  );
