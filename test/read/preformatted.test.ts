import { expect, test } from 'vitest';
import { readHtml } from '../../src/read/html.ts';
import { readDocument } from '../../src/read/index.ts';

const read = async (html: string) => {
  const { lines } = await readHtml(html, 'utf-8');
  return lines.map(({ text, row }) => row?.cells.map((cell) => cell.text) ?? text);
};

test('preformatted rows keep their empty cells between tabs', async () => {
  expect(await read('<p>前文</p><pre class="a">规章\t3\t\t8\n文件\t\t2\t9\n其他\t\t\t1</pre><p>后文</p>')).toEqual([
    '前文',
    ['规章', '3', '', '8'],
    ['文件', '', '2', '9'],
    ['其他', '', '', '1'],
    '后文',
  ]);
});

test('lines of preformatted text are lines, whatever they are indented by', async () => {
  expect(await read('<pre>\t\t一、总体情况\n\t\t本年度工作平稳。\n规章\t3\t5\t8\n完</pre>')).toEqual([
    '一、总体情况',
    '本年度工作平稳。',
    '规章 3 5 8',
    '完',
  ]);
});

test('preformatted text without end takes no long time', async () => {
  const started = performance.now();
  for (const text of ['<pre', '<pre>', '<pre>\t\t\t\n', '<pre>a\tb\tc\td\n</pre>', '\t\t\ta\n'])
    await readHtml(`<pre>${text.repeat(20_000)}</pre>`, 'utf-8').catch(() => null);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('a text as a browser shows it is read as the text it is', async () => {
  const text = '某市水务局2023年政府信息公开工作年度报告\n\n规章|3|\n文件|5|7\n&lt;完&gt;';
  const page = `<html><head><meta charset="utf-8"><title>a.txt</title></head><body><pre style="white-space: pre-wrap">${text}</pre></body></html>`;
  const read = async (bytes: string) =>
    (await readDocument(new TextEncoder().encode(bytes))).lines.map(({ row, text: line }) => row?.cells.map((cell) => cell.text) ?? line);
  expect(await read(page)).toEqual(['某市水务局2023年政府信息公开工作年度报告', '', ['规章', '3', ''], ['文件', '5', '7'], '<完>']);
  expect(await read(page.replace('<body>', '<body><p>前文</p>'))).toContain('前文');
});
