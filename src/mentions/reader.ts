import { denials } from '../../schemas/denials.ts';
import { mentionKind } from '../../schemas/mentions.ts';
import type { Mention } from '../../schemas/report.ts';
import type { Share } from '../check/facts.ts';
import { type Clause, type Sentence, sentences } from './clause.ts';
import { frameOf, type Memory, remember, resolveCode } from './code.ts';
import { findNumbers, mayHoldNumber, type PrintedNumber } from './number.ts';
import type { Paragraph } from './paragraph.ts';
import { rulesFor, saysAmount, wordsBefore } from './phrasing.ts';
import { type Named, namedPlatforms, type Platform, together } from './platform.ts';
import { isAnothers, isNotThisYears, type Whose } from './scope.ts';
import { allHold, type Frame, type Surroundings } from './state.ts';

/** A number at its place: the clause it stands in, what is before and behind it. */
interface Place {
  readonly clause: Clause;
  readonly index: number;
  readonly number: PrintedNumber;
  /** Position in the paragraph's `read`. */
  readonly position: number;
  /** Clause up to the number, and behind it up to the next; other numbers are `#`. */
  readonly left: string;
  readonly right: string;
  /** Where its part of the clause begins and ends: behind the number before, before the number behind. */
  readonly from: number;
  readonly to: number;
}

/** Characters after which a topic named earlier no longer counts. */
const topicReach = 400;
const requestsTopic = /依申请公开|信息公开(?:的)?申请|公开申请|申请公开/g;
const ogiTopic = /信息公开|政务公开|依申请/g;
/** Furniture of a page: its own counters are no mentions. */
const furniture = /^(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:]|(?:来源|作者|字体|字号|发布机构|责任编辑)[:].*(?:浏览|阅读|点击|访问)/;

/** Reads paragraph after paragraph, in order; remembers what was told last. */
export class ProseReader {
  readonly mentions: Mention[] = [];
  readonly shares: Share[] = [];
  readonly #told = new Set<string>();
  readonly #whose: Whose;
  readonly #accounts: ReadonlyMap<string, Platform>;
  #memory: Memory = { stage: 'received', remedy: 'review' };
  #frame: Frame | null = null;
  #section = -1;
  /** Characters of the section read so far, and where its topics were named last. */
  #length = 0;
  #requestsAt = Number.NEGATIVE_INFINITY;
  #ogiAt = Number.NEGATIVE_INFINITY;

  constructor(whose: Whose, accounts: ReadonlyMap<string, Platform>) {
    this.#whose = whose;
    this.#accounts = accounts;
  }

