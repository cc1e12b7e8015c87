import type { Doc } from '../model.ts';

/** A line without its blanks and without pinyin noise; `text` (as printed) and `folded` have the same length. */
export interface Shown {
  readonly n: number;
  readonly text: string;
  readonly folded: string;
  /** Folded, without readings, the blanks left as they stand. */
  readonly spaced: string;
}

// A copy machine for pages adds the reading after a character: 應(yīng)急, 相城區(qū).
const reading = /(?<=[\u4e00-\u9fff])\([a-zɡàáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜǹ]{1,6}\)/g;
const marked = /[àáèéìíòóùúāēěīńňōūǎǐǒǔǖǘǚǜǹ]/;

/** Whether pinyin was mixed into a text: readings in brackets, with tone marks or many of them. */
export function hasReadings(folded: string): boolean {
  const found = folded.match(reading);
  return found !== null && (found.length > 3 || found.some((one) => marked.test(one)));
}

/** The positions of a line that carry text: neither blanks nor readings. */
function kept(folded: string, noisy: boolean): boolean[] {
  const keep = Array.from(folded, (character) => character.trim() !== '');
  if (noisy) for (const { index, 0: one } of folded.matchAll(reading)) keep.fill(false, index, index + one.length);
  return keep;
}

/** Longest part of a line that is looked at; a whole report on one line is read from its start. */
const longestLine = 4000;

/** Take the blanks and, on a noisy page, the readings out of a line. */
export function shownLine(n: number, wholeText: string, wholeFolded: string, noisy: boolean): Shown {
  const folded = wholeFolded.slice(0, longestLine);
  const text = wholeText.slice(0, longestLine);
  const spaced = noisy ? folded.replace(reading, '') : folded;
  if (!noisy && !/\s/.test(folded)) return { n, text, folded, spaced };
  const keep = kept(folded, noisy);
  let shownText = '';
  let shownFolded = '';
  for (let at = 0; at < folded.length; at++) {
    if (!keep[at]) continue;
    shownText += text.charAt(at);
    shownFolded += folded.charAt(at);
  }
  return { n, text: shownText, folded: shownFolded, spaced };
}

/** Most lines looked at from the start and from the end of a document. */
const fromStart = 600;
const fromEnd = 80;

/** The lines that can say what a document is: all of a page of usual length, start and end of a long one. */
export function shownLines(doc: Doc): { readonly lines: readonly Shown[]; readonly noisy: boolean } {
  const noisy = doc.lines.slice(0, fromStart).some((line) => line.folded.includes('(') && hasReadings(line.folded.slice(0, longestLine)));
  const lines: Shown[] = [];
  const { length } = doc.lines;
  for (const [at, line] of doc.lines.entries()) {
    if (at >= fromStart && at < length - fromEnd) continue;
    if (line.folded.trim() === '') continue;
    const shown = shownLine(line.n, line.text, line.folded, noisy);
    if (shown.folded !== '') lines.push(shown);
  }
  return { lines, noisy };
}
