import type { TableCode } from '../../../schemas/forms/index.ts';
import { spelled } from '../labels/vocabulary.ts';
import type { AlignedLine, Piece } from './pieces.ts';

// The heads of an aligned table stand at several heights (法人或其他组织 over five of seven) and are wrapped: line by line they are out of
// order. Where every column of the form has its head, they are read from left to right.

/** A head of one column, from its first line down. */
export interface Head {
  readonly code: string;
  readonly pieces: readonly Piece[];
}

/** Lines of a head, and how far from the middle of its first line the others may stand: centred, or at its beginning. */
const mostLines = 16;
const slant = 3;

/** Which heads a table prints over a row of figures. */
interface Kind {
  readonly table: TableCode;
  readonly fits: (heads: readonly Head[], figures: number) => boolean;
}

const eachColumn = (times: number, columns: number) => (heads: readonly Head[], figures: number) => {
  const codes = heads.map(({ code }) => code);
  const each = codes.every((code) => codes.filter((other) => other === code).length === times);
  return figures === times * columns && codes.length === figures && each;
};

/** A clause of table 2 has up to three columns, whose figures may have signs and counters: it is looked at where a head is wrapped. */
const mostOfClause = 3;
const clause = (heads: readonly Head[], figures: number) =>
  figures <= mostOfClause &&
  heads.length > 1 &&
  heads.length <= mostOfClause &&
  new Set(heads.map(({ code }) => code)).size === heads.length &&
  heads.some(({ pieces }) => pieces.length > 1);

const kinds: readonly Kind[] = [
  { table: 'applications', fits: eachColumn(1, 7) },
  { table: 'remedies', fits: eachColumn(3, 5) },
  { table: 'disclosure', fits: clause },
];

/** The words above line `at`, below the last figures before it. */
function wordsAbove(lines: readonly AlignedLine[], at: number): readonly Piece[] {
  const above = lines.slice(Math.max(0, at - mostLines), at);
  return above.slice(above.findLastIndex((line) => line.figures.length > 0) + 1).flatMap((line) => line.words);
}

/** The fifteen heads of table 4 in four pieces each, and names beside them: more words are no head, and each is compared with all others. */
const mostWords = 100;

/** All heads of table 3 or 4, each once a column, above figures that some of the columns leave out; from left to right. */
export function wholeHeadsAbove(lines: readonly AlignedLine[], at: number, table: 'applications' | 'remedies'): readonly Head[] | null {
  const words = wordsAbove(lines, at);
  if (words.length > mostWords) return null;
  const heads = headsOf(table, words);
  const kind = kinds.find((one) => one.table === table);
  return kind?.fits(heads, heads.length) ? fromLeft(heads) : null;
}

/** The heads above the figures on line `at`, from left to right, with the other words on their lines before them; null if one is missing. */
export function headsAbove(lines: readonly AlignedLine[], at: number): readonly Piece[] | null {
  const figures = lines[at]?.figures.length ?? 0;
  const words = wordsAbove(lines, at);
  for (const { table, fits } of figures > 0 ? kinds : []) {
    const heads = headsOf(table, words);
    const ordered = fits(heads, figures) ? fromLeft(heads) : null;
    if (!ordered) continue;
    const pieces = ordered.flatMap((head) => head.pieces);
    const [first, last] = [Math.min(...pieces.map(({ line }) => line)), Math.max(...pieces.map(({ line }) => line))];
    return [...words.filter((word) => word.line >= first && word.line <= last && !pieces.includes(word)), ...pieces];
  }
  return null;
}

function headsOf(table: TableCode, words: readonly Piece[]): Head[] {
  const used = new Set<Piece>();
  return words.flatMap((word) => {
    const head = used.has(word) ? null : headFrom(word, table, words, used);
    for (const piece of head?.pieces ?? []) used.add(piece);
    return head ? [head] : [];
  });
}

/** The longest label of a column that a word and what stands below it spell. */
function headFrom(first: Piece, table: TableCode, words: readonly Piece[], used: ReadonlySet<Piece>): Head | null {
  let head: Head | null = null;
  let pieces = [first];
  for (let text = first.text; ; ) {
    const senses = spelled(text);
    const column = senses?.find((sense) => sense.table === table && sense.kind === 'column');
    if (column) head = { code: column.code, pieces };
    const below = senses ? words.filter((word) => !used.has(word) && isBelow(pieces, word) && spelled(text + word.text) !== null) : [];
    const [next] = below.sort((a, b) => a.line - b.line || distance(first, a) - distance(first, b));
    if (!next) return head;
    pieces = [...pieces, next];
    text += next.text;
  }
}

const middle = ({ from, to }: Piece) => (from + to) / 2;
const distance = (a: Piece, b: Piece) => Math.min(Math.abs(middle(a) - middle(b)), Math.abs(a.from - b.from));
const isBelow = (pieces: readonly Piece[], word: Piece) => {
  const [first, last] = [pieces[0], pieces.at(-1)];
  return first !== undefined && last !== undefined && word.line > last.line && word.line <= last.line + 2 && distance(first, word) <= slant;
};

/** Heads from left to right; null where two begin at one place. */
function fromLeft(heads: readonly Head[]): readonly Head[] | null {
  const from = ({ pieces }: Head) => pieces[0]?.from ?? 0;
  const sorted = [...heads].sort((a, b) => from(a) - from(b));
  return sorted.every((head, at) => at === 0 || from(head) > from(sorted[at - 1] ?? head)) ? sorted : null;
}
