import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Table 3 with a column of the author's own beside those of the form: the grid and the sum of each row tell which figures are the row's.

const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const title = '厦门市司法局2021年政府信息公开工作年度报告';

async function read(rows: readonly (readonly string[])[]) {
  const table = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const text = `<h1>${title}</h1><p>三、收到和处理政府信息公开申请情况</p><table>${table}</table>`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.html' });
  const printed = (row: string) => report.cells.filter(({ code }) => code.startsWith(`applications.${row}.`));
  return [printed('new_received'), printed('carried_in')].map((cells) => cells.map(({ value, status }) => value ?? status));
}

const table = (head: string, places: readonly (readonly [string, string])[], at: 'before' | 'behind') => {
  const rows = [
    ['申请人情况', head, ...heads],
    ['一、本年新收政府信息公开申请数量', places[0]?.[0] ?? '', ...(places[0]?.[1] ?? '').split(' ')],
    ['二、上年结转政府信息公开申请数量', places[1]?.[0] ?? '', ...(places[1]?.[1] ?? '').split(' ')],
  ];
  return at === 'before' ? rows : rows.map(([label = '', added = '', ...rest]) => [label, ...rest, added]);
};
const unsure = Array.from({ length: 7 }, () => 'ambiguous');

test.each([
  ['序号', 'before', ['1', '2']],
  ['行号', 'before', ['01', '02']],
  ['上年同期', 'behind', ['40', '0']],
  ['备注', 'behind', ['其中网上9件', '']],
  ['单位', 'before', ['件', '件']],
] as const)('an added column is no column of the form: %s %s', async (head, at, [one, two]) => {
  const large = table(
    head,
    [
      [one, '1,100 200 3 4 5 6 1,318'],
      [two, '1 0 0 0 0 0 1'],
    ],
    at,
  );
  expect(await read(large)).toEqual([
    [1100, 200, 3, 4, 5, 6, 1318],
    [1, 0, 0, 0, 0, 0, 1],
  ]);
});

test('a row that shifted, whose sum does not hold, stays in doubt', async () => {
  const [first] = await read(
    table(
      '备注',
      [
        ['31', '11 11 2 3 4 5 6'],
        ['', '0 0 0 0 0 0 0'],
      ],
      'behind',
    ),
  );
  expect(first).toEqual(unsure);
});

test('zeros that shifted by an empty cell are no empty cells', async () => {
  const [, second] = await read(
    table(
      '备注',
      [
        ['', '11 2 3 4 5 6 31'],
        ['0', ' 0 0 0 0 0 0'],
      ],
      'behind',
    ),
  );
  expect(second).not.toContain('blank');
});

test('a number before the label counts the rows where the figures behind it add up; marks for none add nothing', async () => {
  const numbered = (one: string, two: string) => [
    ['序号', '申请人情况', ...heads],
    ['1', '一、本年新收政府信息公开申请数量', ...one.split(' ')],
    ['2', '二、上年结转政府信息公开申请数量', ...two.split(' ')],
  ];
  const [first] = await read(numbered('9  4    13', '0 0 0 0 0 0 0'));
  expect(first).toEqual([9, 'blank', 4, 'blank', 'blank', 'blank', 13]);
  expect(await read(numbered('9  4    ', '  3     '))).toEqual([unsure, unsure]);
  const marked = table(
    '上年',
    [
      ['7', '9 - 4 - - - 13'],
      ['7', '/ / / / / 2 2'],
    ],
    'behind',
  );
  expect(await read(marked)).toEqual([
    [9, 'na_mark', 4, 'na_mark', 'na_mark', 'na_mark', 13],
    ['na_mark', 'na_mark', 'na_mark', 'na_mark', 'na_mark', 2, 2],
  ]);
});
