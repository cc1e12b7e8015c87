import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Grids with a column beside those of the form: a row that lost a cell must not take that column's cell in its place.

type Row = readonly (string | number)[];
const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

async function read(section: string, rows: readonly Row[], row: string) {
  const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const text = `<h1>龙岩市水利局2020年政府信息公开工作年度报告</h1><p>${section}</p><table>${table}</table>`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.html' });
  return report.cells.filter(({ code }) => code.includes(`.${row}.`)).map(({ value, status }) => value ?? status);
}

const section3 = '三、收到和处理政府信息公开申请情况';
const labels = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
  '（七）总计',
  '四、结转下年度继续办理',
];
const figures = [
  [15, 4, 0, 2, 0, 1, 22],
  [3, 0, 0, 0, 0, 0, 3],
  [16, 4, 0, 2, 0, 0, 22],
  [17, 4, 0, 2, 0, 1, 24],
  [1, 0, 0, 0, 0, 0, 1],
];
const unsure = Array.from({ length: 7 }, () => 'ambiguous');

test.each([
  ['the lines of the form', '行次', 'before'],
  ['the year before', '上年总计', 'behind'],
])('table 3 with a column of %s: a row that lost a figure', async (_, head, at) => {
  const beside = (row: Row, more: string | number): Row => (at === 'before' ? [more, ...row] : [...row, more]);
  const rows = (lost: number | null) => [
    ['申请人情况', ...beside(heads, head)],
    ...labels.map((label, n) => [
      label,
      ...beside(n === 3 ? (figures[n] ?? []).filter((_figure, k) => k !== lost) : (figures[n] ?? []), n + 31),
    ]),
  ];
  expect(await read(section3, rows(null), 'processed_total')).toEqual(figures[3]);
  for (const lost of [1, 2, 6]) expect(await read(section3, rows(lost), 'processed_total')).toEqual(unsure);
});

test.each([0, 1, 2])('table 2 with an empty column at its end: a row that lost figure %i', async (lost) => {
  const clause = (heading: string, ...rows: readonly Row[]): readonly Row[] => [
    [heading, '', '', '', ''],
    ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量', ''],
    ...rows.map((row) => [...row, '']),
  ];
  const rows = (penalties: Row) => [
    ...clause('第二十条第（五）项', ['行政许可', 12, 1, 340], ['其他对外管理服务事项', 6, 0, 85]),
    ...clause('第二十条第（六）项', penalties, ['行政强制', 4, 2, 0]),
  ];
  const section = '二、主动公开政府信息情况';
  expect(await read(section, rows(['行政处罚', 47, 3, 58]), 'penalties')).toEqual([47, 3, 58]);
  const damaged = rows(['行政处罚', ...[47, 3, 58].filter((_figure, k) => k !== lost)]);
  expect(await read(section, damaged, 'penalties')).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
  expect(await read(section, damaged, 'coercion')).toEqual([4, 2, 0]);
});

test('heads that stand each over a figure tell where the lost one was', async () => {
  const rows = (first: string) => [
    ['申请人情况', first, ...heads.slice(0, 6)],
    ...labels.map((label, n) => [label, figures[n]?.at(-1) ?? '', ...(figures[n] ?? []).slice(0, 6)]),
  ];
  expect(await read(section3, rows(''), 'new_received')).toEqual(unsure);
});

test('a cell of letters that are no figure is a cell, where a head got lost', async () => {
  const rows = (first: string) => [
    ['第二十条第（一）项', '', '', ''],
    ['信息内容', first, '本年废止件数', '现行有效件数'],
    ['规章', 'O', 'O', 'O'],
    ['行政规范性文件', 5, 'O', 48],
  ];
  const section = '二、主动公开政府信息情况';
  expect(await read(section, rows('本年制发件数'), 'normative_documents')).toEqual([5, 'unparsed', 48]);
  expect(await read(section, rows(''), 'normative_documents')).not.toContain(5);
});
