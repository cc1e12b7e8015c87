import { describe, expect, it, test } from 'vitest';
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
    ['| 行政许可 | \u200e12\u200f |', 12],
    ['| 行政许可 | 1\u00022 |', null],
  ])('%s', async (row, value) => {
    expect(await cellsOf(table(row))).toMatchObject({ 'disclosure.licensing.decisions': value });
  });

  it.each(['-5', '*-5*', '**-5**', '\\-5', '[-5]{.underline}'])('a change of %s keeps its sign', async (change) => {
    const rows = ['| 第二十条第（五）项 | | | |', '| --- | --- | --- | --- |', '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |'];
    const text = `${head.replace('2021', '2020')}${[...rows, `| 行政许可 | 8 | ${change} | 12 |`].join('\n')}\n`;
    expect((await cellsOf(text))['disclosure.licensing.items_change']).toBe(-5);
  });
});

const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const ofApplications = (heads: string, ...lines: string[]) =>
  `${head.replace('二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况')}${heads}\n${lines.join('\n')}\n`;
const spaced = (...lines: string[]) => ofApplications(columns.join('  '), ...lines);

test('the mark that ends a cell in the text of a Word file parts figures', async () => {
  const numbers = ['二、上年结转政府信息公开申请数量', 1, 0, 0, 0, 0, 0, 1];
  const cells = await cellsOf(ofApplications(['', ...columns].join('\u0007'), `${numbers.join('\u0007')}\u0007`));
  expect(cells).toMatchObject({ 'applications.carried_in.natural_person': 1, 'applications.carried_in.total': 1 });
});

describe('rows of numbers among blanks', () => {
  const plain = ['二、上年结转政府信息公开申请数量  0 0 0 0 0 0 0', '（一）予以公开  1 0 0 0 0 0 1', '（七）总计  4 0 0 0 0 0 4'];

  it('are no row in order on either side of words', async () => {
    const torn = ['5.行政机关确认或重新出具已获取信  0 0 3', '息  3 0 0 0'];
    const cells = await cellsOf(spaced(...plain, ...torn, '四、结转下年度继续办理  0 0 0 0 0 0 0'));
    expect(cells).toMatchObject({ 'applications.granted.total': 1, 'applications.processed_total.natural_person': 4 });
    const doubtful = Object.entries(cells).filter(([code]) => /reconfirmation|carried_out/.test(code));
    expect(doubtful.filter(([code, value]) => code.includes('reconfirmation') && value !== null)).toEqual([]);
  });

  it('are no row together with numbers wrapped above and below them', async () => {
    const wrapped = ['        6,21            18              7,2', '一、本年新收政府信息公开申请数量  385 183 321 0', '        5 8 92'];
    const cells = await cellsOf(spaced(...wrapped, ...plain));
    expect(cells).toMatchObject({ 'applications.granted.total': 1, 'applications.new_received.natural_person': null });
  });

  it('are one on two lines where the sums of the form say so', async () => {
    const cells = await cellsOf(spaced('一、本年新收政府信息公开申请数量  6 1 0 0', '0 0 7', ...plain));
    expect(cells).toMatchObject({ 'applications.new_received.natural_person': 6, 'applications.new_received.total': 7 });
  });
});

describe('empty lines between numbers', () => {
  const full = (label: string) => [label, '1', '0', '0', '0', '0', '0', '1'];
  const gaps = ['（一）予以公开', '2', '', '', '1', '', '3', ''];
  const rows = (first: string[]) =>
    ofApplications(
      columns.join('\n'),
      ...[first, full('二、上年结转政府信息公开申请数量'), gaps, full('（七）总计')].flat(),
      '四、结转下年度继续办理',
    );
  const granted = ['natural_person', 'public_welfare', 'other_organization'].map((column) => `applications.granted.${column}`);

  it('are empty cells where they come to the number of columns in every row', async () => {
    const cells = await cellsOf(rows(['一、本年新收政府信息公开申请数量', '3', '', '', '', '', '', '3']));
    expect(granted.map((code) => cells[code])).toEqual([2, 1, 3]);
  });

  it('are distance in all rows where they are in one, unless the sums hold', async () => {
    const cells = await cellsOf(rows(['一、本年新收政府信息公开申请数量', '3', '', '', '3']));
    expect(cells['applications.processed_total.total']).toBe(1);
    expect(granted.map((code) => cells[code])).toEqual([null, null, null]);
  });
});

test('what prints nothing parts no digits', async () => {
  for (const sign of ['\u200b', '\u00ad', '\ufeff']) {
    const text = table(`| 行政许可 | 1${sign}2 |`);
    expect(await cellsOf(text)).toMatchObject({ 'disclosure.licensing.decisions': 12 });
    expect(await cellsOf(text.replaceAll('|', '').replace('---  ---', ''))).toMatchObject({ 'disclosure.licensing.decisions': 12 });
  }
});
