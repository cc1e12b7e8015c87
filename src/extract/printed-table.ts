import type { FormColumn, FormGroup, FormTable, TableCode } from '../../schemas/forms/index.ts';
import { addTo } from '../group-by.ts';
import { type Assignment, assign, assignBetween, assignUnder } from '../match/columns/assign.ts';
import { type Blanks, type Ruled, sumsHold, usuallyEmpty } from '../match/columns/count.ts';
import { oddRows } from '../match/columns/odd-rows.ts';
import { isAddedHeader } from '../match/rows/added.ts';
import { misplacedRows, outOfOrder, rowsBeforeHead } from '../match/rows/order.ts';
import { doubtfulRows, figuresBetweenLabels, restoreRows, rowsBehindFigures } from '../match/rows/restore.ts';
import type { Header, PrintedRow } from '../match/rows/row.ts';
import { clausesOf, groupColumns, headsOver, inFormOrder, inOtherForms, labelledColumns, mayBeOthers, printedColumns } from './columns.ts';
import type { Found } from './found.ts';
import { RowEdges } from './row-edges.ts';
import { hasEmptyCells, hasGaps, isRowOf, leftEdge, losesBlanks } from './row-shape.ts';

/** A head, and what it says of the columns of a clause. */
interface Head {
  readonly group: FormGroup;
  readonly headers: readonly Header[];
  readonly columns: readonly FormColumn[];
  readonly inOrder: boolean;
}

/** Columns of table 3 without a subtotal. */
const fewestColumns = 7;

/** The rows printed for table 2 or 3, each found by the code of the form's row. */
export class PrintedTable {
  readonly rows: readonly PrintedRow[];
  /** Rows that stand where the form prints others: their labels or their numbers moved. */
  readonly displaced = new Set<PrintedRow>();
  private readonly form: FormTable;
  private readonly isFormTold: boolean;
  private readonly table: TableCode;
  private readonly byCode = new Map<string, PrintedRow[]>();
  private readonly heads = new Map<PrintedRow, readonly Header[]>();
  /** The head of the row looked at last: the rows below it have the same. */
  private head: Head | null = null;
  /** Empty lines are mere distance in this table, unless some row has them in place of numbers. */
  private readonly blanks: Blanks;
  private readonly edges: RowEdges;
  /** Column of the leftmost figure. */
  private left: number | null = null;
  /** Empty cells of table 3 left no trace. */
  private readonly isShort: boolean;
  /** Empty lines between the numbers of its rows do not come to the number of its columns: they are distance in some rows at least. */
  private uneven: boolean | null = null;

  constructor(form: FormTable, rows: readonly PrintedRow[], isFormTold: boolean) {
    this.form = form;
    this.isFormTold = isFormTold;
    this.table = form.table;
    const isFormRow = (row: PrintedRow) => isRowOf(form, row);
    this.rows = form.table === 'applications' ? restoreRows(rows, fewestColumns, isFormRow) : rows;
    this.isShort = form.table === 'applications' && losesBlanks(this.rows, fewestColumns);
    const heads = headsOver(this.rows);
    for (const [at, row] of this.rows.entries()) {
      this.heads.set(row, heads[at] ?? []);
      if (row.sense?.kind === 'row') addTo(this.byCode, row.sense.code, row);
    }
    this.blanks = {
      distance: !this.rows.some(({ atoms }) => hasEmptyCells(atoms)),
      usual: usuallyEmpty(this.rows.flatMap((row) => this.ruled(row))),
      odd: oddRows(this.rows, clausesOf(form)),
    };
    const ordered = this.rows.filter(isFormRow);
    this.edges = new RowEdges(this.rows, ordered, (row) => this.headersOf(row));
    const outside = outOfOrder(ordered.map(({ sense }) => sense?.order ?? 0));
    for (const row of ordered.filter((_, at) => outside.has(at))) this.displaced.add(row);
    const moved = form.table === 'disclosure' ? [...misplacedRows(this.rows), ...rowsBeforeHead(this.rows, heads)] : [];
    for (const row of moved) this.displaced.add(row);
    const doubtful = [...doubtfulRows(this.rows, isFormRow), ...figuresBetweenLabels(this.rows, isFormRow)];
    for (const row of [...doubtful, ...rowsBehindFigures(this.rows, form.table === 'applications')]) this.displaced.add(row);
  }

  /** What is printed for a row of the form: those that hold something, else the first that is there. */
  rowsOf(code: string): readonly PrintedRow[] {
    const all = this.byCode.get(code) ?? [];
    const filled = all.filter(({ atoms }) => atoms.length > 0);
    if (filled.length === 0) return all.slice(0, 1);
    // Under a head of its own a row without figures is one of another year's table: theirs are not its figures.
    const heads = new Set(filled.map((row) => this.headersOf(row)));
    return all.filter((row) => filled.includes(row) || (this.headersOf(row).length > 0 && !heads.has(this.headersOf(row))));
  }

