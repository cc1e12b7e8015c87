import type { Cube } from '../cube.ts';
import { many, number, t } from '../language.ts';
import type { View } from '../page.ts';
import type { QualityFile } from '../published.ts';
import { count, figure } from './figure.ts';
import { type PlaceYear, placeYearColumns, placeYearMap } from './place-year.ts';

/** Agencies without a report of a year: between two reports of theirs, before the first, after the last. */
export interface Absent {
  readonly between: number;
  readonly before: number;
  readonly after: number;
}

interface Held extends Absent, PlaceYear {
  readonly reports: number;
}

/** No report is missing. */
export const noneAbsent: Absent = { between: 0, before: 0, after: 0 };

/** Reports held by region and year, and beside them how many are missing as far as that is known. */
export function heldFigure(cube: Cube, view: View, { absent }: QualityFile): HTMLElement {
  const missing = new Map(absent.map(([region, year, between, before, after]) => [`${region} ${year}`, { between, before, after }]));
  const rows = Object.keys(view.meta.regions).flatMap((region) =>
    view.meta.years.map((year): Held => {
      const { reports } = cube.sums('applications_new_received', { region, year: String(year) });
      return { region, year, reports, ...(missing.get(`${region} ${year}`) ?? noneAbsent) };
    }),
  );
  const { reports, agencies } = view.meta;
  return figure({
    name: 'reports-held',
    title: t('收录了哪些报告', 'Which reports are held'),
    sentence: t(
      `${number(agencies)}个机关的${number(reports)}份报告。`,
      `${many(reports, 'report')} of ${many(agencies, 'agency', 'agencies')}.`,
    ),
    note: t('格内：该地区该年度收录的报告数。', 'In the cells: reports held of that region and year.'),
    columns: [
      ...placeYearColumns<Held>(view),
      count<Held>('reports', t('报告', 'Reports'), (row) => row.reports),
      count<Held>('missing_between', t('缺：前后两年度之间', 'Missing between two reports'), ({ between }) => between),
      count<Held>('missing_after', t('缺：最近一份之后', 'Missing after the last'), ({ after }) => after),
      count<Held>('missing_before', t('缺：最早一份之前', 'Missing before the first'), ({ before }) => before),
    ],
    rows,
    draw: placeYearMap(view, rows, [], ({ reports: held }) =>
      held === 0 ? { value: null, text: '' } : { value: held, text: number(held) },
    ),
  });
}
