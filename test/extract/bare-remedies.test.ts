import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Table 4 as some readers of PDF leave it: the heading of its section, and its one row of figures without a head.

const figures = [118, 25, 91, 24, 258, 7, 0, 15, 6, 28, 21, 1, 7, 9, 38];

async function remedies(...lines: readonly string[]): Promise<(number | string | null)[]> {
  const text = `厦门市司法局2025年政府信息公开工作年度报告

二、主动公开政府信息情况
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 3 | 1 | 12 |
| 行政规范性文件 | 6 | 2 | 40 |

四、政府信息公开行政复议、行政诉讼情况
${lines.join('\n')}

五、存在的主要问题及改进情况
公开的形式还不够丰富。
`;
  const { report } = await parseDocument(Buffer.from(text), { name: 'report.txt' });
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

test.each([
  ['fourteen figures', [figures.slice(1).join(' ')]],
  ['sixteen', [`${figures.join(' ')} 0`]],
  ['a row of another table below them', [row, '| 规章 | 1 | 2 | 3 |']],
])('no table: %s', async (_, lines) => {
  expect(await remedies(...lines)).toEqual([]);
});
