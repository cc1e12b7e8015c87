import type { CellStatus } from '../../schemas/report.ts';
import { chineseNumeral } from '../mentions/numeral.ts';

/** What a printed cell says: its value, how it is known, and the unit where the cell prints one. */
export interface Printed {
  readonly value: number | null;
  readonly status: CellStatus;
  readonly unit: string | null;
}

const marks = /^(?:[-—–―/\\*]+|无|空|n\/a|不涉及|未统计)$/i;
const noChange = /^(?:无增减|无变化|没有增减|未增减|持平|无增\/?减|[增+]?0(?:[/、]|(?=[减-]))[减-]?0)$/;
const change = /^(增加|减少|下降|净增|净减|新增|增|减)(\d{1,15})(?:项|个|件)?$/;
const plain = /^(?:共计?)?([+\-—]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(.*)$/;
const bareNumber = /^(?:0|[1-9]\d{0,14})$/;
/** Longer runs of digits are no count, and no double holds them exactly. */
const mostDigits = 15;
/** A blank groups no thousands (domain 6): 12 120 may be two numbers, the first struck out. */
const severalNumbers = /\d\s+\d/;
/** Dashes that are typed for a minus before a number. */
const minus = /^[−‐‑–](?=\s?\d)/;
/** What an encoding leaves of a character it does not have, before a number: of a blank, of a minus, of a digit. */
const lostBefore = /^[+-]?\?+(?=\d)/;
const straySign = /^[-—+]\s+\d/;
/** The number of a footnote behind a figure: raised, in a circle or in square brackets. Elsewhere such a digit is not part of a count. */
const noteNumber = /(?<=\S)\s*(?:[⁰¹²³⁴-⁹]+|[①-⑳]|[[［【〔]注?\d{1,2}[\]］】〕])\s*$/;
const noteDigit = /[²³¹⁰-₉①-⓿]/;
const note = /^\(.*\)$/;
/** A Chinese numeral with its counter; 一 alone is a dash as well. */
const numeral = /^(?!一+$)([零〇一二两三四五六七八九十百千]{1,9})(?:项|个|件|宗|条|份|次|人)?$/;
const units: Readonly<Record<string, string>> = { 元: 'CNY', 万元: 'CNY_10K', 亿元: 'CNY_100M', 万: 'CNY_10K' };
const counters = new Set(
  ['', ...'项件个宗条次份部人起篇批例笔户家名位册卷元'].concat('人次', '批次', '件次', '项次', '篇次', '户次', '万元', '亿元'),
);

/**
 * Read the text of one cell. Blank is not 0; a mark is no number; a number may carry a counter, a unit of money, or a
 * note in brackets. `signed`: the column counts a change, where words stand for numbers (domain 1.1).
 */
export function readPrinted(raw: string, signed: boolean): Printed {
  if (bareNumber.test(raw)) return { value: Number(raw), status: 'reported', unit: null };
  if (raw === '') return { value: null, status: 'blank', unit: null };
  const figure = raw.replace(noteNumber, '');
  if (noteDigit.test(figure)) return { value: null, status: 'unparsed', unit: null };
  const folded = figure.normalize('NFKC').trim().replace(minus, '-');
  if (severalNumbers.test(folded)) return { value: null, status: 'ambiguous', unit: null };
  // Apart from its digits a sign may be a bullet, or what is left of another cell: only changes have a sign (domain 1.1).
  if (lostBefore.test(folded)) return { value: null, status: 'ambiguous', unit: null };
  if (!signed && straySign.test(folded)) return { value: null, status: 'ambiguous', unit: null };
  const text = folded.replace(/\s+/g, '');
  if (text === '') return { value: null, status: 'blank', unit: null };
  if (signed && (noChange.test(text) || text === '无')) return { value: 0, status: 'reported_text', unit: null };
  const moved = signed ? change.exec(text) : null;
  if (moved) return { value: Number(moved[2]) * (/[减降]/.test(moved[1] ?? '') ? -1 : 1), status: 'reported_text', unit: null };
  if (marks.test(text)) return { value: null, status: 'na_mark', unit: null };
  if (/^[零〇](项|件|个|宗|条|元|万元)?$/.test(text)) return { value: 0, status: 'reported_text', unit: null };
  const written = chineseNumeral(numeral.exec(text)?.[1] ?? '');
  if (written !== null) return { value: written, status: 'reported_text', unit: null };
  const hit = plain.exec(text);
  if (!hit) return { value: null, status: 'unparsed', unit: null };
  const [, sign = '', whole = '', fraction = '', rest = ''] = hit;
  if (/^0\d/.test(whole)) return { value: null, status: 'ambiguous', unit: null };
  if (whole.length > mostDigits) return { value: null, status: 'unparsed', unit: null };
  // A long dash before a number is a minus where changes are counted; elsewhere it may be a mark for nothing, or a stroke.
  if (sign === '—' && !signed) return { value: null, status: 'ambiguous', unit: null };
  const unit = rest.endsWith(')') && rest.includes('(') ? rest.slice(0, rest.indexOf('(')) : rest;
  if (!counters.has(unit) || (rest !== unit && !note.test(rest.slice(unit.length)))) return { value: null, status: 'unparsed', unit: null };
  const value = Number(`${sign === '—' ? '-' : sign}${whole.replaceAll(',', '')}${fraction}`);
  return { value: Object.is(value, -0) ? 0 : value, status: 'reported', unit: units[unit] ?? null };
}