  /** The columns of a printed row, and its atoms where it is certain which belongs to which. */
  find(group: FormGroup, printed: PrintedRow): Found {
    const head = this.headOf(group, printed);
    const { headers } = head;
    const { columns, assignment } = this.tie(group, printed, head);
    const isGuess = () => (hasGaps(printed) ? this.isUneven() : this.isShort && !printed.atoms[0]?.bordered);
    const guessed = assignment.certain && isGuess() && !sumsHold(assignment.atoms, columns);
    // A number before the label counts the rows, if those behind it add up without it.
    const isNumbered = () =>
      assignment.certain && assignment.atoms.some((atom) => /[1-9]/.test(atom?.raw ?? '')) && sumsHold(assignment.atoms, columns);
    const apart = printed.valuesBefore && !isNumbered() && printed.atoms.filter(({ raw }) => raw !== '').length < columns.length;
    const addsUp = () => assignment.certain && sumsHold(assignment.atoms, columns) && !this.edges.hasMoreThan(columns.length);
    const outside = this.edges.endsElsewhere(printed) && !addsUp();
    const { inOrder } = columns === head.columns ? head : this.headed(group, headers, columns);
    const moved = this.displaced.has(printed) || printed.shared || headers.some(isAddedHeader);
    const wrong = moved || apart || guessed || outside || !inOrder;
    return {
      printed,
      columns,
      headers,
      atoms: assignment.certain && !wrong ? assignment.atoms : null,
      inOrder,
      tied: assignment.certain || wrong ? new Map() : assignment.tied,
    };
  }

  /** The head that a printed row stands under. */
  headersOf(printed: PrintedRow | undefined): readonly Header[] {
    return (printed && this.heads.get(printed)) ?? [];
  }

  private headOf(group: FormGroup, printed: PrintedRow): Head {
    const headers = this.headersOf(printed);
    if (this.head?.headers === headers && this.head.group === group) return this.head;
    const columns =
      this.table === 'disclosure' ? groupColumns([group, ...inOtherForms(this.table, group)], headers) : printedColumns(group, headers);
    this.head = this.headed(group, headers, columns);
    return this.head;
  }

  /** A head over these columns: sure only where they stand in the order of the form, and can be no other form's. */
  private headed(group: FormGroup, headers: readonly Header[], columns: readonly FormColumn[]): Head {
    const others = this.table === 'disclosure' ? inOtherForms(this.table, group) : [];
    this.left ??= leftEdge(this.rows);
    const inOrder = inFormOrder(columns, headers, this.left) && !mayBeOthers(columns, headers, others, this.isFormTold);
    return { group, headers, columns, inOrder };
  }

  /** The atoms of a row under the columns of the form or, where the head prints fewer, under those. */
  private tie(
    group: FormGroup,
    printed: PrintedRow,
    { columns, headers }: Head,
  ): { columns: readonly FormColumn[]; assignment: Assignment } {
    const counted = assign(printed, columns, headers, this.blanks);
    const isBetween = !counted.certain && this.table === 'disclosure' && this.edges.areEven();
    const assignment = (isBetween && assignBetween(columns, headers, printed)) || counted;
    const all = this.table === 'disclosure' ? columns : group.columns;
    const labelled = assignment.certain ? [] : labelledColumns(all, headers);
    const atoms = labelled.length > 0 && labelled.length < columns.length ? assignUnder(labelled, headers, printed) : null;
    if (!atoms) return { columns, assignment };
    const listed = all.filter((column) => columns.includes(column) || labelled.includes(column));
    return { columns: listed, assignment: { certain: true, atoms: listed.map((column) => atoms[labelled.indexOf(column)]) } };
  }

  private isUneven(): boolean {
    this.uneven ??= this.rows.some((row) => {
      const group = hasGaps(row) && this.groupOf(row);
      if (!group) return false;
      const columns = printedColumns(group, this.headersOf(row));
      return !assign(row, columns, [], this.blanks).certain;
    });
    return this.uneven;
  }

  /** A printed row of the form with its columns and its head. */
  private ruled(row: PrintedRow): Ruled[] {
    const group = this.groupOf(row);
    if (!group) return [];
    const { columns } = this.table === 'disclosure' ? group : this.headOf(group, row);
    return [{ row, columns, headers: this.headersOf(row) }];
  }

  /** The clause of the form that a printed row belongs to. */
  private groupOf({ sense }: PrintedRow): FormGroup | undefined {
    return sense?.kind === 'row' ? clausesOf(this.form).get(sense.code) : undefined;
  }

  /** Columns of a clause none of whose rows is printed: as the clause's head says, else as the form does. */
  columnsNearby(group: FormGroup): readonly FormColumn[] {
    const near = this.rows.find((row) => row.group === group.code && row.sense);
    return near ? this.find(group, near).columns : group.columns;
  }
}
