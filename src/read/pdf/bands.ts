import type { Token } from './text.ts';

// Where the columns of a table without downward rules lie: what stands in one column has no place in common with what stands in another.

/** A stretch across the page. */
export interface Band {
  readonly left: number;
  readonly right: number;
}

/** Whether two stretches have a place in common. */
export const overlaps = (a: Band, b: Band): boolean => Math.min(a.right, b.right) > Math.max(a.left, b.left);
const around = (a: Band, b: Band): Band => ({ left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) });

/** The head of a column: the lines it is wrapped on, from the first. */
export interface Head extends Band {
  readonly pieces: readonly Token[];
  /** The pieces as one word. */
  readonly whole: Token;
}

/** In sizes of type: lines farther apart are no lines of one cell. And how much of the least distance between lines that may be. */
const headPitch = 1.8;
const samePitch = 1.2;

/**
 * The heads of columns, from left to right: the lowest word over each, with those that it goes on from. `lines` are the words of a head
 * from top to bottom; one that reaches over several columns, or stands a row higher, names none.
 */
export function headsOf(lines: readonly (readonly Token[])[]): Head[] {
  const pitch = samePitch * leastPitch(lines.flat());
  const heads: Head[] = [];
  for (const words of lines.toReversed())
    for (const word of words) {
      const [at = -1, other] = heads.flatMap((head, n) => (overlaps(head, word) ? [n] : []));
      const head = heads[at];
      if (!head) heads.push({ left: word.left, right: word.right, pieces: [word], whole: word });
      else if (other === undefined && (head.pieces[0]?.y ?? 0) - word.y <= Math.min(pitch, headPitch * word.size))
        heads[at] = goneOnFrom(word, head);
    }
  return heads.sort((a, b) => a.left - b.left);
}

function goneOnFrom(word: Token, { pieces, whole, ...head }: Head): Head {
  const band = around(head, word);
  return { ...band, pieces: [word, ...pieces], whole: { ...whole, ...band, text: word.text + whole.text } };
}

/** The least distance of a word from one below it. */
function leastPitch(words: readonly Token[]): number {
  const pitches = words.flatMap((lower) =>
    words.filter((upper) => upper.y < lower.y && overlaps(upper, lower)).map(({ y }) => lower.y - y),
  );
  return Math.min(...pitches);
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
