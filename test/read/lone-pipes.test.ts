import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// A cell a line, each closed by a pipe; a lone pipe is an empty cell, or begins a row where rows are marked.

const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const table: readonly (readonly string[])[] = [
  columns,
  ['一、本年新收政府信息公开申请数量', '5', '', '', '', '2', '', '7'],
  ['二、上年结转政府信息公开申请数量', '', '', '3', '', '', '', '3'],
  ['三、本年度办理结果', '（一）予以公开', '', '', '4', '', '', '', '4'],
  ['（二）部分公开', '', '', '', '', '', '', ''],
  ['（七）总计', '5', '', '3', '', '2', '', '10'],
  ['四、结转下年度继续办理', '', '6', '0', '0', '0', '0', '6'],
];
const printed = (cell: string) => (cell === '' ? '|' : `${cell} |`);

const read = async (lines: readonly string[], margin = '') => {
  const text = `某县水利局2021年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n${lines.join('\n')}\n五、其他`;
  const { report } = await parseDocument(new TextEncoder().encode(text.replace(/^/gm, margin)), { name: 'a.txt' });
  return (row: string) =>
    report.cells.filter(({ code }) => code.startsWith(`applications.${row}.`)).map(({ value, status }) => value ?? status);
};

const blank = 'blank';
const expected: Readonly<Record<string, readonly (number | string)[]>> = {
  new_received: [5, blank, blank, blank, 2, blank, 7],
  carried_in: [blank, blank, 3, blank, blank, blank, 3],
  granted: [blank, blank, 4, blank, blank, blank, 4],
  partially_granted: [blank, blank, blank, blank, blank, blank, blank],
  processed_total: [5, blank, 3, blank, 2, blank, 10],
  carried_out: [blank, 6, 0, 0, 0, 0, 6],
};

describe('lone pipes in a table with a cell a line', () => {
  it('are empty cells where no row is marked', async () => {
    const row = await read(table.flatMap((cells) => cells.map(printed)));
    for (const [code, values] of Object.entries(expected)) expect(row(code)).toEqual(values);
  });

  it('are empty cells among others where rows are marked', async () => {
    const row = await read(table.flatMap((cells) => ['|', ...cells.map(printed)]));
    for (const [code, values] of Object.entries(expected)) expect(row(code)).toEqual(values);
  });

  it.each(['  ', '\u3000\u3000'])('are marks and empty cells as before where the whole text is moved in', async (margin) => {
    // An empty cell closed by its pipe stands one blank further in.
    const cells = (row: readonly string[]) => row.map((cell) => (cell === '' ? ' |' : `${cell} |`));
    const row = await read(
      table.flatMap((one) => ['|', ...cells(one)]),
      margin,
    );
    for (const [code, values] of Object.entries(expected)) expect(row(code)).toEqual(values);
  });

  it('leave a row in doubt whose sum does not hold: one of them may have got lost or be a mark', async () => {
    const cells = ['一、本年新收政府信息公开申请数量', '5', '', '', '2', '', '7', ''];
    const row = await read([columns, cells, ...table.slice(2)].flatMap((one) => one.map(printed)));
    expect(new Set(row('new_received'))).toEqual(new Set(['ambiguous']));
  });

  it('begin no table in the midst of a cell whose words run over two lines', async () => {
    const parties = ['结果\n维持', '结果\n纠正', '其他\n结果', '尚未\n审结', '总计'];
    const heads = ['复议', '诉讼', ...Array(13).fill('')];
    const both = [...parties, '未经复议\n直接起诉', '复议后\n起诉', ...Array(8).fill('')];
    const courts = [...parties, ...parties, ...Array(5).fill('')];
    const figures = ['21', '0', '2', '4', '27', '0', '6', '0', '0', '6', '0', '0', '0', '0', '0'];
    for (let lost = 0; lost < figures.length; lost++) {
      const left = figures.filter((_, at) => at !== lost);
      const lines = [heads, both, courts, left].flatMap((cells) => [
        '|',
        cells.map((cell) => (cell === '' ? '|' : `${cell} |\n`)).join(''),
      ]);
      const text = `某县水利局2021年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n${lines.join('\n').replace(/\n+/g, '\n')}\n五、其他`;
      const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
      const cells = report.cells.filter(({ code }) => code.startsWith('remedies.'));
      expect(cells).toHaveLength(figures.length);
      expect(cells.filter(({ value }, at) => value !== null && String(value) !== figures[at])).toEqual([]);
    }
  });
});
