import { type Child, h } from '../dom.ts';
import { number, say, t } from '../language.ts';
import type { Cell, FormGroup, FormLabel, FormsFile, FormTable, Report } from '../published.ts';

/** What a form shows beside its numbers. */
export interface Shown {
  /** Numbers that printed totals should have been. */
  readonly computed: ReadonlyMap<string, number>;
  /** Cells of checks that do not hold. */
  readonly wrong: ReadonlySet<string>;
  readonly choose: (cell: Cell) => void;
  readonly status: (code: string) => string;
}

/** A sign for each way in which there is no number, so that none of them looks like another, or like 0. */
export const signs: Readonly<Record<string, string>> = { blank: '·', na_mark: '–', ambiguous: '?', unparsed: '¿', lost: '✗' };

/** What a cell shows: its number, `=` before one that the sums decided, or the sign of why there is none. */
export const cellText = ({ value, status }: Cell): string =>
  value === null ? (signs[status] ?? '–') : `${status === 'solved' ? '=' : ''}${number(value)}`;

function cellBox(cell: Cell | undefined, label: string, shown: Shown): HTMLElement {
  if (!cell) return h('td', { class: 'none' });
  const computed = shown.computed.get(cell.code);
  const classes = [cell.value === null ? 'none' : '', shown.wrong.has(cell.code) ? 'wrong' : ''].filter(Boolean);
  const name = `${label}: ${cell.value === null ? shown.status(cell.status) : number(cell.value)}`;
  const open = h(
    'button',
    { type: 'button', 'aria-label': name, title: shown.status(cell.status), onclick: () => shown.choose(cell) },
    cellText(cell),
  );
  const beside = computed !== undefined && h('span', { class: 'computed' }, t(`≠ 合计 ${number(computed)}`, `≠ sum ${number(computed)}`));
  return h('td', { class: classes.join(' ') || null, 'data-code': cell.code }, open, beside);
}

/** Columns of a group that the report lists: optional ones stand only where they are printed. */
const listed = (labels: readonly FormLabel[], codes: ReadonlySet<string>): FormLabel[] => labels.filter(({ code }) => codes.has(code));

interface Placed {
  readonly table: string;
  readonly byCode: ReadonlyMap<string, Cell>;
  readonly rows: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
}

function groupRows(group: FormGroup, form: FormTable, placed: Placed, shown: Shown): HTMLElement[] {
  const columns = listed(group.columns, placed.columns);
  const rows = group.rows.filter(({ code }) => columns.some((column) => placed.byCode.has(`${placed.table}.${code}.${column.code}`)));
  let subtotal: string | undefined;
  return rows.flatMap((row) => {
    const heading = row.subtotal !== subtotal && form.headings.find((one) => one.subtotal !== undefined && one.subtotal === row.subtotal);
    subtotal = row.subtotal;
    const cells = columns.map((column) =>
      cellBox(placed.byCode.get(`${placed.table}.${row.code}.${column.code}`), `${say(row)}, ${say(column)}`, shown),
    );
    const line = h('tr', {}, h('th', { scope: 'row' }, say(row)), ...cells);
    if (!heading) return [line];
    const sums = columns.map((column) =>
      cellBox(placed.byCode.get(`${placed.table}.${heading.subtotal}.${column.code}`), `${say(heading)}, ${say(column)}`, shown),
    );
    const printed = columns.some((column) => placed.byCode.has(`${placed.table}.${heading.subtotal}.${column.code}`));
    const above = printed
      ? h('tr', { class: 'part' }, h('th', { scope: 'row' }, say(heading)), ...sums)
      : h('tr', { class: 'part' }, h('th', { scope: 'rowgroup', colspan: columns.length + 1 }, h('span', { class: 'stay' }, say(heading))));
    return [above, line];
  });
}

/** Cells that no row of the form has: local rows, and rows of another form in a mixed table. */
function otherRows(cells: readonly Cell[], known: ReadonlySet<string>, shown: Shown): HTMLElement[] {
  return cells
    .filter(({ code }) => !known.has(code))
    .map((cell) => {
      const label = cell.raw_label ?? cell.code.split('.').slice(1).join('.');
      return h('tr', {}, h('th', { scope: 'row' }, label), cellBox(cell, label, shown));
    });
}

function codesOf(form: FormTable): Set<string> {
  const subtotals = form.headings.flatMap(({ subtotal }) => (subtotal ? [subtotal] : []));
  return new Set(
    form.groups.flatMap(({ rows, columns }) =>
      columns.flatMap((column) => [...rows.map(({ code }) => code), ...subtotals].map((row) => `${form.table}.${row}.${column.code}`)),
    ),
  );
}

function drawn(form: FormTable, cells: readonly Cell[], shown: Shown): HTMLElement[] {
  const placed: Placed = {
    table: form.table,
    byCode: new Map(cells.map((cell) => [cell.code, cell])),
    rows: new Set(cells.map(({ code }) => code.split('.')[1] ?? '')),
    columns: new Set(cells.map(({ code }) => code.split('.')[2] ?? '')),
  };
  const grid = (name: string, head: Child, body: HTMLElement[]) =>
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': name },
      h('table', { class: 'form' }, h('thead', {}, head), h('tbody', {}, ...body)),
    );
  const blocks = form.groups.flatMap((group) => {
    const body = groupRows(group, form, placed, shown);
    if (body.length === 0) return [];
    const name = group.heading ? say(group.heading) : say(form);
    const head = h(
      'tr',
      {},
      h('td', {}, group.heading ? say(group.heading) : ''),
      ...listed(group.columns, placed.columns).map((column) => h('th', { scope: 'col' }, say(column))),
    );
    return [grid(name, head, body)];
  });
  const others = otherRows(cells, codesOf(form), shown);
  if (others.length === 0) return blocks;
  const name = t('其他印出的行', 'Other printed rows');
  return [...blocks, grid(name, h('tr', {}, h('th', { scope: 'col' }, name), h('td', {}, '')), others)];
}

/** The form a table was printed in; a mixed or common one is laid out as the newest that has the table. */
function layoutOf({ forms }: FormsFile, table: string, id: string | null): FormTable | undefined {
  const own = forms.find((form) => form.id === id)?.tables.find((one) => one.table === table);
  return own ?? forms.flatMap(({ tables }) => tables).findLast((one) => one.table === table);
}

const tables = ['disclosure', 'applications', 'remedies', 'statistics'] as const;

/** The tables of a report as its page had them, every number a button that opens its origin. */
export function reconstructed(report: Report, forms: FormsFile, shown: Shown, states: (code: string) => string): HTMLElement[] {
  return tables.flatMap((code) => {
    const state = report.tables[code] ?? 'none';
    const cells = report.cells.filter((cell) => cell.code.startsWith(`${code}.`));
    const layout = layoutOf(forms, code, report.forms[code] ?? null);
    if (state === 'none' || !layout) return [];
    const heading = h('h2', {}, say(layout));
    if (cells.length === 0) return [heading, h('p', { class: 'note' }, states(state))];
    const note = state === 'present' ? null : h('p', { class: 'note' }, states(state));
    return [heading, ...(note ? [note] : []), ...drawn(layout, cells, shown)];
  });
}
