import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// The narrow heads of table 4 in the text of a page: a character or two a line, those of each remedy at a height of its own.

const figures = '1 2 3 4 10 5 6 7 8 26 9 10 11 12 42';
const remedies = async (lines: readonly string[]) => {
  const text = `某县水利局2020年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n${lines.join('\n')}\n五、存在的主要问题\n`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  return report.cells.filter(({ code }) => code.startsWith('remedies.')).flatMap(({ value }) => (value === null ? [] : [value]));
};

const columns = (one: readonly string[], times: number) => one.map((line) => Array(times).fill(line).join(' '));
const [first = '', second = '', third = '', fourth = ''] = ['结 结 其 尚 总', '果 果 他 未 计', '维 纠 结 审', '持 正 果 结'];
const names = ['行政复议 行政诉讼', '未经复议直接起诉 复议后起诉'];

describe('heads of table 4 in parts', () => {
  it('are read together at one height or at two', async () => {
    const read = figures.split(' ').map(Number);
    expect(await remedies([...names, ...columns([first, second, third, fourth], 3), figures])).toEqual(read);
    const low = columns([first, second, third, fourth], 2);
    const mixed = [first, '', low[0] ?? '', '果 果 他 未', `计 ${low[1]}`, third, low[2] ?? '', fourth, low[3] ?? ''];
    expect(await remedies([...names, ...mixed, figures])).toEqual(read);
  });

  it('are read where names stand beside them', async () => {
    const lines = [
      '结果 结果 其他 尚未 总 未经复议直接起诉 复议后起诉',
      '维持 纠正 结果 审结 计',
      ...columns(['结果 结果 其他 尚未 总'], 2),
    ];
    const read = await remedies(['行政复议 行政诉讼', ...lines, ...columns(['维持 纠正 结果 审结 计'], 2), figures]);
    expect(read).toEqual(figures.split(' ').map(Number));
  });

  it.each([
    ['stand in another order', columns([first, second, '纠 维 结 审', '正 持 果 结'], 3), figures],
    ['have the sum first', columns(['总 结 结 其 尚', '计 果 果 他 未', third, fourth], 3), '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0'],
    ['are not all there', columns([first, second, third], 3), figures],
    ['stand above figures that do not add up', columns([first, second, third, fourth], 3), figures.replace('42', '43')],
  ])('are not read where they %s', async (_, heads, row) => {
    expect(await remedies([...names, ...heads, row])).toEqual([]);
  });

  it('are told from a long line of words at once', async () => {
    const began = performance.now();
    expect(await remedies([...names, `${'本单位没有因政府信息公开工作被提起诉讼的情况'.repeat(4)}。`, figures])).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
