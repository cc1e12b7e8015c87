import type { FormColumn, FormGroup, FormRow, FormTable } from '../../schemas/forms/index.ts';
import type { Issue, ReportCell } from '../../schemas/report.ts';
import type { RowCount } from '../check/index.ts';
import { issue } from '../issue.ts';
import { assign } from '../match/columns/assign.ts';
import { isClosedUp, sumsHold } from '../match/columns/count.ts';
import { standsElsewhere } from '../match/columns/grid-columns.ts';
import { underHeads } from '../match/columns/head-places.ts';
import { mayHaveMoved } from '../match/columns/moved-figures.ts';
import type { Atom, Header, PrintedRow } from '../match/rows/row.ts';
import { headsInOrder } from './columns.ts';
import { ambiguousCell, blankCell, cellCode, certainCell, lostCell, solvedCell, type TableReading } from './reading.ts';
import { runDigits, solveGroups } from './runs.ts';

// Table 4: one line of 15 numbers under three groups of columns, or three tables (or lines) of five.

const joined = (atoms: readonly Atom[]) =>
  atoms
    .map(({ raw }) => raw)
    .join(' ')
    .trim();

interface Place {
  readonly remedy: string;
  readonly column: FormColumn;
}

class RemediesTable {
  readonly issues: Issue[] = [];
  readonly rowCounts: RowCount[] = [];
  private readonly cells = new Map<string, ReportCell>();
  /** What the line said that a cell was read from. */
  private readonly lines = new Map<string, string>();
  private readonly columns: readonly FormColumn[];
  private readonly places: readonly Place[];
  private readonly isInOrder: boolean;

  constructor({ columns, rows: remedies }: FormGroup, rows: readonly PrintedRow[]) {
    this.columns = columns;
    this.places = remedies.flatMap(({ code }) => columns.map((column) => ({ remedy: code, column })));
    const named = linesUnderNames(remedies, rows);
    const printed = named ? [...named.keys()] : printedLines(rows);
    const separate = named !== null || haveOwnLines(rows, printed);
    const heads = rows.flatMap(({ header }) => header);
    const isNamed = heads.length > 0 || rows.some(({ sense }) => sense !== null);
    // Without a head it is the sums of the form (M01) that tell the columns of a line.
    const inOrder = this.places.map(({ column }) => column);
    const isTold = isNamed || printed.every(({ atoms }) => sumsHold(atoms, inOrder));
    this.isInOrder = isTold && headsInOrder(columns, heads) && (separate || remediesInOrder(remedies, rows));
    if (!isTold) this.issues.push(issue('head_missing', printed.map(({ atoms }) => joined(atoms)).join(' '), printed[0]?.line || null));
    if (!this.isInOrder && heads.length > 0)
      this.issues.push(issue('columns_out_of_order', heads.map(({ label }) => label).join(' '), rows[0]?.line || null));
    for (const row of printed) {
      const names = named?.get(row);
      const covered = names && this.places.filter(({ remedy }) => names.includes(remedy));
      this.fill(covered ?? placeOf(row, this.places, columns.length, separate), row, heads);
    }
  }

  read(): ReportCell[] {
    return this.places.map(({ remedy, column }) => {
      const code = cellCode('remedies', remedy, column.code);
      return this.cells.get(code) ?? lostCell(code);
    });
  }

  private fill(places: readonly Place[], row: PrintedRow, heads: readonly Header[]): void {
    const columns = places.map(({ column }) => column);
    const counted = assign(row, columns, isClosedUp(row.atoms, heads) ? heads : [], { distance: false, usual: false, odd: new Set() });
    const placed = underHeads(row, columns, heads);
    const assigned = placed === undefined ? counted.certain && counted.atoms : placed;
    // A total before the others, the first of them without its head: those that are left look like the form's.
    const isElsewhere = row.atoms.length === columns.length && standsElsewhere(row.atoms, columns, heads);
    const moved = isElsewhere || (assigned !== null && assigned !== false && mayHaveMoved(assigned, this.columns.length));
    const atoms = this.isInOrder && assigned && !moved ? assigned : null;
    const digits = atoms || moved || !this.isInOrder ? null : runDigits(row.atoms);
    const reading = digits ? solveGroups(digits, places.length / this.columns.length, this.columns.length) : null;
    const raw = joined(row.atoms);
    const line = row.atoms[0]?.line ?? row.line;
    if (this.isInOrder && !atoms && !reading && raw !== '') {
      this.issues.push(issue('row_count_differs', raw, line));
      if (!moved) this.rowCounts.push({ row: `remedies.${places[0]?.remedy ?? ''}`, values: row.atoms.length, columns: places.length });
    }
    places.forEach(({ remedy, column }, at) => {
      const code = cellCode('remedies', remedy, column.code);
      const atom = atoms?.[at];
      const before = this.lines.get(code);
      this.lines.set(code, raw);
      if (before !== undefined && before !== raw) this.cells.set(code, ambiguousCell(code, raw, line));
      else if (atom) this.cells.set(code, certainCell(code, column, atom, heads));
      else if (reading) this.cells.set(code, solvedCell(code, column, reading[at] ?? 0, raw, line));
      else this.cells.set(code, raw === '' ? blankCell(code, line) : ambiguousCell(code, raw, line));
    });
  }
}

