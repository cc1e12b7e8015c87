import { loadIndex } from './data.ts';
import { h } from './dom.ts';
import { regionName } from './filters.ts';
import { many, number, t } from './language.ts';
import type { View } from './page.ts';
import { span } from './span.ts';
import { linkTo } from './state.ts';

/** An agency as search knows it. */
export interface Found {
  readonly id: string;
  readonly name: string;
  readonly division: string;
  readonly former: readonly string[];
  readonly years: string;
  readonly score: number;
}

const most = 30;

/** How well an entry fits: exact before beginning before part; null where it does not. */
export function score(asked: string, id: string, name: string, initials: string, others: readonly string[]): number | null {
  const wanted = asked.trim().toLowerCase();
  if (wanted === '') return null;
  const words = wanted.split(/\s+/);
  const texts = [name, id, initials, ...others].map((text) => text.toLowerCase());
  if (!words.every((word) => texts.some((text) => text.includes(word)))) return null;
  if (name === wanted || id === wanted) return 0;
  if (name.startsWith(wanted) || initials === wanted) return 1;
  if (id.startsWith(wanted) || initials.startsWith(wanted)) return 2;
  return name.includes(wanted) ? 3 : 4;
}

async function inRegion(region: string, asked: string): Promise<Found[]> {
  const { divisions, agencies } = await loadIndex(region);
  return agencies.flatMap(([id, name, initials, former, at, first, last]) => {
    const division = divisions[at] ?? '';
    const fits = score(asked, id, name, initials, [division, ...former]);
    return fits === null ? [] : [{ id, name, division, former, years: span(first, last), score: fits }];
  });
}

/** Agencies whose name, pinyin initials, division or code fit what was typed: the best first. */
export async function find(view: View, asked: string): Promise<readonly Found[]> {
  const { region = '' } = view.place.params;
  const regions = region && view.meta.regions[region] ? [region] : Object.keys(view.meta.regions);
  const found = await Promise.all(regions.map((code) => inRegion(code, asked)));
  return found.flat().sort((a, b) => a.score - b.score || [...a.name].length - [...b.name].length || (a.id < b.id ? -1 : 1));
}

const item = ({ name, division, years, id, former }: Found, address: string): HTMLElement =>
  h(
    'li',
    {},
    h('a', { href: address }, name),
    h('span', { class: 'aside' }, ` ${division} · ${years} · ${id}`),
    former.length > 0 && h('span', { class: 'aside' }, ` ${t('曾用名', 'formerly')} ${former.join('、')}`),
  );

/** The search field with its answers below; `answer` makes the address an answer leads to. */
export function searchBox(view: View, answer: (found: Found) => string = ({ id }) => linkTo('agency', [id])): HTMLElement {
  const status = h('p', { role: 'status', class: 'note' });
  const list = h('ul', { class: 'found' });
  let asked = 0;
  const search = async (text: string) => {
    const turn = ++asked;
    if (text.trim() === '') {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    const found = await find(view, text);
    if (turn !== asked) return;
    const more = found.length > most ? t(`，显示前${most}个`, `, the first ${most} shown`) : '';
    status.textContent = t(`找到${number(found.length)}个机关${more}`, `${many(found.length, 'agency', 'agencies')} found${more}`);
    list.replaceChildren(...found.slice(0, most).map((one) => item(one, answer(one))));
  };
  const input = h('input', {
    type: 'search',
    name: 'agency',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: t('名称、拼音首字母、地区或代码', 'name, pinyin initials, place or code'),
    oninput: (event) => event.target instanceof HTMLInputElement && void search(event.target.value),
    // The index comes when somebody wants to search, not before.
    onfocus: () => void find(view, ' '),
  });
  const { region = '' } = view.place.params;
  const where = region ? t(`（${regionName(view, region)}）`, ` (${regionName(view, region)})`) : '';
  return h(
    'form',
    { class: 'search', role: 'search', onsubmit: (event) => event.preventDefault() },
    h('label', {}, h('span', {}, t(`查找机关${where}`, `Find an agency${where}`)), input),
    status,
    list,
  );
}
