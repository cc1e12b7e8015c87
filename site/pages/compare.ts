import { agenciesFigure, type Held } from '../agency/agencies-figure.ts';
import { disclosedIn, valueIn } from '../agency/values.ts';
import { Cube } from '../cube.ts';
import { loadAgency, loadForms, loadMap } from '../data.ts';
import { h } from '../dom.ts';
import { measures } from '../figures/measures.ts';
import { regionDots, regionMap } from '../figures/region-figures.ts';
import { choice, filterBar, yearChoice } from '../filters.ts';
import { t } from '../language.ts';
import type { MakePage, View } from '../page.ts';
import { searchBox } from '../search.ts';
import { linkWith } from '../state.ts';

/** Most agencies beside one another. */
const most = 5;

function chosen({ place }: View): string[] {
  return (place.params.agencies ?? '').split(',').filter(Boolean).slice(0, most);
}

const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id).join(',');

function chips(ids: readonly string[], held: readonly Held[]): HTMLElement {
  return h(
    'ul',
    { class: 'chips' },
    ...held.map(({ id, name }) =>
      h('li', {}, name, h('a', { href: linkWith({ agencies: without(ids, id) }), 'aria-label': t(`去掉${name}`, `Remove ${name}`) }, '×')),
    ),
  );
}

async function agencies(view: View): Promise<HTMLElement[]> {
  const ids = chosen(view);
  const forms = await loadForms();
  const value = valueIn(forms);
  const disclosed = disclosedIn(forms);
  const files = await Promise.all(ids.map((id) => loadAgency(id).catch(() => null)));
  const held = files.flatMap((file): Held[] =>
    file ? [{ id: file.agency_id, name: file.name ?? file.agency_id, reports: file.reports }] : [],
  );
  const full = ids.length >= most;
  const add = searchBox(view, ({ id }) => linkWith({ agencies: [...ids.filter((one) => one !== id), id].join(',') }));
  return [
    h('h2', {}, t('机关之间（至多五个）', 'Agencies (up to five)')),
    ...(held.length > 0 ? [chips(ids, held)] : []),
    full ? h('p', { class: 'note' }, t('已有五个。', 'There are five.')) : add,
    ...(held.length === 0
      ? []
      : [
          h(
            'div',
            { class: 'grid' },
            agenciesFigure(held, {
              name: 'compare-received',
              title: t('收到的申请', 'Applications received'),
              of: (report) => value(report, 'applications_new_received'),
              share: false,
            }),
            agenciesFigure(held, {
              name: 'compare-disclosed',
              title: t('公开的比例', 'Share granted in full or in part'),
              of: disclosed,
              share: true,
            }),
          ),
        ]),
  ];
}

/** Where disclosure is highest, and whether a place stands out. */
export const compare: MakePage = async (view) => {
  const cube = new Cube(await loadMap(view.place.params));
  const measure = measures().find(({ id }) => id === view.place.params.measure) ?? measures()[0];
  const years = view.meta.years.map(String);
  const year = view.place.params.year ?? years.at(-1) ?? '';
  const title = t('比较', 'Compare');
  const bar = filterBar(
    view,
    ['coverage', 'level', 'kind'],
    choice(
      'measure',
      t('比较什么', 'What'),
      measures().map(({ id, name }) => ({ value: id, label: name })),
      measure?.id ?? '',
    ),
    yearChoice(years, year),
  );
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      ...(await agencies(view)),
      h('h2', {}, t('地区之间', 'Regions')),
      bar,
      ...(measure ? [regionMap(cube, view, measure), regionDots(cube, view, measure, year)] : []),
    ],
  };
};
