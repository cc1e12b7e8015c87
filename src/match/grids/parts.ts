import { allForms, type FormTable } from '../../../schemas/forms/index.ts';
import type { Line } from '../../model.ts';
import { columnNamed } from './labels.ts';
import { type Matrix, matrixOf, type PlacedCell, type Run, rowsOf, wordsOf } from './matrix.ts';
import type { Regridded } from './regridded.ts';

/** Rows of table 3 below its head, at least. */
export const fewestRows = 20;
const isApplications = ({ table }: FormTable): boolean => table === 'applications';
const columns = allForms.flatMap(({ tables }) => tables.filter(isApplications))[0]?.groups[0]?.columns ?? [];
/** Columns of table 3, in the order of the form. */
export const wanted = columns.filter(({ optional }) => !optional).map(({ code }) => code);

/** Some columns of table 3, with the labels of its rows on the left or without. */
export interface Part {
  readonly run: Run;
  readonly codes: readonly string[];
  readonly heads: readonly PlacedCell[];
  /** The rows below the head: what stands left of the figures, and the figures. */
  readonly labels: Matrix;
  readonly figures: Matrix;
}

/** The last words of the head above each place of the first row below it. */
function headsOf(matrix: Matrix, body: number): readonly (PlacedCell | undefined)[] {
  const above = matrix.slice(0, body).toReversed();
  return (matrix[0] ?? []).map((_, at) => above.map((row) => row[at]).find((placed) => placed && wordsOf(placed) !== ''));
}

const holdsFigure = (row: readonly PlacedCell[]) => row.some((placed) => /^\d/.test(wordsOf(placed)));

/** A grid as a part of table 3: its columns on the right, one place each. */
export function partOf(lines: readonly Line[], run: Run): Part | null {
  const matrix = run.to - run.from > fewestRows ? matrixOf(lines.slice(run.from, run.to)) : null;
  const body = matrix?.findIndex(holdsFigure) ?? -1;
  if (!matrix || body < 1) return null;
  const heads = headsOf(matrix, body);
  const codes = heads.map((head) => head && columnNamed(wordsOf(head), 'applications'));
  const from = codes.findIndex((code) => code);
  const own = heads.slice(from).filter((head) => head !== undefined);
  const named = codes.slice(from).filter((code) => typeof code === 'string');
  if (from < 0 || named.length !== codes.length - from || new Set(own).size !== named.length) return null;
  const below = matrix.slice(body);
  const isApart = below.every(
    (row) => new Set(row.slice(from)).size === named.length && !row.slice(0, from).includes(row[from] as PlacedCell),
  );
  if (!isApart) return null;
  return { run, codes: named, heads: own, labels: below.map((row) => row.slice(0, from)), figures: below.map((row) => row.slice(from)) };
}

const noneMark = /^[-—–/]{1,2}$/;

/** Whether the last figure of a row is the sum of the others; what is empty or marked as none adds nothing. */
export function addsUp(row: readonly PlacedCell[]): boolean {
  const figures = row.map((placed) => Number(wordsOf(placed).replaceAll(',', '').replace(noneMark, '')));
  return 2 * (figures.at(-1) ?? 0) === figures.reduce((sum, figure) => sum + figure, 0);
}

/** Parts in one grid, below a head of one line. */
export function joined(first: Part, parts: readonly Part[], n: number): Regridded {
  const corner = { cell: { text: '', column: 0, columns: 1, rows: 1 }, n, top: 0 };
  const head = [...(first.labels[0] ?? []).map(() => corner), ...parts.flatMap(({ heads }) => heads)];
  const body = first.labels.map((labels, at) => [...labels, ...parts.flatMap(({ figures }) => figures[at] ?? [])]);
  return { rows: rowsOf([head, ...body], n), from: first.run.from, to: first.run.to };
}
