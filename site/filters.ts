import { h } from './dom.ts';
import { number, say, t } from './language.ts';
import type { View } from './page.ts';
import { go, linkWith } from './state.ts';

/** One entry of a choice: what stands in the address, and what the reader sees. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A labelled choice that is part of the address. */
export function choice(name: string, label: string, options: readonly Option[], chosen: string): HTMLElement {
  const select = h(
    'select',
    // Another choice makes another list, which begins at its beginning.
    { name, onchange: (event) => event.target instanceof HTMLSelectElement && go(linkWith({ [name]: event.target.value, from: '' })) },
    ...options.map(({ value, label: text }) => h('option', { value, selected: value === chosen }, text)),
  );
  return h('label', { class: 'choice' }, h('span', {}, label), select);
}

/** The choice of a year. */
export const yearChoice = (years: readonly string[], chosen: string, ...before: Option[]): HTMLElement =>
  choice('year', t('年度', 'Year'), [...before, ...years.map((value) => ({ value, label: value }))], chosen);

/** The coverage a view shows: numbers of different coverages are never added, so there is always exactly one. */
export function coverageOf({ place, meta }: View): string {
  const most = Object.entries(meta.coverages).sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'own_organ';
  return place.params.coverage ?? (meta.coverages.own_organ ? 'own_organ' : most);
}

/** What a region is called. */
export const regionName = ({ labels }: View, code: string): string => say(labels.regions[code], code);
/** What a code of a list is called; null is unknown. */
export const codeName = ({ labels }: View, list: string, code: string | null): string =>
  code === null ? t('（未知）', '(unknown)') : say(labels.codes[list]?.[code], code);
/** What a part of a sum is called. */
export const partName = ({ labels }: View, part: string): string => say(labels.parts[part], part);

const coverageChoice = (view: View): HTMLElement =>
  choice(
    'coverage',
    t('统计范围', 'Whose numbers'),
    Object.entries(view.meta.coverages).map(([code, count]) => ({
      value: code,
      label: `${code === '' ? t('（未知）', '(unknown)') : codeName(view, 'coverage', code)} (${number(count)})`,
    })),
    coverageOf(view),
  );

const regionChoice = (view: View): HTMLElement =>
  choice(
    'region',
    t('地区', 'Region'),
    [
      { value: '', label: t('全国', 'All') },
      ...Object.keys(view.meta.regions).map((code) => ({ value: code, label: regionName(view, code) })),
    ],
    view.place.params.region ?? '',
  );

const levelChoice = (view: View): HTMLElement =>
  choice(
    'level',
    t('级别', 'Level'),
    [
      { value: '', label: t('各级', 'All') },
      ...Object.entries(view.labels.codes.division_level ?? {}).map(([value, text]) => ({ value, label: say(text) })),
    ],
    view.place.params.level ?? '',
  );

const kindName = ({ labels }: View, kind: string): string => say(labels.kinds[kind], kind);

/** The kinds of agency that report, the most frequent first. */
const kindChoice = (view: View): HTMLElement =>
  choice(
    'kind',
    t('机关类别', 'Kind of agency'),
    [
      { value: '', label: t('各类', 'All') },
      ...Object.entries(view.meta.kinds)
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .map(([value, count]) => ({ value, label: `${kindName(view, value)} (${number(count)})` })),
    ],
    view.place.params.kind ?? '',
  );

const choices = { coverage: coverageChoice, region: regionChoice, level: levelChoice, kind: kindChoice };

/** The filters of a page; all of them are in the address. */
export const filterBar = (view: View, names: readonly (keyof typeof choices)[], ...more: HTMLElement[]): HTMLElement =>
  h('div', { class: 'filters', role: 'group', 'aria-label': t('筛选', 'Filters') }, ...names.map((name) => choices[name](view)), ...more);

/** The filters as a cube takes them. */
export const cubeFilter = (view: View): Record<string, string> => {
  const { level = '', region = '' } = view.place.params;
  return { coverage: coverageOf(view), level, region };
};

/** What is shown, in words: Fujian; county; justice bureaus; the organ itself. */
export function shownOf(view: View, ofRegion = true): string {
  const { region: asked = '', level = '', kind = '' } = view.place.params;
  const region = ofRegion ? asked : '';
  const parts = [
    region ? regionName(view, region) : t('全部地区', 'all regions'),
    level ? codeName(view, 'division_level', level) : t('各级', 'all levels'),
    ...(kind ? [kindName(view, kind)] : []),
    codeName(view, 'coverage', coverageOf(view)),
  ];
  const said = parts
    .map((part) => (/^[A-Z][a-z]/.test(part) && part !== parts[0] ? part.charAt(0).toLowerCase() + part.slice(1) : part))
    .join(t('，', '; '));
  return said.charAt(0).toUpperCase() + said.slice(1);
}
