import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Table 2 with columns of the author's own, and table 4 with its columns numbered: the grid tells which figures are the form's.

type Row = readonly (string | number)[];

async function read(section: string, rows: readonly Row[], table: string) {
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const text = `<h1>莆田市民政局2022年政府信息公开工作年度报告</h1><p>${section}</p><table>${body}</table>`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.html' });
  return report.cells.filter(({ code, status }) => code.startsWith(table) && status !== 'lost').map(({ value, status }) => value ?? status);
}

const section2 = '二、主动公开政府信息情况';
type Widen = (row: Row, heads: boolean) => Row;
const table2 = (widen: Widen, change: (row: Row) => Row = (row) => row): Row[] => [
  ['第二十条第（一）项'],
  widen(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], true),
  change(widen(['规章', 0, 1, 3], false)),
  widen(['行政规范性文件', 5, 2, 41], false),
  ['第二十条第（五）项'],
  widen(['信息内容', '本年处理决定数量'], true),
  change(widen(['行政许可', 620], false)),
  ['第二十条第（六）项'],
  widen(['信息内容', '本年处理决定数量'], true),
  widen(['行政处罚', 17], false),
  widen(['行政强制', 4], false),
];
const figures = [0, 1, 3, 5, 2, 41, 620, 17, 4];
const read2 = (rows: readonly Row[]) => read(section2, rows, 'disclosure.');

const added: readonly (readonly [string, Widen])[] = [
  ['a note', (row, heads) => [...row, heads ? '备注' : '含上年2件']],
  ['the year before, behind all', (row, heads) => [...row, heads ? '上年数' : 8]],
  [
    'the year before, beside each',
    (row, heads) => row.flatMap((cell, at) => (at === 0 ? [cell] : [cell, heads ? `${cell}`.replace(/^本年|^/, '上年') : 8])),
  ],
  ['the change', (row, heads) => [...row, heads ? '同比增长' : '12%']],
];

test.each(added)('table 2 with %s', async (_, widen) => {
  expect(await read2(table2(widen))).toEqual(figures);
});

test.each(added)('table 2 with %s, where a row lost its first figure', async (_, widen) => {
  const found = await read2(table2(widen, (row) => row.toSpliced(1, 1)));
  expect(found.slice(0, 3)).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
  expect(found[6]).not.toBe(8);
  expect(found[6]).not.toBe(2);
});

test('a line that numbers the columns of table 4 holds no figures', async () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const rows = (...lines: readonly Row[]) => [
    ['行政复议', '未经复议直接起诉', '复议后起诉'],
    [...outcomes, ...outcomes, ...outcomes],
    outcomes.flatMap((_, n) => [n * 3 + 1, n * 3 + 2, n * 3 + 3]),
    ...lines,
  ];
  const own = [2, 0, 1, 0, 3, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
  const section4 = '四、政府信息公开行政复议、行政诉讼情况';
  expect(await read(section4, rows(own), 'remedies.')).toEqual(own);
  expect(await read(section4, rows(), 'remedies.')).toEqual([]);
});

test('table 4 with its totals before the others, the first of them without its head', async () => {
  const outcomes = ['总计', '结果维持', '结果纠正', '其他结果', '尚未审结'];
  const own = [3, 0, 0, 0, 3, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0];
  const rows = (first: string) => [
    ['行政复议', '', '', '', '', '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
    [first, ...outcomes.slice(1), ...outcomes, ...outcomes],
    own,
  ];
  for (const first of ['总计', '']) {
    const found = await read('四、政府信息公开行政复议、行政诉讼情况', rows(first), 'remedies.');
    expect(found).toEqual(own.map(() => 'ambiguous'));
  }
});
