import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Tables as programs write them out that turn pages and Word files into text: labels cut, cells doubled, rows counted.

async function cells(name: string, ...lines: readonly string[]): Promise<Record<string, number | string>> {
  const text = ['厦门市司法局2020年政府信息公开工作年度报告', ...lines, ''].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name });
  return Object.fromEntries(report.cells.map(({ code, value, status }) => [code.replace(/^\w+\./, ''), value ?? status]));
}

const disclosure = (...lines: readonly string[]) => cells('report.md', '二、主动公开政府信息情况', '', ...lines);
const documents = '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数';

test('a label broken over lines before the pipes of its row', async () => {
  const broken = [
    '第二十条第（一）项  ',
    '---  ',
    '信息内容 | 本年制发件数 | 本年废止件数 | 现行有  ',
    '效件数  ',
    '规  ',
    '章 | 1 | 2 | 3  ',
  ];
  expect(await disclosure(...broken, '行政  ', '规范性文件 | 4 | 5 | 6  ')).toMatchObject({
    'regulations.issued_this_year': 1,
    'regulations.in_force': 3,
    'normative_documents.repealed_this_year': 5,
  });
});

test('a label broken between the last cell of one line and the first of the next', async () => {
  const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].join(' | ');
  const rows = [
    '（三）不予公开 | 1.属  ',
    '于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1',
    '2.其他法律行政法规禁止公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2',
  ];
  expect(await cells('report.md', '三、收到和处理政府信息公开申请情况', '', columns, ...rows)).toMatchObject({
    'denied_state_secret.natural_person': 1,
    'denied_prohibited_by_law.total': 2,
  });
});

test('where rows end without a pipe, one that ends with a pipe has an empty last cell', async () => {
  const rows = ['第二十条第（一）项', '---', documents, '规章 |   |   |  ', '行政规范性文件 | 25 |   |  '];
  expect(await disclosure(...rows)).toMatchObject({
    'regulations.in_force': 'blank',
    'normative_documents.issued_this_year': 25,
    'normative_documents.repealed_this_year': 'blank',
    'normative_documents.in_force': 'blank',
  });
});

test('a row as wide as its head does not stand out beside a row without figures', async () => {
  const rows = ['第二十条第（一）项', '---', documents, '规章 | | |', '行政规范性文件 | 25 | | 292'];
  expect(await disclosure(...rows)).toMatchObject({ 'normative_documents.issued_this_year': 25, 'normative_documents.in_force': 292 });
});

test.each(['<br>', '<br/>', '&nbsp;', '&nbsp;&nbsp;'])('a cell of %s alone is empty', async (empty) => {
  const rows = ['| 第二十条第（一）项 | | | |', '|---|---|---|---|', `| ${documents} |`, `| 规章 | 4 | ${empty} | 7 |`];
  expect(await disclosure(...rows)).toMatchObject({
    'regulations.issued_this_year': 4,
    'regulations.repealed_this_year': 'blank',
    'regulations.in_force': 7,
  });
});

const changes = (...figures: readonly string[]) => [
  '第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项',
  '信息内容 | 上一年项目数量 | 本年增/减 | 本年增/减',
  `行政事业性收费 | ${figures.join(' | ')}`,
];

test('merged cells that were written out once a column are one cell, and different ones are not', async () => {
  expect(await disclosure(...changes('7', '4', '4'))).toMatchObject({ 'fees.items_prior_year': 7, 'fees.items_change': 4 });
  expect(await disclosure(...changes('', '4', '4'))).toMatchObject({ 'fees.items_prior_year': 'blank', 'fees.items_change': 4 });
  expect(await disclosure(...changes('7', '4', '5'))).toMatchObject({
    'fees.items_prior_year': 'ambiguous',
    'fees.items_change': 'ambiguous',
  });
});

test('the number of a row is no figure of it where its cells are empty', async () => {
  const rows = ['20 | 第二十条第（五）项 | |', '---|---|---', '21 | 信息内容 | 本年处理决定数量 |', '22 | 行政许可 | |', '23 | 其他 | |'];
  expect(await disclosure(...rows)).toMatchObject({ 'licensing.decisions': 'blank' });
});

