import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// What other programs leave in a text: nothing of it may become a figure, or move one.

const head = '厦门市司法局2021年政府信息公开工作年度报告\n二、主动公开政府信息情况\n';
const table = (...rows: string[]) =>
  `${head}| 第二十条第（五）项 | |\n| --- | --- |\n| 信息内容 | 本年处理决定数量 |\n${rows.join('\n')}\n`;

async function cellsOf(text: string): Promise<Record<string, number | null>> {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.md' });
  return Object.fromEntries(report.cells.filter(({ status }) => status !== 'lost').map(({ code, value }) => [code, value]));
}

describe('a figure among what is none', () => {
  it.each([
    ['| 行政许可 | [12]{style="font-size:10.5pt"} |', 12],
    ['| 行政许可 | <span style="font-size:10.5pt">12</span> |', 12],
    ['| 行政许可 | *12* |', 12],
    ['| 行政许可 | 1O |', null],
    ['| 行政许可 | 10.5pt |', null],
    ['| 行政许可 | 1 2 |', null],
  ])('%s', async (row, value) => {
    expect(await cellsOf(table(row))).toMatchObject({ 'disclosure.licensing.decisions': value });
  });

  it.each(['-5', '*-5*', '**-5**', '\\-5', '[-5]{.underline}'])('a change of %s keeps its sign', async (change) => {
    const rows = ['| 第二十条第（五）项 | | | |', '| --- | --- | --- | --- |', '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |'];
    const text = `${head.replace('2021', '2020')}${[...rows, `| 行政许可 | 8 | ${change} | 12 |`].join('\n')}\n`;
    expect((await cellsOf(text))['disclosure.licensing.items_change']).toBe(-5);
  });
});

const applications = `${head.replace('二、主动公开政府信息情况\n', '')}三、收到和处理政府信息公开申请情况
自然人
商业企业
科研机构
社会公益组织
法律服务机构
其他
总计
`;

describe('numbers on either side of words', () => {
  const row = (before: string, after: string) =>
    `${applications.replaceAll('\n', ' ').replace('告 三', '告\n三')}\n5.行政机关确认或重新出具已获取信${before}\n息${after}\n`;

  it('are no row in order', async () => {
    const cells = await cellsOf(row(' 0 0 3', ' 3 0 0 0'));
    expect(Object.values(cells).filter((value) => value !== null)).toEqual([]);
  });
});

describe('empty lines that are distance in one row', () => {
  const rows = (...lines: string[][]) => `${applications}${lines.flat().join('\n')}\n四、结转下年度继续办理\n`;
  const fitting = ['（一）予以公开', '2', '', '', '1', '', '3', ''];
  const crooked = ['一、本年新收政府信息公开申请数量', '6', '', '', '', '', '6'];

  it('are no cells in another, unless its sums hold', async () => {
    const cells = await cellsOf(rows(crooked, ['二、上年结转政府信息公开申请数量', '', '', '', '', '', '', ''], fitting));
    expect(cells['applications.granted.public_welfare'] ?? null).toBeNull();
  });
});

describe('numbers wrapped in their column', () => {
  it('are no row together with those that stand beside the label', async () => {
    const text = `${applications.replaceAll('\n', ' ').replace('告 三', '告\n三')}
        6,21            18              7,2
一、本年新收政府信息公开申请数量   385   183  321  0
        5               8               92
`;
    const cells = await cellsOf(text);
    expect(Object.values(cells).filter((value) => value !== null)).toEqual([]);
  });

  it('are one where the sums of the form say so', async () => {
    const text = `${applications.replaceAll('\n', ' ').replace('告 三', '告\n三')}\n一、本年新收政府信息公开申请数量 6 1 0 0\n0 0 7\n`;
    expect((await cellsOf(text))['applications.new_received.total']).toBe(7);
  });
});
