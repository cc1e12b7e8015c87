import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';
import { readHtml } from '../../src/read/html.ts';

const lines = async (body: string) => (await readHtml(body, 'utf-8')).lines.map(({ text }) => text);
const cells = (name: string, ...texts: string[]) => texts.map((text) => `<${name}>${text}</${name}>`).join('');

test.each([
  ['blocks', `<div>${cells('div', '重复申请', '3', '', '&nbsp;', '7')}</div>`, ['重复申请', '3', '', '', '7']],
  ['items of a list', `<ul>${cells('li', '重复申请', '', '', '7')}</ul>`, ['重复申请', '', '', '7']],
  ['terms', `<dl>${cells('dt', '其他处理', '重复申请')}${cells('dd', '', '7')}</dl>`, ['其他处理', '重复申请', '', '7']],
  ['figures alone', `<div>${cells('div', '3', '', '', '')}</div>`, ['3', '', '', '']],
  ['a label alone', `<div>${cells('div', '重复申请', '', '')}</div>`, ['重复申请', '', '']],
])('a row of %s keeps its empty cells', async (_, body, expected) => {
  expect(await lines(`<p>前文</p>${body}<p>后文</p>`)).toEqual(['前文', ...expected, '后文']);
});

test.each([
  ['paragraphs', `<div>${cells('p', '前文', '', '')}</div>`, ['前文']],
  ['words behind an empty block', `<div>${cells('div', '前文', '', '中文')}</div>`, ['前文', '中文']],
  ['links', `<ul><li><a href="a">上一篇</a></li><li></li><li>3</li></ul>`, ['上一篇', '3']],
  ['nothing at all', `<div>${cells('div', '', '', '')}</div>`, []],
  ['blocks within blocks', `<div><div>前文<div>3</div></div><div></div><div></div></div>`, ['前文', '3']],
])('%s are no row', async (_, body, expected) => {
  expect(await lines(`${body}<p>后文</p>`)).toEqual([...expected, '后文']);
});

test('a table of blocks is read with its empty cells', async () => {
  const row = (...texts: string[]) => `<div>${cells('div', ...texts)}</div>`;
  const page = `<html><head><title>临溪县气象局2022年政府信息公开工作年度报告</title></head><body><p>二、主动公开政府信息情况</p>${[
    row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
    row('规章', '1', '', '6'),
    row('行政规范性文件', '', '', '4'),
  ].join('')}<p>三、收到和处理政府信息公开申请情况</p></body></html>`;
  const { report } = await parseDocument(new TextEncoder().encode(page), { name: 'report.html' });
  const figures = report.cells.filter(({ code }) => /regulations|normative/.test(code)).map(({ value, status }) => value ?? status);
  expect(figures).toEqual([1, 'blank', 6, 'blank', 'blank', 4]);
});

test('blocks without number or end take no long time', async () => {
  const started = performance.now();
  for (const text of ['<div><div>1</div><div></div>', '<div>', '</div>', '<ul><li>1<li><li></ul>', '<div></div>'])
    await readHtml(text.repeat(20_000), 'utf-8').catch(() => null);
  expect(performance.now() - started).toBeLessThan(20_000);
});
