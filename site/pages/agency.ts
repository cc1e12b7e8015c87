import { failedList } from '../agency/failed-list.ts';
import { numbersTable } from '../agency/numbers-table.ts';
import { peersFigure } from '../agency/peers-figure.ts';
import { disclosedIn, valueIn } from '../agency/values.ts';
import { yearsTable } from '../agency/years-table.ts';
import { loadAgency, loadForms } from '../data.ts';
import { h } from '../dom.ts';
import { codeName } from '../filters.ts';
import { agencyName, say, t } from '../language.ts';
import type { MakePage, View } from '../page.ts';
import type { AgencyFile } from '../published.ts';
import { span } from '../span.ts';
import { linkTo } from '../state.ts';

function about(view: View, { agency_id, division_name, division_level, kind, names, relations }: AgencyFile): HTMLElement {
  const former =
    names.length > 1 ? names.map(({ name, first_year, last_year }) => `${name} (${span(first_year, last_year)})`).join('、') : '';
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
  const name = agencyName(held.name, id);
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
        peersFigure(held, {
          name: 'received',
          title: t('收到的申请', 'Applications received'),
          own: (report) => value(report, 'applications_new_received'),
          peers: (year) => held.peers[year]?.received ?? null,
          share: false,
        }),
        peersFigure(held, {
          name: 'disclosed',
          title: t('公开的比例', 'Share granted in full or in part'),
          own: disclosedIn(forms),
          peers: (year) => held.peers[year]?.disclosed ?? null,
          share: true,
        }),
      ),
      failedList(held, forms),
      h('h2', {}, t('历年数字', 'Numbers over the years')),
      ...numbersTable(view, held, forms),
    ].filter((node) => node !== null),
  };
};
