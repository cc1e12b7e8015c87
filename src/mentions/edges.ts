/** What can be said of a pattern without trying it. */
export interface Edges {
  /** Characters it can begin or end with, some perhaps twice; null stands for any. */
  readonly first: string | null;
  readonly last: string | null;
  /** It may match nothing. */
  readonly empty: boolean;
  /** One of these stands in all that it matches; null where none are known. */
  readonly words: readonly string[] | null;
}

type Characters = Edges['first'];

const nothing: Edges = { first: '', last: '', empty: true, words: null };
const any: Edges = { first: null, last: null, empty: false, words: null };

const union = (a: Characters, b: Characters): Characters => (a === null || b === null ? null : a + b);

const follow = (a: Edges, b: Edges): Edges => ({
  first: a.empty ? union(a.first, b.first) : a.first,
  last: b.empty ? union(a.last, b.last) : b.last,
  empty: a.empty && b.empty,
  words: rarer(a.words, b.words),
});

const shortest = (words: readonly string[]): number => Math.min(...words.map(({ length }) => length));

/** Of two lists of words the one that fewer texts hold: that of longer words. */
function rarer(a: Edges['words'], b: Edges['words']): Edges['words'] {
  if (a === null || b === null) return a ?? b;
  return shortest(b) > shortest(a) ? b : a;
}

const either = (all: readonly Edges[]): Edges => ({
  first: all.map(({ first }) => first).reduce(union),
  last: all.map(({ last }) => last).reduce(union),
  empty: all.some(({ empty }) => empty),
  words: all.every(({ words }) => words !== null) ? all.flatMap(({ words }) => words ?? []) : null,
});

/** Reads the regular expressions of the phrasings: groups, classes, quantifiers, look-arounds. */
class Reader {
  #at = 0;
  readonly #source: string;
  readonly #named: (name: string) => Edges;

  constructor(source: string, named: (name: string) => Edges) {
    this.#source = source;
    this.#named = named;
  }

  alternatives(): Edges {
    const all = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      all.push(this.#sequence());
    }
    return all.length === 1 ? (all[0] ?? nothing) : either(all);
  }

  #sequence(): Edges {
    let all = nothing;
    let word = '';
    for (let next = this.#source[this.#at]; next !== undefined && next !== '|' && next !== ')'; next = this.#source[this.#at]) {
      const atom = this.#atom();
      const times = this.#quantifier();
      const isOptional = /^(?:[?*]|\{0)/.test(times);
      word = isOptional || special.includes(next) ? '' : word + next;
      const read = word === '' ? atom : { ...atom, words: [word] };
      all = follow(all, isOptional ? { ...atom, empty: true, words: null } : read);
      if (times !== '') word = '';
    }
    return all;
  }

  /** Step over a quantifier; empty where there is none. */
  #quantifier(): string {
    if (!quantifiers.includes(this.#source[this.#at] ?? ' ')) return '';
    quantifier.lastIndex = this.#at;
    const [found] = quantifier.exec(this.#source) ?? [''];
    this.#at += found.length;
    return found;
  }

  #atom(): Edges {
    const character = this.#source[this.#at] ?? '';
    if (!special.includes(character)) {
      this.#at++;
      return { first: character, last: character, empty: false, words: [character] };
    }
    const [head] = atom.exec(this.#source.slice(this.#at, this.#at + longestAtom)) ?? [character];
    this.#at += head.length;
    if (head.startsWith('(')) {
      const inside = this.alternatives();
      this.#at++;
      return head === '(' || head === '(?:' ? inside : nothing;
    }
    if (head.startsWith('{')) return this.#named(head.slice(1, -1));
    if (head === '$' || head === '^') return nothing;
    if (head === '.' || head.startsWith('[^')) return any;
    const set = head.length === 1 ? head : members(head.replace(/^\[|\]$/g, ''));
    return { first: set, last: set, empty: false, words: null };
  }
}

/** Characters that are not always themselves, and those a quantifier begins with. */
const special = '()[]{}.^$\\';
const quantifiers = '?*+{';
const quantifier = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;
const atom = /^(?:\((?:\?(?:[:=!]|<[=!]))?|\[(?:\\.|[^\]\\])*\]|\{[a-zA-Z]+\}|\\.)/;
const longestAtom = 80;

/** The members of a class or an escape: `0-9`, `\d`, `省市区`. */
function members(source: string): string {
  let set = '';
  for (const [all, from, to] of source.replaceAll('\\d', '0-9').matchAll(/(.)-(.)|\\?./gs)) {
    if (from === undefined || to === undefined) set += all.slice(-1);
    else for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) set += String.fromCharCode(code);
  }
  return set;
}

/**
 * The edges of a regular expression, so that most phrasings need not be tried at a number at all.
 * `{name}` in it stands for what `named` knows.
 */
export const edgesOf = (source: string, named: (name: string) => Edges): Edges => new Reader(source, named).alternatives();
