import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// A head that prints its columns in another order than the form: labels or numbers have moved, nobody can tell which.

const title = '厦门市司法局2021年政府信息公开工作年度报告';
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

type Write = (section: string, rows: readonly (readonly string[])[]) => { name: string; text: string };
const html: Write = (section, rows) => ({
  name: 'report.html',
  text: `<h1>${title}</h1><p>${section}</p><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
});
const lines =
  (cell: string): Write =>
  (section, rows) => ({ name: 'report.txt', text: [title, section, ...rows.map((row) => row.join(cell))].join('\n') });
const media: readonly (readonly [string, Write])[] = [
  ['a page', html],
  ['pipes', lines(' | ')],
  ['blanks', lines('  ')],
  ['a line a cell', lines('\n')],
];

async function read({ name, text }: ReturnType<Write>, table: string) {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name });
  const printed = report.cells.filter(({ code, status }) => code.startsWith(table) && status !== 'lost');
  return {
    values: printed.map(({ value }) => value),
    statuses: [...new Set(printed.map(({ status }) => status))],
    issues: report.issues.filter(({ code }) => code === 'columns_out_of_order').length,
  };
}

const swapped = (list: readonly string[], a: number, b: number) => list.map((one, at) => list[at === a ? b : at === b ? a : at] ?? one);

test.each(media)('table 3 in %s', async (_, write) => {
  const table = (heads: readonly string[]) =>
    write('三、收到和处理政府信息公开申请情况', [
      ['', ...heads],
      ['一、本年新收政府信息公开申请数量', '11', '2', '3', '4', '5', '6', '31'],
      ['二、上年结转政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1'],
    ]);
  const read3 = (heads: readonly string[]) => read(table(heads), 'applications.');
  expect(await read3(applicants)).toMatchObject({ values: [11, 2, 3, 4, 5, 6, 31, 1, 0, 0, 0, 0, 0, 1], issues: 0 });
  expect(await read3(swapped(applicants, 3, 4))).toMatchObject({ statuses: ['ambiguous'], issues: 1 });
  expect(await read3(['总计', ...applicants.slice(0, 6)])).toMatchObject({ statuses: ['ambiguous'], issues: 1 });
});

test.each([
  ['as in the form', ['natural', 'group', 'total'], [11, 2, 3, 4, 5, 6, 31]],
  ['the applicants behind the organisations', ['group', 'natural', 'total'], null],
  ['the total amidst', ['natural', 'total', 'group'], null],
  ['the total first', ['total', 'natural', 'group'], null],
] as const)('heads on two lines of a grid stand where it places them: %s', async (_, order, expected) => {
  const upper = {
    natural: '<td rowspan=2>自然人</td>',
    group: '<td colspan=5>法人或其他组织</td>',
    total: '<td rowspan=2>总计</td>',
  };
  const row = (cells: string) => `<tr>${cells}</tr>`;
  const figures = [11, 2, 3, 4, 5, 6, 31].map((figure) => `<td>${figure}</td>`).join('');
  const heads = row(`<td rowspan=2>申请人情况</td>${order.map((name) => upper[name]).join('')}`);
  const lower = row(
    applicants
      .slice(1, 6)
      .map((name) => `<td>${name}</td>`)
      .join(''),
  );
  const body = row(`<td>一、本年新收政府信息公开申请数量</td>${figures}`) + row(`<td>二、上年结转政府信息公开申请数量</td>${figures}`);
  const text = `<h1>${title}</h1><p>三、收到和处理政府信息公开申请情况</p><table>${heads}${lower}${body}</table>`;
  const found = await read({ name: 'report.html', text }, 'applications.');
  if (expected) expect(found).toMatchObject({ values: [...expected, ...expected], issues: 0 });
  else expect(found).toMatchObject({ statuses: ['ambiguous'], issues: 1 });
});

test('a head with fewer columns than the form: each number under its own label, the others lost', async () => {
  const rows = (...cells: readonly string[]) =>
    html('三、收到和处理政府信息公开申请情况', [
      cells,
      ['一、本年新收政府信息公开申请数量', '11', '20', '31'],
      ['二、上年结转政府信息公开申请数量', '0', '', '0'],
    ]);
  const named = async (page: ReturnType<Write>) => {
    const { report } = await parseDocument(new TextEncoder().encode(page.text), { name: page.name });
    const printed = report.cells.filter(({ code, status }) => /new_received|carried_in/.test(code) && status !== 'lost');
    return printed.map(({ code, value }) => `${code.replace('applications.', '')} ${value}`);
  };
  expect(await named(rows('申请人情况', '自然人', '法人或其他组织', '总计'))).toEqual([
    'new_received.natural_person 11',
    'new_received.organization_total 20',
    'new_received.total 31',
    'carried_in.natural_person 0',
    'carried_in.organization_total null',
    'carried_in.total 0',
  ]);
  expect(await named(rows('申请人情况', '自然人', '其他', '总计'))).toContain('new_received.other_organization 20');
});

test.each(media)('table 4 in %s', async (_, write) => {
  const figures = ['1', '2', '3', '4', '10', '5', '0', '1', '1', '7', '2', '3', '0', '4', '9'];
  const table = (remedies: readonly string[], heads: readonly string[]) =>
    write('四、政府信息公开行政复议、行政诉讼情况', [remedies, [...heads, ...heads, ...heads], figures]);
  const names = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const read4 = (remedies: readonly string[], heads: readonly string[]) => read(table(remedies, heads), 'remedies.');
  expect(await read4(names, outcomes)).toMatchObject({ values: figures.map(Number), issues: 0 });
  expect(await read4(names, swapped(outcomes, 0, 1))).toMatchObject({ statuses: ['ambiguous'], issues: 1 });
  expect(await read4(names, ['总计', ...outcomes.slice(0, 4)])).toMatchObject({ statuses: ['ambiguous'], issues: 1 });
  expect(await read4(swapped(names, 1, 2), outcomes)).toMatchObject({ statuses: ['ambiguous'], issues: 1 });
});

test.each(media)('the head of the total may be 合计, and that of the first column another, in %s', async (_, write) => {
  const organizations = applicants.slice(1, 6);
  const figures = (values: readonly number[]) => values.map(String);
  for (const [first, last] of [
    ['自然人', '合计'],
    ['个人', '总计'],
  ]) {
    const table = write('三、收到和处理政府信息公开申请情况', [
      ['申请人情况'],
      [first ?? '', '法人或其他组织', ...(write === html ? ['', '', '', ''] : []), last ?? ''],
      [...(write === html ? [''] : []), ...organizations],
      ['一、本年新收政府信息公开申请数量', ...figures([11, 2, 3, 4, 5, 6, 31])],
      ['二、上年结转政府信息公开申请数量', ...figures([1, 0, 0, 0, 0, 0, 1])],
    ]);
    expect(await read(table, 'applications.')).toMatchObject({ values: [11, 2, 3, 4, 5, 6, 31, 1, 0, 0, 0, 0, 0, 1], issues: 0 });
  }
});
