// Years and dates as they are written: 2021, ２０２１ (folded before), 二〇二一, 二○一二, 二O一八, and 二一一 with its zero lost.

const zero = '〇○◯零OoОо0';
const digit = `[${zero}一二三四五六七八九]`;
/** Source of a pattern for a year in figures or characters. */
export const yearSource = `(?:(?:19|20)\\d{2}(?!\\d)|二[${zero}]${digit}{2}|一九${digit}{2}|二[一二]${digit}(?=年))`;

const values: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const figureOf = (character: string): number => values[character] ?? (character >= '0' && character <= '9' ? Number(character) : 0);

/** A year by its four figures or characters; the zero of 二一一 is put back. */
export function yearOf(written: string): number {
  const digits = [...written].map(figureOf);
  if (digits.length === 3) digits.splice(1, 0, 0);
  return digits.reduce((year, one) => year * 10 + one, 0);
}

/** A number up to 99 in figures or characters: 12, 十二, 二十, 三十一, 二O; 元 of 元月. */
function smallNumber(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  if (written === firstMonth) return 1;
  const ten = written.indexOf('十');
  if (ten < 0) return [...written].reduce((number, one) => number * 10 + figureOf(one), 0);
  const tens = ten === 0 ? 1 : figureOf(written.charAt(ten - 1));
  return tens * 10 + (written.length > ten + 1 ? figureOf(written.charAt(ten + 1)) : 0);
}

/** 元月 is the first month. */
const firstMonth = '元';
/** A day may run into the time behind it: 2021-03-2918:26. */
const small = `(?:\\d{1,2}(?!\\d)|\\d{2}(?=[0-2]\\d:[0-5]\\d)|[${zero}一二三四五六七八九十]{1,3})`;
/** Source of a pattern for a whole date; its groups are year, month, day. */
export const dateSource = `(${yearSource.replace('(?!\\d)', '').replace('(?=年)', '')})\\s*[年./-]\\s*(${small}|${firstMonth})\\s*[月./-]\\s*(${small})\\s*日?`;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthSource = `(${months.join('|')})[a-z]*\\.?`;
const englishDate = new RegExp(`\\b(?:(\\d{1,2})\\s+)?${monthSource}\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?\\s*,\\s*)?(20\\d{2})\\b`, 'gi');

/** A text in which the dates of an English page (Jan 18, 2023; 18 January 2023) stand in figures; other texts as they are. */
export const withoutEnglishDates = (text: string): string =>
  text.replace(englishDate, (whole, before?: string, month = '', behind?: string, year = '') => {
    const day = before ?? behind;
    return day === undefined ? whole : `${year}-${months.indexOf(month.toLowerCase()) + 1}-${day}`;
  });

/** Last day of a month. */
export const monthEnd = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const padded = (number: number) => String(number).padStart(2, '0');

/** ISO date of written year, month and day; null where no such day exists. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1) return null;
  return day <= 28 || day <= monthEnd(year, month) ? `${year}-${padded(month)}-${padded(day)}` : null;
}

/** The date a match of `dateSource` stands for. */
export function dateOf(match: RegExpExecArray | RegExpMatchArray): string | null {
  const [, year = '', month = '', day = ''] = match;
  return isoDate(yearOf(year), smallNumber(month), smallNumber(day));
}

export { smallNumber };
