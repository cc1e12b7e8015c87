import { checkSentence, namesOf } from '../checks.ts';
import { loadAgency, loadForms } from '../data.ts';
import { h, outward, table } from '../dom.ts';
import { figure } from '../figure.ts';
import { codeName } from '../filters.ts';
import { number, percent, reports, say, t } from '../language.ts';
import type { MakePage, View } from '../page.ts';
import { colour, formBreaks, lines } from '../plots.ts';
import type { AgencyFile, AgencyReport, FormsFile } from '../published.ts';
import { linkTo } from '../state.ts';

/** Reads the value of a headline column in a report. */
export const valueIn = ({ columns }: FormsFile): ((report: AgencyReport, column: string) => number | null) => {
  const at = new Map(columns.map((name, n) => [name, n]));
  return (report, column) => report.values[at.get(column) ?? -1] ?? null;
};

/** Share of processed applications that were granted in full or in part; null where a part is missing. */
export function disclosedIn(forms: FormsFile): (report: AgencyReport) => number | null {
  const value = valueIn(forms);
  return (report) => {
    const full = value(report, 'applications_granted');
    const part = value(report, 'applications_partially_granted');
    const all = value(report, 'applications_processed_total');
    return full === null || part === null || !all ? null : (full + part) / all;
  };
}

function yearsTable(view: View, { agency_id: id, reports: rows }: AgencyFile): HTMLElement {
  const formNames = (report: AgencyReport) =>
    [...new Set(report.forms.flatMap((form) => form ?? []))]
      .map((form) => (form === 'common' ? '' : form))
      .filter(Boolean)
      .join(' + ');
  return table(
    t('各年度报告', 'Reports by year'),
    [
      { label: t('年度', 'Year'), show: ({ year }) => h('a', { href: linkTo('report', [id, String(year)]) }, String(year)) },
      { label: t('统计范围', 'Whose numbers'), show: ({ coverage }) => codeName(view, 'coverage', coverage) },
      { label: t('表格', 'Form'), show: formNames },
      { label: t('有数字', 'With a number'), show: ({ cells }) => number(cells[0]), value: ({ cells }) => cells[0], number: true },
      { label: t('无数字', 'Without'), show: ({ cells }) => number(cells[1]), value: ({ cells }) => cells[1], number: true },
      {
        label: t('核对不成立', 'Checks failed'),
        show: ({ checks }) => h('span', { class: checks[0] > 0 ? 'fail' : null }, `${number(checks[0])} / ${number(checks[1])}`),
        number: true,
      },
      {
        label: t('发布', 'Published'),
        show: ({ published, deadline }) =>
          published ? `${published}${deadline && published > deadline ? t('（逾期）', ' (late)') : ''}` : '–',
      },
      { label: t('来源', 'Source'), show: ({ source_url }) => (source_url ? outward(source_url) : '–') },
    ],
    rows,
    'reports',
  );
}

function lineFigure(
  agency: AgencyFile,
  {
    name,
    title,
    own,
    peers,
    share,
  }: { name: string; title: string; own: (r: AgencyReport) => number | null; peers: (year: number) => number | null; share: boolean },
): HTMLElement {
  const show = share ? percent : number;
  const rows = agency.reports.map((report) => ({
    year: report.year,
    own: own(report),
    peers: peers(report.year),
    n: agency.peers[report.year]?.reports ?? 0,
  }));
  const series = [
    { id: 'own', label: agency.name ?? agency.agency_id, colour: colour(0) },
    {
      id: 'peers',
      label: share ? t('同类机关合计', 'organs of its kind together') : t('同类机关中位数', 'median of its kind'),
      colour: colour(2),
    },
  ];
  const last = rows.findLast((row) => row.own !== null);
  return figure({
    name: `${agency.agency_id}-${name}`,
    title,
    sentence: last
      ? t(
          `${last.year}年：${show(last.own)}；同级同类${reports(last.n)}：${show(last.peers)}。`,
          `${last.year}: ${show(last.own)}; ${reports(last.n)} of its kind and level: ${show(last.peers)}.`,
        )
      : t('没有此数。', 'The number is not given.'),
    key: series,
    columns: [
      { name: 'year', label: t('年度', 'Year'), value: ({ year }) => year },
      { name: 'value', label: t('本机关', 'This agency'), value: (row) => row.own, show: (row) => show(row.own), number: true },
      { name: 'peers', label: t('同类', 'Its kind'), value: (row) => row.peers, show: (row) => show(row.peers), number: true },
      { name: 'peer_reports', label: t('同类报告数', 'Reports of its kind'), value: ({ n }) => n, number: true },
    ],
    rows,
    draw: (plot, width) =>
      lines(plot, {
        points: rows.flatMap((row) => [
          { year: row.year, value: row.peers, series: 'peers' },
          { year: row.year, value: row.own, series: 'own' },
        ]),
        series,
        breaks: formBreaks(),
        percent: share,
        width,
        height: 220,
      }),
  });
}

