import { expect, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { parseDocument } from '../../src/parse.ts';
import { withoutLineMarks } from '../../src/read/text/line-marks.ts';

// What programs write around every line of a text, and what pages print between the lines of a table, is none of its cells.

async function read(text: string, name: string) {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name });
  return { title: report.report.title, cells: report.cells.map(({ code, value, status }) => [code, value, status]) };
}

const layouts = ['cells', 'cells_blank_zeros', 'pipes', 'spaces', 'tabs'] as const;
const mark: Readonly<Record<string, (line: string, at: number) => string>> = {
  'line numbers': (line, at) => `${at + 1}: ${line}`,
  'line numbers in a column': (line, at) => `${String(at + 1).padStart(4)} | ${line}`,
  'marks of a quotation': (line) => `> ${line}`,
  'hard breaks': (line) => (line === '' ? line : `${line}\\`),
};

test.each(Object.entries(mark))('%s', async (_, marked) => {
  for (const layout of layouts) {
    const { name, bytes } = randomReport(802).render(layout);
    const text = new TextDecoder().decode(bytes);
    expect(await read(text.split('\n').map(marked).join('\n'), name)).toEqual(await read(text, name));
  }
});

test('numbers that do not count the lines stay', () => {
  const values = Array.from({ length: 30 }, (_, at) => `${at * 2} 件`);
  expect(withoutLineMarks(values)).toEqual(values);
});

test.each(['厦门市司法局2021年政府信息公开工作年度报告 3', '续表1', '页码：3', 'Page 3 of 9', '浏览次数：125', 'file:///C:/2021.htm 3/9'])(
  '%s between a label and its value',
  async (line) => {
    for (const layout of ['cells', 'cells_spaced', 'cells_blank_zeros'] as const) {
      const { name, bytes } = randomReport(802).render(layout);
      const text = new TextDecoder().decode(bytes);
      const { cells } = await read(text, name);
      const between = await read(text.replace(/\n(行政处罚|行政强制|规章)\n/g, `\n$1\n${line}\n`), name);
      expect(between.cells).toEqual(cells);
    }
  },
);

test.each(['[1] 说明', '附件1', '注1:2020年起'])('%s between a label and its value is never the value', async (line) => {
  const { name, bytes } = randomReport(802).render('cells');
  const text = new TextDecoder().decode(bytes);
  const values = new Map((await read(text, name)).cells.map(([code, value]) => [code, value]));
  const { cells } = await read(text.replace(/\n(行政处罚|行政强制|规章)\n/g, `\n$1\n${line}\n`), name);
  for (const [code, value] of cells) expect([null, values.get(code ?? '')]).toContain(value);
});
