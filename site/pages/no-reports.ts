import { h } from '../dom.ts';
import { t } from '../language.ts';
import type { MakePage } from '../page.ts';
import { linkTo } from '../state.ts';

/** In place of a page of numbers where the dataset holds no report: what to do, and where to see what was received. */
export const noReports: MakePage = async ({ here: { live } }) => {
  const title = t('还没有报告', 'No report yet');
  const command = h('code', {}, t('gongkai ingest <文件夹>', 'gongkai ingest <folder>'));
  const read = h('a', { href: linkTo('read') }, t('读取一份文件', 'read a file'));
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      h(
        'p',
        {},
        t('数据集里还没有年度报告。收入报告：', 'The dataset holds no annual report. Take some in: '),
        command,
        ...(live ? [t('，或', ', or '), read] : []),
        t('。', '.'),
      ),
      h(
        'p',
        {},
        h(
          'a',
          { href: linkTo('coverage') },
          t('收到了哪些文件，为什么没有成为报告', 'Which files were received, and why none became a report'),
        ),
      ),
    ],
  };
};
