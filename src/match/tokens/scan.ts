import { beginsLabel, longestLabel, type Sense } from '../labels/vocabulary.ts';
import { beginsMark, beginsOrdinal, beginsWord, isBlank, isChinese, isDigit, isDigits, isSign } from './characters.ts';
import type { Segment } from './stream.ts';

// What a report prints at one place of its text: a label of a form, a number, a word or mark that stands for one.

const number = /[+\-−‐‑–—]?\s?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[ \t]?(?:[万亿]元?|元|项(?!目)|件|[%‰])|[+?](?=\s|$))?/y;
const word =
  /无增减|无变化|没有增减|未增减|持平|(?:增加|减少|下降|净增|净减|新增|增|减) ?\d+(?:\.\d+)?(?:项|个|件|[万亿%])?|(?:约|近|负|[▼▽↓▲△↑±~≈<>≤≥]) ?\d[\d,.]*(?:项|个|件)?|#(?:DIV\/0|N\/A|NAME|NULL|NUM|REF|VALUE)[!?]?/y;
const mark = /(?:[-—–―/\\*]{1,6}|无|空|[零〇][项件个宗条份次]?|N\/A|n\/a)(?=\s|$|[|｜])/y;
const bar = /[|｜]/;
const markup = /<!--[^\n]{0,400}?-->|<\/?[a-zA-Z][^<>\n]{0,400}>|\{[.#a-zA-Z][^{}\n]{0,400}\}/y;
/** Digits without a mark behind them are a value, no ordinal. */
const enumeratorAhead = /[(]?\s*(?:([一二三四五六七八九十]{1,3}|[①-⑳])(?:\s*[)、.．:])?|(\d{1,2})\s*[)、.．])\s*(?=\S)/y;
/** What may follow a label at once in a text without separators: an enumerator, a word that is a value. */
const labelAhead = /^(?:[一二三四五六七八九十]{1,2}、|[(]?\d)/;
/** The head of a column that was added behind, up to the end of its line or cell. */
const addedAhead = /^(?:上一?年|去年|同期|同比|占比|比例|增幅)[^\d\n\t]{0,8}(?=[\n\t]|$)/;
const longestAdded = 16;
const wordAhead = /^(?:无增减|无变化|没有增减|增加|减少|持平)/;
const valueCell = /^[+\-−‐‑–—]?\s?\d[\d,\s]*(?:\.\d+)?\s*(?:$|[^\d.])/;
const enumerated = /^[(]?\d{1,2}\s*[.、)]\s*[^\d\s]/;

/** A label of some form, with what it may mean and the enumerator before it. */
export interface LabelHit {
  readonly senses: readonly Sense[];
  readonly enumerator: string | null;
  /** Where its words begin, behind the enumerator. */
  readonly words: number;
  readonly end: number;
}

/** The longest label that begins at a place; `limit` is the end of its line or cell. */
export function labelAt(text: string, start: number, limit: number): LabelHit | null {
  let hit = beginsLabel(text.charCodeAt(start)) ? longestLabel(text, start) : null;
  let enumerator: string | null = null;
  let words = start;
  if (!hit) {
    if (!beginsOrdinal(text.charCodeAt(start))) return null;
    enumeratorAhead.lastIndex = start;
    const ahead = enumeratorAhead.exec(text);
    if (!ahead) return null;
    words = start + ahead[0].length;
    if (!beginsLabel(text.charCodeAt(words))) return null;
    hit = longestLabel(text, words);
    enumerator = ahead[1] ?? ahead[2] ?? null;
  }
  if (hit) hit = spanBefore(text, words, hit.end) ?? hit;
  return hit && !runsOn(text, hit.end, limit) ? { senses: hit.values, enumerator, words, end: hit.end } : null;
}

/** Characters of a label over several columns, with blanks between: it has few, and blanks without end are not looked at one by one. */
const longestSpan = 40;

/** A label over several columns ends with its cell, or before a blank: 法人或其他组织 beside 合计 is no 法人或其他组织合计. */
function spanBefore(text: string, from: number, end: number): ReturnType<typeof longestLabel> {
  for (let at = from; at < Math.min(end, from + longestSpan); at++) {
    if (!isBlank(text.charCodeAt(at))) continue;
    const before = longestLabel(text, from, at);
    if (before?.end === at && before.values.some(({ kind }) => kind === 'span')) return before;
  }
  return null;
}

const closing = /[)\]」』”"']/;
const fewestWords = 6;

/**
 * Where reading goes on behind a label: past the marks that close it and, in a cell or at the end of a line, past a note in brackets. What a note names is
 * no label of the row: 其他对外管理服务事项(含行政处罚、行政强制).
 */
export function behindLabel(text: string, end: number, { end: limit, bordered }: Pick<Segment, 'end' | 'bordered'>): number {
  let at = end;
  while (at < limit && closing.test(text.charAt(at))) at++;
  const close = text.charAt(at) === '(' ? text.indexOf(')', at) : -1;
  if (close < 0 || close >= limit || (!bordered && text.slice(close + 1, limit).trim() !== '')) return at;
  const note = text.slice(at + 1, close);
  const words = note.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return words >= fewestWords && !/[\d(]/.test(note) ? close + 1 : at;
}

/** A label ends where its word ends: 其他 in 其他法律行政止公开 is none. Another label may follow at once, or the head of an added column. */
function runsOn(text: string, end: number, limit: number): boolean {
  const code = text.charCodeAt(end);
  if (end >= limit || !isChinese(code)) return false;
  if (beginsLabel(code) && longestLabel(text, end)) return false;
  const ahead = text.slice(end, end + longestAdded);
  return !labelAhead.test(ahead) && !wordAhead.test(ahead) && !addedAhead.test(ahead);
}

/** Where the number that begins at a place ends; `at` itself if none begins there. */
export function numberEnd(text: string, at: number): number {
  number.lastIndex = at;
  const hit = number.exec(text);
  if (!hit) return at;
  const end = at + hit[0].length;
  const next = text.charAt(end);
  // "00000002.其他法律…", "3. 收到和处理…": the last digit is the ordinal of what follows, not a value.
  const behind = text.charAt(end + 1) === ' ' ? end + 2 : end + 1;
  const ordinal = (next === '.' || next === '、') && isDigit(text.charCodeAt(end - 1)) && isChinese(text.charCodeAt(behind));
  return ordinal ? end - 1 : end;
}

/** What touches a figure and makes another of it: a lost character (? where an encoding has none), a letter for a digit behind the point, a fraction, the rest of a date or time, the number of a note, a dash. */
const stuckBehind =
  /(?:\.[A-Za-z][\dA-Za-z]*|[\uFFFD\uE000-\uF8FF\u00BC-\u00BE\u2150-\u215E]+[\d.]*|[/:](?=\d)[\d.]+|[[〔【［]\d{1,2}[\]〕】］]|[-—–](?=\s|$|[|｜]))+/y;
const stuckBefore = /(?:[\uFFFD\uE000-\uF8FF]+|(?<!\S)(?:[.〔【]|[+-]?\?{1,3}))$/;
/** As many characters before a figure are looked at. */
const lookBehind = 4;

/** From where to where a figure goes with what touches it, so that it is not read without. */
export function withTouching(text: string, start: number, end: number, lineStart: number): readonly [number, number] {
  const before = stuckBefore.exec(text.slice(Math.max(lineStart, start - lookBehind), start))?.[0].length ?? 0;
  stuckBehind.lastIndex = end;
  return [start - before, end + (stuckBehind.exec(text)?.[0].length ?? 0)];
}

/** Where the word or mark that stands for a value ends; `at` itself if none begins there. `lineStart`: where its line or cell begins. */
export function wordEnd(text: string, at: number, lineStart: number): number {
  const code = text.charCodeAt(at);
  word.lastIndex = at;
  const hit = beginsWord(code) ? word.exec(text) : null;
  if (hit) return at + hit[0].length;
  if (!beginsMark(code) || (at > lineStart && !isBlank(text.charCodeAt(at - 1)) && !bar.test(text.charAt(at - 1)))) return at;
  mark.lastIndex = at;
  return at + (mark.exec(text)?.[0].length ?? 0);
}

const emptyMarkup = /^&nbsp;(?:&nbsp;|\s)*$/i;

/** Whether a cell shows nothing: no character, or markup of an empty cell left in a text; `shown` without blanks around it. */
export const isEmpty = (shown: string): boolean => shown === '' || (shown.startsWith('&') && emptyMarkup.test(shown));

/** Whether a cell shows one value and nothing else; `shown` without blanks around it. */
export function isOneValue(shown: string): boolean {
  if (isDigits(shown)) return true;
  const code = shown.charCodeAt(0);
  if ((isDigit(code) || isSign(code)) && valueCell.test(shown) && !enumerated.test(shown)) return true;
  return (beginsMark(code) && wholeMatch(mark, shown)) || (beginsWord(code) && wholeMatch(word, shown));
}

function wholeMatch(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0].length === text.length;
}

/** Where a tag or a list of attributes that begins at a place ends; `at` itself if none begins there. */
export function markupEnd(text: string, at: number): number {
  markup.lastIndex = at;
  return at + (markup.exec(text)?.[0].length ?? 0);
}
