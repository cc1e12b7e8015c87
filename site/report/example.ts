import { type Child, h } from '../dom.ts';
import { t } from '../language.ts';
import type { Example } from '../published.ts';
import { linkTo } from '../state.ts';

/** A published value and a link to where it stands; nothing where the dataset holds none. */
export function exampleOf(example: Example | undefined): Child {
  if (!example) return h('span', { class: 'aside' }, t('（尚无）', '(none yet)'));
  const { value, agency, name, year, cell = '' } = example;
  const shown = h('code', {}, value);
  if (agency === null) return shown;
  const address = year === null ? linkTo('agency', [agency]) : linkTo('report', [agency, String(year)], { cell });
  return [shown, ' ', h('a', { class: 'aside', href: address }, `${name ?? agency}${year === null ? '' : ` ${year}`}`)];
}
