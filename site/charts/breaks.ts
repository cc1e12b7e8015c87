import { t } from '../language.ts';

/** A year from which numbers were counted in another way. */
export interface Break {
  readonly from: number;
  readonly label: string;
}

/** The forms changed in 2019 and 2021. */
export const formBreaks = (): readonly Break[] => [
  { from: 2019, label: t('2019格式', 'form 2019') },
  { from: 2021, label: t('2021格式', 'form 2021') },
];

/** From 2024 a review comes before most lawsuits. */
export const lawBreak = (): Break => ({ from: 2024, label: t('2024复议法', 'law of 2024') });

/** All years from the first to the last: a year without a number is a gap, not nothing. */
export function allYears(years: readonly number[]): number[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

/** The breaks that lie between these years. */
export const breaksWithin = (breaks: readonly Break[], years: readonly number[]): Break[] =>
  breaks.filter(({ from }) => years.includes(from) && years.includes(from - 1));
