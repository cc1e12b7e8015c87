import type { Line } from '../../model.ts';
import type { Measure } from './measure.ts';

/** A stretch of a line without blanks, by its place in the line. */
export interface Piece {
  /** Index of the line. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A line of an aligned table: words, and the figures behind them. */
export interface AlignedLine {
  readonly words: readonly Piece[];
  readonly figures: readonly Piece[];
}

const figure = /^[+-]?\d[\d,]{0,11}(?:\.\d{1,9})?$/;

/** The fifteen columns of table 4 and the words beside them; more is no row. */
const mostPieces = 40;

/** Cut a line at its blanks; figures are those at its end. Places are those of the text as shown, where brackets are full width. */
export function cutLine({ text, folded }: Pick<Line, 'text' | 'folded'>, line: number, measure: Measure): AlignedLine {
  const place = measure(text);
  const pieces: Piece[] = [];
  for (const { 0: shown, index } of folded.matchAll(/\S+/g))
    pieces.push({ line, from: place(index), to: place(index + shown.length), text: shown });
  if (pieces.length > mostPieces) return { words: [], figures: [] };
  const figures = pieces.length - 1 - pieces.findLastIndex((one) => !figure.test(one.text));
  return { words: pieces.slice(0, pieces.length - figures), figures: pieces.slice(pieces.length - figures) };
}
