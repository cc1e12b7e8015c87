import type { Random } from '../random.ts';

/** A date as printed, and as a report object writes it. */
export interface PrintedDate {
  readonly iso: string;
  readonly text: string;
}

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const two = (value: number) => String(value).padStart(2, '0');

/** 2021 → 二〇二一 */
export const hanYear = (year: number): string => [...String(year)].map((digit) => digits[Number(digit)]).join('');

/** 28 → 二十八 */
function hanNumber(value: number): string {
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${value % 10 > 0 || value === 0 ? digits[value % 10] : ''}`;
}

/** A day in one of the spellings of public pages; `han` allows 二〇二一年一月八日, as signatures are written. */
export function printedDate(random: Random, day: Date, han: boolean): PrintedDate {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const iso = `${year}-${two(month)}-${two(date)}`;
  const chinese = `${year}年${month}月${date}日`;
  if (han) return { iso, text: random.pick([chinese, chinese, `${hanYear(year)}年${hanNumber(month)}月${hanNumber(date)}日`]) };
  return {
    iso,
    text: random.pick([
      iso,
      chinese,
      `${year}/${two(month)}/${two(date)}`,
      `${year}.${two(month)}.${two(date)}`,
      `${iso} ${two(random.int(8, 17))}:${two(random.int(0, 59))}`,
    ]),
  };
}

/** A working time in the first quarter after the report year; departments publish by 31 January, governments by 31 March. */
export function publicationDay(random: Random, year: number, government: boolean): Date {
  return new Date(Date.UTC(year + 1, 0, 5 + random.int(0, government ? 80 : 26)));
}

/** Some days earlier. */
export const daysBefore = (day: Date, days: number): Date => new Date(day.getTime() - days * 86_400_000);
