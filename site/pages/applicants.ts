import { Cube } from '../cube.ts';
import { loadCube } from '../data.ts';
import { h } from '../dom.ts';
import { shareFigure } from '../figures/share-figure.ts';
import { filterBar } from '../filters.ts';
import { many, number, percent, t } from '../language.ts';
import type { MakePage } from '../page.ts';

/** Who asks: people, firms, societies, lawyers. */
export const applicants: MakePage = async (view) => {
  const cube = new Cube(await loadCube(view.place.params));
  const parts = cube.parts('applicants');
  const [person = ''] = parts;
  const title = t('谁在申请', 'Who asks');
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      filterBar(view, ['coverage', 'region', 'level', 'kind']),
      shareFigure(cube, view, {
        name: 'applicants',
        title: t('新收申请来自谁', 'Who files applications'),
        block: 'applicants',
        parts,
        whole: t('新收申请', 'applications received'),
        sentence: (last) =>
          last
            ? t(
                `${last.year}年的${number(last.total)}件申请中，${percent(last.sums.of(person) / last.total)}由自然人提出。`,
                `Of ${many(last.total, 'application')} in ${last.year}, ${percent(last.sums.of(person) / last.total)} came from natural persons.`,
              )
            : t('没有按申请人分列的数字。', 'No report tells the kinds of applicant.'),
      }),
      h('p', { class: 'note' }, t('2019年以前的表格不分申请人。', 'Forms before 2019 did not tell applicants apart.')),
    ],
  };
};
