import type { Clause } from './clause.ts';
import type { PrintedNumber } from './number.ts';
import { type Share, sharedOut } from './share.ts';

/** A number at its place: the clause it stands in, what is before and behind it. */
export interface Place {
  readonly clause: Clause;
  /** Which clause of the sentence. */
  readonly index: number;
  readonly number: PrintedNumber;
  /** Position in the paragraph's `read`. */
  readonly position: number;
  /** Clause up to the number; earlier numbers are `#`. */
  readonly left: string;
  /** Which of the things named together it counts: 分别为3件、1件; null where nothing is shared out. */
  readonly share: Share | null;
  /** Where the words since the number before begin, in `read`. */
  readonly since: number;
  /** Behind the number, up to the next. */
  readonly right: string;
  /** Another number follows in the clause. */
  readonly isFollowed: boolean;
  /** Where its part of the clause begins and ends, for the snippet. */
  readonly from: number;
  readonly to: number;
}

/** Words that decide what a number counts stand near it. */
const reach = 80;

/** How many numbers follow one with nothing but separators between them: 3件、1件和2件. */
function followers(text: string, numbers: readonly PrintedNumber[], from: number): number {
  let found = 0;
  for (let n = from + 1; n < numbers.length; n++) {
    const between = text.slice(numbers[n - 1]?.end, numbers[n]?.start);
    if (!/^[、和及与,以]*$/.test(between)) break;
    if (between !== '') found++;
  }
  return found;
}

/** The numbers of a clause with their words; numbers that stand together (2期45人次) share them. */
export function placesIn(clause: Clause, index: number): Place[] {
  const { numbers } = clause;
  if (numbers.length === 0) return [];
  const { text } = clause.words;
  let [left, at, from] = ['', 0, 0];
  return numbers.map((number, n) => {
    const before = numbers[n - 1];
    const adjacent = before !== undefined && before.end === number.start;
    if (before && !adjacent) {
      left += '#';
      from = before.end + (/^[、和及与,]*/.exec(text.slice(before.end, before.end + 4))?.[0].length ?? 0);
    }
    left = (left + text.slice(at, number.start)).slice(-reach);
    at = number.end;
    const next = numbers[n + 1];
    const shared = sharedOut(left, () => followers(text, numbers, n));
    return {
      clause,
      index,
      number,
      position: clause.words.place(number.start),
      left: shared?.words ?? left,
      share: shared,
      since: clause.words.place(shared ? 0 : from),
      right: text.slice(number.end, Math.min(next?.start ?? text.length, number.end + reach)),
      isFollowed: next !== undefined,
      from: shared ? 0 : from,
      to: next && next.start > number.end ? number.end : text.length,
    };
  });
}

/** Of two things named together: the one this number is shared out to, or both where all are the same; else none. */
export function meant(codes: readonly string[], { share, number, left }: Place): readonly string[] {
  if (codes.length < 2) return share?.isClear === false ? [] : codes;
  if (share !== null) return codes.slice(share.index, share.index + 1);
  return number.value === 0 || /[均都各](?:为|是|有)?$/.test(left) ? codes : [];
}
