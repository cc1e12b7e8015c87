import { loadQueries } from '../data.ts';
import { h, table } from '../dom.ts';
import { copyButton } from '../download/copy.ts';
import type { Value } from '../download/csv.ts';
import { saveCsv } from '../download/save.ts';
import { many, number, say, t } from '../language.ts';
import { type Answer, askSql, Refused } from '../live.ts';
import type { MakePage, View } from '../page.ts';
import type { SavedQuery } from '../published.ts';
import { linkTo, note } from '../state.ts';

const plain = (value: unknown): Value =>
  value === null || typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);

function answered({ columns, rows, more }: Answer, query: SavedQuery | undefined): HTMLElement[] {
  const label = (name: string) =>
    say(
      query?.columns.find((column) => column.name === name),
      name,
    );
  const isNumber = columns.map(
    (_, at) => rows.some((row) => typeof row[at] === 'number') && rows.every((row) => row[at] === null || typeof row[at] === 'number'),
  );
  const count = t(`${number(rows.length)}行`, many(rows.length, 'row'));
  const cut = more ? t('，只显示前1000行；全部请用 gongkai query。', ', the first 1000 only; gongkai query gives all of them.') : '';
  const show = (at: number) => (row: readonly unknown[]) => {
    const value = plain(row[at] ?? null);
    return typeof value === 'number' && !/year/.test(columns[at] ?? '') ? number(value) : (value ?? '–');
  };
  const save = () =>
    saveCsv({
      name: 'query',
      head: columns,
      rows: rows.map((row) => row.map(plain)),
    });
  return [
    h('p', { role: 'status' }, count + cut),
    table(
      t('查询结果', 'Result'),
      columns.map((name, at) => ({ label: label(name), show: show(at), ...(isNumber[at] && { number: true }) })),
      rows,
    ),
    h('p', { class: 'save' }, h('button', { type: 'button', onclick: save }, t('存为 CSV', 'Save as CSV'))),
  ];
}

function failed(error: unknown): HTMLElement {
  const [message, advice] =
    error instanceof Refused ? [error.message, error.advice] : [error instanceof Error ? error.message : String(error), ''];
  return h('div', { class: 'wrongbox', role: 'alert' }, h('pre', { tabindex: 0 }, message), advice && h('p', {}, advice));
}

/** The editor of a page behind which `gongkai serve` answers. */
function editor(view: View, sql: string, query: SavedQuery | undefined): HTMLElement[] {
  const result = h('div', { 'aria-live': 'polite' });
  const text = h('textarea', { class: 'sql', id: 'sql', spellcheck: 'false', 'aria-describedby': 'sqlhint' });
  text.value = sql;
  const button = h('button', { type: 'button', class: 'main' }, t('运行', 'Run'));
  const run = async () => {
    button.disabled = true;
    // A query of one's own is part of the address; a saved one is known by its name.
    if (text.value !== query?.sql) note({ sql: text.value, named: '' });
    try {
      result.replaceChildren(...answered(await askSql(view.here.token, text.value), text.value === query?.sql ? query : undefined));
    } catch (error) {
      result.replaceChildren(failed(error));
    } finally {
      button.disabled = false;
    }
  };
  button.addEventListener('click', () => void run());
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  });
  return [
    h('label', { for: 'sql' }, 'SQL'),
    text,
    h(
      'p',
      { id: 'sqlhint', class: 'note' },
      t('只能用 SELECT。Ctrl+Enter 运行。表和列见', 'SELECT only. Ctrl+Enter runs it. Tables and columns: '),
      h('a', { href: linkTo('codebook') }, t('指标字典', 'codebook')),
    ),
    h('p', {}, button),
    result,
  ];
}

function snippet(query: SavedQuery): HTMLElement[] {
  const command = `gongkai query --named ${query.name}`;
  return [
    h(
      'p',
      {},
      t('在本机运行（', 'On your machine ('),
      h('code', {}, command),
      t('），或复制到 DuckDB、Athena：', '), or copied into DuckDB or Athena:'),
    ),
    h('pre', { tabindex: 0 }, query.sql),
    h(
      'p',
      { class: 'save' },
      copyButton(t('复制', 'Copy'), () => query.sql),
    ),
  ];
}

/** One's own question: live under `gongkai serve`, else to copy. */
export const sql: MakePage = async (view) => {
  const queries = await loadQueries();
  const { named, sql: own } = view.place.params;
  const query = queries.find(({ name }) => name === named) ?? (own === undefined ? queries[0] : undefined);
  const title = t('SQL 查询', 'SQL');
  const list = queries.map((one) =>
    h(
      'li',
      {},
      h('a', { href: linkTo('sql', [], { named: one.name }), 'aria-current': one === query ? 'true' : null }, say(one.title)),
      h('span', { class: 'aside' }, ` ${say(one.question)}`),
    ),
  );
  const about = query ? [h('h2', {}, say(query.title)), h('p', {}, say(query.question))] : [];
  const text = own ?? query?.sql ?? 'SELECT year, count(*) AS reports FROM reports GROUP BY year ORDER BY year';
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      ...about,
      ...(view.here.live ? editor(view, text, query) : query ? snippet(query) : [h('pre', { tabindex: 0 }, text)]),
      h('h2', {}, t('现成的查询', 'Saved queries')),
      h('ul', {}, ...list),
    ],
  };
};
