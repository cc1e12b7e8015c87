import type { Shown } from '../page/shown-line.ts';
import { isCounted, type NamedTitle } from '../title/titles.ts';
import { yearOf, yearSource } from './numerals.ts';
import type { Period } from './period.ts';

/** What speaks for the report year. */
export interface YearEvidence {
  readonly main: NamedTitle | null;
  readonly titles: readonly NamedTitle[];
  readonly period: Period | null;
  /** Lines from the start of the report on. */
  readonly body: readonly Shown[];
  readonly published: string | null;
  readonly signed: string | null;
  /** Addresses, titles of the container and file names. */
  readonly names: readonly string[];
  /** Base name of the file. */
  readonly fileName: string;
}

const ordinal = '(?:[(（]?[一二三四五六1-6][)）、.,:]+[^。,;]{0,24}[。:]?)?';
/** A month alone is when something was written or done. */
const month = '年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?![\\d至到起—–―~-])';
/** A sentence that opens with the year it reports on: 2022年,句容市水利局…; 一、总体情况 2019年度,…; 截至2021年12月31日. */
const opening = new RegExp(
  `^${ordinal}(?:截[至止]到?|在|自)?(${yearSource})(?!${month})(?!年(?:初|底|末|起|以前|之前|制定|制发|出台|印发|成立|建立|设立|更名|开始|启动|首次))年?(?:度|全年|以来|上半年|[,，]|[\\u4e00-\\u9fff])`,
);
/** 我镇2023年政府信息公开工作; 2014年我局; not 公开了预算及2018年度信息公开报告. */
const ownYear = new RegExp(
  `(?<![及和与、])(${yearSource})年?度?(?:的?(?:政府|政务)?信息公开(?!(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)》?[\\d一][份条篇件])|的?政务公开|,?(?:我|本)[局委办厅镇乡街道院校会社处中心单位]+)`,
);
const anyYear = new RegExp(`(?<![〔\\[(《\\d])(${yearSource})年(?!\\d{1,2}月|[一二三四五六七八九十]{1,3}月)`, 'g');

const inName =
  /(?:[?&_](?:fbtime|year|nd)=|(?:nb|ndbg|nd|gknb|niandu|nianbao)[/_\s-]*)(20[012]\d)(?!\d)|(?<!\d)(20[012]\d)(?:n|nb|nd|ndbg|nian)(?![a-z])|(20[012]\d)nd/i;
const breadcrumb = /(?:年报|年度报告)[>\s/]*(20[012]\d)(?!\d)/;

const plausible = (year: number) => year >= 2000 && year <= 2040;

/** Report year of a period: the year in which it ends, for academic ones too (contract 1). */
const periodYear = (period: Period) => Number(period.end.slice(0, 4));

/** Part of a line in which it says whose year it tells. */
const openingLength = 400;

/** 统计汇总期限截止到2008年12月31日: the last day of the year that is told. */
const upTo = /统计[^。;,\d]{0,10}截[至止]到?(20\d\d)年12月(?:31日|底)/;

/** 2023-2024学年: the year in which it ends. */
const academic = /20\d\d年?[-—–~至]+(20\d\d)年?学年/;

type Vote = (year: number, weight: number) => void;

function voteOpenings(body: readonly Shown[], vote: Vote): void {
  let counted = 0;
  for (const { folded } of body) {
    if (folded.length < 9 || !/[年2二]/.test(folded)) continue;
    const part = folded.slice(0, openingLength);
    const match = academic.exec(part) ?? opening.exec(folded) ?? ownYear.exec(part) ?? upTo.exec(part);
    if (!match?.[1]) continue;
    vote(yearOf(match[1]), counted === 0 ? 2 : 1);
    if (++counted === 2) return;
  }
}

/** The year the text names most, where nothing else speaks: half of all mentions at least. */
function voteMentions(body: readonly Shown[], vote: Vote): void {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { folded } of body)
    for (const [, written = ''] of folded.slice(0, 1500).matchAll(anyYear)) {
      counts.set(yearOf(written), (counts.get(yearOf(written)) ?? 0) + 1);
      all++;
    }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (most && most[1] * 2 > all) vote(most[0], 1);
}

/** A year alone in a file name: 厦门市司法局2020. */
const inFile = /^\D*(20[012]\d)\D*$/;

function voteNames(names: readonly string[], fileName: string, vote: Vote): void {
  for (const name of names) {
    const match = inName.exec(name) ?? breadcrumb.exec(name);
    const year = match?.[1] ?? match?.[2] ?? match?.[3];
    if (year) vote(Number(year), 1);
  }
  const alone = inFile.exec(fileName)?.[1];
  if (alone) vote(Number(alone), 1);
}

/** A report appears in the year after; one that appears before its year ended is doubtful, one of a coming year wrong. */
function dateWeight(year: number, date: string | null): number {
  if (date === null) return 0;
  const appeared = Number(date.slice(0, 4));
  if (appeared < year) return -12;
  if (appeared === year) return Number(date.slice(5, 7)) >= 11 ? 0 : -5;
  return appeared === year + 1 ? 1 : 0;
}

function voteTitles(main: NamedTitle | null, titles: readonly NamedTitle[], vote: Vote): void {
  if (main?.year) vote(main.year, 6);
  const others = titles.filter((title) => title !== main && title.year !== null && title.text !== main?.text && !isCounted(title));
  for (const year of new Set(others.map((title) => title.year))) if (year !== null) vote(year, 3);
}

/** Lines of the opening in which years are looked for. */
const read = 60;

/** The report year: titles, stated period, openings and dates weighed together. Null where nothing names one. */
export function reportYear({ main, titles, period, body, published, signed, names, fileName }: YearEvidence): number | null {
  const votes = new Map<number, number>();
  const vote: Vote = (year, weight) => {
    if (plausible(year)) votes.set(year, (votes.get(year) ?? 0) + weight);
  };
  voteTitles(main, titles, vote);
  if (period) vote(periodYear(period), 5);
  const agreed = main?.year !== undefined && main?.year !== null && period !== null && periodYear(period) === main.year;
  if (!agreed) voteOpenings(body.slice(0, read), vote);
  if (votes.size === 0) voteNames(names, fileName, vote);
  if (votes.size === 0) voteMentions(body.slice(0, read), vote);
  const ranked = [...votes]
    .map(([year, weight]) => ({ year, weight: weight + dateWeight(year, published) + dateWeight(year, signed) }))
    .toSorted((a, b) => b.weight - a.weight || b.year - a.year);
  return ranked[0]?.year ?? null;
}
