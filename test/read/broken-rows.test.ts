import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Rows between pipes that go on where a cell holds a line end: every row begins and ends with a pipe.

const figures = {
  new_received: [31, 4, 0, 2, 0, 1, 38],
  carried_in: [3, 0, 0, 0, 0, 0, 3],
  granted: [12, 1, 0, 2, 0, 0, 15],
  carried_out: [22, 3, 0, 0, 0, 1, 26],
} satisfies Record<string, readonly number[]>;
/** The label spans three columns: two empty cells stand behind it. */
const spanned = ' |  |';
const row = (label: string, code: keyof typeof figures) => `| ${label}${spanned} | ${figures[code].join(' | ')} |`;
const table = [
  '| 申请人情况 |  |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
  row('一、本年新收政府信息公开申请数量', 'new_received'),
  row('二、上年结转政府信息公开申请数量', 'carried_in'),
  row('三、本年度办理结果（一）予以公开', 'granted'),
  row('四、结转下年度继续办理', 'carried_out'),
];

const read = async (lines: readonly string[]) => {
  const text = `某县水利局2021年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\n${lines.join('\n')}\n\n五、其他需要报告的事项\n无。`;
  return (await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' })).report.cells;
};
const valuesOf = (cells: Awaited<ReturnType<typeof read>>, code: string) =>
  cells.filter((cell) => cell.code.startsWith(`applications.${code}.`)).map(({ value }) => value);

describe('rows between pipes whose cells hold line ends', () => {
  it('are one row each, wherever the lines end', async () => {
    for (let at = 3; at < 16; at += 2) {
      // A line end behind a pipe, before one, and in the midst of what a cell shows.
      const broken = table.map((line) =>
        line
          .split(/(?<=\|)|(?= \|)/)
          .map((piece, n) => (n === at || n === at + 4 ? `\n${piece.trim()}` : piece))
          .join(''),
      );
      const lines = broken.flatMap((line) => line.split('\n'));
      const cells = await read(lines);
      for (const [code, values] of Object.entries(figures)) expect([at, code, valuesOf(cells, code)]).toEqual([at, code, values]);
    }
  });

  it('are no shorter rows, whose merged cells would be figures left blank; a cell stands on the line of its pipe', async () => {
    const lines = [
      '| 申请人情况 |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计 |',
      '|  |  |  |  | ',
      ' 商业',
      '企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |',
      '| 一、本年新收政府信息公开申请数量 |  |  | 31 | 4 | 0 | 2 | ',
      ' 0 | 1 | ',
      ' 38 |',
      row('二、上年结转政府信息公开申请数量', 'carried_in'),
      '| 三、本年度办理结果 | ',
      ' （一）予以公开 |  | 12 | ',
      ' 1 | 0  | 2 | ',
      ' 0 | 0  | 15 |',
      '|  | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '|  |  | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | ',
      ' 0 | 0 | 0 | 0 |',
      row('四、结转下年度继续办理', 'carried_out'),
    ];
    const cells = await read(lines);
    for (const [code, values] of Object.entries(figures)) expect([code, valuesOf(cells, code)]).toEqual([code, values]);
    const total = cells.find(({ code }) => code === 'applications.new_received.total');
    expect(lines[(total?.line ?? 0) - 4]).toBe(' 38 |');
  });

  it('are not put together where that makes no row as long as the others', async () => {
    const [head = '', first = '', ...others] = table;
    const cells = await read([head, first.replace(' 31 |', '\n31 | 7 |').split('\n'), others].flat());
    const wrong = valuesOf(cells, 'new_received').filter((value, n) => value !== null && value !== figures.new_received[n]);
    expect(wrong).toEqual([]);
  });

  it('are not made of rows that begin without a pipe since their first cell is not merged', async () => {
    const lines = [
      '申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
      row('一、本年新收政府信息公开申请数量', 'new_received').slice(2).replace(spanned, ''),
      row('二、上年结转政府信息公开申请数量', 'carried_in').slice(2).replace(spanned, ''),
      `三、本年度办理结果 ${row('（一）予以公开', 'granted').replace(spanned, '')}`,
      row('（二）部分公开', 'carried_in').replace(spanned, ''),
      row('四、结转下年度继续办理', 'carried_out').slice(2).replace(spanned, ''),
    ];
    const cells = await read(lines);
    for (const [code, values] of Object.entries({ ...figures, partially_granted: figures.carried_in }))
      expect(valuesOf(cells, code)).toEqual(values);
  });
});