test('rows wider than any report stay rows where the next is as wide', async () => {
  const wide = (...shown: readonly string[]) => `| ${[...shown, ...Array(70).fill('')].join(' | ')} |`;
  const rows = [
    wide('1', '第二十条第（五）项'),
    wide('2', '信息内容', '本年处理决定数量'),
    wide('3', '行政许可', ''),
    wide('4', '其他', ''),
  ];
  expect(await disclosure(...rows)).toMatchObject({ 'licensing.decisions': 'blank' });
});

const applicants = '| 自然人 | 法人或其他组织 | 总计 |\n|---|---|---|\n| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |';
const received = (figures: string) =>
  cells(
    'report.md',
    '三、收到和处理政府信息公开申请情况',
    '',
    applicants,
    `| 一、本年新收政府信息公开申请数量 | | | ${figures} |`,
    '| 二、上年结转政府信息公开申请数量 | | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
  );

test('empty cells that a merged label left behind are set aside where the sum holds', async () => {
  expect(await received('136 | | | | | | 136')).toMatchObject({
    'new_received.natural_person': 136,
    'new_received.business': 'blank',
    'new_received.total': 136,
  });
  expect(await received('136 | | | | | | 137')).toMatchObject({ 'new_received.natural_person': 'ambiguous' });
});

test('empty lines are no empty cells where the labels of the head stand unevenly', async () => {
  const head = ['自然人', '商业企业', '', '科研机构', '社会公益组织', '', '法律服务机构', '', '其他', '总计', ''];
  const row = ['一、本年新收政府信息公开申请数量', '', '6', '1', '', '1', '', '8', '二、上年结转政府信息公开申请数量', '0'];
  const read = await cells('report.txt', '三、收到和处理政府信息公开申请情况', ...head, ...row);
  expect(read).toMatchObject({ 'new_received.business': 'ambiguous', 'new_received.total': 'ambiguous' });
});

const page = (table: string) =>
  [
    '# 厦门市司法局2021年政府信息公开工作年度报告',
    '',
    '## 一、总体情况',
    '',
    '2021年，我局收到申请3件。',
    '',
    '## 二、主动公开政府信息情况',
    '',
    table,
    '',
  ].join('\n');
const titled = async (text: string) => {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.md' });
  const found = report.cells.filter(({ code }) => code.startsWith('disclosure.normative_documents')).map(({ value }) => value);
  return { title: report.report.title, sections: report.sections.map(({ n }) => n), found };
};
const whole = { title: '厦门市司法局2021年政府信息公开工作年度报告', sections: [0, 1, 2], found: [4, 5, 6] };

test('Markdown with breaks in its cells is read line by line', async () => {
  const rows = [
    '|第二十条<br>第（一）项||||',
    '|---|---|---|---|',
    '|信息内容|本年制发<br>件数|本年废止件数|现行有效件数|',
    '|行政规<br>范性文件|4|5|6|',
  ];
  expect(await titled(page(rows.join('\n')))).toEqual(whole);
});

