import { readingEnd } from '../../readings.ts';

class Node<T> {
  readonly values: T[] = [];
  /** The character that goes on from here, and the node behind it: most nodes have one, and need no look-up. */
  private code = -1;
  private only: Node<T> | undefined;
  private others: Map<number, Node<T>> | null = null;

  next(code: number): Node<T> | undefined {
    return code === this.code ? this.only : this.others?.get(code);
  }

  grow(code: number): Node<T> {
    const known = this.next(code);
    if (known) return known;
    const node = new Node<T>();
    if (this.only) this.others = (this.others ?? new Map()).set(code, node);
    else [this.code, this.only] = [code, node];
    return node;
  }
}

/** Characters that labels are compared without: blanks, brackets, quotes, strokes; line and cell ends. */
const skipped = new Uint8Array(65536);
for (const character of ' \t\n()[]{}<>《》〈〉「」『』“”"\'‘’`、,，.．:：/\\|_·•*#-—–~') skipped[character.charCodeAt(0)] = 1;

/** What stands in a label for a year by its number: 2022年新收 for 本年新收. */
export const anyYear = '\uffff';
const yearMark = anyYear.charCodeAt(0);
const [two, zero] = [50, 48];
const yearNumber = /20\d\d\s?年度?/y;

/** Where the number of a year ends that begins at a place; the place itself where none does. */
function yearEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== two || text.charCodeAt(at + 1) !== zero) return at;
  yearNumber.lastIndex = at;
  return at + (yearNumber.exec(text)?.[0].length ?? 0);
}

const enumerator = /^[(]?[一二三四五六七八九十]{1,3}[)、.]|^[(]?\d{1,2}[.、)]/;

/** A label found in a text: what is kept under it, and where it ends (exclusive). */
export interface TrieHit<T> {
  readonly values: readonly T[];
  readonly end: number;
}

/** Printed labels with what they may mean; compared without enumerators, blanks and punctuation. */
export class LabelTrie<T> {
  private readonly root = new Node<T>();
  /** Characters a label can begin with. */
  private readonly beginnings = new Uint8Array(65536);
  private readonly same: (a: T, b: T) => boolean;

  constructor(same: (a: T, b: T) => boolean) {
    this.same = same;
  }

  add(label: string, value: T): void {
    let node = this.root;
    const text = label.normalize('NFKC').replace(enumerator, '').trim();
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (skipped[code]) continue;
      if (node === this.root) this.beginnings[code === yearMark ? two : code] = 1;
      node = node.grow(code);
    }
    if (node !== this.root && !node.values.some((known) => this.same(known, value))) node.values.push(value);
  }

  /** Whether a label may begin with this character. */
  begins(code: number): boolean {
    return this.beginnings[code] === 1;
  }

  /** Where a whole text leads: what the label it spells means, if it is one, and nothing where no label begins with it. */
  reach(text: string): { readonly values: readonly T[] } | null {
    let node: Node<T> | undefined = this.root;
    for (let at = 0; node && at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!skipped[code]) node = node.next(code);
    }
    return node && node !== this.root ? { values: node.values } : null;
  }

  /** The longest label that begins at `from` and ends before `limit`, over blanks, brackets and line ends inside it; null if none does. */
  longest(text: string, from: number, limit = text.length): TrieHit<T> | null {
    let node = this.root;
    let found: Node<T> | null = null;
    let end = from;
    for (let at = from; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (skipped[code]) {
        if (node !== this.root) at = Math.max(at, readingEnd(text, at) - 1);
        continue;
      }
      let next = node.next(code);
      if (!next && code === two) {
        const year = yearEnd(text, at);
        next = year > at ? node.next(yearMark) : undefined;
        at = year - 1;
      }
      if (!next) break;
      node = next;
      if (node.values.length === 0) continue;
      found = node;
      end = at + 1;
    }
    return found && { values: found.values, end };
  }
}
