import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Table 4 printed downwards: outcomes are labels of lines.

const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const names = ['行政复议', '未经复议直接起诉', '复议后起诉'];
const figures = [
  [4, 1, 0, 2, 7],
  [3, 0, 1, 0, 4],
  [0, 2, 0, 1, 3],
];
const all = figures.flat();

const page = (table: string) =>
  `<h1>清泉市水务局2023年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>${table}<p>五、存在的主要问题及改进情况</p>`;

async function read(text: string, name: string): Promise<readonly (number | string)[]> {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name });
  return report.cells.filter(({ code }) => code.startsWith('remedies.')).map(({ value, status }) => value ?? status);
}

const row = (...cells: readonly (string | number)[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

test('one remedy below another, their names beside their lines', async () => {
  const spans = [
    '<td rowspan="5" colspan="2">行政复议</td>',
    '<td rowspan="10">行政诉讼</td><td rowspan="5">未经复议直接起诉</td>',
    '<td rowspan="5">复议后起诉</td>',
  ];
  const rows = spans.flatMap((span, remedy) =>
    outcomes.map((outcome, at) => `<tr>${at === 0 ? span : ''}<td>${outcome}</td><td>${figures[remedy]?.[at]}</td></tr>`),
  );
  expect(await read(page(`<table>${rows.join('')}</table>`), 'report.html')).toEqual(all);
});

const sideBySide = (order: readonly string[]) =>
  `<table><tr><td rowspan="2">结果</td><td rowspan="2">${order[0]}</td><td colspan="2">行政诉讼</td></tr>${row(...order.slice(1))}${outcomes
    .map((outcome, at) => row(outcome, ...figures.map((remedy) => remedy[at] ?? '')))
    .join('')}</table>`;

test('the remedies side by side, the outcomes below one another', async () => {
  expect(await read(page(sideBySide(names)), 'report.html')).toEqual(all);
});

test('in another order than that of the form no figure is one name’s', async () => {
  expect(
    (await read(page(sideBySide(['行政复议', '复议后起诉', '未经复议直接起诉'])), 'report.html')).some((cell) => typeof cell === 'number'),
  ).toBe(false);
});

const lines = () => names.flatMap((name, remedy) => [name, ...outcomes.map((outcome, at) => `${outcome}：${figures[remedy]?.[at]}`)]);
const text = (table: readonly string[]) =>
  ['清泉市水务局2023年政府信息公开工作年度报告', '四、政府信息公开行政复议、行政诉讼情况', ...table, '五、存在的主要问题及改进情况'].join(
    '\n',
  );

test('as lines of a text', async () => {
  expect(await read(text(lines()), 'report.txt')).toEqual(all);
});

test.each([
  ['a figure is lost', (table: string[]) => void table.splice(3, 1, '其他结果')],
  ['a line is lost', (table: string[]) => void table.splice(9, 1)],
  ['a figure stands twice', (table: string[]) => void table.splice(4, 0, '5')],
  ['a name is lost', (table: string[]) => void table.splice(6, 1)],
])('%s: no number stands in another cell', async (_, damage) => {
  const table = lines();
  damage(table);
  const read_ = await read(text(table), 'report.txt');
  expect(read_.every((cell, at) => typeof cell !== 'number' || cell === all[at])).toBe(true);
});
