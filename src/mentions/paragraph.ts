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
  /** Folded, blanks dropped, titles in 《》 emptied: what is read. */
  readonly read: string;
  /** Position in `text` of each character of `read`. */
  readonly at: readonly number[];
}

const endsSentence = /[。;!?:：；！？]\s*$/;
const begins = /^(?:\s{2,}|\s*(?:[一二三四五六七八九十]+[、.]|第[一二三四五六七八九十]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、][^\d]|[①-⑳]))/;

/** A page may break a sentence over lines of equal width; a short line stands alone. */
const shortestWrapped = 20;

const continues = (line: Prose, next: Prose): boolean =>
  line.section === next.section &&
  line.offset + line.text.length + 1 === next.offset &&
  line.text.trim().length >= shortestWrapped &&
  !endsSentence.test(line.folded) &&
  !begins.test(next.folded);

/** Longest title in 《》 that is emptied; a missing 》 must not swallow the text. */
const longestTitle = 120;

function paragraph(lines: readonly Prose[], first: Prose): Paragraph {
  const text = lines.map((line) => line.text).join('\n');
  const folded = lines.map((line) => line.folded).join('\n');
  const at: number[] = [];
  let read = '';
  for (let i = 0; i < folded.length; i++) {
    const character = folded[i] ?? '';
    if (character.trim() === '') continue;
    read += character;
    at.push(i);
    if (character !== '《') continue;
    const close = folded.indexOf('》', i);
    if (close > i && close - i <= longestTitle) i = close - 1;
  }
  return { section: first.section, text, offset: first.offset, read, at };
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
