import { expect, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { parseDocument } from '../../src/parse.ts';

// Headings bear figures in place of 一、 to 六、: the figure is none of the table above.

const chinese = '一二三四五六';
const headings =
  /([一二三四五六])、\s*(总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议、?行政诉讼情况|存在的主要问题及改进情况|其他需要报告的事项)/g;

async function read(text: string, name: string) {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name });
  return { cells: report.cells.map(({ code, value, status }) => [code, value, status]), sections: report.sections.map(({ n }) => n) };
}

test.each(['3. ', '3、', '3 ', '3）', '（3）', '③', '03 ', '2.3 ', '第3部分：'])('%s before the words of a section', async (ordinal) => {
  for (const layout of ['cells_blanks_gone', 'pipes', 'spaces', 'html'] as const) {
    const { name, bytes } = randomReport(701).render(layout);
    const text = new TextDecoder().decode(bytes);
    const numbered = text.replace(headings, (_, one: string, words: string) => {
      const n = chinese.indexOf(one) + 1;
      return ordinal.replace('3', String(n)).replace('③', '①②③④⑤⑥'.charAt(n - 1)) + words;
    });
    expect(numbered).not.toBe(text);
    expect(await read(numbered, name)).toEqual(await read(text, name));
  }
});

test('a point of the narrative with the same figure is no section', async () => {
  const { name, bytes } = randomReport(701).render('cells');
  const text = new TextDecoder().decode(bytes).replace(/一、\s*总体情况/, '$&\n2.主动公开情况\n3.依申请公开情况');
  expect((await read(text, name)).sections).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
