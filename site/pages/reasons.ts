import { bars } from '../charts/bars.ts';
import { formBreaks } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import { Cube } from '../cube.ts';
import { loadCube } from '../data.ts';
import { h } from '../dom.ts';
import { count, type DataColumn, figure } from '../figures/figure.ts';
import { type Family, families, familyOf, shortName } from '../figures/reason-families.ts';
import { reasonYearsFigure } from '../figures/reason-years-figure.ts';
import { cubeFilter, filterBar, partName, shownOf, yearChoice } from '../filters.ts';
import { many, number, percent, t } from '../language.ts';
import type { MakePage, View } from '../page.ts';
import { go, linkWith } from '../state.ts';

interface Reason {
  readonly part: string;
  readonly family: Family | undefined;
  readonly value: number;
  readonly n: number;
  readonly reports: number;
  /** The number of the year before; null where no report gives it. */
  readonly before: number | null;
  /** In how many reports it was given then. */
  readonly beforeIn: number;
}

function reasonsOf(cube: Cube, filter: Record<string, string>, file: readonly string[]): Reason[] {
  return file
    .map((part) => {
      const sums = cube.sums(part, filter);
      const before = cube.sums(part, { ...filter, year: String(Number(filter.year) - 1) });
      return {
        part,
        family: familyOf(part),
        value: sums.of(part),
        n: sums.n,
        reports: sums.reports,
        before: before.n === 0 ? null : before.of(part),
        beforeIn: before.n,
      };
    })
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.value - a.value || (a.part < b.part ? -1 : 1));
}

/** Which reason grew most since the year before, in words; '' where none grew or the forms differ. */
function grown(view: View, rows: readonly Reason[], year: string): string {
  if (formBreaks().some(({ from }) => String(from) === year)) return '';
  const more = ({ value, before }: Reason) => (before === null ? 0 : value - before);
  const [most] = rows.toSorted((a, b) => more(b) - more(a));
  if (!most || most.before === null || more(most) <= 0) return '';
  const name = shortName(view, most.part);
  return t(
    `比上一年增加最多的是“${name}”：${number(most.beforeIn)}份报告${number(most.before)}件，今为${number(most.n)}份报告${number(most.value)}件。`,
    ` Grew most since the year before: ${name}, from ${number(most.before)} in ${many(most.beforeIn, 'report')} to ${number(most.value)} in ${many(most.n, 'report')}.`,
  );
}

const reasonColumns = (view: View): DataColumn<Reason>[] => [
  {
    name: 'reason',
    label: t('理由（点开看历年）', 'Reason (opens its years)'),
    value: ({ part }) => partName(view, part),
    show: ({ part }) => h('a', { href: linkWith({ reason: part }) }, shortName(view, part)),
  },
  { name: 'family', label: t('类别', 'Family'), value: ({ family }) => family?.name() ?? '' },
  count<Reason>('applications', t('件数', 'Applications'), ({ value }) => value),
  count<Reason>('year_before', t('上一年', 'Year before'), ({ before }) => before),
  count<Reason>('reports_with', t('给出此项的报告', 'Reports with the number'), ({ n }) => n),
  count<Reason>('reports', t('报告数', 'Reports'), (row) => row.reports),
];

function reasonsFigure(view: View, rows: readonly Reason[], year: string): HTMLElement {
  const most = rows[0];
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  return figure({
    name: `reasons-${year}`,
    title: t(`${year}年为什么不给信息`, `Why no information was given in ${year}`),
    sentence:
      most && most.value > 0
        ? t(
            `最多的是“${shortName(view, most.part)}”：${number(most.value)}件，占${number(total)}件的${percent(most.value / total)}。`,
            `Most often: ${shortName(view, most.part)}, ${many(most.value, 'time')}, ${percent(most.value / total)} of ${number(total)}.`,
          ) + grown(view, rows, year)
        : t('没有这样的申请。', 'There was no such application.'),
    note: t(
      `${shownOf(view)}。每项只加总给出该项的报告，报告数见数据表。`,
      `${shownOf(view)}. Each reason is summed over the reports that give it; the table says how many.`,
    ),
    key: families.map(({ name, colour: fill }) => ({ label: name(), colour: fill })),
    columns: reasonColumns(view),
    rows,
    draw: (plot, width) =>
      bars(
        plot,
        rows.map(({ part, family, value }) => ({
          label: shortName(view, part),
          value,
          text: number(value),
          colour: family?.colour ?? colour(0),
          open: () => go(linkWith({ reason: part })),
        })),
        width,
      ),
  });
}

/** Why information is refused, and what grew. */
export const reasons: MakePage = async (view) => {
  const file = await loadCube(view.place.params);
  const cube = new Cube(file);
  const parts = file.blocks.flatMap(({ id }) => (/^applications_(denied|unavailable|unprocessed|other)_/.test(id) ? [id] : []));
  const years = cube.by('year', 'outcomes', cubeFilter(view)).map(({ key }) => key);
  const year = view.place.params.year ?? years.at(-1) ?? '';
  const rows = reasonsOf(cube, { ...cubeFilter(view), year }, parts);
  const asked = view.place.params.reason ?? rows[0]?.part;
  const chosen = parts.find((part) => part === asked);
  const title = t('不给信息的理由', 'Reasons for giving no information');
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      filterBar(view, ['coverage', 'region', 'level', 'kind'], yearChoice(years, year)),
      reasonsFigure(view, rows, year),
      ...(chosen ? [reasonYearsFigure(cube, view, chosen)] : []),
    ],
  };
};
