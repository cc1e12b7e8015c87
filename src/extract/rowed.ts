import type { FormGroup, FormRow, FormTable, TableCode } from '../../schemas/forms/index.ts';
import type { Issue, ReportCell } from '../../schemas/report.ts';
import type { RowCount } from '../check/index.ts';
import { issue } from '../issue.ts';
import type { Reading } from '../match/columns/solve.ts';
import type { Atom, Header, PrintedRow } from '../match/rows/row.ts';
import { inFormOrder, printedColumns } from './columns.ts';
import type { Found } from './found.ts';
import { PrintedTable } from './printed-table.ts';
import { ambiguousCell, blankCell, cellCode, certainCell, lostCell, solvedCell, type TableReading } from './reading.ts';
import { solveRuns } from './runs.ts';

// Tables 2 and 3: a label, then its numbers. Every row of the form is listed; what the source does not say stays null.

interface Place {
  readonly group: FormGroup;
  readonly row: FormRow;
}

const joined = (atoms: readonly Atom[]) =>
  atoms
    .map(({ raw }) => raw)
    .join(' ')
    .trim();

class RowedTable {
  readonly cells: ReportCell[] = [];
  readonly issues: Issue[] = [];
  readonly rowCounts: RowCount[] = [];
  private readonly table: TableCode;
  private readonly form: FormTable;
  private readonly printed: PrintedTable;
  private readonly solved: ReadonlyMap<string, Reading>;

  constructor(form: FormTable, rows: readonly PrintedRow[], isFormTold: boolean) {
    this.form = form;
    this.table = form.table;
    this.printed = new PrintedTable(form, rows, isFormTold);
    for (const { misspelt, label, line } of this.printed.rows) if (misspelt) this.issues.push(issue('label_truncated', label, line));
    for (const row of this.printed.displaced) this.issues.push(issue('row_out_of_order', row.label, row.line || null));
    this.solved = this.solveRuns(form.groups[0]);
  }

  read(): TableReading {
    for (const group of this.form.groups) {
      for (const row of group.rows) {
        const printed = this.printed.rowsOf(row.code);
        if (printed.length === 0 && row.optional) continue;
        this.readRow({ group, row }, printed);
      }
    }
    this.readSubtotals();
    return { cells: this.cells, issues: this.issues, rowCounts: this.rowCounts };
  }

  private readRow({ group, row }: Place, printed: readonly PrintedRow[]): void {
    const [first, ...others] = printed;
    if (!first) {
      this.issues.push(issue('row_missing', row.zh));
      const columns = this.printed.columnsNearby(group);
      for (const column of columns) if (!column.optional) this.cells.push(lostCell(cellCode(this.table, row.code, column.code)));
      return;
    }
    const found = this.printed.find(group, first);
    if (others.some((other) => joined(other.atoms) !== joined(first.atoms))) {
      this.issues.push(issue('row_repeated', row.zh, first.line || null));
      for (const column of found.columns)
        this.cells.push(ambiguousCell(cellCode(this.table, row.code, column.code), joined(first.atoms), first.line));
      return;
    }
    this.cells.push(...this.cellsOf(row.code, found));
  }

  private cellsOf(row: string, { printed, columns, headers, atoms, inOrder, tied }: Found): ReportCell[] {
    const { line } = printed;
    const reading = this.solved.get(row);
    const isSure = atoms !== null && reading === undefined;
    const raw = isSure ? '' : joined(printed.cells ?? printed.atoms);
    if (!inOrder) this.refuseHead(printed, headers);
    else if (!atoms && !reading && printed.atoms.length > 0 && raw !== '') {
      this.issues.push(issue('row_count_differs', `${printed.label}：${raw}`, line || null));
      if (printed.atoms.length !== columns.length)
        this.rowCounts.push({ row: `${this.table}.${row}`, values: printed.atoms.length, columns: columns.length });
    }
    return columns.map((column, at): ReportCell => {
      const code = cellCode(this.table, row, column.code);
      const atom = atoms?.[at] ?? tied.get(column.code);
      if (reading) return solvedCell(code, column, reading[at] ?? 0, raw, printed.atoms[0]?.line ?? line);
      if (atom) return certainCell(code, column, atom, headers);
      if (atoms || printed.atoms.length === 0) return lostCell(code);
      return raw === '' ? blankCell(code, line) : ambiguousCell(code, raw, printed.atoms[0]?.line ?? line);
    });
  }

