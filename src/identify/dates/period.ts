import { matches } from '../../matches.ts';
import type { Shown } from '../page/shown-line.ts';
import { isoDate, monthEnd, smallNumber, yearOf, yearSource } from './numerals.ts';

/** The period a report says it covers, as ISO dates. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

const number = '(?:\\d{1,2}(?!\\d)|[一二三四五六七八九十]{1,3})';
const year = yearSource.replace('(?!\\d)', '').replace('(?=年)', '');
/** 2021年1月1日至12月31日, 2015年1月-2015年12月, and 20211月1日至20211231日 with its signs lost. */
const span = new RegExp(
  `(${year})年?度?(${number})月(?:(${number})日)?(?:\\d{1,2}[时:](?:\\d\\d分?)?)?(?:(?:起|始|开始),?)?(?:至|到|[-—–―~])+(?:(?:(${year})年?|当年|同年)?(${number}|12)月?(?:(${number}|31)日)?)`,
  'g',
);
/** 2021.1.1-2021.12.31, 2021-01-01至2021-12-31: only where it is called a period. */
const day = '(20\\d\\d)[-./](\\d{1,2})[-./](\\d{1,2})';
const inFigures = new RegExp(`${day}起?(?:至|到|[-—–―~])+${day}(?!\\d)`, 'g');
const called = /(?:统计|数据|报告)[^。;\d]{0,8}(?:期限|时限|时间|期间|区间|范围)[^。;\d]{0,6}$/;
const context = /统计|期限|时限|数据|报告|期间|年度|\($/;

function periodOf(match: RegExpExecArray): Period | null {
  const [, fromYear = '', fromMonth = '', fromDay, toYear, toMonth = '', toDay] = match;
  const first = yearOf(fromYear);
  const last = toYear ? yearOf(toYear) : first;
  const month = smallNumber(toMonth);
  const start = isoDate(first, smallNumber(fromMonth), fromDay ? smallNumber(fromDay) : 1);
  const end = isoDate(last, month, toDay ? smallNumber(toDay) : monthEnd(last, month));
  return start && end && start < end ? { start, end } : null;
}

const days = ({ start, end }: Period) => (Date.parse(end) - Date.parse(start)) / 86_400_000;

/** How surely a span of time is the period of the report: called so or a whole year 2, most of a year from January 1, else 0. */
function strength(period: Period, before: string): number {
  const length = days(period);
  if (length > 360 && length < 370) return 2;
  if (length > 25 && length < 550 && context.test(before)) return 2;
  return length > 300 && length < 370 && period.start.endsWith('-01-01') ? 1 : 0;
}

/** Characters before a span in which it may be called a period. */
const callers = 30;

/** A whole year told in figures. */
function inFiguresOf(folded: string): Period | null {
  for (const match of matches(folded, inFigures)) {
    const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
    const start = isoDate(Number(fromYear), Number(fromMonth), Number(fromDay));
    const end = isoDate(Number(toYear), Number(toMonth), Number(toDay));
    const isCalled = called.test(folded.slice(Math.max(0, match.index - callers), match.index));
    if (start && end && isCalled && days({ start, end }) > 300 && days({ start, end }) < 370) return { start, end };
  }
  return null;
}

/** The stated period: the first that is called one or is a whole year; else the first that nearly is. */
export function statedPeriod(lines: readonly Shown[]): Period | null {
  let nearly: Period | null = null;
  for (const line of lines) {
    if (!/[至到—–―~-]/.test(line.spaced)) continue;
    const { folded } = line;
    const figures = line.spaced.includes('统计') ? inFiguresOf(folded) : null;
    if (figures) return figures;
    if (!line.spaced.includes('月')) continue;
    for (const match of matches(folded, span)) {
      const period = periodOf(match);
      if (!period) continue;
      const sure = strength(period, folded.slice(Math.max(0, match.index - callers), match.index));
      if (sure === 2) return period;
      if (sure === 1) nearly ??= period;
    }
  }
  return nearly;
}
