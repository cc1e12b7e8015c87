import { alone, loadCube, loadLabels, loadMeta, Missing } from './data.ts';
import { h } from './dom.ts';
import { downloadBar, hasData } from './download/download-bar.ts';
import { plot } from './figures/figure.ts';
import { current, t } from './language.ts';
import { here } from './live.ts';
import type { Here, MakePage, View } from './page.ts';
import { pages } from './pages/index.ts';
import { noReports } from './pages/no-reports.ts';
import type { Labels, Meta } from './published.ts';
import { sorry } from './sorry.ts';
import { linkTo, linkWith, other, place, speakOfPlace } from './state.ts';

const root = document.getElementById('app') ?? document.body;
const main = h('main', { id: 'main', tabindex: -1 });
const top = h('header', { class: 'top' });
const foot = h('footer');

function drawTop({ place: { page }, here: { live } }: View): void {
  const links = pages
    .filter(({ where }) => where === 'menu' || (where === 'live' && live))
    .map(({ id, name }) => h('a', { href: linkTo(id), 'aria-current': id === page ? 'page' : null }, name()));
  top.replaceChildren(
    h(
      'div',
      { class: 'row' },
      h('a', { class: 'name', href: linkTo('overview') }, t('公开', 'Gongkai')),
      h('a', { href: linkWith({ lang: other() }), lang: other() === 'zh' ? 'zh-CN' : 'en' }, other() === 'zh' ? '中文' : 'English'),
    ),
    h('nav', { 'aria-label': t('页面', 'Pages') }, ...links),
  );
}

function drawFoot({ release, parser_version }: Meta): void {
  foot.replaceChildren(
    release ? t(`版本 ${release}。`, `Release ${release}. `) : '',
    t(`解析器 ${parser_version}。`, `Parser ${parser_version}. `),
    t('数据 CC BY 4.0；', 'Data CC BY 4.0; '),
    h('a', { href: linkTo('data') }, t('引用与报告原文的权利', 'how to cite, and the rights in the texts')),
    t('。', '.'),
  );
}

const unknown: MakePage = async () => sorry(new Missing(place().page, '404'));

let turn = 0;

async function draw(found: Here, meta: Meta, labels: Labels, moved: boolean): Promise<void> {
  const mine = ++turn;
  speakOfPlace();
  const view: View = { place: place(), meta, labels, here: found };
  drawTop(view);
  drawFoot(meta);
  const entry = pages.find(({ id }) => id === view.place.page);
  const make = entry?.ofReports && meta.reports === 0 ? noReports : (entry?.make ?? unknown);
  const page = await make(view).catch(sorry);
  if (mine !== turn) return;
  document.title = `${page.title} · ${t('公开', 'Gongkai')}`;
  main.replaceChildren(...page.content);
  if (hasData(main, page)) (main.querySelector('h1 + .lead') ?? main.querySelector('h1'))?.after(downloadBar(view, page, main));
  main.setAttribute('data-ready', `${view.place.page}-${current()}`);
  if (!moved) return;
  window.scrollTo(0, 0);
  main.querySelector('h1')?.focus({ preventScroll: true });
}

/** Pages without a chart. */
const plain: ReadonlySet<string> = new Set(['agencies', 'missing', 'report', 'data', 'sql', 'codebook', 'read']);

/** Ask for what the first page will want beside what every page wants, not after it. */
function ahead({ page, params }: View['place']): void {
  if (!plain.has(page)) void plot();
  if (page === 'overview') loadCube(params).catch(() => {});
}

async function start(): Promise<void> {
  speakOfPlace();
  ahead(place());
  root.replaceChildren(
    h('a', { class: 'skip', href: '#main', onclick: (event) => skip(event) }, t('跳到正文', 'Skip to content')),
    top,
    main,
    foot,
  );
  const [first, labels, found] = await Promise.all([loadMeta(), loadLabels(), here(alone)]);
  let meta = first;
  let before = place();
  addEventListener('hashchange', () => {
    const now = place();
    const moved = now.page !== before.page || now.rest.join('/') !== before.rest.join('/');
    before = now;
    void draw(found, meta, labels, moved);
  });
  // Something was published: the next page is made from what there is now.
  addEventListener('gongkai-dataset', async () => {
    meta = await loadMeta();
  });
  await draw(found, meta, labels, false);
}

/** The address after `#` is the view: the link to the content must not change it. */
function skip(event: Event): void {
  event.preventDefault();
  main.focus();
}

start().catch((error: unknown) => main.replaceChildren(...sorry(error).content));
