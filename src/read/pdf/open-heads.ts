import { isBelow, type Parts } from './open-parts.ts';
import { lineOf, type Token } from './text.ts';

/** A word below another is its rest when it is as exactly below it as this share of its size, and no longer. */
const aligned = 0.5;

/** Heads are so short, and stand so near above the first figures. */
const head = /^[\p{Script=Han}（）()]{1,8}$/u;
const mostLines = 6;

/** Heads of columns that are wrapped, each below itself, in one piece: at least two beside each other, or it may be chance. */
export function headsJoined(lines: readonly Parts[]): Parts[] {
  const whole = new Map<Token, Token>();
  const gone = new Set<Token>();
  lines.forEach(({ words, figures }, n) => {
    if (figures.length > 0 || !lines.slice(n + 1, n + 1 + mostLines).some((next) => next.figures.length > 1)) return;
    const above = [lines[n - 1], lines[n - 2]].flatMap((parts) => (parts && parts.figures.length === 0 ? parts.words : []));
    const pairs = words.flatMap((rest) => {
      const heads = above.filter(
        (upper) => !whole.has(upper) && !gone.has(upper) && isHeadOf(upper, rest) && !isOverOthers(upper, rest, words),
      );
      return heads.length === 1 && heads[0] ? [{ upper: heads[0], rest }] : [];
    });
    if (pairs.length < 2 || new Set(pairs.map(({ upper }) => upper)).size < pairs.length) return;
    for (const { upper, rest } of pairs) {
      whole.set(upper, { ...upper, text: upper.text + rest.text });
      gone.add(rest);
    }
  });
  return lines.flatMap(({ words, figures, torn }) => {
    const kept = words.filter((word) => !gone.has(word)).map((word) => whole.get(word) ?? word);
    return kept.length + figures.length > 0
      ? [{ words: kept, figures, line: lineOf([...kept, ...figures]), ...(torn ? { torn } : {}) }]
      : [];
  });
}

/** A head over several columns ends above them: the first of them is not its rest. */
const isOverOthers = (upper: Token, rest: Token, words: readonly Token[]) =>
  words.some((word) => word !== rest && word.left < upper.right && word.right > upper.left);

const isHeadOf = (upper: Token, rest: Token) =>
  head.test(upper.text) &&
  head.test(rest.text) &&
  isBelow(upper, rest, aligned) &&
  rest.right - rest.left < upper.right - upper.left + aligned * rest.size;
