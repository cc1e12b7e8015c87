import { loadCodebook, loadExamples, loadForms } from '../data.ts';
import { h, table } from '../dom.ts';
import { say, t } from '../language.ts';
import type { MakePage } from '../page.ts';
import type { Codebook, ExamplesFile } from '../published.ts';
import { exampleOf } from '../report/example.ts';
import { formRows } from '../report/form-rows.ts';

type Table = Codebook['tables'][number];
type Column = Table['columns'][number];

const fits = (column: Column, asked: string) => `${column.name} ${column.zh} ${column.en}`.toLowerCase().includes(asked);

function columnsTable({ name, columns }: Table, { columns: examples }: ExamplesFile, asked: string): HTMLElement {
  return table(
    name,
    [
      { label: t('列', 'Column'), show: (column: Column) => h('code', {}, column.name) },
      { label: t('含义', 'Meaning'), show: (column) => say(column) },
      { label: t('例', 'Example'), show: (column) => exampleOf(examples[`${name}.${column.name}`]) },
      { label: t('类型', 'Type'), show: ({ kind, nullable }) => `${kind}${nullable ? t('，可空', ', nullable') : ''}` },
      {
        label: t('说明', 'Note'),
        show: ({ note, codes, article }) => [say(note), codes && ` → ${codes}`, article && ` ${article}`].filter(Boolean).join(''),
      },
    ],
    columns.filter((column) => fits(column, asked)),
  );
}

function sections({ tables }: Codebook, examples: ExamplesFile, wanted: string): HTMLElement[] {
  return tables
    .filter(({ columns }) => columns.some((column) => fits(column, wanted)))
    .map((one) =>
      h(
        'details',
        { open: wanted !== '' || one.name === 'cells' },
        h('summary', {}, h('b', {}, one.name), ` ${say(one)}: ${say(one.about)}`),
        h('p', { class: 'note' }, `${t('主键', 'Key')}: ${one.key.join(', ')}`),
        columnsTable(one, examples, wanted),
      ),
    );
}

function codes({ codes: lists }: Codebook): HTMLElement[] {
  return Object.entries(lists).map(([list, entries]) =>
    h(
      'details',
      { open: list === 'cell_status' },
      h('summary', {}, h('b', {}, list)),
      table(
        list,
        [
          { label: t('代码', 'Code'), show: ([code]) => h('code', {}, code) },
          { label: t('含义', 'Meaning'), show: ([, text]) => say(text) },
        ],
        Object.entries(entries),
      ),
    ),
  );
}

const orNone = (found: readonly HTMLElement[]): readonly HTMLElement[] =>
  found.length > 0 ? found : [h('p', { class: 'empty' }, t('没有这样的列或行。', 'There is none like it.'))];

/** What every table, column and code means. */
export const codebook: MakePage = async () => {
  const [book, forms, examples] = await Promise.all([loadCodebook(), loadForms(), loadExamples()]);
  const title = t('指标字典', 'Codebook');
  const list = h('div', {}, ...sections(book, examples, ''));
  const rows = h('div', {}, ...formRows(forms, examples, ''));
  const find = (text: string) => {
    const asked = text.trim().toLowerCase();
    list.replaceChildren(...orNone(sections(book, examples, asked)));
    rows.replaceChildren(...orNone(formRows(forms, examples, asked)));
  };
  const search = h('input', {
    type: 'search',
    name: 'column',
    oninput: (event) => event.target instanceof HTMLInputElement && find(event.target.value),
  });
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      h('p', { class: 'lead' }, say(book.dataset.description)),
      h('div', { class: 'search' }, h('label', {}, h('span', {}, t('查找列或表格中的行', 'Find a column, or a row of the forms')), search)),
      h('h2', {}, t('表与列', 'Tables and columns')),
      list,
      h('h2', {}, t('表格中的行与栏', 'Rows and columns of the forms')),
      rows,
      h('h2', {}, t('代码', 'Codes')),
      ...codes(book),
    ],
  };
};