  /** Said once a head, not once a row. */
  private refuseHead({ header, line }: PrintedRow, headers: readonly Header[]): void {
    const code = headers.length > 0 ? 'columns_out_of_order' : 'head_missing';
    if (header.length > 0 || !this.issues.some((said) => said.code === code))
      this.issues.push(issue(code, header.map(({ label }) => label).join(' '), line || null));
  }

  /** Rows of table 3 whose digits ran together, read by its sums. */
  private solveRuns(group: FormGroup | undefined): ReadonlyMap<string, Reading> {
    if (this.table !== 'applications' || !group) return new Map();
    const { rows, displaced } = this.printed;
    const own = rows.filter(({ sense }) => sense);
    const headers = this.printed.headersOf(rows[0]);
    const columns = printedColumns(group, headers);
    if (!inFormOrder(columns, headers)) return new Map();
    return solveRuns(group, columns, own, (code) => {
      const [printed, second] = this.printed.rowsOf(code);
      return printed && !second && !displaced.has(printed) ? printed : null;
    });
  }

  /** Subtotals that a site prints in heading rows are listed only when printed, and only when no row lost its label there. */
  private readSubtotals(): void {
    const group = this.form.groups[0];
    if (!group) return;
    for (const heading of this.form.headings) {
      if (!heading.subtotal) continue;
      const [printed, ...others] = this.printed.rows.filter(
        ({ sense, atoms }) => sense && headingCodes(heading.code).includes(sense.code) && atoms.some(({ raw }) => raw !== ''),
      );
      if (!printed) continue;
      // Another year's table beside this one: as with rows, two readings are none.
      if (others.some((other) => joined(other.atoms) !== joined(printed.atoms))) {
        this.issues.push(issue('row_repeated', printed.label, printed.line || null));
        continue;
      }
      const children = group.rows.filter(({ subtotal }) => subtotal === heading.subtotal);
      const found = this.printed.find(group, printed);
      if (!found.atoms || !this.opensGroup(printed, children)) {
        this.issues.push(issue('row_count_differs', printed.label, printed.line || null));
        continue;
      }
      this.cells.push(...this.cellsOf(heading.subtotal, found));
    }
  }

  /** A heading's numbers are a subtotal only where its own first row follows with numbers of its own: else a label was lost. */
  private opensGroup(heading: PrintedRow, children: readonly FormRow[]): boolean {
    const at = this.printed.rows.indexOf(heading);
    const next = this.printed.rows.slice(at + 1).find(({ sense, atoms }) => sense !== null || atoms.length > 0);
    const before = this.printed.rows.slice(0, at).findLast(({ sense, atoms }) => sense !== null || atoms.length > 0);
    // Behind a row without numbers they may be that row's.
    if (before?.sense?.kind === 'row' && before.atoms.length === 0) return false;
    return (
      next?.sense?.code === children[0]?.code &&
      (next?.atoms.length ?? 0) > 0 &&
      children.every(({ code }) => this.printed.rowsOf(code).length > 0)
    );
  }
}

/** （六）其他处理 is a row in form 2019 and a heading in form 2021. */
const headingCodes = (code: string) => (code === 'other' ? ['other', 'other_processing'] : [code]);

/** Read table 2 or 3 of a form from its printed rows. `isFormTold`: labels of this form and of no other are printed. */
export function readRowedTable(form: FormTable, rows: readonly PrintedRow[], isFormTold: boolean): TableReading {
  return new RowedTable(form, rows, isFormTold).read();
}
