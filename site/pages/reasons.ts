import { bars } from '../charts/bars.ts';
import { formBreaks } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import { lines } from '../charts/lines.ts';
import { Cube } from '../cube.ts';
import { loadCube } from '../data.ts';
import { h } from '../dom.ts';
import { count, figure } from '../figures/figure.ts';
import { choice, cubeFilter, filterBar, partName, shownOf } from '../filters.ts';
import { number, reports, t } from '../language.ts';
import type { MakePage, View } from '../page.ts';
import { go, linkWith } from '../state.ts';

interface Family {
  readonly id: string;
  readonly name: () => string;
  readonly colour: string;
}

const families: readonly Family[] = [
  { id: 'denied', name: () => t('不予公开', 'Refused'), colour: colour(2) },
  { id: 'unavailable', name: () => t('无法提供', 'Cannot be provided'), colour: colour(3) },
  { id: 'unprocessed', name: () => t('不予处理', 'Not processed'), colour: colour(4) },
  { id: 'other', name: () => t('其他处理', 'Other'), colour: colour(5) },
];

const familyOf = (part: string) => families.find(({ id }) => part.startsWith(`applications_${id}_`)) ?? families[3];

interface Reason {
  readonly part: string;
  readonly family: Family | undefined;
  readonly value: number;
  readonly n: number;
  readonly reports: number;
}

/** A reason's name without the family's, which the colour and a column say. */
const shortName = (view: View, part: string) => partName(view, part).replace(/^(Denied|Unable to provide|Not processed|Other): /, '');

function reasonsOf(cube: Cube, filter: Record<string, string>, file: readonly string[]): Reason[] {
  return file
    .map((part) => {
      const sums = cube.sums(part, filter);
      return { part, family: familyOf(part), value: sums.of(part), n: sums.n, reports: sums.reports };
    })
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.value - a.value || (a.part < b.part ? -1 : 1));
}

function reasonsFigure(view: View, rows: readonly Reason[], year: string): HTMLElement {
  const most = rows[0];
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  return figure({
    name: `reasons-${year}`,
    title: t(`${year}年为什么不给信息`, `Why no information was given in ${year}`),
    sentence:
      most && most.value > 0
        ? t(
            `最多的是“${shortName(view, most.part)}”：${number(most.value)}件，占${number(total)}件的${((100 * most.value) / total).toFixed(1)}%。`,
            `Most often: ${shortName(view, most.part)}, ${number(most.value)} times, ${((100 * most.value) / total).toFixed(1)}% of ${number(total)}.`,
          )
        : t('没有这样的申请。', 'There was no such application.'),
    note: t(
      `${shownOf(view)}。每项只加总给出该项的报告，报告数见数据表。`,
      `${shownOf(view)}. Each reason is summed over the reports that give it; the table says how many.`,
    ),
    key: families.map(({ name, colour: fill }) => ({ label: name(), colour: fill })),
    columns: [
      {
        name: 'reason',
        label: t('理由（点开看历年）', 'Reason (opens its years)'),
        value: ({ part }) => partName(view, part),
        show: ({ part }) => h('a', { href: linkWith({ reason: part }) }, shortName(view, part)),
      },
      { name: 'family', label: t('类别', 'Family'), value: ({ family }) => family?.name() ?? '' },
      count<Reason>('applications', t('件数', 'Applications'), ({ value }) => value),
      count<Reason>('reports_with', t('给出此项的报告', 'Reports with the number'), ({ n }) => n),
      count<Reason>('reports', t('报告数', 'Reports'), (row) => row.reports),
    ],
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

interface Year {
  readonly year: number;
  readonly value: number | null;
  readonly n: number;
  readonly reports: number;
}

function yearsFigure(cube: Cube, view: View, part: string): HTMLElement {
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
            `${first.year}年${number(first.value)}件（${reports(first.n)}），${last.year}年${number(last.value)}件（${reports(last.n)}）。`,
            `${number(first.value)} in ${first.year} (${reports(first.n)}), ${number(last.value)} in ${last.year} (${reports(last.n)}).`,
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
  const yearChoice = choice(
    'year',
    t('年度', 'Year'),
    years.map((value) => ({ value, label: value })),
    year,
  );
  const title = t('不给信息的理由', 'Reasons for giving no information');
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      filterBar(view, ['coverage', 'region', 'level', 'kind'], yearChoice),
      reasonsFigure(view, rows, year),
      ...(chosen ? [yearsFigure(cube, view, chosen)] : []),
    ],
  };
};
