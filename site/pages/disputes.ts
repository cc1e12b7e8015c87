import { formBreaks, lawBreak } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import { lines } from '../charts/lines.ts';
import { Cube } from '../cube.ts';
import { loadCube } from '../data.ts';
import { h } from '../dom.ts';
import { count, type DataColumn, figure } from '../figures/figure.ts';
import { shareFigure } from '../figures/share-figure.ts';
import { cubeFilter, filterBar, shownOf } from '../filters.ts';
import { many, number, percent, t } from '../language.ts';
import type { MakePage, View } from '../page.ts';

const routes = ['review', 'litigation_direct', 'litigation_after_review'] as const;
type Route = (typeof routes)[number];

const routeName = (route: Route): string =>
  ({
    review: t('行政复议', 'administrative review'),
    litigation_direct: t('直接起诉', 'direct lawsuits'),
    litigation_after_review: t('复议后起诉', 'lawsuits after review'),
  })[route];

const outcomeName = (part: string): string =>
  ({
    upheld: t('结果维持', 'upheld'),
    corrected: t('结果纠正', 'corrected'),
    other: t('其他结果', 'other result'),
    pending: t('尚未审结', 'pending'),
  })[part.split('_').at(-1) ?? ''] ?? part;

interface Row {
  readonly year: number;
  readonly routes: readonly { readonly route: Route; readonly n: number; readonly corrected: number; readonly decided: number }[];
}

function rowsOf(cube: Cube, view: View): Row[] {
  const filter = cubeFilter(view);
  return cube.by('year', 'review', filter).map(({ key }) => ({
    year: Number(key),
    routes: routes.map((route) => {
      const sums = cube.sums(route, { ...filter, year: key });
      const of = (outcome: string) => sums.of(`remedies_${route}_${outcome}`);
      return { route, n: sums.n, corrected: of('corrected'), decided: of('upheld') + of('corrected') + of('other') };
    }),
  }));
}

const shareOf = ({ corrected, decided }: { corrected: number; decided: number }) => (decided === 0 ? null : corrected / decided);

/** A share says little without what it is of. */
function correctedOf({ route, corrected, decided }: Row['routes'][number]): string {
  const name = routeName(route);
  if (decided === 0) return t(`${name}无审结`, `${name} none decided`);
  const share = percent(corrected / decided);
  return t(`${name}${number(decided)}件中${share}`, `${name} ${share} of ${number(decided)}`);
}

function correctedFigure(cube: Cube, view: View): HTMLElement {
  const rows = rowsOf(cube, view);
  const series = routes.map((route, at) => ({ id: route as string, label: routeName(route), colour: colour([0, 2, 6][at] ?? 0) }));
  const last = rows.findLast(({ routes: all }) => all.some((one) => one.decided > 0));
  const said = last?.routes.map(correctedOf).join(t('，', ', '));
  return figure({
    name: 'corrected',
    title: t('决定被纠正的比例', 'How often the decision was corrected'),
    sentence: last ? t(`${last.year}年：${said}。`, `${last.year}: ${said}.`) : t('没有审结的案件。', 'No case was decided.'),
    note: t(
      `${shownOf(view)}。分母：已审结（维持、纠正、其他）的案件，只计各项都给出的报告。2024年起多数案件须先复议，线在此断开。`,
      `${shownOf(view)}. Of cases decided (upheld, corrected, other), over reports that give every outcome. From 2024 most cases must go to review first: the lines break there.`,
    ),
    key: series,
    columns: [
      { name: 'year', label: t('年度', 'Year'), value: ({ year }) => year },
      ...routes.flatMap((route, at): DataColumn<Row>[] => [
        count(`${route}_reports`, `${routeName(route)}: ${t('报告', 'reports')}`, (row) => row.routes[at]?.n ?? null),
        count(`${route}_decided`, `${routeName(route)}: ${t('审结', 'decided')}`, (row) => row.routes[at]?.decided ?? null),
        count(`${route}_corrected`, `${routeName(route)}: ${t('纠正', 'corrected')}`, (row) => row.routes[at]?.corrected ?? null),
      ]),
    ],
    rows,
    draw: (plot, width) =>
      lines(plot, {
        points: rows.flatMap(({ year, routes: all }) => all.map((one) => ({ year, series: one.route, value: shareOf(one) }))),
        series,
        breaks: [...formBreaks(), lawBreak()],
        percent: true,
        width,
      }),
  });
}

const resultsFigure = (cube: Cube, view: View, route: Route): HTMLElement =>
  shareFigure(cube, view, {
    name: `disputes-${route}`,
    title: t(`${routeName(route)}的结果`, `Results of ${routeName(route)}`),
    block: route,
    parts: ['upheld', 'corrected', 'other', 'pending'].map((outcome) => `remedies_${route}_${outcome}`),
    whole: t('全部案件', 'all cases'),
    called: outcomeName,
    breaks: [...formBreaks(), lawBreak()],
    sentence: (last) =>
      last
        ? t(
            `${last.year}年${number(last.total)}件，纠正${number(last.sums.of(`remedies_${route}_corrected`))}件。`,
            `${many(last.total, 'case')} in ${last.year}, ${number(last.sums.of(`remedies_${route}_corrected`))} corrected.`,
          )
        : t('没有案件。', 'There was no case.'),
  });

/** How often reviews and courts correct agencies. */
export const disputes: MakePage = async (view) => {
  const cube = new Cube(await loadCube(view.place.params));
  const title = t('复议与诉讼', 'Reviews and lawsuits');
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      filterBar(view, ['coverage', 'region', 'level', 'kind']),
      correctedFigure(cube, view),
      h('div', { class: 'grid' }, ...routes.map((route) => resultsFigure(cube, view, route))),
    ],
  };
};
