import { bars } from '../charts/bars.ts';
import { formBreaks } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import type { Cube, Sums } from '../cube.ts';
import { cubeFilter, regionName, shownOf } from '../filters.ts';
import { many, t } from '../language.ts';
import type { View } from '../page.ts';
import { count, type DataColumn, figure } from './figure.ts';
import { enough, fitsIn, type Measure } from './measures.ts';
import { type PlaceYear, placeYearColumns, placeYearMap } from './place-year.ts';

interface Row {
  readonly region: string;
  readonly sums: Sums;
  readonly value: number | null;
}

type RowOfYear = Row & PlaceYear;

const sumsColumns = <R extends Row>(measure: Measure): DataColumn<R>[] => [
  { name: measure.id, label: measure.name, value: ({ value }) => value, show: ({ value }) => measure.show(value), number: true },
  count('reports_with', t('齐全的报告', 'Reports with the numbers'), ({ sums }) => sums.n),
  count('reports', t('报告数', 'Reports'), ({ sums }) => sums.reports),
];

/** Regions down, years across. */
export function regionMap(cube: Cube, view: View, measure: Measure): HTMLElement {
  const filter = cubeFilter(view);
  const rows: RowOfYear[] = Object.keys(view.meta.regions).flatMap((region) =>
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
    columns: [...placeYearColumns<RowOfYear>(view), ...sumsColumns<RowOfYear>(measure)],
    rows,
    draw: placeYearMap(view, rows, formBreaks(), (row) => ({
      value: fits(row) ? row.value : null,
      text: row.value === null ? '' : fits(row) ? measure.show(row.value) : `(${measure.show(row.value)})`,
    })),
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
