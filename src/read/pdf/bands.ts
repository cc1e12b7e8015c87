import type { Token } from './text.ts';

// Where the columns of a table without downward rules lie: what stands in one column has no place in common with what stands in another.

/** A stretch across the page. */
export interface Band {
  readonly left: number;
  readonly right: number;
}

export const overlaps = (a: Band, b: Band): boolean => Math.min(a.right, b.right) > Math.max(a.left, b.left);
const around = (a: Band, b: Band): Band => ({ left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) });

/** In sizes of type: how far apart the lines of one head may lie. */
const headPitch = 1.8;

/**
 * One band a column, from left to right: that of the lowest head over it, with the lines it is wrapped on. `lines` are the words of a
 * head from top to bottom; one that reaches over several columns names none.
 */
export function headBands(lines: readonly (readonly Token[])[]): Band[] {
  const bands: { left: number; right: number; top: number }[] = [];
  for (const words of lines.toReversed())
    for (const word of words) {
      const [below, other] = bands.filter((band) => overlaps(band, word));
      if (!below) bands.push({ left: word.left, right: word.right, top: word.y });
      else if (!other && below.top - word.y <= headPitch * word.size) Object.assign(below, around(below, word), { top: word.y });
    }
  return bands.sort((a, b) => a.left - b.left);
}

/** Stretches that figures cover together, from left to right. */
function coveredBy(figures: readonly Band[]): Band[] {
  const covered: Band[] = [];
  for (const figure of figures.toSorted((a, b) => a.left - b.left)) {
    const last = covered.at(-1);
    if (last && overlaps(last, figure)) covered[covered.length - 1] = around(last, figure);
    else covered.push({ left: figure.left, right: figure.right });
  }
  return covered;
}

/**
 * The columns that heads and the figures of all rows tell together: all figures that lie in one stretch stand below one head and below
 * no other. Null where a stretch lies below none or several, or where a row has two figures in a column.
 */
export function columnBands(heads: readonly Band[], rows: readonly (readonly Token[])[]): Band[] | null {
  const columns = [...heads];
  for (const stretch of coveredBy(rows.flat())) {
    const over = heads.flatMap((head, n) => (overlaps(head, stretch) ? [n] : []));
    const [column] = over;
    if (column === undefined || over.length > 1) return null;
    columns[column] = around(columns[column] ?? stretch, stretch);
  }
  const areApart = columns.every((band, n) => n === 0 || band.left > (columns[n - 1]?.right ?? band.left));
  return areApart && areOneEach(columns, rows) ? columns : null;
}

/** Whether the figures of each row stand in columns, no two in one. */
export function areOneEach(columns: readonly Band[], rows: readonly (readonly Token[])[]): boolean {
  return rows.every((figures) => {
    const places = new Set(figures.map((figure) => bandOf(columns, figure)));
    return places.size === figures.length && !places.has(-1);
  });
}

/** Which of some bands holds the middle of a word; -1 if none does. */
export function bandOf(bands: readonly Band[], { left, right }: Band): number {
  const middle = (left + right) / 2;
  return bands.findIndex((band) => band.left <= middle && band.right >= middle);
}
