import { type Sense, spelled } from '../labels/vocabulary.ts';
import type { AlignedLine, Piece } from './pieces.ts';

/** A row's label put together from the pieces it was wrapped into. */
export interface WrappedLabel {
  readonly pieces: readonly Piece[];
  readonly senses: readonly Sense[];
}

const ordinal = /^(?:[(][一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[.、](?!\d))/;

const chinese = /[\u4e00-\u9fff]/;

/** Lines without a piece of a label that may stand between two of its pieces: figures, pieces of the label of a group. */
const mostBetween = 2;

/**
 * Labels of rows, which begin with an ordinal (clause by clause in table 3), with what stands below them as long as the form has a
 * label that goes on so. Only whole labels of the form are given.
 */
export function wrappedLabels(lines: readonly AlignedLine[], from: number, to: number): WrappedLabel[] {
  const used = new Set<Piece>();
  const labels: WrappedLabel[] = [];
  for (let at = from; at < to; at++) {
    for (const first of lines[at]?.words ?? []) {
      const label = used.has(first) ? null : labelFrom(first, lines, at, to, used);
      if (!label) continue;
      for (const piece of label.pieces) used.add(piece);
      labels.push(label);
    }
  }
  return labels;
}

function labelFrom(first: Piece, lines: readonly AlignedLine[], at: number, to: number, used: ReadonlySet<Piece>): WrappedLabel | null {
  const begun = ordinal.exec(first.text);
  if (!begun) return null;
  let text = first.text.slice(begun[0].length);
  let senses = spelled(text);
  let pieces = [first];
  let whole: WrappedLabel | null = senses?.length ? { pieces, senses } : null;
  for (let line = at, between = 0; senses && line < to && between <= mostBetween; line++) {
    const next = rest(lines[line]?.words ?? [], pieces, text, used);
    if (next.length > 1) return null;
    const [piece] = next;
    if (!piece) {
      if (line > at) between++;
      continue;
    }
    between = 0;
    text += piece.text;
    senses = spelled(text);
    pieces = [...pieces, piece];
    if (senses?.length) whole = { pieces, senses };
    // Blanks may stand within a label: what follows on the line is looked at too.
    line--;
  }
  return whole;
}

/** The pieces of a line that a label may go on with: below what it has, or behind it on the same line. */
function rest(words: readonly Piece[], pieces: readonly Piece[], text: string, used: ReadonlySet<Piece>): Piece[] {
  const last = pieces.at(-1);
  return words.filter((word) => {
    if (!last || used.has(word) || pieces.includes(word) || ordinal.test(word.text) || !chinese.test(word.text)) return false;
    if (spelled(text + word.text) === null) return false;
    return word.line > last.line || word.from >= last.to;
  });
}
