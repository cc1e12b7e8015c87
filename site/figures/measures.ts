import type { Sums } from '../cube.ts';
import { number, percent, t } from '../language.ts';

/** Applications from which a share says something. */
export const enough = 30;

/** A number by which regions are compared. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly block: string;
  readonly value: (sums: Sums) => number | null;
  readonly show: (value: number | null) => string;
  /** What the number is of: a share over too few is not shown among others. */
  readonly base: ((sums: Sums) => number) | null;
}

/** What can be compared. */
export const measures = (): readonly Measure[] => [
  {
    id: 'disclosed',
    name: t('公开的比例', 'Share granted in full or in part'),
    block: 'outcomes',
    value: (sums) => {
      const all = sums.of('applications_processed_total');
      return all === 0 ? null : (sums.of('applications_granted') + sums.of('applications_partially_granted')) / all;
    },
    show: percent,
    base: (sums) => sums.of('applications_processed_total'),
  },
  {
    id: 'received',
    name: t('收到的申请', 'Applications received'),
    block: 'applications_new_received',
    value: (sums) => (sums.n === 0 ? null : sums.of('applications_new_received')),
    show: number,
    base: null,
  },
  {
    id: 'per_report',
    name: t('每份报告收到的申请', 'Applications per report'),
    block: 'applications_new_received',
    value: (sums) => (sums.n === 0 ? null : Math.round((10 * sums.of('applications_new_received')) / sums.n) / 10),
    show: number,
    base: null,
  },
];

/** Whether a number can stand among others: it is given, and not a share over too few. */
export const fitsIn =
  ({ base }: Measure) =>
  ({ sums, value }: { readonly sums: Sums; readonly value: number | null }): boolean =>
    value !== null && (base === null || base(sums) >= enough);
