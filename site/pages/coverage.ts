import { formBreaks } from '../charts/breaks.ts';
import { colour } from '../charts/colours.ts';
import { lines } from '../charts/lines.ts';
import { Cube } from '../cube.ts';
import { loadForms, loadMap, loadQuality } from '../data.ts';
import { h } from '../dom.ts';
import { count, figure } from '../figures/figure.ts';
import { heldFigure } from '../figures/held-figure.ts';
import { missingTable } from '../figures/missing-table.ts';
import { checksTable, countTable, worstTable } from '../figures/quality-tables.ts';
import { codeName } from '../filters.ts';
import { percent, say, t } from '../language.ts';
import type { MakePage } from '../page.ts';
import type { QualityFile } from '../published.ts';

type YearOfQuality = QualityFile['years'][number];

const holdColumns = () => [
  { name: 'year', label: t('年度', 'Year'), value: ({ year }: YearOfQuality) => year },
  count<YearOfQuality>('reports', t('报告', 'Reports'), ({ reports }) => reports),
  count<YearOfQuality>('assessed', t('可判断的核对', 'Checks assessed'), ({ assessed }) => assessed),
  count<YearOfQuality>('failed', t('不成立', 'Failed'), ({ failed }) => failed),
  count<YearOfQuality>('cells_with_value', t('有数字的单元格', 'Cells with a value'), ({ cells }) => cells),
  count<YearOfQuality>('cells_without_value', t('无数字', 'Without'), ({ without }) => without),
  count<YearOfQuality>('dated', t('载明发布日期', 'Reports dated'), ({ dated }) => dated),
  count<YearOfQuality>('late', t('其中逾期', 'Of these late'), ({ late }) => late),
];

function holdFigure(quality: QualityFile): HTMLElement {
  const rows = quality.years.map((year) => ({
    ...year,
    hold: year.assessed === 0 ? null : 1 - year.failed / year.assessed,
    filled: year.cells + year.without === 0 ? null : year.cells / (year.cells + year.without),
  }));
  const last = rows.at(-1);
  const series = [
    { id: 'hold', label: t('核对成立', 'checks that hold'), colour: colour(0) },
    { id: 'filled', label: t('有数字的单元格', 'cells with a value'), colour: colour(2) },
  ];
  return figure({
    name: 'checks-hold',
    title: t('数字对得上吗', 'Do the numbers add up'),
    sentence: last
      ? t(
          `${last.year}年：${percent(last.hold)}的核对成立，${percent(last.filled)}的单元格有数字。`,
          `${last.year}: ${percent(last.hold)} of checks hold, ${percent(last.filled)} of cells have a value.`,
        )
      : '',
    note: t('分母：可判断的核对；列出的单元格。', 'Of the checks that can be assessed, and of the cells listed.'),
    key: series,
    columns: holdColumns(),
    rows,
    draw: (plot, width) =>
      lines(plot, {
        points: rows.flatMap(({ year, hold, filled }) => [
          { year, series: 'hold', value: hold },
          { year, series: 'filled', value: filled },
        ]),
        series,
        breaks: formBreaks(),
        percent: true,
        width,
      }),
  });
}

/** Which reports are missing, and how far the others can be trusted. */
export const coverage: MakePage = async (view) => {
  const [file, quality, forms] = await Promise.all([loadMap(), loadQuality(), loadForms()]);
  const title = t('覆盖与质量', 'Coverage and quality');
  const outcomes = t('文件的去向', 'What became of the documents');
  const quarantine = t('被隔离的文件', 'Documents in quarantine');
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      heldFigure(new Cube(file), view, quality),
      ...missingTable(view, quality),
      holdFigure(quality),
      h('h2', {}, t('各项核对', 'Checks')),
      checksTable(view, quality, forms),
      ...(quality.worst.length > 0 ? [h('h2', {}, t('错误最多的报告', 'Reports with the most errors')), worstTable(quality)] : []),
      h('h2', {}, outcomes),
      countTable('documents', outcomes, (code) => codeName(view, 'document_outcome', code), quality.documents),
      ...(quality.quarantine.length > 0
        ? [h('h2', {}, quarantine), countTable('quarantine', quarantine, (code) => say(forms.issues[code], code), quality.quarantine)]
        : []),
    ],
  };
};
