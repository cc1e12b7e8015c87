import { bars } from '../charts/bars.ts';
import { formBreaks } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import { heat } from '../charts/heat.ts';
import type { Cube, Sums } from '../cube.ts';
import { cubeFilter, regionName, shownOf } from '../filters.ts';
import { many, number, percent, t } from '../language.ts';
import type { View } from '../page.ts';
import { count, type DataColumn, figure } from './figure.ts';

/** Applications from which a share says something. */
const enough = 30;

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

interface Row {
  readonly region: string;
  readonly sums: Sums;
  readonly value: number | null;
}

interface PlaceYear extends Row {
  readonly year: number;
}

const sumsColumns = <R extends Row>(measure: Measure): DataColumn<R>[] => [
  { name: measure.id, label: measure.name, value: ({ value }) => value, show: ({ value }) => measure.show(value), number: true },
  count('reports_with', t('齐全的报告', 'Reports with the numbers'), ({ sums }) => sums.n),
  count('reports', t('报告数', 'Reports'), ({ sums }) => sums.reports),
];

/** Whether a number can stand among others: it is given, and not a share over too few. */
const fitsIn =
  ({ base }: Measure) =>
  ({ sums, value }: Row): boolean =>
    value !== null && (base === null || base(sums) >= enough);

/** Regions down, years across. */
export function regionMap(cube: Cube, view: View, measure: Measure): HTMLElement {
  const filter = cubeFilter(view);
  const rows: PlaceYear[] = Object.keys(view.meta.regions).flatMap((region) =>
    cube
      .by('year', measure.block, { ...filter, region })
      .map(({ key, sums }) => ({ region, year: Number(key), sums, value: measure.value(sums) })),
  );
  const fits = fitsIn(measure);
  const highest = rows.filter(fits).sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const few = measure.base ? t(`括号：不足${enough}件。`, ` In brackets: fewer than ${enough} applications.`) : '';
  return figure({
    name: `regions-${measure.id}`,
    title: t(`${measure.name}：地区与年度`, `${measure.name}, by region and year`),
    sentence: highest
      ? t(
          `${measure.base ? `${enough}件以上的，最高` : '最高'}：${regionName(view, highest.region)}${highest.year}年，${measure.show(highest.value)}。`,
          `${measure.base ? `Highest, of ${enough} applications or more` : 'Highest'}: ${regionName(view, highest.region)} in ${highest.year}, ${measure.show(highest.value)}.`,
        )
      : t('没有此数。', 'The number is not given.'),
    note: `${t(`${shownOf(view, false)}。空格：没有给出此数的报告。`, `${shownOf(view, false)}. Empty: no report gives the number.`)}${few}`,
    columns: [
      { name: 'region', label: t('地区', 'Region'), value: ({ region }) => regionName(view, region) },
      { name: 'year', label: t('年度', 'Year'), value: ({ year }) => year },
      ...sumsColumns<PlaceYear>(measure),
    ],
    rows,
    draw: (plot, width) =>
      heat(
        plot,
        rows.map((row) => ({
          place: regionName(view, row.region),
          year: row.year,
          value: fits(row) ? row.value : null,
          text: row.value === null ? '' : fits(row) ? measure.show(row.value) : `(${measure.show(row.value)})`,
        })),
        formBreaks(),
        width,
      ),
  });
}

const middle = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(at) - 1], sorted[Math.floor(at)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** Regions of one year in order, with the median; a share over fewer than 30 applications is left out. */
export function regionDots(cube: Cube, view: View, measure: Measure, year: string): HTMLElement {
  const all = Object.keys(view.meta.regions).map((region): Row => {
    const sums = cube.sums(measure.block, { ...cubeFilter(view), region, year });
    return { region, sums, value: measure.value(sums) };
  });
  const fits = fitsIn(measure);
  const rows = all.filter(fits).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const left = all.filter((row) => row.value !== null && !fits(row)).length;
  const median = middle(rows.map(({ value }) => value ?? 0));
  const small =
    left > 0
      ? t(`申请不足${enough}件的${left}个地区未列出。`, `Left out: ${many(left, 'region')} with fewer than ${enough} applications. `)
      : '';
  return figure({
    name: `regions-${measure.id}-${year}`,
    title: t(`${year}年各地区：${measure.name}`, `${measure.name} by region, ${year}`),
    sentence:
      rows.length > 0
        ? t(`${rows.length}个地区，中位数${measure.show(median)}。`, `${many(rows.length, 'region')}, median ${measure.show(median)}.`)
        : t('没有可比的地区。', 'There is no region to compare.'),
    note: `${small}${shownOf(view, false)}${t('。▲：高于中位数。', '. ▲: above the median.')}`,
    columns: [
      { name: 'region', label: t('地区', 'Region'), value: ({ region }) => regionName(view, region) },
      ...sumsColumns<Row>(measure),
    ],
    rows,
    draw: (plot, width) =>
      bars(
        plot,
        rows.map(({ region, value }) => ({
          label: regionName(view, region),
          value: value ?? 0,
          text: `${measure.show(value)}${median !== null && (value ?? 0) > median ? ' ▲' : ''}`,
          colour: median !== null && (value ?? 0) >= median ? colour(0) : colour(1),
        })),
        width,
      ),
  });
}
