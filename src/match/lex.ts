import {
  beginsMark,
  beginsOrdinal,
  beginsToken,
  beginsWord,
  isBlank,
  isChinese,
  isDigit,
  isLatin,
  isLatinOrDigit,
  isSign,
} from './characters.ts';
import type { Segment, Stream } from './stream.ts';
import type { TextToken, Token } from './token.ts';
import { beginsLabel, longestLabel } from './vocabulary.ts';

const number = /[+\-−‐‑–—]?\s?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[ \t]?(?:万元|亿元|元|项(?!目)|件|%))?/y;
const word =
  /无增减|无变化|没有增减|未增减|持平|(?:增加|减少|下降|净增|净减|新增|增|减)\s?\d+(?:项|个|件)?|(?:约|近|负|[▼▽↓▲△↑±~≈<>≤≥])\s?\d[\d,.]*(?:项|个|件)?/y;
const mark = /(?:[-—–―/\\*]{1,6}|无|空|零|N\/A|n\/a)(?=\s|$)/y;
const enumeratorAhead = /[(]?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[①-⑳])\s*[)、.．:]?\s*(?=\S)/y;
const sectionAhead =
  /[一二三四五六]\s*[、.]\s*(总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议、?行政诉讼情况|存在的主要问题及改进情况|其他需要报告的事项)/y;
