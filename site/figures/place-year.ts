import type { Break } from '../charts/breaks.ts';
import { heat } from '../charts/heat.ts';
import { regionName } from '../filters.ts';
import { t } from '../language.ts';
import type { View } from '../page.ts';
import type { DataColumn, FigureOptions } from './figure.ts';

/** Something about the reports of a region and year. */
export interface PlaceYear {
  readonly region: string;
  readonly year: number;
}

/** Where and when: the first columns of such a table. */
export const placeYearColumns = <R extends PlaceYear>(view: View): DataColumn<R>[] => [
  { name: 'region', label: t('地区', 'Region'), value: ({ region }) => regionName(view, region) },
  { name: 'year', label: t('年度', 'Year'), value: ({ year }) => year },
];

/** Regions down, years across; `cell`: how dark a cell is, null for none, and what stands in it. */
export const placeYearMap =
  <R extends PlaceYear>(
    view: View,
    rows: readonly R[],
    breaks: readonly Break[],
    cell: (row: R) => { readonly value: number | null; readonly text: string },
  ): FigureOptions<R>['draw'] =>
  (plot, width) =>
    heat(
      plot,
      rows.map((row) => ({ place: regionName(view, row.region), year: row.year, ...cell(row) })),
      breaks,
      width,
    );
