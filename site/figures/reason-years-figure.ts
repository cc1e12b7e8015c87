import { formBreaks } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import { lines } from '../charts/lines.ts';
import type { Cube } from '../cube.ts';
import { cubeFilter, partName, shownOf } from '../filters.ts';
import { many, number, t } from '../language.ts';
import type { View } from '../page.ts';
import { count, figure } from './figure.ts';
import { familyOf } from './reason-families.ts';

interface Year {
  readonly year: number;
  readonly value: number | null;
  readonly n: number;
  readonly reports: number;
}

/** One reason over the years. */
export function reasonYearsFigure(cube: Cube, view: View, part: string): HTMLElement {
  const rows = cube.by('year', part, cubeFilter(view)).map(
    ({ key, sums }): Year => ({
      year: Number(key),
      value: sums.n === 0 ? null : sums.of(part),
      n: sums.n,
      reports: sums.reports,
    }),
  );
  const [first, last] = [rows.find(({ value }) => value !== null), rows.findLast(({ value }) => value !== null)];
  const name = partName(view, part);
  return figure({
    name: `reason-${part}`,
    title: t(`历年：${name}`, `Over the years: ${name}`),
    sentence:
      first && last
        ? t(
            `${first.year}年${number(first.value)}件（${number(first.n)}份报告），${last.year}年${number(last.value)}件（${number(last.n)}份报告）。`,
            `${number(first.value)} in ${first.year} (${many(first.n, 'report')}), ${number(last.value)} in ${last.year} (${many(last.n, 'report')}).`,
          )
        : t('没有此数。', 'The number is not given.'),
    note: shownOf(view),
    columns: [
      { name: 'year', label: t('年度', 'Year'), value: ({ year }) => year },
      count<Year>('applications', t('件数', 'Applications'), ({ value }) => value),
      count<Year>('reports_with', t('给出此项的报告', 'Reports with the number'), ({ n }) => n),
      count<Year>('reports', t('报告数', 'Reports'), (row) => row.reports),
    ],
    rows,
    draw: (plot, width) =>
      lines(plot, {
        points: rows.map(({ year, value }) => ({ year, value, series: part })),
        series: [{ id: part, label: name, colour: familyOf(part)?.colour ?? colour(0) }],
        breaks: formBreaks(),
        width,
      }),
  });
}
