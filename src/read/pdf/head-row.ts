import type { Parts } from './open-parts.ts';
import { lineOf, type Token } from './text.ts';

// Heads of columns stand at several heights where some are wrapped and others reach over two rows; read line by line they would be out
// of order. Below one another they are brought to one line, in the order of the figures they stand over.

/** A head that is wrapped stands on so many lines at most. */
const mostLines = 8;
/** A table of fewer columns has heads enough in its labels. */
const fewest = 3;

const head = /^[\p{Script=Han}（）()]{1,14}$/u;

const centre = ({ left, right }: Token) => (left + right) / 2;
const isOver = (word: Token, figure: Token) => word.left <= centre(figure) && word.right >= centre(figure);

/** Lines of a page with the heads over the columns of figures on one line, where there is one over each. */
export function headsLevel(lines: readonly Parts[]): Parts[] {
  const moved = new Map<number, readonly Token[]>();
  const fullest = fullestRows(lines);
  lines.forEach((parts, n) => {
    const next = lines[n + 1];
    if (parts.figures.length > 0 || !next || next.figures.length === 0) return;
    const columns = fullest[n + 1] ?? [];
    if (columns.length < fewest) return;
    const above = lines.slice(Math.max(0, n + 1 - mostLines), n + 1);
    const from = above.findLastIndex(({ figures }) => figures.length > 0) + 1;
    const heads = headsOf(above.slice(from), columns);
    if (heads) moved.set(n, heads);
  });
  return moved.size > 0 ? withHeads(lines, moved) : [...lines];
}

/** For each line the figures of the fullest row from it on, before the next head: the first of those that are as full. */
function fullestRows(lines: readonly Parts[]): readonly (readonly Token[])[] {
  const rows: (readonly Token[])[] = new Array(lines.length);
  let below: readonly Token[] = [];
  for (let n = lines.length - 1; n >= 0; n--) {
    const { words, figures } = lines[n] ?? { words: [], figures: [] };
    const isHead = figures.length === 0 && words.filter(({ text }) => head.test(text)).length >= fewest;
    if (isHead) below = [];
    else if (figures.length >= below.length) below = figures;
    rows[n] = below;
  }
  return rows;
}

/** The lowest word over each column and over no other; null where a column has none. */
function headsOf(lines: readonly Parts[], columns: readonly Token[]): readonly Token[] | null {
  const heads = columns.map((column) =>
    lines
      .flatMap(({ words }) => words)
      .filter((word) => head.test(word.text) && isOver(word, column) && columns.every((other) => other === column || !isOver(word, other)))
      .at(-1),
  );
  return heads.every((word) => word !== undefined) ? heads : null;
}

function withHeads(lines: readonly Parts[], moved: ReadonlyMap<number, readonly Token[]>): Parts[] {
  const gone = new Set([...moved.values()].flat());
  return lines.flatMap((parts, n) => {
    const words = [...parts.words.filter((word) => !gone.has(word)), ...(moved.get(n) ?? [])];
    if (words.length + parts.figures.length === 0) return [];
    if (words.length === parts.words.length && words.every((word) => parts.words.includes(word))) return [parts];
    const line = lineOf([...words, ...parts.figures]);
    return [{ ...parts, words: moved.has(n) ? line.tokens : words, line }];
  });
}
