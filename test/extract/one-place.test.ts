import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Pages with one slip in otherwise sound tables: a tag, a head, a cell.

const title = '厦门市司法局2022年政府信息公开工作年度报告';
type Row = readonly (string | number)[];

const row = (cells: Row) => `<tr>${cells.map((cell) => (/^<t[dh]/.test(String(cell)) ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
const page = (section: string, rows: readonly string[]) => `<h1>${title}</h1><p>${section}</p><table>${rows.join('')}</table>`;

async function read(html: string, table: string): Promise<readonly (number | string)[]> {
  const { report } = await parseDocument(new TextEncoder().encode(html), { name: 'report.html' });
  return report.cells.filter(({ code }) => code.startsWith(table)).map(({ value, status }) => value ?? status);
}

const wide = '<td colspan="5">法人或其他组织</td>';
const total = '<td rowspan="2">总计</td>';
const organizations = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
const applications = (natural: Row, rows: readonly string[]) =>
  page('三、收到和处理政府信息公开申请情况', [row(['<td rowspan="2"></td>', ...natural, wide, total]), row(organizations), ...rows]);
const received = row(['一、本年新收政府信息公开申请数量', 4, 1, 0, 0, 2, 0, 7]);
const carried = row(['二、上年结转政府信息公开申请数量', 1, 0, 0, 0, 0, 0, 1]);
const figures = [4, 1, 0, 0, 2, 0, 7, 1, 0, 0, 0, 0, 0, 1];

test.each([
  ['start', received.slice('<tr>'.length)],
  ['end', received.slice(0, -'</tr>'.length)],
])('a row whose %s tag is left out is a row', async (_, broken) => {
  expect((await read(applications(['<td rowspan="2">自然人</td>'], [broken, carried]), 'applications.')).slice(0, 14)).toEqual(figures);
});

test('a head left out leaves the others in their order', async () => {
  for (const natural of [['<td rowspan="2">&nbsp;</td>'], []])
    expect((await read(applications(natural, [received, carried]), 'applications.')).slice(0, 14)).toEqual(figures);
});

const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const remedies = (...cells: Row) =>
  page('四、政府信息公开行政复议、行政诉讼情况', [
    row(['<td colspan="5">行政复议</td>', '<td colspan="10">行政诉讼</td>']),
    row([
      ...outcomes.map((head) => `<td rowspan="2">${head}</td>`),
      ...['未经复议直接起诉', '复议后起诉'].map((name) => `<td colspan="5">${name}</td>`),
    ]),
    row([...outcomes, ...outcomes]),
    row(cells),
  ]);
const printed = ['', 2, '', '', 2, '', '', '', '', 0, '', '', '', '', 0];
const seen = printed.map((cell) => (cell === '' ? 'blank' : cell));

test('an empty cell too many in the row of table 4 is that of no certain column, but for one behind them all', async () => {
  expect(await read(remedies(...printed), 'remedies')).toEqual(seen);
  expect(await read(remedies(...printed, ''), 'remedies')).toEqual(seen);
  for (const at of [0, 2, 3, 7])
    expect(new Set(await read(remedies(...printed.slice(0, at), '', ...printed.slice(at)), 'remedies'))).toEqual(new Set(['ambiguous']));
});

test('what the last cell of a table says is read, also in words', async () => {
  const fees = ['第二十条第（八）项', ''];
  const last = row(['行政事业性收费', '未收费']);
  expect(
    await read(page('二、主动公开政府信息情况', [row(fees), row(['信息内容', '本年收费金额（单位：万元）']), last]), 'disclosure.fees'),
  ).toEqual(['unparsed']);
});

test.each(['12.O6', '3.l'])('%s is no whole number', async (amount) => {
  const rows = [row(['第二十条第（八）项', '']), row(['信息内容', '本年收费金额（单位：万元）']), row(['行政事业性收费', amount])];
  expect(await read(page('二、主动公开政府信息情况', rows), 'disclosure.fees')).toEqual(['unparsed']);
});

test('a row of table 4 that ends with an empty cell and does not add up has lost a figure somewhere', async () => {
  const whole = [0, 1, 0, 0, 1, 2, 0, 0, 3, 5, 0, 0, 4, 0, 4];
  expect(await read(remedies(...whole), 'remedies')).toEqual(whole);
  const lost = [...whole.slice(0, 6), ...whole.slice(7), ''];
  expect(new Set(await read(remedies(...lost), 'remedies'))).toEqual(new Set(['ambiguous']));
});

test.each([
  ['', []],
  [', also where rows are filled up', ['']],
])('a zero alone before an empty total is the total, moved, where the other rows print theirs%s', async (_, fill) => {
  const sparse = (label: string, cells: Row) => row([label, '', '', ...cells, ...fill]);
  const rows = (last: Row) => [
    row(['', '', '', '自然人', '法人或其他组织', '', '', '', '', '总计', ...fill]),
    row(['', '', '', '', ...organizations, '', ...fill]),
    sparse('一、本年新收政府信息公开申请数量', [3, '', '', '', 2, '', 5]),
    sparse('二、上年结转政府信息公开申请数量', [1, '', '', '', '', '', 1]),
    sparse('（七）总计', [4, '', '', '', 2, '', 6]),
    sparse('四、结转下年度继续办理', last),
  ];
  const carriedOut = (last: Row) => read(page('三、收到和处理政府信息公开申请情况', rows(last)), 'applications.carried_out');
  expect((await carriedOut(['', '', '', '', '', '', 0])).at(-1)).toBe(0);
  for (const moved of [
    ['', '', '', '', '', 0, ''],
    ['', '', '', '', 0, '', ''],
  ])
    expect(new Set(await carriedOut(moved))).toEqual(new Set(['ambiguous']));
});

test('two figures in one cell before a total that stands before its place: the row has lost a cell', async () => {
  const figures = (cells: Row) =>
    read(
      applications(['<td rowspan="2">自然人</td>'], [received, row(['二、上年结转政府信息公开申请数量', ...cells])]),
      'applications.carried_in',
    );
  expect(await figures([4, 0, 0, '1 0', 2, 0, 7])).toEqual([4, 0, 0, 'ambiguous', 2, 0, 7]);
  expect(new Set(await figures([4, '0 0', 0, 0, 2, 6, '']))).toEqual(new Set(['ambiguous']));
});
