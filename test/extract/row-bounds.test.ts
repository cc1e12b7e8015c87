import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// What belongs to a row of figures and what does not: signs and words in its cells, lines behind it, a page on one line.

async function values(text: string, table: string): Promise<readonly (number | string)[]> {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.md' });
  return report.cells.filter(({ code }) => code.startsWith(table)).map(({ value, status }) => value ?? status);
}

const remedies = (...rows: readonly string[]) => `厦门市司法局2021年政府信息公开工作年度报告

四、政府信息公开行政复议、行政诉讼情况

| 行政复议 | 行政诉讼 |
|---|---|
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
${rows.join('\n')}
`;
const rest = '| 2 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |';
const zeros = Array(10).fill(0);

test.each([
  ['**1**', 1],
  ['*1*', 1],
  ['※1※', 1],
  ['见附表', 'unparsed'],
  ['无1', 'unparsed'],
])('table 4: the second cell is %s, the first one stays the first', async (cell, expected) => {
  expect(await values(remedies(`| 0 | ${cell} ${rest} 0 |`), 'remedies')).toEqual([0, expected, 2, 0, 3, ...zeros]);
});

test('table 4: an empty cell on the next line does not fill a row that is one short', async () => {
  expect(new Set(await values(remedies(`| 0 | 1 ${rest}`, '|   |'), 'remedies'))).toEqual(new Set(['ambiguous']));
});

test('an amount behind two numbers may be the end of a broken one', async () => {
  const lines = [
    '厦门市司法局2021年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    '第二十条第（九）项',
    '信息内容',
    '采购项目数量',
  ];
  const text = (...figures: readonly string[]) => [...lines, '采购总金额', '政府集中采购', ...figures, '三、其他'].join('\n');
  expect(await values(text('2', '946.68元'), 'disclosure.procurement')).toEqual([2, 946.68]);
  expect(await values(text('2', '2826', '946.68元'), 'disclosure.procurement')).toEqual(['ambiguous', 'ambiguous']);
  // A year that a line of words begins with is no third figure.
  expect(await values(text('3', '57', '2021年本部门信息发布总数量(非新闻类):16'), 'disclosure.procurement')).toEqual([3, 57]);
});

const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

test('a page whose tables a conversion put on one line of cells', async () => {
  const row = (label: string, ...figures: readonly number[]) => `| ${label} | ${figures.join(' | ')} |`;
  const table = [
    `| ${names.join(' | ')} |`,
    row('一、本年新收政府信息公开申请数量', 3, 1, 0, 0, 0, 0, 4),
    row('二、上年结转政府信息公开申请数量', 1, 0, 0, 0, 0, 0, 1),
    row('（一）予以公开', 2, 0, 0, 0, 0, 0, 2),
    row('（二）部分公开', 1, 1, 0, 0, 0, 0, 2),
    ...['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”'].map((label) => row(label, 0, 0, 0, 0, 0, 0, 0)),
    row('（七）总计', 3, 1, 0, 0, 0, 0, 4),
    row('四、结转下年度继续办理', 1, 0, 0, 0, 0, 0, 1),
  ].join(' ');
  const page = `| 导航 | 厦门市司法局2021年政府信息公开工作年度报告 三、收到和处理政府信息公开申请情况 ${table} |\n`;
  expect(await values(page, 'applications.new_received.')).toEqual([3, 1, 0, 0, 0, 0, 4]);
  expect(await values(page, 'applications.partially_granted.')).toEqual([1, 1, 0, 0, 0, 0, 2]);
  expect(await values(page, 'applications.carried_out.')).toEqual([1, 0, 0, 0, 0, 0, 1]);
});

const figures = [3, 1, 0, 0, 0, 0, 4];
const received = '一、本年新收政府信息公开申请数量';
const head = '厦门市司法局2021年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n';
const second = ['二、上年结转政府信息公开申请数量', ...figures.map(() => '0')];

test('tabs that come in pairs are one border each, and an empty cell where there are two pairs', async () => {
  const row = (...cells: readonly (string | number)[]) => cells.join('\t\t');
  const page = (...printed: readonly (number | string)[]) => [head, row(received, ...printed), row(...second)].join('\n');
  expect(await values(page(...figures), 'applications.new_received.')).toEqual(figures);
  expect(await values(page(3, 1, '', 0, 0, 0, 4), 'applications.new_received.')).toEqual([3, 1, 'blank', 0, 0, 0, 4]);
});

test('empty lines between figures are distance where every column has its figure and the sum holds', async () => {
  const page = (printed: readonly number[]) => {
    const lines = printed.map((figure, at) => (at % 3 === 0 ? `${figure}\n` : `\n\n${figure}`));
    return [head, ...names, received, ...lines, ...second].join('\n');
  };
  expect(await values(page(figures), 'applications.new_received.')).toEqual(figures);
  expect(new Set(await values(page([3, 1, 0, 0, 0, 0, 5]), 'applications.new_received.'))).toEqual(new Set(['ambiguous']));
  expect(new Set(await values(page([3, 1, 0, 0, 0, 4]), 'applications.new_received.'))).toEqual(new Set(['ambiguous']));
});

test.each([
  ['注：1.结果纠正的1件为确认违法。2.其中5件由市政府复议。'],
  ['注:行政复议0件，行政诉讼5件。'],
  ['备注：以上3件均为2020年受理。'],
])('table 4: a note below it is no part of it: %s', async (note) => {
  const expected = [0, 1, 2, 0, 3, ...zeros];
  expect(await values(remedies(`| 0 | 1 ${rest} 0 |`, '', note), 'remedies')).toEqual(expected);
  const flat = ['厦门市司法局2021年政府信息公开工作年度报告', '四、政府信息公开行政复议、行政诉讼情况', '行政复议  行政诉讼'];
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].join(' ');
  const lines = [...flat, [heads, '未经复议直接起诉', '复议后起诉', heads, heads].join(' '), expected.join(' '), note];
  expect(await values(lines.join('\n'), 'remedies')).toEqual(expected);
});

test.each([
  `| 注：1.统计期限为2021年；2.无数据的填0 |${' |'.repeat(14)}`,
  `| 备注 | 1.由各科室报送；2.另有3件正在办理 |${' |'.repeat(13)}`,
])('table 4: a note in its last row, filled with empty cells, is no second row of figures: %s', async (note) => {
  const figures = [4, 1, 2, 3, 10, 0, 0, 0, 0, 0, 5, 0, 0, 6, 11];
  expect(await values(remedies(`| ${figures.join(' | ')} |`, note), 'remedies.')).toEqual(figures);
});

test('more empty cells before the figures than labels leave are no margin: figures among empty cells are of no certain column', async () => {
  const page = (cells: readonly (number | string)[]) =>
    [
      '厦门市司法局2021年政府信息公开工作年度报告',
      '三、收到和处理政府信息公开申请情况',
      ['| ', '自然人', '法人或其他组织', '', '', '', '', '总计'].join(' || '),
      '|-',
      ['| ', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', ''].join(' || '),
      '|-',
      ['| 二、上年结转政府信息公开申请数量', ...cells].join(' || '),
    ].join('\n');
  const seen = new Set(await values(page(['', '', '', 1, '', 3, 4]), 'applications.carried_in.'));
  expect(seen).toEqual(new Set(['ambiguous']));
});
