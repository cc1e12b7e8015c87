import { beginsToken, isBlank, isChinese, isDigit, isLatin, isLatinOrDigit, isSign, opensMarkup } from './characters.ts';
import { behindLabel, isEmpty, isOneValue, labelAt, markupEnd, numberEnd, withTouching, wordEnd } from './scan.ts';
import { sectionAt } from './section-at.ts';
import { lineSegment, type Segment, type Stream } from './stream.ts';
import type { TextToken, Token } from './token.ts';

/** A year, and words behind it. */
const yearAhead = /(?:19|20)\d\d年度?(?=[\u4e00-\u9fff])/y;

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
    this.segment = segments[0] ?? lineSegment(0, 0, 1, 0);
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
      if (isEmpty(shown)) this.blank(segment);
      else if (isOneValue(shown)) this.value(segment.start, segment.end, shown);
      else return false;
    }
    this.at = segment.end + 1;
    return true;
  }

  private step(segment: Segment): void {
    const code = this.text.charCodeAt(this.at);
    if (isBlank(code)) this.at++;
    else if (this.markup(code, segment) || this.section() || this.label()) return;
    else if (this.beginsWithYear(code, segment)) this.other(segment, '2021'.length);
    else if (!this.number(code) && !this.word(segment)) this.other(segment);
  }

  /** A tag or a list of attributes left in a text: digits inside are no figures. */
  private markup(code: number, segment: Segment): boolean {
    const end = opensMarkup(code) ? markupEnd(this.text, this.at) : this.at;
    if (end <= this.at || end > segment.end) return false;
    this.at = end;
    return true;
  }

  /** A section heading inside a line: whole reports come as one line. */
  private section(): boolean {
    const hit = sectionAt(this.text, this.at);
    if (!hit) return false;
    this.tokens.push({ kind: 'section', section: hit.section, start: this.at, end: hit.end, segment: this.segment });
    this.at = hit.end;
    return true;
  }

  private label(): boolean {
    const start = this.at;
    const hit = labelAt(this.text, start, this.segment.end);
    if (!hit || this.isInNextRow(hit.words)) return false;
    const { senses, enumerator, end } = hit;
    const last = this.segmentAt(end - 1);
    // A label broken over lines ends in the cell beside its figures: 规 / 章 | 0 | 0 | 0.
    const segment = last.row >= 0 ? last : this.segment;
    this.tokens.push({ kind: 'label', senses, enumerator, start, end, segment, endLine: last.line });
    this.at = behindLabel(this.text, end, this.segment);
    return true;
  }

  /** 2021年本部门发布总数量: the year that a line of words begins with is no figure of the row above. */
  private beginsWithYear(code: number, { start, row }: Segment): boolean {
    if (row >= 0 || !isDigit(code)) return false;
    yearAhead.lastIndex = this.at;
    return yearAhead.test(this.text) && this.text.slice(start, this.at).trim() === '';
  }

  /** A figure typed like an ordinal, (15) or 15., is not part of the next row's label. */
  private isInNextRow(position: number): boolean {
    return this.segment.row >= 0 && position > this.segment.end && this.segmentAt(position).row !== this.segment.row;
  }

  private segmentAt(position: number): Segment {
    let index = this.index;
    while ((this.segments[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= position) index++;
    return this.segments[index] ?? this.segment;
  }

  private number(code: number): boolean {
    if (!isDigit(code) && !this.isSigned(code)) return false;
    if (this.at > this.segment.start && isLatin(this.text.charCodeAt(this.at - 1))) return this.latinWord();
    let end = numberEnd(this.text, this.at);
    if (end <= this.at) return false;
    // 1O, 10pt: letters belong to it, so that it is no number.
    if (isLatin(this.text.charCodeAt(end))) while (end < this.segment.end && isLatinOrDigit(this.text.charCodeAt(end))) end++;
    const [from, to] = withTouching(this.text, this.at, end, this.segment.start);
    this.value(from, to, this.text.slice(from, to).trim());
    this.at = to;
    return true;
  }

  /** GB2312, h1: digits behind letters are part of a name, not a figure. */
  private latinWord(): boolean {
    this.at++;
    while (this.at < this.segment.end && isLatinOrDigit(this.text.charCodeAt(this.at))) this.at++;
    return true;
  }

  private word(segment: Segment): boolean {
    const end = wordEnd(this.text, this.at, segment.start);
    if (end <= this.at) return false;
    this.value(this.at, end, this.text.slice(this.at, end));
    this.at = end;
    return true;
  }

  private value(start: number, end: number, raw: string): void {
    const last = this.tokens.at(-1);
    const touching = last?.kind === 'value' && last.end === start;
    this.tokens.push({ kind: 'value', raw, touching, trailing: false, start, end, segment: this.segment });
  }

  private blank(segment: Segment): void {
    this.tokens.push({ kind: 'blank', raw: '', touching: false, trailing: false, start: segment.start, end: segment.end, segment });
  }

  /** A sign right before a digit belongs to the number, whatever stands before it: *-5*, \\-5. */
  private isSigned(code: number): boolean {
    return isSign(code) && isDigit(this.text.charCodeAt(this.at + 1));
  }

  /** Text that is no label: up to the next character that may begin a label, a number or a section; `taken` characters are of it anyway. */
  private other(segment: Segment, taken = 0): void {
    const start = this.at;
    let characters = 0;
    for (this.at += taken; this.at < segment.end; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (this.at > start && (beginsToken(code) || opensMarkup(code) || this.isSigned(code))) break;
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

/** Split a stream into tokens. `headings` gives the section of lines that are headings (line number → section). */
export function lex(stream: Stream, headings: ReadonlyMap<number, number>): Token[] {
  return new Lexer(stream, headings).run();
}
