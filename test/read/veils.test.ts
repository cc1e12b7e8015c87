import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';
import { readHtml } from '../../src/read/html.ts';

// A page that holds several versions of its report, of which it shows one.

const report = (figure: number) => `<h1>临溪县气象局2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>本年按要求做好公开工作。</p>
<p>二、主动公开政府信息情况</p><table><tr><td colspan=4>第二十条第(一)项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>${figure}</td><td>0</td><td>6</td></tr>
<tr><td>行政规范性文件</td><td>${figure + 1}</td><td>0</td><td>8</td></tr></table><p>三、收到和处理政府信息公开申请情况</p>`;
const inBlocks = (figure: number) =>
  `<div>信息内容</div><div>本年制发件数</div><div>本年废止件数</div><div>现行有效件数</div><div>规章</div><div>${figure}</div><div>0</div><div>6</div>`;

const figures = async (body: string) => {
  const page = `<html><head><style>.off{display:none}</style></head><body>${body}</body></html>`;
  const { report: read } = await parseDocument(new TextEncoder().encode(page), { name: 'report.html' });
  return read.cells.filter(({ code }) => code === 'disclosure.regulations.issued_this_year').map(({ value }) => value);
};

test.each([
  ['before it', `<div style="display:none">${report(13)}</div><div>${report(7)}</div>`],
  ['behind it', `<div>${report(7)}</div><section hidden>${report(13)}</section>`],
  ['by a style sheet', `<div class="tab off">${report(13)}</div><div class="tab">${report(7)}</div>`],
  [
    'its table alone',
    report(7).replace('<table>', `<table class="off">${report(13).split('<table>')[1]?.split('</table>')[0]}</table><table>`),
  ],
  ['with another inside', `<div class="off">${report(13)}<div class="off">${report(15)}</div></div>${report(7)}`],
  ['twice', `<div class="off">${report(13)}</div><div class="off">${report(15)}</div>${report(7)}`],
  ['made of blocks', `<div class="off">${report(13).replace(/<table>.*<\/table>/s, inBlocks(13))}</div>${report(7)}`],
  ['without its end tag', `${report(7)}<div class="off">${report(13)}`],
])('of two versions of a report the one that is shown is read: the other %s', async (_, body) => {
  expect(await figures(body)).toEqual([7]);
});

test.each([
  ['all of the page', `<div class="off">${report(7)}</div>`],
  ['a page shown by a script, with another version inside', `<body class="off"><div class="off">${report(13)}</div>${report(7)}`],
  ['its parts as tabs', `<div><a>一、总体情况</a><a>二、主动公开政府信息情况</a></div><div class="off">${report(7)}</div>`],
])('what only stands in hidden blocks is read: %s', async (_, body) => {
  expect(await figures(body)).toEqual([7]);
});

test('a hidden block that says something else is read, and one of a few lines', async () => {
  const { lines } = await readHtml('<p>甲乙</p><div hidden><p>甲乙</p><p>丙</p><p>丁</p><p>戊</p></div><p hidden>甲乙</p>', 'utf-8');
  expect(lines.map(({ text }) => text)).toEqual(['甲乙', '甲乙', '丙', '丁', '戊', '甲乙']);
});

test('hidden blocks without number take no long time', async () => {
  const started = performance.now();
  await readHtml(`<p>甲</p>${'<div hidden><p>甲</p>'.repeat(250)}${'<p>乙'.repeat(20_000)}`, 'utf-8');
  await readHtml('<div hidden><p>甲<p>乙<p>丙<p>丁</div>'.repeat(20_000), 'utf-8');
  expect(performance.now() - started).toBeLessThan(5000);
});
