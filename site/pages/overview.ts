import { formBreaks } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import { lines } from '../charts/lines.ts';
import { Cube } from '../cube.ts';
import { loadCube } from '../data.ts';
import { h } from '../dom.ts';
import { count, figure } from '../figures/figure.ts';
import { shareFigure } from '../figures/share-figure.ts';
import { cubeFilter, filterBar, shownOf } from '../filters.ts';
import { many, number, percent, t } from '../language.ts';
import type { MakePage, View } from '../page.ts';
import { searchBox } from '../search.ts';
import { span } from '../span.ts';

const received = 'applications_new_received';
const before = 'statistics.applications_received.year';
const processed = 'applications_processed_total';

interface Year {
  readonly year: number;
  readonly reports: number;
  readonly n: number;
  readonly value: number | null;
  readonly form: 'new' | 'old';
}

function receivedByYear(cube: Cube, view: View): Year[] {
  const filter = cubeFilter(view);
  const of = (block: string, form: Year['form']) =>
    cube.by('year', block, filter).map(({ key, sums }) => ({
      year: Number(key),
      reports: sums.reports,
      n: sums.n,
      value: sums.n === 0 ? null : sums.of(block),
      form,
    }));
  const old = new Map(of(before, 'old').map((row) => [row.year, row]));
  return of(received, 'new').map((row) => {
    const older = old.get(row.year);
    return row.n === 0 && older && older.n > 0 ? older : row;
  });
}

function rise(rows: readonly Year[]): string {
  const held = rows.filter(({ value, form }) => value !== null && form === 'new');
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return t('这一范围内没有收到申请数。', 'No applications are reported in this selection.');
  if (first === last)
    return t(
      `${last.year}年，${number(last.n)}份报告共收到${number(last.value)}件申请。`,
      `${last.year}: ${many(last.value ?? 0, 'application')} in ${many(last.n, 'report')}.`,
    );
  return t(
    `${first.year}年${number(first.n)}份报告收到${number(first.value)}件申请，${last.year}年${number(last.n)}份报告收到${number(last.value)}件。`,
    `${many(first.value ?? 0, 'application')} in ${many(first.n, 'report')} of ${first.year}; ${number(last.value)} in ${many(last.n, 'report')} of ${last.year}.`,
  );
}

function receivedFigure(cube: Cube, view: View): HTMLElement {
  const rows = receivedByYear(cube, view);
  const series = [
    { id: 'new', label: t('新收申请', 'received'), colour: colour(0) },
    { id: 'old', label: t('2014年统计表：收到申请', 'statistics form of 2014: received'), colour: colour(1) },
  ];
  return figure({
    name: 'applications-received',
    title: t('收到的申请', 'Applications received'),
    sentence: rise(rows),
    note: t(
      `${shownOf(view)}。只加总给出此数的报告；报告数逐年不同，见数据表。虚线处表格改版，线不相连。`,
      `${shownOf(view)}. Only reports that give the number are added, and their number differs from year to year (see the table). At the dotted lines the form changed: lines are not joined.`,
    ),
    key: rows.some(({ form }) => form === 'old') ? series : [],
    columns: [
      { name: 'year', label: t('年度', 'Year'), value: ({ year }) => year },
      count<Year>('reports', t('报告数', 'Reports'), ({ reports }) => reports),
      count<Year>('reports_with', t('其中给出此数', 'With the number'), ({ n }) => n),
      count<Year>('received', t('收到申请', 'Received'), ({ value }) => value),
      {
        name: 'form',
        label: t('表格', 'Form'),
        value: ({ form }) => (form === 'new' ? t('2019年起', 'from 2019') : t('2014年统计表', 'statistics form of 2014')),
      },
    ],
    rows,
    draw: (plot, width) =>
      lines(plot, {
        points: rows.map(({ year, value, form }) => ({ year, value, series: form })),
        series,
        breaks: formBreaks(),
        width,
      }),
  });
}

const outcomesFigure = (cube: Cube, view: View): HTMLElement =>
  shareFigure(cube, view, {
    name: 'outcomes',
    title: t('申请的办理结果', 'What became of the applications'),
    block: 'outcomes',
    parts: cube.parts('outcomes').filter((part) => part !== processed),
    whole: t('办结的申请', 'applications processed'),
    sentence: (last) => {
      if (!last) return t('没有各项齐全的报告。', 'No report gives all outcomes.');
      const disclosed = (last.sums.of('applications_granted') + last.sums.of('applications_partially_granted')) / last.total;
      return t(
        `${last.year}年办结的${number(last.total)}件申请中，${percent(disclosed)}予以公开或部分公开。`,
        `Of ${many(last.total, 'application')} processed in ${last.year}, ${percent(disclosed)} were granted in full or in part.`,
      );
    },
  });

function cards(cube: Cube, view: View): HTMLElement {
  const filter = cubeFilter(view);
  const year = String(view.meta.years.at(-1) ?? '');
  const latest = cube.sums(received, { ...filter, year });
  const done = cube.sums('outcomes', { ...filter, year });
  const all = done.of(processed);
  const share = (done.of('applications_granted') + done.of('applications_partially_granted')) / all;
  const card = (value: string, label: string) => h('li', {}, h('b', {}, value), label);
  return h(
    'ul',
    { class: 'cards' },
    card(number(cube.sums(received, filter).reports), t('份报告（所选范围）', 'Reports in this selection')),
    card(number(view.meta.agencies), t('个机关（全部）', 'Agencies in all')),
    card(
      latest.n === 0 ? '–' : number(latest.of(received)),
      t(`${year}年收到申请（${number(latest.n)}份报告）`, `Applications received, ${many(latest.n, 'report')} of ${year}`),
    ),
    card(
      percent(share),
      t(`${year}年公开的比例（办结${number(all)}件）`, `Granted in full or in part, of ${number(all)} processed in ${year}`),
    ),
  );
}

/** How many ask, and how many are answered with information. */
export const overview: MakePage = async (view) => {
  const cube = new Cube(await loadCube(view.place.params));
  const title = t('政府信息公开工作年度报告', "Annual reports of China's government disclosure");
  const years = span(view.meta.years[0], view.meta.years.at(-1));
  const about = t(
    `行政机关每年公布收到多少公开申请、怎样答复。这里是${years}年的报告，逐个数字可追到原文的那一行；空白不是零。`,
    `Every year the organs of government publish how many applications for information they received and what became of them. These are their reports of ${years}: every number leads back to its line in the source, and blank is not zero.`,
  );
  return {
    title: t('总览', 'Overview'),
    content: [
      h('h1', { tabindex: -1 }, title),
      h('p', { class: 'lead' }, about),
      searchBox(view),
      filterBar(view, ['coverage', 'region', 'level', 'kind']),
      cards(cube, view),
      receivedFigure(cube, view),
      outcomesFigure(cube, view),
    ],
  };
};
