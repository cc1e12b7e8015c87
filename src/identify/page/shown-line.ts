import type { Doc } from '../../model.ts';
import { readings } from '../../readings.ts';

/** A line without its blanks and without pinyin noise; `text` (as printed) and `folded` have the same length. */
export interface Shown {
  readonly n: number;
  readonly text: string;
  readonly folded: string;
  /** Folded, without readings, the blanks left as they stand. */
  readonly spaced: string;
}

const marked = /[àáèéìíòóùúāēěīńňōūǎǐǒǔǖǘǚǜǹ]/;

/** Whether pinyin was mixed into a text: readings in brackets, with tone marks or many of them. */
function hasReadings(folded: string): boolean {
  const found = folded.match(readings);
  return found !== null && (found.length > 3 || found.some((one) => marked.test(one)));
}

// What folds to a blank: spaces of every width, and marks of no width.
const blanks = /[\s\u00ad\u200b-\u200d\ufeff]+/g;

/** Longest part of a line that is looked at; a whole report on one line is read from its start. */
const longestLine = 4000;

/** A noisy line, `whole` as printed or folded, is kept character by character, so that both texts lose the same ones. */
function withoutReadings(whole: string, folded: string): string {
  const keep = Array.from(folded, (character) => character.trim() !== '');
  for (const { index, 0: one } of folded.matchAll(readings)) keep.fill(false, index, index + one.length);
  return Array.from(whole, (character, at) => (keep[at] ? character : '')).join('');
}

/** A line whose blanks and readings are taken out when it is first looked at: most lines of a report never are. */
class ShownLine implements Shown {
  readonly n: number;
  readonly #line: { readonly text: string; readonly folded: string };
  readonly #noisy: boolean;
  #text: string | undefined;
  #folded: string | undefined;

  constructor(n: number, text: string, folded: string, noisy: boolean) {
    this.n = n;
    this.#line = { text: text.slice(0, longestLine), folded: folded.slice(0, longestLine) };
    this.#noisy = noisy;
  }

  get text(): string {
    const { text, folded } = this.#line;
    this.#text ??= text === folded ? this.folded : this.#taken(text);
    return this.#text;
  }

  get folded(): string {
    this.#folded ??= this.#taken(this.#line.folded);
    return this.#folded;
  }

  get spaced(): string {
    return this.#noisy ? this.#line.folded.replace(readings, '') : this.#line.folded;
  }

  /** One of the two texts of the line without its blanks and readings. */
  #taken(whole: string): string {
    const { folded } = this.#line;
    if (this.#noisy) return withoutReadings(whole, folded);
    return /\s/.test(folded) ? whole.replace(blanks, '') : whole;
  }
}

/** Take the blanks and, on a noisy page, the readings out of a line. */
export const shownLine = (n: number, text: string, folded: string, noisy: boolean): Shown => new ShownLine(n, text, folded, noisy);

/** Most lines looked at from the start and from the end of a document. */
const fromStart = 600;
const fromEnd = 40;
/** Lines that are read after the first section heading: what a report says about itself stands there. */
const pastHeading = 80;

/** What decides where a report begins. */
export interface Beginning {
  readonly isHeading: (folded: string) => boolean;
  /** The part of a printed line that belongs to the article. */
  readonly article: (line: Shown, text: string, folded: string) => Shown;
}

const wideGap = /\S\s{3,}\S/;

/** The lines that can say what a document is: its head and opening, and its end. */
export function shownLines(doc: Doc, { isHeading, article }: Beginning): { readonly lines: readonly Shown[]; readonly noisy: boolean } {
  const noisy = doc.lines.slice(0, fromStart).some(({ folded }) => folded.includes('(') && hasReadings(folded.slice(0, longestLine)));
  const lines: Shown[] = [];
  let left = fromStart;
  let heading = false;
  const end = doc.lines.length - fromEnd;
  for (const [at, line] of doc.lines.entries()) {
    if (left <= 0 && at < end) continue;
    if (!/\S/.test(line.folded)) continue;
    const whole = shownLine(line.n, line.text, line.folded, noisy);
    const inColumns = !heading && !line.row && wideGap.test(line.folded);
    const shown = inColumns ? article(whole, line.text.slice(0, longestLine), line.folded.slice(0, longestLine)) : whole;
    lines.push(shown);
    left--;
    if (!heading && isHeading(shown.folded)) {
      heading = true;
      left = Math.min(left, pastHeading);
    }
  }
  return { lines, noisy };
}
