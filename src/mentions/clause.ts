import { findNumbers, type PrintedNumber } from './number.ts';
import { Pieces } from './pieces.ts';

/** A clause: what stands between two commas, or inside brackets. Brackets are taken out of the clause around them. */
export class Clause {
  /** Places are those in the paragraph's `read`. */
  readonly words: Pieces;
  /** Brackets around it. */
  readonly depth: number;
  #numbers: readonly PrintedNumber[] | null = null;

  constructor(words: Pieces, depth: number) {
    this.words = words;
    this.depth = depth;
  }

  /** Its numbers in print order; found once, for many numbers may look back at one clause. */
  get numbers(): readonly PrintedNumber[] {
    this.#numbers ??= findNumbers(this.words.text);
    return this.#numbers;
  }
}

/** Where a sentence begins and ends in the paragraph's `read`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 。 as a character code. */
const stop = 0x3002;

/** Cut a text into sentences at 。 ! ? */
export function sentences(read: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (let i = 0; i <= read.length; i++) {
    const code = i < read.length ? read.charCodeAt(i) : stop;
    if (code !== stop && code !== 0x21 && code !== 0x3f) continue;
    if (i > start) found.push({ start, end: i });
    start = i + 1;
  }
  return found;
}

/** 1,234 is one number; 信息处理费:0元 is one statement. */
function joins(read: string, i: number): boolean {
  if (read[i] === ',') return /\d/.test(read[i - 1] ?? '') && /^\d{3}(?!\d)/.test(read.slice(i + 1, i + 5));
  return read[i] === ':' && /^(?:\d|[无未零均共]|没有)/.test(read.slice(i + 1, i + 3));
}

/** Deepest nesting of brackets that is followed; more is noise. */
const deepest = 4;

const marks = /[,;:()·]/g;

/** Cut a sentence into clauses, in order of their beginning. Linear. */
export function clauses(read: string, { start, end }: Span): Clause[] {
  const done: Clause[] = [];
  const open: Pieces[] = [new Pieces()];
  let at = start;
  const take = (to: number, next: number) => {
    open.at(-1)?.add(read.slice(at, to), at);
    at = next;
  };
  const close = () => {
    const words = open.pop();
    if (words && words.text !== '') done.push(new Clause(words, open.length));
  };
  marks.lastIndex = start;
  for (let mark = marks.exec(read); mark && mark.index < end; mark = marks.exec(read)) {
    const i = mark.index;
    const inline = read.startsWith('(兼)', i) || read.startsWith('(兼)', i - 2); // 专(兼)职 is one word
    if (inline || (mark[0] === ')' && open.length === 1) || (mark[0] === '(' && open.length > deepest)) continue;
    if (mark[0] !== '(' && mark[0] !== ')' && joins(read, i)) continue;
    take(i, i + 1);
    if (mark[0] !== '(') close();
    if (mark[0] === '(' || mark[0] !== ')') open.push(new Pieces());
  }
  take(end, end);
  while (open.length > 0) close();
  return done.length < 2 ? done : done.sort((a, b) => a.words.place(0) - b.words.place(0));
}
