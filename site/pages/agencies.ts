import { loadIndex } from '../data.ts';
import { h, table } from '../dom.ts';
import { filterBar, regionName } from '../filters.ts';
import { many, number, t } from '../language.ts';
import type { MakePage, View } from '../page.ts';
import { searchBox } from '../search.ts';
import { linkTo } from '../state.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly division: string;
  readonly first: number;
  readonly last: number;
}

/** Most agencies that are listed: more are found by name. */
const most = 500;

/** `350200-justice-bureau`, and `350200-justice-bureau-2` where a division has two of a kind. */
const isOfKind = (id: string, kind: string): boolean => kind === '' || new RegExp(`^[^-]+-${kind}(-\\d+)?$`).test(id);

/** A list of every agency of the country is no list: unless there are few, a region or a kind is chosen first. */
const isChosen = ({ place, meta }: View): boolean => meta.agencies <= most || Boolean(place.params.region || place.params.kind);

async function agenciesOf(view: View): Promise<Listed[]> {
  if (!isChosen(view)) return [];
  const { place, meta } = view;
  const { region = '', kind = '' } = place.params;
  const regions = region === '' ? Object.keys(meta.regions) : [region];
  const files = await Promise.all(regions.map((code) => loadIndex(code)));
  return files.flatMap(({ divisions, agencies }) =>
    agencies
      .filter(([id]) => isOfKind(id, kind))
      .map(([id, name, , , at, first, last]) => ({ id, name, division: divisions[at] ?? '', first, last })),
  );
}

function listOf(view: View, agencies: readonly Listed[]): HTMLElement[] {
  if (!isChosen(view))
    return [
      h(
        'p',
        { class: 'note' },
        t('选一个地区或一类机关，这里列出它的机关。', 'Choose a region or a kind of agency to list its agencies here.'),
      ),
    ];
  if (agencies.length === 0) return [h('p', { class: 'empty' }, t('没有这样的机关。', 'There is no such agency.'))];
  const title = t(`${number(agencies.length)}个机关`, many(agencies.length, 'agency', 'agencies'));
  const cut = agencies.length > most && t(`列出前${most}个；其余请用名称查找。`, `The first ${most} are listed; find the others by name.`);
  const shown = table(
    title,
    [
      { label: t('机关', 'Agency'), show: ({ id, name }: Listed) => h('a', { href: linkTo('agency', [id]) }, name) },
      { label: t('地区', 'Place'), show: ({ division, id }) => division || regionName(view, id.slice(0, 2)) },
      { label: t('首年', 'First year'), show: ({ first }) => first, value: ({ first }) => first, number: true },
      { label: t('末年', 'Last year'), show: ({ last }) => last, value: ({ last }) => last, number: true },
      { label: t('代码', 'Id'), show: ({ id }) => h('code', {}, id) },
    ],
    agencies.slice(0, most),
    'agencies',
  );
  return [h('h2', {}, title), ...(cut ? [h('p', { class: 'note' }, cut)] : []), shown];
}

/** Agencies by name, place or kind: the way to the page of each. */
export const agencies: MakePage = async (view) => {
  const title = t('机关', 'Agencies');
  const found = await agenciesOf(view);
  return {
    title,
    content: [h('h1', { tabindex: -1 }, title), searchBox(view), filterBar(view, ['region', 'kind']), ...listOf(view, found)],
  };
};