/** A line that numbers the columns, 1 to 15, holds no figures: 1 to 4 are not 5. */
const withoutNumbering = (row: PrintedRow): PrintedRow =>
  row.atoms.length === 15 && row.atoms.every(({ raw }, at) => raw === String(at + 1)) ? { ...row, atoms: [], cells: null } : row;

/** Read table 4 from its printed rows. */
export function readRemedies(form: FormTable, rows: readonly PrintedRow[]): TableReading {
  const group = form.groups[0];
  if (!group) return { cells: [], issues: [], rowCounts: [] };
  const table = new RemediesTable(group, rows.map(withoutNumbering));
  return { cells: table.read(), issues: table.issues, rowCounts: table.rowCounts };
}

/** Whether the names of the remedies stand in the order of the form; each counts where it stands first. */
function remediesInOrder(remedies: readonly FormRow[], rows: readonly PrintedRow[]): boolean {
  const named = new Set(rows.flatMap(({ header, sense }) => [...header.map(({ code }) => code), sense?.code]));
  const order = [...named].map((code) => remedies.findIndex((remedy) => remedy.code === code)).filter((place) => place >= 0);
  return order.every((place, at) => at === 0 || place > (order[at - 1] ?? 0));
}

/** Lines with numbers; where there are none, empty ones. An empty line between two heads is a table of its own, of another year. */
function printedLines(rows: readonly PrintedRow[]): readonly PrintedRow[] {
  const lines = rows.filter(({ atoms }) => atoms.length > 0);
  const isFilled = ({ atoms }: PrintedRow) => atoms.some(({ raw }) => raw !== '');
  const isHeaded = (row: PrintedRow | undefined) => row !== undefined && row.header.length > 0;
  const filled = lines.filter(
    (row, at) => isFilled(row) || (isHeaded(row) && (isHeaded(lines[at + 1]) || lines.slice(0, at).some(isFilled))),
  );
  return filled.some(isFilled) ? filled : lines;
}

/** Several lines, each below names of its own: which remedies each of them covers; null where the names are no such heads. */
function linesUnderNames(remedies: readonly FormRow[], rows: readonly PrintedRow[]): ReadonlyMap<PrintedRow, readonly string[]> | null {
  const lines = new Map<PrintedRow, readonly string[]>();
  let named = new Set<string | undefined>();
  for (const row of rows) {
    for (const { code } of row.header) named.add(code);
    named.add(row.sense?.code);
    if (row.atoms.length === 0) continue;
    // A name beside the figures is no head over them.
    if (row.sense) return null;
    lines.set(
      row,
      remedies.map(({ code }) => code).filter((code) => named.has(code)),
    );
    named = new Set();
  }
  const all = [...lines.values()].flat();
  const isOwn = lines.size > 1 && new Set(all).size === all.length && [...lines.values()].every((names) => names.length > 0);
  return isOwn ? lines : null;
}

const remedyOf = (row: PrintedRow) => (row.sense?.kind === 'row' ? row.sense.code : row.group);

/** Whether the remedies have a line each: else their names are a head over one line, and no number is one name's. */
function haveOwnLines(rows: readonly PrintedRow[], printed: readonly PrintedRow[]): boolean {
  const served = new Set(printed.map(remedyOf));
  return served.size > 1 && rows.every((row) => row.sense?.kind !== 'row' || served.has(row.sense.code));
}

/** The cells a printed line covers: its own remedy's five where each has a line, else all fifteen. */
function placeOf<T extends { remedy: string }>(row: PrintedRow, all: readonly T[], count: number, separate: boolean): readonly T[] {
  const filled = row.atoms.filter(({ raw }) => raw !== '').length;
  const named = remedyOf(row);
  return separate && named && !row.shared && filled <= count * 2 && row.atoms.length < all.length
    ? all.filter(({ remedy }) => remedy === named)
    : all;
}
