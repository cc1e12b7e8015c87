import { fragments, type Need, type Phrasing, phrasings } from '../../schemas/phrasings.ts';
import { type Edges, edgesOf } from './edges.ts';

const named: ReadonlyMap<string, string> = new Map(Object.entries(fragments));

/** Put the fragments in; they may name one another. */
function expand(source: string): string {
  const text = source.replace(/\{([a-zA-Z]+)\}/g, (all, name: string) => named.get(name) ?? all);
  return text === source ? text : expand(text);
}

/** A phrasing that can be tried at a number. Its expressions are compiled when they are first needed. */
export class Rule {
  readonly codes: readonly string[];
  readonly needs: readonly Need[];
  readonly frame: Phrasing['frame'] | null;
  /** It tells by the words before the number alone. */
  readonly looksBack: boolean;
  readonly #phrasing: Phrasing;
  /** One of these stands where it fits; null where none are known. */
  readonly #needed: readonly string[] | null;
  #words: RegExp | null = null;
  #unless: RegExp | null = null;

  constructor(phrasing: Phrasing, needed: readonly string[] | null) {
    const { code, needs, frame } = phrasing;
    this.codes = code === null ? [] : typeof code === 'string' ? [code] : code;
    this.needs = needs ?? [];
    this.frame = frame ?? null;
    this.looksBack = phrasing.after === undefined;
    this.#phrasing = phrasing;
    this.#needed = needed;
  }

  /**
   * Do the words fit a number at `place` in `words before + # + words behind`? Looking back from the number fails at the
   * first wrong character, so that a long clause costs no more than a short one.
   */
  fits(text: string, place: number): boolean {
    if (this.#needed?.some((word) => text.includes(word)) === false) return false;
    const { before, after } = this.#phrasing;
    this.#words ??= new RegExp(
      `${before === undefined ? '' : `(?<=${expand(before)})`}#${after === undefined ? '' : `(?:${expand(after)})`}`,
      'y',
    );
    this.#words.lastIndex = place;
    return this.#words.test(text);
  }

  /** Does the clause say that something else is counted? */
  isOther(clause: string): boolean {
    const { unless } = this.#phrasing;
    if (unless === undefined) return false;
    this.#unless ??= new RegExp(expand(unless));
    return this.#unless.test(clause);
  }
}

const edgesOfFragments = new Map<string, Edges>();

/** Edges of a fragment, found once. */
function fragmentEdges(name: string): Edges {
  const found = edgesOfFragments.get(name) ?? edgesOf(named.get(name) ?? '', fragmentEdges);
  edgesOfFragments.set(name, found);
  return found;
}

const counters = (units: string): readonly string[] => (units.includes('|') ? units.split('|') : [...units]);

interface Indexed {
  readonly rule: Rule;
  readonly units: readonly string[] | null;
  readonly before: Edges | null;
  readonly after: Edges | null;
}

let indexed: readonly Indexed[] | null = null;

/** Read when the first number asks: a document without prose does not pay for it. */
function allRules(): readonly Indexed[] {
  indexed ??= phrasings.map((phrasing) => {
    const before = phrasing.before === undefined ? null : edgesOf(phrasing.before, fragmentEdges);
    const after = phrasing.after === undefined ? null : edgesOf(phrasing.after, fragmentEdges);
    const needed = before?.words ?? after?.words ?? null;
    return { rule: new Rule(phrasing, needed), units: phrasing.units === undefined ? null : counters(phrasing.units), before, after };
  });
  return indexed;
}

const known = new Map<string, readonly Rule[]>();

/** Can a character stand directly before (`last`) or behind (`first`) the number? Any may, where the pattern can be empty. */
const mayTouch = (edges: Edges | null, side: 'first' | 'last', character: string): boolean =>
  edges === null || edges.empty || edges[side] === null || (character !== '' && edges[side].includes(character));

/** Without a counter a number is told by words alone: 邮编：100000 behind a sentence about training is nobody's. */
const hasWords = (before: Edges | null, after: Edges | null): boolean => before?.empty === false || after?.empty === false;

/** The rules that can fit a counter between two characters, in order; `printed` null where there is no counter. */
export function rulesFor(printed: string | null, last: string, first: string): readonly Rule[] {
  const unit = printed?.replace(/^([件条篇家场期班])次$/, '$1') ?? null; // 5件次 counts as 5件
  const key = `${unit ?? ''} ${last} ${first}`;
  const found = known.get(key);
  if (found) return found;
  const rules = allRules()
    .filter(({ units, before, after }) => (unit === null ? units === null || hasWords(before, after) : (units?.includes(unit) ?? true)))
    .filter(({ before, after }) => mayTouch(before, 'last', last) && mayTouch(after, 'first', first))
    .map(({ rule }) => rule);
  if (known.size < mostKnown) known.set(key, rules);
  return rules;
}

/** Look-ups kept: hostile text must not fill the memory. */
const mostKnown = 20_000;

/** Words between what is counted and its number. */
const fillers =
  '总数量 总数 总量 数量 数 量 件数 共计 总计 合计 累计 全年 本年 本年度 已经 已 共有 共 分别 均 各 将近 近 大约 约 逾 超过 超 突破 接近 达到了 达到 高达 多达 达 为 有 计 是 的 了 : 、 其中 另有 另 还 仅 只 左右 首次 全部 零 “ ” 都'.split(
    ' ',
  );
const byLast = new Map<string, readonly string[]>();
for (const filler of fillers.toSorted((a, b) => b.length - a.length)) {
  const last = filler.slice(-1);
  byLast.set(last, [...(byLast.get(last) ?? []), filler]);
}

/** 由2万增至, 从年初的1.2万人增长到: what the number was before it. */
const grown =
  /(?:由|从)[^,;。]{0,16}(?:#|\d[万亿]?)[^,;。#\d]{0,3}(?:增长?|增加|提升|提高|上升|扩大|攀升|上涨|跃升|发展|减少|下降|降低?|缩减|压减)[至到](?:了|约|近)*$/;

/** What stands before a number without the one it grew from. */
export const withoutFormer = (text: string): string => (/[至到了约近]$/.test(text) ? text.replace(grown, '') : text);

/** 文件数, 案件数 end with a word of their own, not with 件数. */
const isWordsEnd = (filler: string, before: string | undefined): boolean => filler === '件数' && /[文案信邮公]/.test(before ?? '');

/** Words before a number without the fillers at their end: 总数, 共, 达, 分别为. */
export function wordsBefore(whole: string): string {
  const text = withoutFormer(whole);
  let end = text.length;
  for (;;) {
    const found = byLast.get(text[end - 1] ?? '')?.find((filler) => text.endsWith(filler, end) && !isWordsEnd(filler, text[end - 3]));
    if (found === undefined) return end === text.length ? text : text.slice(0, end);
    end -= found.length;
  }
}
