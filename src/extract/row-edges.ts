import { groupBy } from '../group-by.ts';
import type { Header, PrintedRow } from '../match/rows/row.ts';
import { rightEdge, widestEdges } from './row-shape.ts';

/** Rows that go as far as each other, at least: of two nobody knows which is short. */
const fewestUsual = 3;

/** Where a row of a grid ends, and how far beyond its head. */
interface Reach {
  readonly row: PrintedRow;
  readonly edge: number;
  readonly beyond: number;
}

/** The reach of a row; none where no grid places it and its head. */
function reachOf(row: PrintedRow, headers: readonly Header[]): Reach[] {
  const { atoms, cells } = row;
  const isPlaced = atoms.length > 0 && atoms.every(({ bordered, even, column }) => bordered && even === null && column >= 0);
  const [edge, headEdge] = [rightEdge(cells ?? atoms), rightEdge(headers)];
  return isPlaced && headEdge > 0 ? [{ row, edge, beyond: edge - headEdge }] : [];
}

/** What more rows have than anything else; null where too few do. */
function usual(values: readonly number[]): number | null {
  const [most = [], next = []] = [...groupBy(values, (value) => value).values()].sort((a, b) => b.length - a.length);
  return most.length >= fewestUsual && most.length > next.length ? (most[0] ?? null) : null;
}

type HeadersOf = (row: PrintedRow) => readonly Header[];

/** Rows that, seen from their heads, end before the place where most rows do, and go less far than the widest. */
function shortRows(reaches: readonly Reach[]): ReadonlySet<PrintedRow> {
  const beyond = usual(reaches.map((reach) => reach.beyond));
  if (beyond === null) return new Set();
  const widest = reaches.reduce((most, { edge }) => Math.max(most, edge), 0);
  return new Set(reaches.filter((reach) => reach.edge < widest && reach.beyond < beyond).map(({ row }) => row));
}

/** Where the rows of a grid end: one that ends elsewhere than the others may have lost a cell, or printed one twice. */
export class RowEdges {
  private readonly rows: readonly PrintedRow[];
  private readonly formRows: readonly PrintedRow[];
  private readonly headersOf: HeadersOf;
  private widest: readonly [widest: number, next: number] | null = null;
  private short: ReadonlySet<PrintedRow> | null = null;
  private even: boolean | null = null;

  constructor(rows: readonly PrintedRow[], formRows: readonly PrintedRow[], headersOf: HeadersOf) {
    this.rows = rows;
    this.formRows = formRows;
    this.headersOf = headersOf;
  }

  /** Most rows print more cells than the form has columns: what adds up may be none of the row's. */
  hasMoreThan(columns: number): boolean {
    const cells = usual(this.formRows.map(({ atoms }) => atoms.length));
    return cells !== null && cells > columns;
  }

  /** Whether a row ends elsewhere, so that its figures may stand under heads that are not theirs. */
  endsElsewhere(row: PrintedRow): boolean {
    this.short ??= shortRows(this.reaches());
    return this.short.has(row) || this.standsOut(row);
  }

  /** Whether a grid places all rows and heads, and all rows go as far beyond their heads: none of them has lost a cell or prints one twice. */
  areEven(): boolean {
    if (this.even === null) {
      const reaches = this.reaches();
      const isPlaced = reaches.length >= fewestUsual && reaches.length === this.formRows.filter(({ atoms }) => atoms.length > 0).length;
      this.even = isPlaced && reaches.every(({ beyond }) => beyond === reaches[0]?.beyond);
    }
    return this.even;
  }

  private reaches(): Reach[] {
    return this.formRows.flatMap((row) => reachOf(row, this.headersOf(row)));
  }

  /** It has empty cells and goes on where no other row does. */
  private standsOut({ atoms }: PrintedRow): boolean {
    if (!atoms.some(({ raw }) => raw === '')) return false;
    this.widest ??= widestEdges(this.rows);
    const [widest, next] = this.widest;
    return next > 0 && next < widest && rightEdge(atoms) === widest;
  }
}
