import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// The heads of table 2 as offices write them: what they say of the columns, and what is left open where they say nothing.

type Heads = readonly [string, string, string];

const lines = (heads: Heads) =>
  [
    '厦门市司法局2023年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容',
    ...heads,
    ...['规章', 7, 9, 8],
    ...['行政规范性文件', 1, 2, 3],
    '第二十条第（五）项',
    '信息内容',
    '本年处理决定数量',
    ...['行政许可', 5],
  ].join('\n');
const page = (heads: Heads) => {
  const row = (cells: readonly (string | number)[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  return `<h1>厦门市司法局2023年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>
${[['第二十条第（一）项'], ['信息内容', ...heads], ['规章', 7, 9, 8], ['行政规范性文件', 1, 2, 3]].map(row).join('')}</table>`;
};

async function read(text: string, name: string) {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name });
  const cells = report.cells.filter(({ code }) => code.startsWith('disclosure.regulations.'));
  return {
    cells: cells.map(({ code, value, status }) => `${code.split('.')[2]} ${value ?? status}`),
    issues: report.issues.map(({ code }) => code).filter((code) => code === 'head_missing' || code === 'columns_out_of_order'),
  };
}

const of2021 = ['issued_this_year 7', 'repealed_this_year 9', 'in_force 8'];
const of2019 = ['made_this_year 7', 'disclosed_this_year 9', 'disclosed_total 8'];

test.each<readonly [Heads, readonly string[]]>([
  [['本年度制发数', '本年废止数', '现行有效数'], of2021],
  [['本年制发数量', '本年废止数量', '现行有效总数'], of2021],
  [['当年制发文件数', '当年废止文件数', '现行有效文件数'], of2021],
  [['本年度新制作数', '本年度新公开数', '对外公开数'], of2019],
])('%j', async (heads, cells) => {
  expect(await read(lines(heads), 'a.txt')).toEqual({ cells, issues: [] });
  expect(await read(page(heads), 'a.html')).toEqual({ cells, issues: [] });
});

test('heads that name no column leave it open which form they are of, if nothing else tells it', async () => {
  const { cells, issues } = await read(lines(['甲', '乙', '丙']), 'a.txt');
  expect(cells.map((cell) => cell.split(' ')[1])).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
  expect(issues).toEqual(['head_missing']);
  const told = lines(['甲', '乙', '丙']).replace(
    '本年处理决定数量',
    '本年处理决定数量\n行政强制\n0\n信息内容\n本年收费金额（单位：万元）\n行政事业性收费\n0\n',
  );
  expect((await read(told, 'a.txt')).cells).toEqual(of2021);
});

test.each([lines, page])('a head that names columns of two forms tells none', async (write) => {
  const { cells, issues } = await read(write(['本年制发件数', '本年废止件数', '对外公开总数量']), write === page ? 'a.html' : 'a.txt');
  expect(new Set(cells.map((cell) => cell.split(' ')[1]))).toEqual(new Set(['ambiguous']));
  expect(issues).toEqual(['columns_out_of_order']);
});
