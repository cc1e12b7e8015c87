import { expect, test } from 'vitest';
import { randomReport } from '../../bench/generate/index.ts';
import { parseDocument } from '../../src/parse.ts';

// A report's author adds tables of his own: their rows bear names of the form's rows, their heads none of its columns.

const own: Readonly<Record<string, readonly (readonly string[])[]>> = {
  channels: [
    ['公开渠道', '数量'],
    ['政府网站', '1234'],
    ['其他', '9'],
    ['总计', '1243'],
  ],
  departments: [
    ['部门', '本年新收', '上年结转', '予以公开', '总计'],
    ['办公室', '1', '0', '1', '1'],
  ],
  penalties: [
    ['项目', '件数'],
    ['行政许可', '51'],
    ['行政处罚', '62'],
  ],
  years: [
    ['年度', '2019', '2020'],
    ['行政规范性文件', '13', '14'],
  ],
};

const asHtml = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const asMarkdown = ([head = [], ...rows]: readonly (readonly string[])[]) =>
  `\n${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`;

async function cells(text: string, name: string) {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name });
  return report.cells.map(({ code, value, status }) => [code, value, status]);
}

const heading = /(?:<p[^>]*>|\n)(?:<[^>]*>|[^\n<]){0,6}?[三四五]、\s*(?:收到|政府信息公开行政复议|存在)/g;

test.each(Object.keys(own))('a table of %s behind a table of the form leaves it as it is', async (which) => {
  const table = own[which] ?? [];
  for (const [layout, written] of [
    ['html', asHtml(table)],
    ['html_word', asHtml(table)],
    ['markdown', asMarkdown(table)],
  ] as const) {
    const { name, bytes } = randomReport(611).render(layout);
    const text = new TextDecoder().decode(bytes);
    const places = [...text.matchAll(heading)];
    expect(places.length).toBe(3);
    for (const { index } of places)
      expect(await cells(text.slice(0, index) + written + text.slice(index), name)).toEqual(await cells(text, name));
  }
});

test('of two tables of two years with subtotals, no subtotal is read', async () => {
  const { name, bytes } = randomReport(1000).render('html_subtotals');
  const text = new TextDecoder().decode(bytes);
  const table = text.match(/<table[^>]*>(?:(?!<\/table>)[\s\S])*本年新收(?:(?!<\/table>)[\s\S])*<\/table>/)?.[0] ?? '';
  const other = table.replace(/<td>(\d+)<\/td>/g, (_, figure) => `<td>${Number(figure) + 5}</td>`);
  const read = await cells(text.replace(table, `<p>2020年度：</p>${other}<p>2021年度：</p>${table}`), name);
  expect(table).not.toBe('');
  expect(read.filter(([code, value]) => String(code).startsWith('applications.') && value !== null)).toEqual([]);
});

test('the rest of a table cut in two has no head of its own, and is read', async () => {
  const { name, bytes } = randomReport(611).render('html');
  const text = new TextDecoder().decode(bytes);
  const cut = text.replace(/<tr>(?=\s*<td[^>]*>四、结转下年度继续办理)/, '</table><table><tr>');
  expect(cut).not.toBe(text);
  expect(await cells(cut, name)).toEqual(await cells(text, name));
});