  read(paragraph: Paragraph): void {
    if (paragraph.section !== this.#section) {
      this.#section = paragraph.section;
      this.#frame = null;
      this.#requestsAt = this.#ogiAt = Number.NEGATIVE_INFINITY;
    }
    const { read } = paragraph;
    if ((mayHoldNumber.test(read) || /[未没无]|不存在|不收/.test(read)) && !furniture.test(read)) {
      const platforms = namedPlatforms(read, this.#accounts);
      for (const sentence of sentences(read)) this.#sentence(paragraph, sentence, platforms);
    }
    this.#requestsAt = lastNamed(requestsTopic, read, this.#length) ?? this.#requestsAt;
    this.#ogiAt = lastNamed(ogiTopic, read, this.#length) ?? this.#ogiAt;
    this.#length += read.length;
  }

  #sentence(paragraph: Paragraph, sentence: Sentence, platforms: readonly Named[]): void {
    const places = sentence.clauses.flatMap((clause, index) => placesIn(clause, index)).sort((a, b) => a.position - b.position);
    const shown = { paragraph, sentence, platforms };
    for (const clause of sentence.clauses) if (/[未没无]|不存在|不收/.test(clause.text)) this.#denials(shown, clause);
    let last: { readonly mention: Mention; readonly depth: number } | null = null;
    for (const place of places) {
      if (place.number.unit === '%' && last && last.depth === place.clause.depth && /占(?:比|总?数?|全部|申请|总量|[^#,]{0,8}的)*(?:约|为|达)*$/.test(place.left)) {
        const { value, decimals } = place.number;
        this.shares.push({ code: last.mention.code, value: last.mention.value, percent: value, decimals });
        continue;
      }
      const mention = this.#number(shown, place);
      if (mention) last = { mention, depth: place.clause.depth };
      else if (place.number.unit !== '%') last = last && last.depth < place.clause.depth ? last : null;
    }
  }

  #denials(shown: Shown, clause: Clause): void {
    const place = { clause, position: clause.at[0] ?? 0 };
    for (const denial of compiledDenials) {
      const found = denial.text.exec(clause.text);
      if (!found || denial.unless?.test(clause.text)) continue;
      const end = found.index + found[0].length;
      const around = this.#around(shown, { ...place, left: clause.text.slice(0, end), right: clause.text.slice(end) });
      if (denial.needs === 'ogi' && !around.ogi) continue;
      if (denial.needs === 'applications' && !around.applications) continue;
      if (isAnothers({ clause: around.clause, sentence: around.sentence }, around.behind, this.#whose)) continue;
      if (isNotThisYears({ clause: around.clause, sentence: around.sentence }, this.#whose, false)) continue;
      for (const code of denial.codes) {
        const unit = mentionKind(code)?.unit ?? '件';
        this.#add(shown.paragraph, clause, [0, clause.text.length], { code, value: 0, unit, approximate: false, negated: true });
      }
    }
  }

  #number(shown: Shown, place: Place): Mention | null {
    const own = this.#around(shown, place);
    const found = this.#decide(own, place) ?? this.#decideWithClauseBefore(shown, place);
    if (!found) {
      if (/收到|接到|受理|承办|办理|处理|接收/.test(place.left)) this.#frame = 'other';
      return null;
    }
    this.#frame = found.frame;
    const { number, clause } = place;
    let first: Mention | null = null;
    for (const code of found.codes) {
      this.#memory = remember(code, this.#memory);
      const unit = number.unit === null ? (mentionKind(code)?.unit ?? '') : printedUnit(shown.paragraph, clause, number);
      const { value, approximate } = number;
      first = this.#add(shown.paragraph, clause, [place.from, place.to], { code, value, unit, approximate, negated: false }) ?? first;
    }
    return first;
  }

  /** What a number counts, by the first phrasing that fits; no codes where its words count something without one. */
  #decide(around: Surroundings, { number }: Place): { readonly codes: readonly string[]; readonly frame: Frame } | null {
    if (number.unit === null && !saysAmount(around.clause)) return null;
    const words = wordsBefore(around.clause);
    const text = `${words}#${around.behind}`;
    for (const rule of rulesFor(number.unit)) {
      rule.words.lastIndex = words.length;
      if (!rule.words.test(text) || !allHold(rule.needs, around) || rule.unless?.test(around.clause)) continue;
      if (rule.codes.length === 0) return { codes: [], frame: isFrame(rule.frame) ? rule.frame : 'other' };
      const codes = rule.codes.flatMap((code) => resolveCode(code, around, this.#memory) ?? []);
      const [first] = codes;
      if (first === undefined) continue;
      const left = { clause: around.clause, sentence: around.sentence };
      const another = isAnothers(left, around.behind, this.#whose) || isNotThisYears(left, this.#whose, first.includes('.carried_'));
      return another ? { codes: [], frame: 'other' } : { codes, frame: frameOf(first) };
    }
    return null;
  }

  /** 收到政府信息公开申请,共计12件: the words stand in the clause before. */
  #decideWithClauseBefore(shown: Shown, place: Place): ReturnType<ProseReader['#decide']> {
    if (wordsBefore(place.left) !== '' || place.index === 0) return null;
    const before = shown.sentence.clauses.slice(0, place.index).findLast((clause) => clause.depth === place.clause.depth);
    if (!before || findNumbers(before.text).length > 0) return null;
    return this.#decide(this.#around(shown, { ...place, left: before.text }), place);
  }

  #around(shown: Shown, place: Pick<Place, 'clause' | 'position' | 'left' | 'right'>): Surroundings {
    const { read } = shown.paragraph;
    const start = place.clause.at[0] ?? 0;
    const near = (topic: RegExp, at: number) =>
      this.#length + place.position - at <= topicReach || read.slice(Math.max(0, place.position - topicReach), place.position + place.right.length).search(topic) >= 0;
    const from = Math.max(start, place.clause.at[place.left.lastIndexOf('#') + 1] ?? start);
    const here = shown.platforms.filter(({ start: at }) => at >= (place.left.includes('#') ? from : start) && at < place.position);
    const earlier = shown.platforms.filter(({ start: at }) => at < place.position);
    const inSentence = earlier.filter(({ start: at }) => at >= shown.sentence.start);
    const behind = namedPlatforms(place.right, this.#accounts);
    const platform = together(here.map((each) => each.platform)) === null ? behind : here;
    return {
      clause: place.left,
      behind: place.right,
      sentence: read.slice(shown.sentence.start, place.position),
      frame: this.#frame,
      applications: near(requestsTopic, this.#requestsAt),
      ogi: near(ogiTopic, this.#ogiAt),
      here: platform.map((each) => each.platform),
      sentencePlatform: inSentence.at(-1)?.platform ?? null,
      lastPlatform: earlier.at(-1)?.platform ?? null,
    };
  }

  /** Keep a mention unless the same fact was told before (mentions.md, rule 10). */
  #add(paragraph: Paragraph, clause: Clause, [from, to]: readonly [number, number], told: Omit<Mention, 'snippet' | 'section' | 'offset'>): Mention | null {
    const key = `${told.code} ${told.value} ${told.negated}`;
    const start = paragraph.at[clause.at[from] ?? 0] ?? 0;
    const end = (paragraph.at[clause.at[to - 1] ?? 0] ?? 0) + 1;
    const cut = snippet(paragraph.text, start, end);
    const mention = { ...told, snippet: cut.text, section: paragraph.section, offset: paragraph.offset + cut.start };
    if (this.#told.has(key)) return mention;
    this.#told.add(key);
    this.mentions.push(mention);
    return mention;
  }
}

interface Shown {
  readonly paragraph: Paragraph;
  readonly sentence: Sentence;
  readonly platforms: readonly Named[];
}

const compiledDenials = denials.map(({ codes, text, unless, needs }) => ({
  codes,
  text: new RegExp(text),
  unless: unless === undefined ? null : new RegExp(unless),
  needs: needs ?? null,
}));

const frames: readonly string[] = ['requests', 'documents', 'information', 'remedies', 'normative', 'training', 'meetings', 'posts', 'proposals', 'other'];
const isFrame = (name: string | null): name is Frame => name !== null && frames.includes(name);

function lastNamed(topic: RegExp, read: string, offset: number): number | null {
  const last = [...read.matchAll(topic)].at(-1);
  return last === undefined ? null : offset + last.index;
}

/** The numbers of a clause with their words; numbers that stand together (2期45人次) share them. */
function placesIn(clause: Clause, index: number): Place[] {
  if (!mayHoldNumber.test(clause.text)) return [];
  const numbers = findNumbers(clause.text);
  return numbers.map((number, n) => {
    const before = numbers.slice(0, n);
    let left = '';
    let at = 0;
    for (const { start, end } of before) {
      left += `${clause.text.slice(at, start)}#`;
      at = end;
    }
    left = (left + clause.text.slice(at, number.start)).replace(/#+$/, '');
    const next = numbers[n + 1];
    const adjacent = numbers.slice(0, n + 1).findLastIndex((each, i) => i === 0 || numbers[i - 1]?.end !== each.start);
    const from = adjacent > 0 ? (numbers[adjacent - 1]?.end ?? 0) : 0;
    return {
      clause,
      index,
      number,
      position: clause.at[number.start] ?? 0,
      left,
      right: clause.text.slice(number.end, next?.start),
      from: from + (/^[、和及与,]+/.exec(clause.text.slice(from))?.[0].length ?? 0),
      to: next && next.start > number.end ? number.end : clause.text.length,
    };
  });
}

/** The counter in the page's own script. */
function printedUnit(paragraph: Paragraph, clause: Clause, { unitStart, end, unit }: PrintedNumber): string {
  if (unit === '%') return '%';
  const start = paragraph.at[clause.at[unitStart] ?? 0];
  const last = paragraph.at[clause.at[end - 1] ?? 0];
  return start === undefined || last === undefined ? (unit ?? '') : paragraph.text.slice(start, last + 1).replace(/\s/g, '');
}

const longestSnippet = 60;

/** An exact piece of the page, no longer than needed: too long a clause loses its beginning. */
function snippet(text: string, start: number, end: number): { readonly text: string; readonly start: number } {
  const from = Math.max(start, end - longestSnippet);
  return { text: text.slice(from, end), start: from };
}
