import { loadCodebook, loadFiles } from '../data.ts';
import { h, outward, table } from '../dom.ts';
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
      { label: t('文件', 'File'), show: ({ path }) => (address ? h('a', { href: `${address}${path}`, download: true }, path) : path) },
      { label: t('行数', 'Rows'), show: ({ rows }) => number(rows ?? null), number: true },
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

function citation({ dataset }: Codebook, version: string | null): HTMLElement[] {
  const year = version?.slice(1, 5) ?? '';
  const said = {
    zh: `${dataset.creator.zh}：《${dataset.title.zh}》${version ?? ''}`,
    en: `${dataset.creator.en}. ${dataset.title.en}. ${version ?? ''}`,
  };
  const fields = [
    `author = {{${dataset.creator.en}}}`,
    `title = {${dataset.title.en}}`,
    ...(version ? [`version = {${version}}`, `year = {${year}}`] : []),
  ];
  const bibtex = `@misc{${dataset.name}${year},\n  ${fields.join(',\n  ')}\n}`;
  return [
    h('h2', {}, t('引用', 'Cite')),
    h('p', { lang: 'zh-CN' }, said.zh),
    h('p', { lang: 'en' }, said.en),
    h('pre', { tabindex: 0 }, bibtex),
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
        t('每张图都可存为 CSV、SVG、PNG。各列的含义见', 'Every chart can be saved as CSV, SVG and PNG. What the columns mean: '),
        h('a', { href: linkTo('codebook') }, t('指标字典', 'codebook')),
      ),
      ...(files ? released(view, files) : [none]),
      ...citation(codebook, files?.version ?? null),
    ],
  };
};
