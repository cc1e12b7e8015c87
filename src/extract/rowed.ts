import type { FormColumn, FormGroup, FormRow, FormTable, TableCode } from '../../schemas/forms/index.ts';
import type { Issue, ReportCell } from '../../schemas/report.ts';
import type { RowCount } from '../check/index.ts';
import { issue } from '../issue.ts';
import { assign } from '../match/assign.ts';
import { outOfOrder } from '../match/order.ts';
import { restoreRows } from '../match/restore.ts';
import type { Atom, Header, PrintedRow } from '../match/row.ts';
import type { Reading } from '../match/solve.ts';
import { formTables, groupColumns, hasEmptyCells, headersOf, printedColumns } from './columns.ts';
import { ambiguousCell, blankCell, cellCode, certainCell, lostCell, solvedCell, type TableReading } from './reading.ts';
import { columnSums, isRunTogether, runDigits, solveRows } from './runs.ts';

// Tables 2 and 3: a label, then its numbers. Every row of the form is listed; what the source does not say stays null.

interface Place {
  readonly group: FormGroup;
  readonly row: FormRow;
}

/** What is printed for one row of the form, with the columns it has. */
interface Found {
  readonly printed: PrintedRow;
  readonly columns: readonly FormColumn[];
  readonly headers: readonly Header[];
  readonly atoms: readonly Atom[] | null;
  readonly tied: ReadonlyMap<string, Atom>;
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
  private readonly rows: readonly PrintedRow[];
  private readonly alternatives: readonly FormTable[];
  private readonly places = new Map<PrintedRow, number>();
  private readonly displaced = new Set<PrintedRow>();
  /** Empty lines are empty cells in this table: some row has them in place of numbers. */
  private readonly hasEmptyCells: boolean;
  private readonly solved: ReadonlyMap<string, Reading>;

  constructor(form: FormTable, rows: readonly PrintedRow[]) {
    this.form = form;
    this.table = form.table;
    this.rows = form.table === 'applications' ? restoreRows(rows, 7, (row) => isRowOf(form, row)) : rows;
    this.alternatives = formTables(form.table, null);
    this.rows.forEach((row, at) => void this.places.set(row, at));
    this.hasEmptyCells = this.rows.some(({ atoms }) => hasEmptyCells(atoms));
    const ordered = this.rows.filter((row) => isRowOf(form, row));
    for (const at of outOfOrder(ordered.map(({ sense }) => sense?.order ?? 0))) {
      const row = ordered[at];
      if (row) this.displaced.add(row);
    }
    for (const { misspelt, label, line } of this.rows) if (misspelt) this.issues.push(issue('label_truncated', label, line));
    for (const row of this.displaced) this.issues.push(issue('row_out_of_order', row.label, row.line || null));
    this.solved = this.solveRuns();
  }

  read(): TableReading {
    for (const group of this.form.groups) {
      for (const row of group.rows) {
        const printed = this.printedRows(row.code);
        if (printed.length === 0 && row.optional) continue;
        this.readRow({ group, row }, printed);
      }
    }
    this.readSubtotals();
    return { cells: this.cells, issues: this.issues, rowCounts: this.rowCounts };
  }

  private printedRows(code: string): readonly PrintedRow[] {
    const all = this.rows.filter(({ sense }) => sense?.code === code && sense.kind === 'row');
    const filled = all.filter(({ atoms }) => atoms.length > 0);
    return filled.length ? filled : all.slice(0, 1);
  }

  private find(group: FormGroup, printed: PrintedRow): Found {
    const headers = headersOf(this.rows, this.places.get(printed) ?? -1);
    const { columns, certain } =
      this.table === 'disclosure'
        ? groupColumns([group, ...this.sameGroups(group)], headers)
        : { columns: printedColumns(group, headers), certain: true };
    const assignment = assign(printed.atoms, columns, headers, !this.hasEmptyCells);
    const apart = printed.valuesBefore && printed.atoms.filter(({ raw }) => raw !== '').length < columns.length;
    const wrong = this.displaced.has(printed) || printed.shared || apart || !certain;
    return {
      printed,
      columns,
      headers,
      atoms: assignment.certain && !wrong ? assignment.atoms : null,
      tied: assignment.certain || wrong ? new Map() : assignment.tied,
    };
  }

  /** The same clause in other forms. */
  private sameGroups(group: FormGroup): readonly FormGroup[] {
    return this.alternatives.flatMap((table) => table.groups.filter((other) => other !== group && other.code === group.code));
  }