/** Every headline number over the years, each a link to its origin. */
function numbersTable(agency: AgencyFile, forms: FormsFile): HTMLElement {
  const value = valueIn(forms);
  const held = forms.columns.filter((column) => agency.reports.some((report) => value(report, column) !== null));
  const origin = (column: string, report: AgencyReport) => {
    const found = value(report, column);
    const cell = forms.headlines[column]?.cell;
    if (found === null) return '–';
    return cell ? h('a', { href: linkTo('report', [agency.agency_id, String(report.year)], { cell }) }, number(found)) : number(found);
  };
  return table(
    t('历年数字', 'Numbers over the years'),
    [
      { label: t('项目', 'Item'), show: (column: string) => say(forms.headlines[column], column) },
      ...agency.reports.map((report) => ({
        label: String(report.year),
        show: (column: string) => origin(column, report),
        value: (column: string) => value(report, column),
        number: true,
      })),
    ],
    held,
    'numbers',
  );
}

function failedList(agency: AgencyFile, forms: FormsFile): HTMLElement | null {
  const names = namesOf(forms);
  const items = agency.reports.flatMap((report) =>
    report.failed
      .filter(([, , , , severity]) => severity === 'error')
      .map(([id, instance, left, right]) => {
        const message = left === null || right === null ? '' : `${number(left)} ≠ ${number(right)}`;
        const sentence = checkSentence(forms, names, {
          id,
          ...(instance && { instance }),
          outcome: 'fail',
          severity: 'error',
          left,
          right,
          message,
        });
        return h(
          'li',
          {},
          h('a', { href: linkTo('report', [agency.agency_id, String(report.year)]) }, String(report.year)),
          ` ${id} ${sentence}`,
        );
      }),
  );
  if (items.length === 0) return null;
  return h('section', { class: 'wrongbox' }, h('h2', {}, t('不成立的核对', 'Checks that do not hold')), h('ul', {}, ...items.slice(0, 60)));
}

function about(view: View, { agency_id, division_name, division_level, kind, names, relations }: AgencyFile): HTMLElement {
  const former = names.length > 1 ? names.map(({ name, first_year, last_year }) => `${name} (${first_year}–${last_year})`).join('、') : '';
  const chain = relations.map(({ from_id, to_id, year, relation }) => {
    const other = from_id === agency_id ? to_id : from_id;
    return h('li', {}, `${year} ${codeName(view, 'relation', relation)} `, h('a', { href: linkTo('agency', [other]) }, other));
  });
  const parts = [
    division_name ?? '',
    codeName(view, 'division_level', division_level),
    kind ? say(view.labels.kinds[kind], kind) : '',
    agency_id,
  ];
  return h(
    'div',
    {},
    h('p', { class: 'lead' }, parts.filter(Boolean).join(' · ')),
    former && h('p', { class: 'note' }, t(`名称：${former}`, `Names: ${former}`)),
    chain.length > 0 && h('ul', { class: 'note' }, ...chain),
  );
}

/** What one agency reported each year, beside its peers. */
export const agency: MakePage = async (view) => {
  const [id = ''] = view.place.rest;
  const [held, forms] = await Promise.all([loadAgency(id), loadForms()]);
  const value = valueIn(forms);
  const name = held.name ?? id;
  return {
    title: name,
    content: [
      h('h1', { tabindex: -1 }, name),
      about(view, held),
      h('p', {}, h('a', { href: linkTo('compare', [], { agencies: id }) }, t('与其他机关比较', 'Compare with other agencies'))),
      yearsTable(view, held),
      h(
        'div',
        { class: 'grid' },
        lineFigure(held, {
          name: 'received',
          title: t('收到的申请', 'Applications received'),
          own: (report) => value(report, 'applications_new_received'),
          peers: (year) => held.peers[year]?.received ?? null,
          share: false,
        }),
        lineFigure(held, {
          name: 'disclosed',
          title: t('公开的比例', 'Share granted in full or in part'),
          own: disclosedIn(forms),
          peers: (year) => held.peers[year]?.disclosed ?? null,
          share: true,
        }),
      ),
      failedList(held, forms),
      h('h2', {}, t('历年数字', 'Numbers over the years')),
      h('p', { class: 'note' }, t('点数字看它的出处。', 'Choose a number to see where it comes from.')),
      numbersTable(held, forms),
    ].filter((node) => node !== null),
  };
};
