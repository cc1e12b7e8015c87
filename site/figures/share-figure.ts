import { type Break, formBreaks } from '../charts/breaks.ts';
import { type Share, shares } from '../charts/stacked.ts';
import type { Cube, Sums } from '../cube.ts';
import { cubeFilter, partName, shownOf } from '../filters.ts';
import { t } from '../language.ts';
import type { View } from '../page.ts';
import { count, type DataColumn, figure } from './figure.ts';

/** Colours of parts, and of the text on them. */
const looks = [1, 2, 3, 4, 5, 6].map((n) => ({ colour: `var(--c${n})`, ink: `var(--on${n})` }));

/** A year and its sums. */
export interface ShareRow {
  readonly year: number;
  readonly total: number;
  readonly sums: Sums;
}

/** What is shared out, and how the figure is called. */
export interface ShareOptions {
  readonly name: string;
  readonly title: string;
  /** Block of the cube, and those of its parts that make the whole. */
  readonly block: string;
  readonly parts: readonly string[];
  /** What is whole, for the note and the table. */
  readonly whole: string;
  readonly sentence: (last: ShareRow | undefined) => string;
  /** What the parts are called, where the list of labels does not say it well here. */
  readonly called?: (part: string) => string;
  /** Where years cannot be compared; without them, the changes of the form. */
  readonly breaks?: readonly Break[];
}

/** How a whole is made up, year by year: a bar a year, over the reports that give all of its parts. */
export function shareFigure(cube: Cube, view: View, options: ShareOptions): HTMLElement {
  const { name, title, block, parts, whole, sentence, breaks = formBreaks() } = options;
  const called = options.called ?? ((part: string) => partName(view, part));
  const rows = cube
    .by('year', block, cubeFilter(view))
    .map(({ key, sums }): ShareRow => ({ year: Number(key), sums, total: parts.reduce((sum, part) => sum + sums.of(part), 0) }));
  const bars: Share[] = rows.flatMap(({ year, sums, total }) =>
    parts.map((part) => ({ year, part, share: total === 0 ? 0 : sums.of(part) / total })),
  );
  const key = parts.map((part, at) => ({ id: part, label: called(part), ...(looks[at] ?? { colour: 'var(--c8)', ink: '#fff' }) }));
  const columns: DataColumn<ShareRow>[] = [
    { name: 'year', label: t('年度', 'Year'), value: ({ year }) => year },
    count('reports', t('报告数', 'Reports'), ({ sums }) => sums.reports),
    count('reports_complete', t('其中齐全', 'Complete'), ({ sums }) => sums.n),
    count('total', whole, ({ total }) => total),
    ...parts.map((part) => count<ShareRow>(part, called(part), ({ sums }) => sums.of(part))),
  ];
  return figure({
    name,
    title,
    sentence: sentence(rows.findLast(({ total }) => total > 0)),
    note: t(
      `${shownOf(view)}。分母：${whole}，只计各项都给出的报告；没有这样的报告的年度空着。`,
      `${shownOf(view)}. Of: ${whole}, over reports that give every part; a year without such a report stays empty.`,
    ),
    key,
    columns,
    rows,
    draw: (plot, width) => (rows.some(({ total }) => total > 0) ? shares(plot, bars, key, breaks, width) : null),
  });
}
