import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// A page that shows its article by a script, and holds it in an element that itself shows nothing.

const words = '本年度认真做好信息公开各项工作，及时更新栏目内容。'.repeat(40);
const article = `<h1>临溪县气象局2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>${words}</p><p>二、主动公开政府信息情况</p>
<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>1</td><td>0</td><td>6</td></tr></table>
<p>三、收到和处理政府信息公开申请情况</p>`;
const escaped = article.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const figures = async (body: string) => {
  const page = `<html><head><title>信息公开</title></head><body><div>首页</div>${body}<script>show()</script></body></html>`;
  const { report } = await parseDocument(new TextEncoder().encode(page), { name: 'report.html' });
  return report.cells.filter(({ code }) => code.startsWith('disclosure.regulations')).map(({ value }) => value);
};

test.each([
  ['a text area', `<textarea id="content">${escaped}</textarea>`],
  ['a script of markup', `<script type="text/template">${article}</script>`],
  ['a template', `<template>${article}</template>`],
  ['what is for those without scripts', `<noscript>${article}</noscript>`],
  ['a string of a script', `<script>var site = 'x', page = {id: 3, body: ${JSON.stringify(article)}};</script>`],
  ['data of a script, tags as codes', `<script>data = ${JSON.stringify({ body: article }).replaceAll('<', '\\u003c')}</script>`],
  ['data of a script, tags as references', `<script type="application/json">${JSON.stringify([{ body: escaped }])}</script>`],
  [
    'a string in single quotes, letters as codes',
    `<script>show('${article.replaceAll('\n', '\\n').replaceAll('规', '\\u89c4')}')</script>`,
  ],
  ['the document of a frame', `<iframe src="about:blank" srcdoc="${article.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`],
  ['beside many links', `${'<a href="x">政府信息公开目录</a>'.repeat(90)}<script>a(${JSON.stringify(article)})</script>`],
])('its article is read from %s', async (_, body) => {
  expect(await figures(body)).toEqual([1, 0, 6]);
});

test('beside an article that is shown it is not read', async () => {
  expect(await figures(`${article.replace('<td>6</td>', '<td>7</td>')}<textarea>${escaped}</textarea>`)).toEqual([1, 0, 7]);
});

test('text areas without number or end take no long time', async () => {
  const started = performance.now();
  for (const text of [
    '<textarea',
    '<textarea>',
    '<textarea>a</textarea>',
    '<script type="text/html">',
    '</textarea ',
    "<script>'",
    '<iframe srcdoc="',
    '<iframe ',
    '<script>"</script>',
    "\\'",
  ])
    await figures(`<script>${text.repeat(40_000)}</script>`).catch(() => null);
  for (const text of ['<textarea', '<textarea>', '<textarea>a</textarea>', '<script type="text/html">', '</textarea '])
    await figures(text.repeat(40_000)).catch(() => null);
  expect(performance.now() - started).toBeLessThan(20_000);
});
