import { loadAgency, loadForms, loadReport } from '../data.ts';
import { h } from '../dom.ts';
import { agencyName, t } from '../language.ts';
import type { MakePage, TitledData } from '../page.ts';
import type { Report } from '../published.ts';
import { reportView } from '../report/report-view.ts';
import { linkTo, note } from '../state.ts';

/** The cells, checks and text of a report as data files. */
const dataOf = ({ cells, checks, sections }: Report): TitledData[] => [
  {
    title: t('单元格', 'Cells'),
    data: {
      name: 'cells',
      head: ['code', 'value', 'status', 'raw', 'unit', 'line'],
      rows: cells.map(({ code, value, status, raw, unit, line }) => [code, value, status, raw, unit, line]),
    },
  },
  {
    title: t('核对', 'Checks'),
    data: {
      name: 'checks',
      head: ['id', 'instance', 'outcome', 'severity', 'left', 'right', 'message'],
      rows: checks.map(({ id, instance, outcome, severity, left, right, message }) => [
        id,
        instance ?? null,
        outcome,
        severity,
        left,
        right,
        message,
      ]),
    },
  },
  {
    title: t('原文', 'Source text'),
    data: {
      name: 'text',
      head: ['line', 'text'],
      rows: sections.flatMap(({ first_line, text }) => text.split('\n').map((line, at) => [first_line + at, line])),
    },
  },
];

/** One report: the form it was printed in, and the text every number stands in. */
export const report: MakePage = async (view) => {
  const [id = '', year = ''] = view.place.rest;
  const [held, forms, agency] = await Promise.all([loadReport(id, year), loadForms(), loadAgency(id)]);
  const name = agencyName(held.agency.name ?? agency.name, id);
  const title = held.report.title ? [held.report.title, ' · '] : [];
  const years = agency.reports.map((one) => String(one.year));
  const links = years.map((one) => h('a', { href: linkTo('report', [id, one]), 'aria-current': one === year ? 'page' : null }, one));
  return {
    title: `${name} ${year}`,
    content: [
      h('h1', { tabindex: -1 }, h('a', { href: linkTo('agency', [id]) }, name), ` ${year}`),
      h('p', { class: 'note' }, ...title, t('年度：', 'Years: '), ...links.flatMap((link) => [link, ' '])),
      reportView(view, held, forms, view.place.params.cell ?? null, (cell) => note({ cell })),
    ],
    data: dataOf(held),
  };
};
