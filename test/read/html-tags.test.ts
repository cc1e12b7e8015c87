import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/read/html.ts';
import { deepestMarkup } from '../../src/read/limits.ts';

const shown = async (page: string) => (await readHtml(page, 'utf-8')).lines.map(({ text }) => text);

describe('tags as authors leave them', () => {
  it('ends cells and rows whose end tags are left out', async () => {
    const { lines } = await readHtml('<table><tr><td>a<td>b<tr><th colspan=2>c</table>d', 'utf-8');
    expect(lines.map(({ text, row }) => [text, row?.cells.map(({ columns }) => columns)])).toEqual([
      ['a\tb', [1, 1]],
      ['c', [2]],
      ['d', undefined],
    ]);
  });

  it.each([
    ['a head without an end tag', '<head><title>t</title><body>text', ['text']],
    ['navigation that the element around it ends', '<div><nav>menu</div>text', ['text']],
    ['navigation that an inline end tag does not end', '<span><nav>menu</span>more</nav>text', ['text']],
    ['an end tag without a start tag', 'one</p>two</td>three</nav>four', ['one', 'twothreefour']],
    ['a drawing that closes itself', '<svg/>text', ['text']],
    ['a block that cannot close itself', '<div/>one</div>two', ['one', 'two']],
    ['names and attributes in capitals', '<TABLE><TR><TD COLSPAN=3>a</TD></TR></TABLE>', ['a']],
    ['entities, also in attributes', '<a href="a&amp;b.docx">附件&nbsp;&#49;</a>', ['附件 1']],
    ['elements nobody follows', '<o:p>1</o:p><font>2</font><b>3</b>', ['123']],
    ['a script inside running text', 'a<script>"<p>"</script>b', ['ab']],
  ])('%s', async (_, page, lines) => {
    expect(await shown(page)).toEqual(lines);
  });

  it('reads what elements say beside the text', async () => {
    const { hints } = await readHtml(
      '<head><title>one</title><meta name=PubDate content="2021-01-29"><link rel=canonical href="https://example.gov.cn/a"></head><a href="a&amp;b.docx">附件</a>',
      'utf-8',
    );
    expect(hints).toMatchObject({
      titles: ['one'],
      published: ['2021-01-29'],
      address: 'https://example.gov.cn/a',
      attachments: [{ name: '附件', href: 'a&b.docx' }],
      links: 1,
    });
  });

  it.each([
    ['a reference without its semicolon, and what is none', 'a&ampb &#65 &am; &', ['a&b A &am; &']],
    ['a reference behind a stroke that opens no tag', '1 <&lt; 2 &nbsp; 3', ['1 << 2 3']],
    ['a reference that stands for two characters', '&NotEqualTilde;', ['≂̸']],
    ['what a script compares', '<script>a &lt; b && c</script>text', ['text']],
  ])('decodes references: %s', async (_, page, lines) => {
    expect(await shown(page)).toEqual(lines);
  });

  it('decodes references of attributes and of a title as a whole', async () => {
    const { hints } = await readHtml(
      `<title>年度报告&nbsp;&mdash;&nbsp;某局</title><a href='/a.docx?t="1"&copy=2&amp;n=3&gt'>附件</a>`,
      'utf-8',
    );
    expect(hints.titles).toEqual(['年度报告\u00a0—\u00a0某局']);
    expect(hints.attachments).toEqual([{ name: '附件', href: '/a.docx?t="1"&copy=2&n=3>' }]);
  });

  it('refuses what nests deeper than any page, and is not slowed by end tags that end nothing', async () => {
    await expect(readHtml('<div>'.repeat(deepestMarkup + 1), 'utf-8')).rejects.toMatchObject({ code: 'damaged' });
    expect(await shown(`${'<div>'.repeat(deepestMarkup - 1)}${'</table>'.repeat(300_000)}end`)).toEqual(['end']);
  });
});
