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
