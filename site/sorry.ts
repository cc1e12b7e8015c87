import { Missing, Unanswered } from './data.ts';
import { h } from './dom.ts';
import { t } from './language.ts';
import type { Page } from './page.ts';
import { linkTo, linkWith, place } from './state.ts';

/** Filters that name a file of data: one that another dataset had leads nowhere here, on every page it is kept for. */
const narrowing = ['region', 'kind'] as const;

/** Ways on from what is not there. */
function waysOn(): Node[] {
  const { params } = place();
  const find = h('a', { href: linkTo('agencies', [], { region: '', kind: '' }) }, t('查找机关', 'Find an agency'));
  if (!narrowing.some((name) => params[name])) return [find];
  const wide = h('a', { href: linkWith({ region: '', kind: '' }) }, t('不限地区和机关类别', 'All regions and kinds of agency'));
  return [wide, document.createTextNode(' · '), find];
}

const again = () => h('button', { type: 'button', onclick: () => location.reload() }, t('重试', 'Try again'));

const page = (title: string, error: unknown, ...advice: (Node | string)[]): Page => ({
  title,
  content: [
    h('h1', { tabindex: -1 }, title),
    h('p', {}, ...advice),
    h('p', { class: 'note' }, h('code', {}, error instanceof Error ? error.message : String(error))),
  ],
});

/** The page in place of one that cannot be shown: why, and what to do. */
export function sorry(error: unknown): Page {
  if (error instanceof Missing)
    return page(
      t('没有找到', 'Not found'),
      error,
      t('数据集里没有它，或者这个页面没有带上它。', 'The dataset does not hold it, or this page does not carry it. '),
      ...waysOn(),
    );
  if (error instanceof Unanswered)
    return page(
      t('没有回答', 'No answer'),
      error,
      t(
        '请检查网络；若页面由 gongkai serve 打开，请看它是否还在运行。',
        'Check the connection; where gongkai serve shows this page, look whether it is still running. ',
      ),
      again(),
    );
  return page(
    t('出错了', 'Something went wrong'),
    error,
    t('请重新打开；若仍如此，请把下面的话告诉维护者。', 'Open the page again; if it stays so, tell the maintainers what stands below.'),
  );
}