test('Markdown with tables in tags keeps its lines', async () => {
  const row = (...shown: readonly string[]) => `<tr>${shown.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const rows = [
    row('第二十条第（一）项'),
    row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
    row('行政规范性文件', '4', '5', '6'),
  ];
  expect(await titled(page(`<html><body><table>${rows.join('')}</table></body></html>`))).toEqual(whole);
});

test('lines of a text that end in breaks of HTML', async () => {
  const rows = ['第二十条第（一）项', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '行政规范性文件\t4\t5\t6'];
  expect(await titled(page(rows.join('\n')).replaceAll('#', '').replaceAll('\n', '<br>'))).toEqual(whole);
});

test.each(['pre', 'PRE'])('preformatted text of a page is read line by line: <%s>', async (tag) => {
  const lines = [
    '厦门市司法局2021年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容 本年制发件数 本年废止件数 现行有效件数',
    '规章 1',
    '2',
    '3',
  ];
  const text = `<html><body><${tag}>${lines.join('\n')}\n行政规范性文件 4 5 6\n</${tag}></body></html>`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.html' });
  expect(report.sections.map(({ text: shown }) => shown.split('\n'))).toEqual([
    lines.slice(0, 1),
    [...lines.slice(1), '行政规范性文件 4 5 6'],
  ]);
});

const documentsFlat = ['第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
const flat = (...lines: readonly string[]) => cells('report.txt', '二、主动公开政府信息情况', ...lines);
const decisions = ['第二十条第（六）项', '信息内容 本年处理决定数量'];

test('a figure beside its label and the others below it are no row a line and no cell a line', async () => {
  expect(await flat(...documentsFlat, '规章 4', '0', '5')).toMatchObject({ 'regulations.issued_this_year': 'ambiguous' });
  expect(await flat(...documentsFlat, '规章', '4', '0', '5')).toMatchObject({ 'regulations.issued_this_year': 4 });
});

test('a figure between its label and a bare one may be of either, where the others stand beside theirs', async () => {
  expect(
    await flat('第二十条第（五）项', '信息内容 本年处理决定数量', '行政许可 3', ...decisions, '行政处罚', '964', '行政强制'),
  ).toMatchObject({
    'licensing.decisions': 3,
    'penalties.decisions': 'ambiguous',
  });
});

test('figures before the head of their clause may be those of any row', async () => {
  const clause = ['第二十条第（五）项', '信息内容', '行政许可', '2', '2', '7', '上一年项目数量', '本年增/减', '处理决定数量'];
  const made = ['第二十条第（一）项', '信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'];
  expect(await flat(...made, '规章', '1', '1', '1', ...clause, '其他对外管理服务事项', '3', '0', '9')).toMatchObject({
    'licensing.items_prior_year': 'ambiguous',
    'other_external_services.items_prior_year': 3,
  });
});

test('a sum of money is in the column of money, or the row has shifted', async () => {
  const clause = ['第二十条第（九）项', '信息内容 采购项目数量 采购总金额', '政府集中采购 13237774.72元 112'];
  expect(await flat(...clause)).toMatchObject({ 'procurement.projects': 'ambiguous', 'procurement.amount': 'ambiguous' });
});

test('empty lines around the head of a clause are no empty cells', async () => {
  const loose = [
    '',
    '第二十条第（五）项',
    '',
    '信息内容',
    '本年处理决定数量',
    '',
    '行政许可',
    '8',
    '',
    '第二十条第（六）项',
    '',
    '信息内容',
    '本年处理决定数量',
    '',
  ];
  const head = ['第二十条第（一）项', '', '信息内容', '', '本年制发件数', '本年废止件数', '现行有效件数'];
  expect(await flat(...head, '规章', '1', '2', '3', '行政规范性文件', '', '24', ...loose)).toMatchObject({
    'normative_documents.repealed_this_year': 'ambiguous',
  });
});

test.each([
  '<tr><td colspan="15">填报人：张三 联系电话：0592-5812345</td></tr>',
  '<tr><td colspan="5">填报人：张三</td><td colspan="5">联系电话：0592-5812345</td><td colspan="5">填报日期：2022年1月15日</td></tr>',
])('who filled table 4 in is no row of it: %s', async (last) => {
  const row = (shown: readonly (string | number)[], span = 1) =>
    `<tr>${shown.map((cell) => `<td colspan="${span}">${cell}</td>`).join('')}</tr>`;
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const head = row(['行政复议', '未经复议直接起诉', '复议后起诉'], 5) + row([...outcomes, ...outcomes, ...outcomes]);
  const figures = ['', 3, '', '', 3, '', '', '', '', '', '', '', '', 6, 6];
  const table = `<table>${head}${row(figures)}${last}</table>`;
  const read = await cells('report.html', '<p>四、政府信息公开行政复议、行政诉讼情况</p>', table);
  expect(read).toMatchObject({ 'review.corrected': 3, 'litigation_direct.total': 'blank', 'litigation_after_review.pending': 6 });
});

test.each([
  [
    [0, 1, 0, 0, 1],
    [0, 0, 2, 0, 2, 0, 0, 0, 3, 3],
  ],
  [['', '', '', 1, 1], Array(10).fill('')],
])('table 4 in two lines, each below the names of its own remedies: %s and %s', async (review, litigation) => {
  const row = (shown: readonly (string | number)[]) => `| ${shown.join(' | ')} |`;
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const lines = [row(['行政复议']), '|---|', row(outcomes), row(review), row(['行政诉讼']), row(['未经复议直接起诉', '复议后起诉'])];
  const read = await cells(
    'report.md',
    '四、政府信息公开行政复议、行政诉讼情况',
    '',
    ...lines,
    row([...outcomes, ...outcomes]),
    row(litigation),
  );
  expect(Object.values(read)).toEqual([...review, ...litigation].map((figure) => (figure === '' ? 'blank' : figure)));
});
