import type { TextLine, Token } from './text.ts';

/** In sizes of type: how far apart the baselines of a label and of figures drawn at its side may lie. */
export const sameLevel = 0.4;
/** In sizes of type: how far apart the lines of a label may lie. */
export const labelPitch = 1.8;

/** A line as a row sees it: words, and the figures behind them. */
export interface Parts {
  readonly words: readonly Token[];
  readonly figures: readonly Token[];
  readonly line: TextLine;
  /** Figures that may belong to the row above or to the one below. */
  readonly torn?: boolean;
}

/** Whether a word begins, ends or is centred below another, within a share of its size. */
export function isBelow(upper: Token, lower: Token, share: number): boolean {
  if (lower.y - upper.y <= sameLevel * lower.size || lower.y - upper.y > labelPitch * lower.size) return false;
  const centred = Math.abs(upper.left + upper.right - lower.left - lower.right) / 2;
  return Math.min(centred, Math.abs(upper.left - lower.left), Math.abs(upper.right - lower.right)) < share * lower.size;
}
