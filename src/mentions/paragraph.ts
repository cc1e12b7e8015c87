import { Pieces } from './pieces.ts';

/** Running text only, tables cut out; `offset` is where `text` starts in its section's text. `text` and `folded` have equal length. */
export interface Prose {
  readonly section: number;
  readonly offset: number;
  readonly text: string;
  readonly folded: string;
}

/** Lines that belong together, read without blanks and without the insides of 《…》. */
export interface Paragraph {
  readonly section: number;
  /** As printed. */
  readonly text: string;
  /** Where `text` starts in its section's text. */
  readonly offset: number;
  /** Folded, blanks dropped, titles in 《》 emptied: what is read; places are those in `text`. */
  readonly read: Pieces;
}

const endsSentence = /[。;!?:：；！？]\s*$/;
const begins =
  /^(?:\s{2,}|\s*(?:[一二三四五六七八九十]+[、.]|第[一二三四五六七八九十]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、][^\d]|[①-⑳]))/;

/** 三、某某和某某情况: a heading, however long, begins no sentence that the next line ends. */
const heading = /^\s*(?:[一二三四五六七八九十]+[、.]|[(][一二三四五六七八九十]{1,3}[)])[^,。;:]{2,40}(?:情况|事项|措施|问题|概述)\s*$/;

/** A page may break a sentence over lines of equal width; a short line stands alone. */
const shortestWrapped = 20;

const continues = (line: Prose, next: Prose): boolean =>
  line.section === next.section &&
  line.offset + line.text.length + 1 === next.offset &&
  line.text.trim().length >= shortestWrapped &&
  !endsSentence.test(line.folded.slice(-4)) &&
  !begins.test(next.folded.slice(0, 12)) &&
  (/^[,。;、的]/.test(next.folded) || !heading.test(line.folded));

/** Blanks, and what 《》 holds; a missing 》 must not swallow the text, so a title has a longest length. */
const leftOut = /\s+|《[^《》]{1,120}》/g;

function paragraph(lines: readonly Prose[], first: Prose): Paragraph {
  const text = lines.length === 1 ? first.text : lines.map((line) => line.text).join('\n');
  const folded = lines.length === 1 ? first.folded : lines.map((line) => line.folded).join('\n');
  const read = new Pieces();
  let at = 0;
  leftOut.lastIndex = 0;
  for (let found = leftOut.exec(folded); found; found = leftOut.exec(folded)) {
    const { index, 0: dropped } = found;
    const isTitle = dropped.startsWith('《');
    read.add(folded.slice(at, isTitle ? index + 1 : index), at);
    at = index + dropped.length - (isTitle ? 1 : 0);
  }
  read.add(folded.slice(at), at);
  return { section: first.section, text, offset: first.offset, read };
}

/** Put lines together into paragraphs: a sentence that the page broke is read whole. Linear in the text. */
export function paragraphs(prose: readonly Prose[]): Paragraph[] {
  const found: Paragraph[] = [];
  let lines: Prose[] = [];
  const close = () => {
    const first = lines[0];
    if (first) found.push(paragraph(lines, first));
    lines = [];
  };
  for (const piece of prose) {
    const last = lines.at(-1);
    if (last && !continues(last, piece)) close();
    lines.push(piece);
  }
  close();
  return found;
}
