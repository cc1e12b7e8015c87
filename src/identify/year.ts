import { yearOf, yearSource } from './numerals.ts';
import type { Period } from './period.ts';
import type { Shown } from './shown.ts';
import type { NamedTitle } from './titles.ts';

/** What speaks for the report year. */
export interface YearEvidence {
  readonly main: NamedTitle | null;
  readonly titles: readonly NamedTitle[];
  readonly period: Period | null;
  /** Lines from the start of the report on. */
  readonly body: readonly Shown[];
  readonly published: string | null;
  readonly signed: string | null;
  /** Addresses and file names. */
  readonly names: readonly string[];
}

const opening = new RegExp(
  `^(?:[(（][一二三四五六][)）][^。]{0,20}。?)?(?:截[至止]到?|在|自)?(${yearSource})年?(?:度|全年|以来|上半年|[,，]|[\\u4e00-\\u9fff])`,
);
const inName =
  /(?:[?&_](?:fbtime|year|nd)=|(?:nb|ndbg|nd|gknb|niandu|nianbao)[/_-]?)(20[012]\d)(?!\d)|(?<!\d)(20[012]\d)(?:n|nb|nd|ndbg|nian)(?![a-z])|(20[012]\d)nd/i;
const breadcrumb = /(?:年报|年度报告)[>\s/]*(20[012]\d)/;

const latest = 2040;
const plausible = (year: number) => year >= 2000 && year <= latest;

/** Year in which an academic or other period ends; the year itself for a calendar one. */
const periodYear = (period: Period) => Number(period.end.slice(0, 4));

function bodyVotes(body: readonly Shown[], vote: (year: number, weight: number) => void): void {
  let counted = 0;
  for (const { folded } of body.slice(0, 60)) {
    const match = folded.length > 8 ? opening.exec(folded) : null;
    if (!match?.[1]) continue;
    vote(yearOf(match[1]), counted === 0 ? 2 : 1);
    if (++counted === 2) return;
  }
}

/** A year long before the page appeared is likely, one that had not begun to end is not. */
function datePenalty(year: number, date: string | null): number {
  if (date === null) return 0;
  const appeared = Number(date.slice(0, 4));
  if (appeared < year) return -12;
  if (appeared === year) return Number(date.slice(5, 7)) >= 11 ? 0 : -5;
  return appeared === year + 1 ? 1 : 0;
}

/** The report year: titles, stated period, openings and dates weighed together. Null where nothing names one. */
export function reportYear({ main, titles, period, body, published, signed, names }: YearEvidence): number | null {
  const votes = new Map<number, number>();
  const vote = (year: number, weight: number) => {
    if (plausible(year)) votes.set(year, (votes.get(year) ?? 0) + weight);
  };
  if (main?.year) vote(main.year, 6);
  const others = titles.filter((title) => title !== main && title.year !== null && title.text !== main?.text);
  for (const year of new Set(others.map((title) => title.year))) if (year !== null) vote(year, 3);
  if (period) vote(periodYear(period), 5);
  bodyVotes(body, vote);
  if (votes.size === 0) {
    for (const name of names) {
      const match = inName.exec(name) ?? breadcrumb.exec(name);
      const year = match?.[1] ?? match?.[2] ?? match?.[3];
      if (year) vote(Number(year), 1);
    }
  }
  const ranked = [...votes]
    .map(([year, weight]) => ({ year, weight: weight + datePenalty(year, published) + datePenalty(year, signed) }))
    .toSorted((a, b) => b.weight - a.weight || b.year - a.year);
  return ranked[0]?.year ?? null;
}
