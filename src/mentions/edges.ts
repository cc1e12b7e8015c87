/** Characters a pattern can begin or end with, some perhaps twice; null stands for any. `empty`: the pattern may match nothing. */
export interface Edges {
  readonly first: string | null;
  readonly last: string | null;
  readonly empty: boolean;
}

type Characters = Edges['first'];

const nothing: Edges = { first: '', last: '', empty: true };
const any: Edges = { first: null, last: null, empty: false };

const union = (a: Characters, b: Characters): Characters => (a === null || b === null ? null : a + b);

const follow = (a: Edges, b: Edges): Edges => ({
  first: a.empty ? union(a.first, b.first) : a.first,
  last: b.empty ? union(a.last, b.last) : b.last,
  empty: a.empty && b.empty,
});

const either = (all: readonly Edges[]): Edges => ({
  first: all.map(({ first }) => first).reduce(union),
  last: all.map(({ last }) => last).reduce(union),
  empty: all.some(({ empty }) => empty),
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
    for (let next = this.#source[this.#at]; next !== undefined && next !== '|' && next !== ')'; next = this.#source[this.#at]) {
      const atom = this.#atom();
      all = follow(all, this.#optional() ? { ...atom, empty: true } : atom);
    }
    return all;
  }

  /** Step over a quantifier: may what it follows be left out? */
  #optional(): boolean {
    if (!quantifiers.includes(this.#source[this.#at] ?? ' ')) return false;
    quantifier.lastIndex = this.#at;
    const [found] = quantifier.exec(this.#source) ?? [''];
    this.#at += found.length;
    return /^(?:[?*]|\{0)/.test(found);
  }

  #atom(): Edges {
    const character = this.#source[this.#at] ?? '';
    if (!special.includes(character)) {
      this.#at++;
      return { first: character, last: character, empty: false };
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
    return { first: set, last: set, empty: false };
  }
}

/** Characters that are not always themselves, and those a quantifier begins with. */
const special = '()[]{}.^$\\';
const quantifiers = '?*+{';
const quantifier = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;
const atom = /^(?:\((?:\?(?:[:=!]|<[=!]))?|\[(?:\\.|[^\]])*\]|\{[a-zA-Z]+\}|\\.)/;
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
