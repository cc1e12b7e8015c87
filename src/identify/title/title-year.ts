import { matches } from '../../matches.ts';
import { yearOf, yearSource } from '../dates/numerals.ts';

/** What stands between two years or months: 2020-2021, 5月至12月. */
export const between = '[-—–―~至到、/]+';
/** Source of a pattern for an academic year; its groups are the two years. */
export const academicSource = `(${yearSource})年?${between}(${yearSource})(?:年)?(?:学年度?|学年|年度)`;
/** A year as a title writes it, academic or single. */
export const yearToken = new RegExp(`${academicSource}|(${yearSource})(?:年度|年份|年|度)?`, 'g');

/** The year a title names, the last of two: 2022年某局2021年度…报告 was written in the first of them. */
function yearIn(text: string): { year: number | null; academic: boolean } {
  const [, , later, single] = matches(text, yearToken).at(-1) ?? [];
  const year = later ?? single;
  return { year: year === undefined ? null : yearOf(year), academic: later !== undefined };
}

/** All that a line says is a year: (2020年), below a title that names none. */
const yearLine = new RegExp(`^\\(?${yearSource}年(?:度)?\\)?$`);

/** The year of a title that names none, from the line below it. */
export const yearBelow = (below: string): number | null => (yearLine.test(below) ? yearIn(below).year : null);

/** The year may stand in brackets behind: 政府信息公开工作年度报告(2017年度). */
const yearBehind = new RegExp(`^\\((?:${yearSource})年?度?\\)`);

/** The year of a title, by what it says or what stands behind it. */
export const yearOfTitle = (title: string, after: string): ReturnType<typeof yearIn> => {
  const own = yearIn(title);
  return own.year === null ? yearIn(yearBehind.exec(after)?.[0] ?? '') : own;
};
