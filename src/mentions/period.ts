import { lastMatch } from '../matches.ts';
import { withoutFormer } from './phrasing.ts';
import type { Left, Whose } from './scope.ts';

const plans =
  /下一步|下步|今后|明年|来年|力争|争取|将(?:继续|进一步|于|组织|开展|加强|加大|着力)|(?<!规划.?)计划(?:于|在|通过|发布|开展|组织|举办|召开|新增|新设|推出|完成|安排|年内|全年|本年)|拟(?:于|在|通过|开展|组织|举办|定|发布|公开|废止|修改|修订|出台)/;
const norms =
  /不少于|不低于|不得?少于|不多于|不超过|至少|每(?:年|月|周|日|天|季度?|半年|个?工作日|人|次|篇|条|件|户|期)|应当|以内|之内|[人日月年次篇]均|平均|确保|(?:目标|任务)(?:数|量)?[为是:]|考核要求/;
const growth =
  /(?:同比|环比|[较比](?:上|去|前|20)|与(?:上|去|20)[^#,]{0,6}相比)[^#]{0,16}$|(?:增加|增长|减少|下降|上升|提升|提高|增幅|降幅)(?:了|约|近)*$/;
/** 由2万增至3.5万: the first is what it was before. */
const grewFrom = /^(?:[^,;。#\d]{0,2})?(?:增长?|增加|提升|提高|上升|扩大|攀升|上涨|跃升|发展|减少|下降|降低?)[至到]/;

/** 计划举办4次,实际举办3次: what was planned before it was done. */
const done = /(?<!结合[^,]{0,6})实际(?:举|发布|公开|完成)/g;

/** Does the text behind a number say what it grew to? */
export const isFormer = (behind: string): boolean => grewFrom.test(behind);
/** A part of the year; 1月至12月 and 截至12月底 are the whole of it. */
const partOfYear = /季度|[上下]半年|(?<![至到])\d{1,2}月份|(?<![至止到自从—–~-])20\d\d年\d{1,2}月(?=[未没无我本共收受发公推办答])/;
const otherYear = /(?:去年|上年|上一年度?|往年|历年)(?!度?结转)[^#]{0,20}$/;

const yearNamedIn = /(20\d\d)年(?!\d{0,2}月)/g;

/** The year a clause names last, dates of a month left out. */
const lastYear = (clause: string): string | undefined => (clause.includes('年') ? lastMatch(clause, yearNamedIn)?.[1] : undefined);

const dash = '[至到~—–-]';
/** A part of the year that a clause begins with: it holds for the clauses behind it. */
const partFirst = '(?:20\\d\\d年度?|今年|本年度?)?(?:[第前]?[一二三四1-4]个?季度|[上下]半年|\\d{1,2}月份?(?=,))';
const months = `(?<!\\d)(\\d{1,2})月?${dash}(\\d{1,2})月(?!\\d)`;
/** Several years told together: 自开通以来, 历年累计, “十三五”期间, 2018年至2022年, 近三年. */
const manyYears = [
  '(?:^|[,;:(])(?:自|从)?[^,;:#]{1,24}(?<!今年|年初|本年|当年|年度|20\\d\\d年|月|日)以来(?=,|$|我|本|全|已|共|累计|总|发布|推送|收到|受理|公开|通过|依托|利用|门户|网站|主动)',
  '历[年史届](?:累计|总|共)',
  '十[一二三四五]五.?(?:期间|时期|以来)',
  `20\\d\\d(?:年?度?${dash}+|[、和与及])20\\d\\d年(?!度?学)`,
  '[近过](?:去)?(?:[两二三四五六七八九十\\d]+|几)年(?!度)',
  '[两二三四五六七八九十几]年来',
].join('|');
const thisYear = '今年|本年|当年|全年|年内|年度|(?<!截[至止])20\\d\\d年(?![底末初]|\\d{0,2}月)';
const periods = new RegExp(`(${manyYears}|(?:^|[,;:])${partFirst})|${months}|${thisYear}`, 'g');

/** (历年累计318件): a period named in brackets holds within them. */
const aside = /\([^()]*\)/g;

/** The period that a sentence names last before a number: is it not that of the report? */
function namesOtherPeriod(whole: string, { months: [first, last] = [1, 12] }: Whose): boolean {
  const sentence = whole.includes(')') ? whole.replace(aside, '') : whole;
  const [, other, from, to] = lastMatch(sentence, periods) ?? [];
  return other !== undefined || (from !== undefined && (Number(from) !== first || Number(to) !== last));
}

/** Counted up to a day of a year, with no year named behind it. */
const countedUpTo = /截[至止]到?(20\d\d)年(?![^#]*(?:今年|本年|全年|20\d\d年))[^#]*$/;

/** 自2008年以来, 从2019年起: counted from a year on, with no other named behind it. */
const countedSince = /[自从](20\d\d)年(?:\d{1,2}月)?(?:起|以来)(?![^#]*(?:今年|本年|全年|20\d\d年))[^#]*$/;

/** 自2008年5月1日至2009年底: told of a span over years, with no other named behind it. */
const acrossYears = /(20\d\d)年\d{1,2}月(?:\d{1,2}日)?起?[至到~—–-]+(20\d\d)年(?![^#]*(?:今年|本年|全年|其中))[^#]*$/;

/** Does a sentence tell of a span over several years? That of an academic year is the report's own. */
function isAcrossYears(sentence: string, { months: [first] = [1, 12] }: Whose): boolean {
  const [, from, to] = acrossYears.exec(sentence) ?? [];
  return first === 1 && from !== to;
}

/** Counted up to a month that does not end the period: 截至9月底. */
const countedUpToMonth = /截[至止]到?(?:20\d\d年)?(\d{1,2})月(?![^#]*(?:今年|本年|全年|20\d\d年))[^#]*$/;

/** 截至目前累计, with no year named: how many years are counted the text does not say. */
const sumSince = /(?:截[至止]|至今|到目前|迄今)[^。]*累计[^。]*$/;
const yearNamed = /今年|本年|当年|全年|年内|年度|(?<![自从]|截[至止]到?)20\d\d年(?![底末]|\d{0,2}月)/;

/** 公众号开通至今累计发布508条, whatever year was named before. */
const sinceOpening = /(?:开通|上线|开设|创建|注册|运行)至今[^。;]*累计[^。;]*$/;

/** 截至2022年底累计发布12345条: a sum of the years, unless the sentence names one. What stands at a day (粉丝, 现行有效) is none. */
export const isSumOfYears = ({ sentence }: Left): boolean =>
  sinceOpening.test(sentence) || (sumSince.test(sentence) && !yearNamed.test(sentence));

const ofTheYear = '(20\\d\\d年|[本今当]年)度?(?!\\d{0,2}月|的?(?:新收|收到|受理|接收|结转))';
/** Behind the counter of a number that is told of all years: 其中2021年890条, 本年新增890条. */
const namesYearBehind = new RegExp(`^[^,。;#]{0,8}[,(](?:其中,?|(?=[^,#]{2,6}新增(?:主动|公开|发布|政府|信息)*\\d))在?${ofTheYear}`);
/** 累计发布5600条,本年度发布680条: behind a sum the year needs no 其中. */
const yearBehindSum = new RegExp(`^[^,。;#]{0,8}[,;]${ofTheYear}(?:新增|新|全年|已|共|计|公开|发布|推送|更新|信息)+\\d`);
/** All that stands before the number of the year. */
const onlyYear = new RegExp(`^(?:其中)?,?在?${ofTheYear}(?:新增|新|全年|已|共|计|累计|为|有|公开|发布|推送|更新|达|是|的|:)*$`);

/** 累计发布12345条,其中2021年890条: does the text behind a number name the report year apart, so that the number is of all years? */
export const isOfAllYears = (behind: string, { year }: Whose, isSum: boolean): boolean =>
  isYear((namesYearBehind.exec(behind) ?? (isSum ? yearBehindSum.exec(behind) : null))?.[1], year);

/** 890条 of 累计发布12345条,其中2021年890条: is all that a clause says before its number that it is the year's? */
export const isOfTheYear = (clause: string, { year }: Whose): boolean => isYear(onlyYear.exec(clause)?.[1], year);

const isYear = (named: string | undefined, year: Whose['year']): boolean =>
  named !== undefined && (!named.startsWith('20') || year == null || named === `${year}年`);

/** Plans, norms, growth, other periods: no mention, whatever is counted (mentions.md, rule 3). `carried` numbers name last year. */
export function isNotThisYears({ clause: whole, sentence }: Left, whose: Whose, carried: boolean): boolean {
  const clause = withoutFormer(whole);
  if (plans.test(sentence.slice(lastMatch(sentence, done)?.index ?? 0)) || norms.test(clause) || growth.test(clause)) return true;
  if (carried) return false;
  if (otherYear.test(clause) || partOfYear.test(clause) || namesOtherPeriod(sentence, whose) || isAcrossYears(sentence, whose)) return true;
  const upTo = countedUpToMonth.exec(sentence)?.[1];
  if (upTo !== undefined && Number(upTo) !== (whose.months?.[1] ?? 12)) return true;
  const since = countedSince.exec(sentence)?.[1];
  if (since !== undefined && whose.year != null && Number(since) < whose.year) return true;
  const year = countedUpTo.exec(sentence)?.[1] ?? lastYear(clause) ?? /(?:^|,)在?(20\d\d)年度?,/.exec(sentence)?.[1];
  return whose.year != null && year !== undefined && Number(year) !== whose.year;
}