  private readRow({ group, row }: Place, printed: readonly PrintedRow[]): void {
    const [first, ...others] = printed;
    if (!first) {
      this.issues.push(issue('row_missing', row.zh));
      const columns = this.columnsNearby(group);
      for (const column of columns) if (!column.optional) this.cells.push(lostCell(cellCode(this.table, row.code, column.code)));
      return;
    }
    const found = this.find(group, first);
    if (others.some((other) => joined(other.atoms) !== joined(first.atoms))) {
      this.issues.push(issue('row_repeated', row.zh, first.line || null));
      for (const column of found.columns)
        this.cells.push(ambiguousCell(cellCode(this.table, row.code, column.code), joined(first.atoms), first.line));
      return;
    }
    this.cells.push(...this.cellsOf(row.code, found));
  }

  /** Columns of a clause none of whose rows is printed: as the clause's head says, else as the form does. */
  private columnsNearby(group: FormGroup): readonly FormColumn[] {
    const near = this.rows.find((row) => row.group === group.code && row.sense);
    return near ? this.find(group, near).columns : group.columns;
  }

  private cellsOf(row: string, { printed, columns, headers, atoms, tied }: Found): ReportCell[] {
    const { line } = printed;
    const reading = this.solved.get(row);
    const raw = joined(printed.atoms);
    if (!atoms && !reading && printed.atoms.length > 0 && raw !== '') {
      this.issues.push(issue('row_count_differs', `${printed.label}：${raw}`, line || null));
      this.rowCounts.push({ row: `${this.table}.${row}`, values: printed.atoms.length, columns: columns.length });
    }
    return columns.map((column, at): ReportCell => {
      const code = cellCode(this.table, row, column.code);
      const atom = atoms?.[at] ?? tied.get(column.code);
      if (reading) return solvedCell(code, column, reading[at] ?? 0, raw, printed.atoms[0]?.line ?? line);
      if (atom) return certainCell(code, column, atom, headers.find((header) => header.code === column.code)?.label);
      if (printed.atoms.length === 0) return lostCell(code);
      return raw === '' ? blankCell(code, line) : ambiguousCell(code, raw, printed.atoms[0]?.line ?? line);
    });
  }

  /** Subtotals that a site prints in heading rows are listed only when printed, and only when no row lost its label there. */
  private readSubtotals(): void {
    const group = this.form.groups[0];
    if (!group) return;
    for (const heading of this.form.headings) {
      if (!heading.subtotal) continue;
      const printed = this.rows.find(
        ({ sense, atoms }) => sense && headingCodes(heading.code).includes(sense.code) && atoms.some(({ raw }) => raw !== ''),
      );
      if (!printed) continue;
      const children = group.rows.filter(({ subtotal }) => subtotal === heading.subtotal);
      const found = this.find(group, printed);
      if (!found.atoms || !this.opensGroup(printed, children)) {
        this.issues.push(issue('row_count_differs', printed.label, printed.line || null));
        continue;
      }
      this.cells.push(...this.cellsOf(heading.subtotal, found));
    }
  }

  /** A heading's numbers are a subtotal only where its own first row follows with numbers of its own: else a label was lost. */
  private opensGroup(heading: PrintedRow, children: readonly FormRow[]): boolean {
    const next = this.rows.slice(this.rows.indexOf(heading) + 1).find(({ sense, atoms }) => sense !== null || atoms.length > 0);
    return (
      next?.sense?.code === children[0]?.code &&
      (next?.atoms.length ?? 0) > 0 &&
      children.every(({ code }) => this.printedRows(code).length > 0)
    );
  }

  /** Rows whose digits ran together, read by the sums of table 3. */
  private solveRuns(): ReadonlyMap<string, Reading> {
    const group = this.form.groups[0];
    if (this.table !== 'applications' || !group) return new Map();
    const columns = printedColumns(group, headersOf(this.rows, 0));
    const own = this.rows.filter(({ sense }) => sense);
    if (!isRunTogether(own, columns.length)) return new Map();
    const runs = new Map<string, string>();
    for (const row of group.rows) {
      const [printed, second] = this.printedRows(row.code);
      const digits = printed && !second && !this.displaced.has(printed) ? runDigits(printed.atoms) : null;
      if (digits) runs.set(row.code, digits);
    }
    return solveRows(runs, new Map(), columns, columnSums(group.rows));
  }
}

const isRowOf = (form: FormTable, { sense }: PrintedRow) =>
  sense?.kind === 'row' && form.groups.some((group) => group.rows.some(({ code }) => code === sense.code));

/** （六）其他处理 is a row in form 2019 and a heading in form 2021. */
const headingCodes = (code: string) => (code === 'other' ? ['other', 'other_processing'] : [code]);

/** Read table 2 or 3 of a form from its printed rows. */
export function readRowedTable(form: FormTable, rows: readonly PrintedRow[]): TableReading {
  return new RowedTable(form, rows).read();
}