const sectionNames = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
/** What may follow a label at once in a text without separators: an enumerator, a word that is a value. */
const labelAhead = /^(?:[一二三四五六七八九十]{1,2}、|[(]?\d)/;
const wordAhead = /^(?:无增减|无变化|没有增减|增加|减少|持平)/;
const valueCell = /^[+\-−‐‑–—]?\s?\d[\d,\s]*(?:\.\d+)?\s*(?:$|[^\d.])/;
const enumerated = /^[(]?\d{1,2}\s*[.、)]\s*[^\d\s]/;

class Lexer {
  readonly tokens: Token[] = [];
  private at = 0;
  private readonly text: string;
  private readonly segments: readonly Segment[];
  private readonly headings: ReadonlyMap<number, number>;
  private segment: Segment;
  /** The last text, as long as it may go on: prose is cut at every character a label may begin with. */
  private running: { -readonly [Key in keyof TextToken]: TextToken[Key] } | null = null;
  private index = 0;

  constructor({ text, segments }: Stream, headings: ReadonlyMap<number, number>) {
    this.text = text;
    this.segments = segments;
    this.headings = headings;
    this.segment = segments[0] ?? { start: 0, end: 0, line: 1, row: -1, table: -1, column: 0, columns: 1, bordered: false, block: 0 };
  }

  run(): Token[] {
    for (let index = 0; index < this.segments.length; index++) {
      const segment = this.segments[index] as Segment;
      this.index = index;
      if (this.at > segment.end) continue; // a label ran on into it
      this.segment = segment;
      const fresh = this.at <= segment.start;
      if (fresh) this.at = segment.start;
      if (fresh && this.wholeSegment(segment)) continue;
      while (this.at < segment.end) this.step(segment);
      this.at = Math.max(this.at, segment.end + 1);
    }
    return this.tokens;
  }

  /** A heading line, an empty cell, a cell that holds one value: no need to look inside. */
  private wholeSegment(segment: Segment): boolean {
    const section = this.headings.get(segment.line);
    if (section !== undefined) this.tokens.push({ kind: 'section', section, start: segment.start, end: segment.end, segment });
    else if (!segment.bordered) return false;
    else {
      const shown = this.text.slice(segment.start, segment.end).trim();
      if (shown === '') this.tokens.push({ kind: 'blank', trailing: false, start: segment.start, end: segment.end, segment });
      else if ((valueCell.test(shown) && !enumerated.test(shown)) || wholeMatch(mark, shown) || wholeMatch(word, shown))
        this.value(segment.start, segment.end, shown);
      else return false;
    }
    this.at = segment.end + 1;
    return true;
  }

  private step(segment: Segment): void {
    const code = this.text.charCodeAt(this.at);
    if (isBlank(code)) this.at++;
    else if (!this.section() && !this.label() && !this.number(code) && !this.word(segment)) this.other(segment);
  }

  /** A section heading inside a line: whole reports come as one line. */
  private section(): boolean {
    const code = this.text.charCodeAt(this.at);
    if (code !== 0x4e00 && code !== 0x4e8c && code !== 0x4e09 && code !== 0x56db && code !== 0x4e94 && code !== 0x516d) return false;
    sectionAhead.lastIndex = this.at;
    const hit = sectionAhead.exec(this.text);
    if (!hit) return false;
    const section = 1 + sectionNames.findIndex((name) => hit[1]?.startsWith(name));
    const end = this.at + hit[0].length;
    this.tokens.push({ kind: 'section', section, start: this.at, end, segment: this.segment });
    this.at = end;
    return true;
  }

  private label(): boolean {
    const start = this.at;
    let from = start;
    let enumerator: string | null = null;
    const bare = beginsLabel(this.text.charCodeAt(start)) ? longestLabel(this.text, start) : null;
    let hit = bare;
    if (!bare) {
      if (!beginsOrdinal(this.text.charCodeAt(start))) return false;
      enumeratorAhead.lastIndex = start;
      const ahead = enumeratorAhead.exec(this.text);
      if (!ahead) return false;
      from = start + ahead[0].length;
      if (!beginsLabel(this.text.charCodeAt(from))) return false;
      hit = longestLabel(this.text, from);
      enumerator = ahead[0].replace(/[()（）、.．:\s]/g, '');
      if (/^\d/.test(enumerator) && !/[、.．)]/.test(ahead[0])) return false; // digits of a value, not an ordinal
    }
    if (!hit || this.runsOn(hit.end)) return false;
    this.tokens.push({
      kind: 'label',
      senses: hit.values,
      enumerator,
      start,
      end: hit.end,
      segment: this.segment,
      endLine: this.lineAt(hit.end - 1),
    });
    this.at = hit.end;
    while (this.at < this.segment.end && /[)\]」』”"'）]/.test(this.text.charAt(this.at))) this.at++;
    return true;
  }

  private lineAt(position: number): number {
    let index = this.index;
    while ((this.segments[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= position) index++;
    return this.segments[index]?.line ?? this.segment.line;
  }

  private number(code: number): boolean {
    const signed = isSign(code) && isDigit(this.text.charCodeAt(this.at + 1));
    if (!isDigit(code) && !signed) return false;
    if (this.at > this.segment.start && isLatin(this.text.charCodeAt(this.at - 1))) return this.latinWord();
    number.lastIndex = this.at;
    const hit = number.exec(this.text);
    if (!hit) return false;
    let end = this.at + hit[0].length;
    const next = this.text.charAt(end);
    // "00000002.其他法律…": the last digit is the ordinal of what follows, not a value.
    if ((next === '.' || next === '、') && isDigit(this.text.charCodeAt(end - 1)) && isChinese(this.text.charCodeAt(end + 1))) end--;
    if (end === this.at) return false;
    this.value(this.at, end, this.text.slice(this.at, end).trim());
    this.at = end;
    return true;
  }

  /** GB2312, h1: digits behind letters are part of a name, not a figure. */
  private latinWord(): boolean {
    while (this.at < this.segment.end && isLatinOrDigit(this.text.charCodeAt(this.at))) this.at++;
    return true;
  }

  /** A label ends where its word ends: 其他 in 其他法律行政止公开 is none. Another label may follow at once. */
  private runsOn(end: number): boolean {
    const code = this.text.charCodeAt(end);
    if (end >= this.segment.end || !isChinese(code)) return false;
    if (beginsLabel(code) && longestLabel(this.text, end)) return false;
    return !labelAhead.test(this.text.slice(end, end + 8)) && !wordAhead.test(this.text.slice(end, end + 4));
  }

  private word(segment: Segment): boolean {
    const code = this.text.charCodeAt(this.at);
    word.lastIndex = this.at;
    let hit = beginsWord(code) ? word.exec(this.text) : null;
    if (!hit) {
      if (!beginsMark(code)) return false;
      const before = this.at === segment.start ? 32 : this.text.charCodeAt(this.at - 1);
      if (!isBlank(before)) return false;
      mark.lastIndex = this.at;
      hit = mark.exec(this.text);
    }
    if (!hit) return false;
    this.value(this.at, this.at + hit[0].length, hit[0]);
    this.at += hit[0].length;
    return true;
  }

  private value(start: number, end: number, raw: string): void {
    const last = this.tokens.at(-1);
    const touching = last?.kind === 'value' && last.end === start;
    this.tokens.push({ kind: 'value', raw, touching, start, end, segment: this.segment });
  }

  /** Text that is no label: up to the next character that may begin a label, a number or a section. */
  private other(segment: Segment): void {
    const start = this.at;
    let characters = 0;
    for (; this.at < segment.end; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (this.at > start && beginsToken(code)) break;
      if (isChinese(code)) characters++;
    }
    const running = this.running;
    if (running !== null && running === this.tokens.at(-1) && running.segment === segment && running.end === start) {
      running.end = this.at;
      running.characters += characters;
    } else {
      this.running = { kind: 'text', characters, start, end: this.at, segment };
      this.tokens.push(this.running);
    }
  }
}

function wholeMatch(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0].length === text.length;
}

/** Split a stream into tokens. `headings` gives the section of lines that are headings (line number → section). */
export function lex(stream: Stream, headings: ReadonlyMap<number, number>): Token[] {
  return new Lexer(stream, headings).run();
}
