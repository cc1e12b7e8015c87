import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Table 4 as some readers of PDF leave it: the heading of its section, and its one row of figures without a head.

const figures = [118, 25, 91, 24, 258, 7, 0, 15, 6, 28, 21, 1, 7, 9, 38];

const reportWith = (lines: readonly string[]) => `厦门市司法局2025年政府信息公开工作年度报告

二、主动公开政府信息情况
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 3 | 1 | 12 |
| 行政规范性文件 | 6 | 2 | 40 |

四、政府信息公开行政复议、行政诉讼情况
${lines.join('\n')}

五、存在的主要问题及改进情况
公开的形式还不够丰富。
`;

async function remedies(...lines: readonly string[]): Promise<(number | string | null)[]> {
  const { report } = await parseDocument(Buffer.from(reportWith(lines)), { name: 'report.txt' });
  const cells = report.cells.filter(({ code }) => code.startsWith('remedies.'));
  return cells.map(({ status, value }) => (status === 'reported' ? value : status));
}

const row = `| ${figures.join(' | ')} |`;

test.each([
  ['a row of a grid', [row]],
  ['figures on one line', [figures.join(' ')]],
  ['a figure a line', figures.map(String)],
  ['names of the remedies left', ['行政复议行政诉讼', row]],
  ['names of the remedies left in cells', ['行政复议 | 行政诉讼', row]],
])('%s: the sums tell the columns', async (_, lines) => {
  expect(await remedies(...lines)).toEqual(figures);
});

test('figures that do not add up are of no certain column', async () => {
  const seen = await remedies(row.replace('| 258 |', '| 259 |'));
  expect([seen.length, new Set(seen)]).toEqual([15, new Set(['ambiguous'])]);
});

test('a report says that a row stands without its head where the sums do not tell the columns', async () => {
  const heads = async (line: string) => {
    const { report } = await parseDocument(Buffer.from(reportWith([line])), { name: 'report.txt' });
    return report.issues.filter(({ code }) => code === 'head_missing').map((issue) => issue.line);
  };
  expect(await heads(row)).toEqual([]);
  expect(await heads(row.replace('| 258 |', '| 259 |'))).toEqual([9]);
});

const applications = [
  '三、收到和处理政府信息公开申请情况',
  ' | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
  '一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 2 | 0 | 7 |',
  '二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
  '四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
];
const title = '厦门市司法局2025年政府信息公开工作年度报告';
const sums = ['五、存在的主要问题及改进情况', '公开的形式还不够丰富。'];

async function cellsOf(table: string, text: string): Promise<(number | string | null)[]> {
  const { report } = await parseDocument(Buffer.from(text), { name: 'report.txt' });
  return report.cells.filter(({ code }) => code.startsWith(table)).map(({ status, value }) => (status === 'reported' ? value : status));
}

test.each([
  ['cells', (lines: readonly string[]) => lines.join('\n')],
  ['lines', (lines: readonly string[]) => lines.join('\n').replace(/[ |]+/g, ' ')],
])('behind table 3 the heading of the section may be lost, too: %s', async (_, write) => {
  const text = write([title, ...applications, row, ...sums]);
  expect(await cellsOf('remedies.', text)).toEqual(figures);
  expect(await cellsOf('applications.carried_out.', text)).toEqual([1, 0, 0, 0, 0, 0, 1]);
  const seen = await cellsOf('remedies.', write([title, ...applications, row.replace('| 258 |', '| 259 |'), ...sums]));
  expect([seen.length, new Set(seen)]).toEqual([15, new Set(['ambiguous'])]);
});

test('fifteen figures above the heading of table 4 are not its row', async () => {
  const own = figures.map((figure) => figure * 2);
  const text = [title, ...applications, row, '四、政府信息公开行政复议、行政诉讼情况', own.join(' | '), ...sums].join('\n');
  expect(await cellsOf('remedies.', text)).toEqual(own);
});

test.each([
  ['fourteen figures', [figures.slice(1).join(' ')]],
  ['sixteen', [`${figures.join(' ')} 0`]],
  ['a row of another table below them', [row, '| 规章 | 1 | 2 | 3 |']],
])('no table: %s', async (_, lines) => {
  expect(await remedies(...lines)).toEqual([]);
});
