import type { GridCell } from '../../model.ts';
import type { Piece } from './pieces.ts';

/** A figure stands this near to its head, by its middle, its beginning or its end, and so much farther from every other. */
const near = 2;
const apart = 1.5;

/** Where a head stands, over all its lines. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** How far two stand from each other: by their middles, beginnings or ends. */
export const distance = (a: Place, b: Place): number =>
  Math.min(Math.abs(a.from + a.to - b.from - b.to) / 2, Math.abs(a.from - b.from), Math.abs(a.to - b.to));

/** The figures of a row by column; null where one stands below no head, or two stand below the same. */
export function inColumns(figures: readonly Piece[], places: readonly Place[]): readonly (Piece | undefined)[] | null {
  const row = new Array<Piece | undefined>(places.length).fill(undefined);
  for (const figure of figures) {
    const distances = places.map((place) => distance(figure, place));
    const [nearest = near + 1, next = Number.POSITIVE_INFINITY] = [...distances].sort((a, b) => a - b);
    const column = distances.indexOf(nearest);
    if (nearest > near || next - nearest < apart || row[column]) return null;
    row[column] = figure;
  }
  return row;
}

/** A cell of a row that is read by its places, on a line below the row's first. */
export const cell = (text: string, column: number, below: number): GridCell => ({ text, column, columns: 1, rows: 1, below });

/** The figures of a row with their columns, those without one empty. */
export const figureCells = (columns: readonly (Piece | undefined)[], from: number): readonly GridCell[] =>
  columns.map((figure, at) => cell(figure?.text ?? '', at + 1, (figure?.line ?? from) - from));
