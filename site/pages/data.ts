import { loadCodebook, loadFiles } from '../data.ts';
import { h, outward, table } from '../dom.ts';
import { citationOf } from '../download/citation.ts';
import { copyButton } from '../download/copy.ts';
import { number, say, size, t } from '../language.ts';
import type { MakePage, View } from '../page.ts';
import type { Codebook, FilesFile } from '../published.ts';
import { linkTo } from '../state.ts';

type File = FilesFile['files'][number];

const kinds = [
  { folder: 'parquet/', zh: 'Parquet：分析、Athena、DuckDB', en: 'Parquet: for analysis, Athena, DuckDB' },
  { folder: 'excel/', zh: 'Excel：双击即开', en: 'Excel: opens by double-click' },
  { folder: 'csv/', zh: 'CSV：其他一切程序', en: 'CSV: for everything else' },
  { folder: 'reference/', zh: '对照表与说明', en: 'Reference' },
  { folder: 'queries/', zh: '查询', en: 'Queries' },
  { folder: 'athena/', zh: 'Athena 建表语句', en: 'Tables for Athena' },
  { folder: '', zh: '其他', en: 'Others' },
] as const;

function filesTable(name: string, files: readonly File[], address: string | null): HTMLElement {
  return table(
    name,
    [
      {
        label: t('文件', 'File'),
        show: ({ path }: File) => (address ? h('a', { href: `${address}${path}`, download: true }, path) : path),
      },
      ...(files.some(({ rows }) => rows !== undefined)
        ? [{ label: t('行数', 'Rows'), show: ({ rows }: File) => number(rows ?? null), number: true }]
        : []),
      { label: t('大小', 'Size'), show: ({ bytes }) => size(bytes), number: true },
      { label: 'SHA-256', show: ({ sha256 }) => h('code', { title: sha256 }, `${sha256.slice(0, 12)}…`) },
    ],
    files,
  );
}

function released(view: View, { version, created, files }: FilesFile): HTMLElement[] {
  const address = view.meta.releases_address && `${view.meta.releases_address}${version}/`;
  const left = new Set(files);
  const groups = kinds.map(({ folder, zh, en }) => {
    const own = [...left].filter(({ path }) => path.startsWith(folder));
    for (const file of own) left.delete(file);
    return own.length === 0
      ? null
      : h(
          'details',
          { open: folder === 'excel/' || null },
          h('summary', {}, `${t(zh, en)} (${own.length})`),
          filesTable(t(zh, en), own, address),
        );
  });
  return [
    h('h2', {}, t(`版本 ${version}`, `Release ${version}`)),
    h(
      'p',
      {},
      t(
        `${created.slice(0, 10)}发布，不再改变。校验和见 SHA256SUMS。`,
        `Made on ${created.slice(0, 10)}, never changed again. Checksums in SHA256SUMS.`,
      ),
    ),
    ...groups.filter((group) => group !== null),
  ];
}

const copy = (text: string): HTMLElement => copyButton(t('复制', 'Copy'), () => text);

function citation({ dataset }: Codebook, version: string | null): HTMLElement[] {
  const { zh, en, bibtex } = citationOf(dataset, version);
  return [
    h('h2', {}, t('引用', 'Cite')),
    h('p', { class: 'save' }, h('span', { lang: 'zh-CN' }, zh), ' ', copy(zh)),
    h('p', { class: 'save' }, h('span', { lang: 'en' }, en), ' ', copy(en)),
    h('pre', { tabindex: 0 }, bibtex),
    h('p', { class: 'save' }, copy(bibtex)),
    h('h2', {}, t('许可', 'Licence')),
    h('p', {}, `${dataset.licence.title} `, outward(dataset.licence.path)),
    h('p', { class: 'note' }, say(dataset.textRights)),
  ];
}

/** The files of the newest release, how to cite them, and what may be done with them. */
export const data: MakePage = async (view) => {
  const [files, codebook] = await Promise.all([loadFiles(), loadCodebook()]);
  const title = t('下载', 'Data');
  const none = h('p', {}, t('还没有发布过版本：', 'No release was made yet: '), h('code', {}, 'gongkai release'));
  return {
    title,
    content: [
      h('h1', { tabindex: -1 }, title),
      h('p', { class: 'lead' }, say(codebook.dataset.description)),
      h(
        'p',
        {},
        t(
          '每一页都可以整页下载（zip），每张图可存为 CSV、SVG、PNG。各列的含义见',
          'Every page with numbers can be downloaded as one zip, every chart as CSV, SVG and PNG. What the columns mean: ',
        ),
        h('a', { href: linkTo('codebook') }, t('指标字典', 'codebook')),
      ),
      ...(files ? released(view, files) : [none]),
      ...citation(codebook, files?.version ?? null),
    ],
  };
};
