import type { TextToken, Token } from '../tokens/token.ts';
import { isAnothers } from './added.ts';

const besideBefore = /[\p{L}[:#]/u;
const besideBehind = /[\p{L}\]]/u;
const apartWord = /\S\s+\p{L}{2,}$/u;

/**
 * Whether words, or the mark before a number that is in no table ([1], 次数:1), stand right beside a value below its label. On the
 * line of the label they may be the rest of it, unless they stand apart from it. `between`: the text behind the value before.
 */
export function isTouched({ kind, start, end, segment }: Token, between: TextToken | null, labelLine: number, text: string): boolean {
  if (kind !== 'value') return false;
  if (segment.line !== labelLine) return besideBefore.test(text.charAt(start - 1)) || besideBehind.test(text.charAt(end));
  const before = text.slice(segment.start, start);
  return isAnothers(before) || (between?.end === start && apartWord.test(before));
}
