import { headedColumn, type Indicator, longestIndicator } from './indicators.ts';

/** A label, a column's head, a unit, a number, or other text, by its place in the text it was cut from. */
export interface Part {
  readonly kind: 'label' | 'head' | 'unit' | 'number' | 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What a label is in each form that prints it. */
  readonly indicators: readonly Indicator[];
  /** The column a head names. */
  readonly role: ReturnType<typeof headedColumn>;
}

const part = (kind: Part['kind'], text: string, start: number, more: Partial<Part> = {}): Part => ({
  kind,
  text,
  start,
  end: start + text.length,
  indicators: [],
  role: null,
  ...more,
});

const blank = /[\s|]+/y;
const brackets = /[(（][^()（）\n]{0,80}[)）]/y;
const before =
  /(?:其中\s*[:：]?|[(（]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]|[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*[、.．](?!\d)|[①-⑳])/y;
const headWord =
  /政府信息公开(?:工作)?情况统计报?表|统计指标|指标名称|计量单位|单位(?=\s)|历年累计|累计数?|统计数据?|(?:20\d\d)年度|本年度/y;
const unit = /(?:条|件|次|篇|个|人次|人|万元|元|[(（](?:单位[:：])?(?:条|件|次|篇|个|人次|人|万元|元)[)）])(?=\s*(?:[\d|/]|[-—]|$))/my;
const number = /[+\-−‐‑–]?\d[\d,]*(?:\.\d+)?/y;

/** A word goes on behind what looked like a label, and it is no unit with its number. */
const runsOn = /^(?!(?:条|件|次|篇|个|人次|人|万元|元)\s*(?:[\d|/]|[-—]|$))[\u4e00-\u9fff]/;
/** In running text the unit follows the number: 2件. */
const counted = /^(?:条|件|次|篇|个|人|万元|元|宗|起)/;

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Cut a text into labels, units and numbers; ordinals and explanations in brackets stay with the text around them. */
export function* partsOf(text: string): Generator<Part> {
  let plain = -1;
  let at = 0;
  const flush = function* (end: number): Generator<Part> {
    if (plain >= 0 && end > plain) yield part('text', text.slice(plain, end), plain);
    plain = -1;
  };
  while (at < text.length) {
    const found = partAt(text, at);
    if (!found) {
      const skip = match(blank, text, at) ?? match(brackets, text, at) ?? match(before, text, at);
      if (plain < 0 && !(skip && /^[\s|]/.test(skip))) plain = at;
      at += skip?.length ?? 1;
      continue;
    }
    yield* flush(at);
    yield found;
    at = found.end;
  }
  yield* flush(text.length);
}

function partAt(text: string, at: number): Part | null {
  const label = longestIndicator(text, at);
  if (label && !runsOn.test(text.slice(label.end, label.end + 8))) {
    return part('label', text.slice(at, label.end), at, { indicators: label.indicators });
  }
  const head = match(headWord, text, at);
  const role = head ? headedColumn(head) : null;
  if (head && role) return part('head', head, at, { role });
  const measure = match(unit, text, at);
  if (measure) return part('unit', measure, at);
  const digits = match(number, text, at);
  return digits ? numberAt(text, at, digits) : null;
}

/** The digits before 、 or . and a word are its ordinal, not part of the number: 4181509 in 41815092.政府公报. */
function numberAt(text: string, at: number, digits: string): Part | null {
  const ordinal = /^\s*[.．、]\s*[\u4e00-\u9fff]/.test(text.slice(at + digits.length, at + digits.length + 6));
  const shown = ordinal ? digits.slice(0, -1) : digits;
  const listed = /[:：]\s*$/.test(text.slice(Math.max(0, at - 3), at));
  if (shown === '' || (!listed && counted.test(text.slice(at + shown.length, at + shown.length + 2)))) return null;
  return part('number', shown, at);
}
