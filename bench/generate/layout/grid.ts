import type { FormGroup, FormRow, FormTable, TableCode } from '../../../schemas/forms/index.ts';
import { formTable, onlyGroup } from '../draft/figures.ts';
import { amountLabel, type NumberStyle, type PrintedCell } from '../draft/printed.ts';

/** One printed cell of a table: its text, its extent in the grid, and the code of the figure it shows, if any. */
export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly code?: string | undefined;
}

/** A table as the form prints it; a cell that reaches over several rows stands in its first. */
export interface PrintedTable {
  readonly table: TableCode;
  readonly rows: readonly (readonly GridCell[])[];
}

const cell = (text: string, columns = 1, rows = 1): GridCell => ({ text: fullWidth(text), columns, rows });

/** Punctuation as the printed form has it; `schemas/forms` keeps the half-width spelling. */
export function fullWidth(text: string): string {
  return text.replace(/[(),:]/g, (mark) => ({ '(': '（', ')': '）', ',': '，', ':': '：' })[mark] ?? mark);
}

/** What a printer of tables needs: the form, the cells and the office's habits. */
export interface TableSource {
  readonly form: string;
  readonly cells: ReadonlyMap<string, PrintedCell>;
  readonly style: NumberStyle;
}

function valueCell(source: TableSource, code: string, columns = 1): GridCell {
  const printed = source.cells.get(code);
  if (!printed) throw new Error(`no printed cell ${code}`);
  return { text: printed.raw, columns, rows: 1, code };
}

/** Columns each cell takes so that a group fills a grid four wide. */
function widths(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? 4 - count : 1));
}

function disclosureGroup(source: TableSource, table: FormTable, group: FormGroup): GridCell[][] {
  const spans = widths(group.columns.length);
  const labels = group.columns.map((column) =>
    column.code === 'amount' && source.form === '2019' ? amountLabel(source.style) : column.zh,
  );
  const rows = group.rows.filter((row) => source.cells.has(`${table.table}.${row.code}.${group.columns[0]?.code}`));
  return [
    [cell(group.heading?.zh ?? '', 4)],
    [cell('信息内容'), ...labels.map((label, index) => cell(label, spans[index]))],
    ...rows.map((row) => [
      cell(row.zh),
      ...group.columns.map((column, index) => valueCell(source, `disclosure.${row.code}.${column.code}`, spans[index])),
    ]),
  ];
}

/** Table 2: clauses of Article 20 one below the other. */
function disclosureTable(source: TableSource): PrintedTable {
  const table = formTable(source.form, 'disclosure');
  return { table: 'disclosure', rows: table.groups.flatMap((group) => disclosureGroup(source, table, group)) };
}

/** The note in the corner of table 3. */
const balanceNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const headingText = (table: FormTable, code: string) => table.headings.find((heading) => heading.code === code)?.zh ?? '';

/** A row of table 3 as printed: the heading that opens its group, if any, and whether its own label stands beside that heading. */
interface ApplicationRow {
  readonly code: string;
  readonly labels: readonly GridCell[];
}

/** Rows between 三、本年度办理结果 and （七）总计; a subtotal that is printed makes its heading a row of its own. */
function resultRows(source: TableSource, table: FormTable, rows: readonly FormRow[]): ApplicationRow[] {
  return rows.flatMap((row): ApplicationRow[] => {
    const siblings = row.subtotal ? rows.filter((other) => other.subtotal === row.subtotal) : [];
    if (siblings.length === 0) return [{ code: row.code, labels: [cell(row.zh, 2)] }];
    const heading = table.headings.find((candidate) => candidate.subtotal === row.subtotal)?.zh ?? '';
    if (source.cells.has(`applications.${row.subtotal}.total`)) {
      const own = { code: row.code, labels: [cell(row.zh, 2)] };
      return row === siblings[0] ? [{ code: row.subtotal ?? '', labels: [cell(heading, 2)] }, own] : [own];
    }
    const group = row === siblings[0] ? [cell(heading, 1, siblings.length)] : [];
    return [{ code: row.code, labels: [...group, cell(row.zh)] }];
  });
}

function applicationRows(source: TableSource, table: FormTable, rows: readonly FormRow[]): ApplicationRow[] {
  const wide = (row: FormRow): ApplicationRow => ({ code: row.code, labels: [cell(row.zh, 3)] });
  const results = resultRows(
    source,
    table,
    rows.filter((row) => row.role === 'result' || row.role === 'processed'),
  );
  const heading = cell(headingText(table, 'results'), 1, results.length);
  return [
    ...rows.filter((row) => row.role === 'received').map(wide),
    ...results.map((row, index) => (index === 0 ? { ...row, labels: [heading, ...row.labels] } : row)),
    ...rows.filter((row) => row.role === 'carried_out').map(wide),
  ];
}

/** Table 3: three columns of labels, seven of figures, eight where the organisations have a subtotal. */
function applicationTable(source: TableSource): PrintedTable {
  const table = formTable(source.form, 'applications');
  const { rows, columns } = onlyGroup(table);
  const shown = columns.filter((column) => column.optional !== true || source.cells.has(`applications.new_received.${column.code}`));
  const organizations = shown.slice(1, -1);
  const header = [
    [{ text: balanceNote, columns: 3, rows: 3 }, cell('申请人情况', shown.length)],
    [cell(shown[0]?.zh ?? '', 1, 2), cell('法人或其他组织', organizations.length), cell(shown.at(-1)?.zh ?? '', 1, 2)],
    organizations.map((column) => cell(column.optional === true ? '小计' : column.zh)),
  ];
  const body = applicationRows(source, table, rows).map((row) => [
    ...row.labels,
    ...shown.map((column) => valueCell(source, `applications.${row.code}.${column.code}`)),
  ]);
  return { table: 'applications', rows: [...header, ...body] };
}

/** Table 4: fifteen figures in one row under three lines of headings. */
function remedyTable(source: TableSource): PrintedTable {
  const { rows, columns } = onlyGroup(formTable(source.form, 'remedies'));
  const [review, ...litigation] = rows;
  const outcomes = columns.map((column) => cell(column.zh));
  return {
    table: 'remedies',
    rows: [
      [cell(review?.zh ?? '', columns.length), cell('行政诉讼', columns.length * litigation.length)],
      [...columns.map((column) => cell(column.zh, 1, 2)), ...litigation.map((row) => cell(row.zh, columns.length))],
      litigation.flatMap(() => outcomes),
      rows.flatMap((row) => columns.map((column) => valueCell(source, `remedies.${row.code}.${column.code}`))),
    ],
  };
}

/** The printed table of a section of the form. */
export function printTable(table: Exclude<TableCode, 'statistics'>, source: TableSource): PrintedTable {
  return { disclosure: disclosureTable, applications: applicationTable, remedies: remedyTable }[table](source);
}
