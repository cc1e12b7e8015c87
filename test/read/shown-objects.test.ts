import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { Doc } from '../../src/model.ts';
import { readDocx } from '../../src/read/docx.ts';
import { readFlatOpenDocument, readOdt } from '../../src/read/odf.ts';
import { readRtf } from '../../src/read/rtf.ts';
import { docxOf, openDocumentOf, p, tc, zipOf } from './containers.ts';

// What is shown and is no text: a cell that holds it is not empty. And what stands in fields, choices and embedded documents.

const object = '\ufffc';
const texts = ({ lines }: Doc) => lines.map(({ row, text }) => row?.cells.map((cell) => cell.text) ?? text);
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const mark = (kind: string, inside = '') => `<w:r><w:fldChar w:fldCharType="${kind}">${inside}</w:fldChar></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const list = (chosen: string) =>
  mark('begin', `<w:ffData><w:ddList>${chosen}<w:listEntry w:val="77"/><w:listEntry w:val="15"/></w:ddList></w:ffData>`);
const choice = (shown: string) =>
  `<mc:AlternateContent><mc:Choice Requires="x">${shown}</mc:Choice><mc:Fallback>${run('15')}</mc:Fallback></mc:AlternateContent>`;
const drawn = '<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>';
const symbols = (font: string, ...places: string[]) =>
  `<w:r>${places.map((place) => `<w:sym w:font="${font}" w:char="${place}"/>`).join('')}</w:r>`;

test.each([
  ['a picture', drawn, object],
  ['a picture beside a figure', drawn + run('15'), '15'],
  ['a picture within a figure', run('1') + drawn + run('5'), `1${object}5`],
  ['a formula that a field draws', mark('begin') + code('EQ \\o(15)') + mark('end'), object],
  ['a list, its chosen entry', list('<w:result w:val="1"/>') + code(' FORMDROPDOWN ') + mark('end'), '15'],
  ['a list, its first entry', list('') + code(' FORMDROPDOWN ') + mark('separate') + mark('end'), '77'],
  ['a list with its result', list('') + code(' FORMDROPDOWN ') + mark('separate') + run('3') + mark('end'), '3'],
  ['a field that shows nothing', mark('begin') + code(' TC "a" ') + mark('end'), ''],
  ['the second choice, where the first shows nothing', choice(''), '15'],
  ['the first choice, where it shows something', choice(run('3')), '3'],
  ['digits of a symbol font', symbols('Symbol', 'F031', 'F02E', 'F035'), '1.5'],
  ['places of another one', symbols('Wingdings', 'F031'), object],
  ['deleted text that is written as text', `<w:del w:id="1">${run('8')}</w:del>${run('15')}`, '15'],
  ['text that is always hidden', `<w:r><w:rPr><w:specVanish/></w:rPr><w:t>8</w:t></w:r>${run('15')}`, '15'],
])('in a cell of Word: %s', async (_, content, expected) => {
  const row = `<w:tbl><w:tr>${tc('规章')}${tc(`<w:p>${content}</w:p>`)}${tc('4')}</w:tr></w:tbl>`;
  expect(texts(await readDocx(docxOf(row)))).toEqual([['规章', expected, '4']]);
});

test('in a cell of OpenDocument', async () => {
  const cell = (content: string) => `<table:table-cell><text:p>${content}</text:p></table:table-cell>`;
  const picture = '<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>';
  const row = `<table:table><table:table-row>${cell('规章')}${cell(picture)}${cell(`4${picture}`)}</table:table-row></table:table>`;
  expect(texts(await readOdt(openDocumentOf('text', row)))).toEqual([['规章', object, '4']]);
});

test('in a cell of RTF: a picture, a list to choose from', async () => {
  const field = '{\\field{\\*\\fldinst FORMDROPDOWN {\\*\\formfield{\\fftype2{\\*\\ffl 15}}}}{\\fldrslt }}';
  const row = `\\trowd\\cellx1000\\cellx2000\\cellx3000\\cellx4000\\intbl Rules\\cell {\\pict 0a}\\cell ${field}\\cell 4\\cell\\row\\pard End\\par`;
  const { lines } = await readRtf(strToU8(`{\\rtf1 ${row}}`));
  expect(lines[0]?.row?.cells.map(({ text }) => text)).toEqual(['Rules', object, object, '4']);
});

test('a tracked deletion that still stands in the text of an OpenDocument is not shown', async () => {
  const region = (id: string, kind: string) => `<text:changed-region text:id="${id}"><text:${kind}/></text:changed-region>`;
  const marked = (id: string, text: string) =>
    `<text:change-start text:change-id="${id}"/>${text}<text:change-end text:change-id="${id}"/>`;
  const body = `<text:tracked-changes>${region('a', 'deletion')}${region('b', 'insertion')}</text:tracked-changes><text:p>规章${marked('a', '88')}${marked('b', '15')}件</text:p>`;
  const namespaces = ['office', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
  const flat = `<office:document ${namespaces} office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>${body}</office:text></office:body></office:document>`;
  expect(texts(await readFlatOpenDocument(strToU8(flat)))).toEqual(['规章15件']);
});

const rels = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c1" Target="${target}"/></Relationships>`;
const page = '<html><body><p>文中</p><table><tr><td rowspan="2">甲<td>1<tr><td>2</table></body></html>';
const mail = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${page}\r\n--b--\r\n`;
const chunk = '<w:altChunk r:id="c1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>';

test.each([
  ['a page', '/word/chunk.htm', page],
  ['a page with all that belongs to it', 'chunk.mht', Buffer.from(mail).toString('latin1')],
])('an embedded document is shown where it stands: %s', async (_, target, content) => {
  const parts = { 'word/_rels/document.xml.rels': rels(target), [target.startsWith('/') ? target.slice(1) : `word/${target}`]: content };
  if (target.endsWith('htm'))
    expect(texts(await readDocx(docxOf(p('文前') + chunk + p('文后'), parts)))).toEqual(['文前', '文中', ['甲', '1'], ['2'], '文后']);
  else expect((await readDocx(docxOf(p('文前') + chunk, parts))).lines).toHaveLength(4);
});

test('an embedded document of Word is read once; one that is missing hides nothing', async () => {
  const inner = docxOf(p('文中') + chunk);
  const outer = docxOf(p('文前') + chunk, { 'word/_rels/document.xml.rels': rels('inner.docx') });
  expect(texts(await readDocx(outer))).toEqual(['文前']);
  const { zipSync, unzipSync } = await import('fflate');
  const whole = zipSync({ ...unzipSync(outer), 'word/inner.docx': inner });
  expect(texts(await readDocx(whole))).toEqual(['文前', '文中']);
});

test('parts are found however a packer writes their names', async () => {
  const main = new TextDecoder().decode((await import('fflate')).unzipSync(docxOf(p('正文')))['word/document.xml']);
  for (const name of ['word\\document.xml', './word/document.xml', '/word/document.xml'])
    expect(texts(await readDocx(zipOf({ [name]: main })))).toEqual(['正文']);
});
