/** A clause: what stands between two commas, or inside brackets. Brackets are taken out of the clause around them. */
export interface Clause {
  readonly text: string;
  /** Position in the paragraph's `read` of each character. */
  readonly at: readonly number[];
  /** Brackets around it. */
  readonly depth: number;
}

/** A sentence: its clauses in order of their beginning. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly Clause[];
}

interface Open {
  text: string;
  at: number[];
}

const isComma = (character: string): boolean => character === ',' || character === ';' || character === ':' || character === '·';
const isEnd = (character: string): boolean => character === '。' || character === '!' || character === '?';

/** 1,234 is one number; 信息处理费:0元 is one statement. */
function joins(read: string, i: number): boolean {
  if (read[i] === ',') return /\d/.test(read[i - 1] ?? '') && /^\d{3}(?!\d)/.test(read.slice(i + 1, i + 5));
  return read[i] === ':' && /^(?:\d|[无未零均共]|没有)/.test(read.slice(i + 1, i + 3));
}

/** Deepest nesting of brackets that is followed; more is noise. */
const deepest = 4;

function split(read: string, start: number, end: number): Clause[] {
  const done: { readonly clause: Clause; readonly from: number }[] = [];
  const stack: Open[] = [{ text: '', at: [] }];
  const close = () => {
    const open = stack.at(-1);
    if (!open || open.text === '') return;
    done.push({ clause: { text: open.text, at: open.at, depth: stack.length - 1 }, from: open.at[0] ?? start });
    stack[stack.length - 1] = { text: '', at: [] };
  };
  const keep = (i: number) => {
    const open = stack.at(-1);
    if (open) {
      open.text += read[i] ?? '';
      open.at.push(i);
    }
  };
  for (let i = start; i < end; i++) {
    const character = read[i] ?? '';
    if (read.startsWith('(兼)', i)) for (const last = i + 2; i < last; i++) keep(i); // 专(兼)职 is one word
    if (character === '(' && read[i] === '(' && stack.length <= deepest) stack.push({ text: '', at: [] });
    else if (character === ')' && stack.length > 1) {
      close();
      stack.pop();
    } else if (isComma(character) && !joins(read, i)) close();
    else keep(i);
  }
  while (stack.length > 0) {
    close();
    stack.pop();
  }
  return done.sort((a, b) => a.from - b.from).map(({ clause }) => clause);
}

/** Cut a paragraph into sentences and these into clauses. Linear. */
export function sentences(read: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (let i = 0; i <= read.length; i++) {
    if (i < read.length && !isEnd(read[i] ?? '')) continue;
    if (i > start) found.push({ start, end: i, clauses: split(read, start, i) });
    start = i + 1;
  }
  return found;
}
