import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDoc } from '../../src/read/doc.ts';
import { readDocx } from '../../src/read/docx.ts';
import { readOdt } from '../../src/read/odf.ts';
import { readRtf } from '../../src/read/rtf.ts';
import { readXls } from '../../src/read/xls.ts';
import { readXlsx } from '../../src/read/xlsx.ts';
import { docxOf, openDocumentOf, outline, xlsxOf } from './containers.ts';
import { at, bytes, record, style, xlsOf } from './xls-file.ts';

// A figure struck out, white on white or off the line does not run into the one beside it; web pages have a test of their own.

const words = (line: string | undefined) => line?.replace(/ +/g, ' ').trim();

test.each(['strike', 'dstrike'])('in Word, %s in one run or two', async (strike) => {
  const run = (text: string, property = '') => `<w:r><w:rPr>${property}</w:rPr><w:t>${text}</w:t></w:r>`;
  const struck = `<w:${strike}/>`;
  const paragraph = `<w:p>${run('办理')}${run('1', struck)}${run('3', struck)}${run('15', `<w:${strike} w:val="0"/>`)}${run('件')}</w:p>`;
  expect(words(outline(await readDocx(docxOf(paragraph)))[0])).toBe('办理 13 / 15件');
});

test('in RTF', async () => {
  const text = '{\\rtf1\\ansi A{\\strike 13}15\\strike 7\\strike0 8{\\striked1 9\\plain 6}\\par}';
  expect(words(outline(await readRtf(new TextEncoder().encode(text)))[0])).toBe('A 13 / 15 / 7 / 8 / 9 / 6');
});

test('in OpenDocument', async () => {
  const struck =
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>';
  const plain =
    '<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>';
  const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;
  const body = `<text:p>办理${span('T1', '13')}15${span('T2', '6')}件</text:p>`;
  expect(words(outline(await readOdt(openDocumentOf('text', body, struck + plain)))[0])).toBe('办理 13 / 156件');
});

test('in a workbook; a phonetic guide is no part of a cell', async () => {
  const runs = '<r><rPr><strike/></rPr><t>13</t></r><r><t>15</t></r><rPh sb="0" eb="1"><t>9</t></rPh>';
  const row = `<row><c t="inlineStr"><is>${runs}</is></c><c><v>7</v></c></row>`;
  expect(words(outline(await readXlsx(xlsxOf(row)))[0])).toBe('0|0:13 / 15|1:7');
});

test('in a workbook of Excel 97', async () => {
  const { u16, f64 } = bytes;
  const font = (flags: number) => record(0x31, [...u16(200), ...u16(flags), ...u16(0), ...u16(400), ...u16(0)]);
  const rich = record(0xd6, [
    ...at(0, 0),
    ...u16(4),
    0,
    ...new TextEncoder().encode('1315'),
    ...u16(2),
    ...u16(0),
    ...u16(1),
    ...u16(2),
    ...u16(0),
  ]);
  const number = record(0x203, [...at(0, 1), ...f64(7)]);
  const file = xlsOf([font(0), font(8), style(0)], { records: [rich, number] });
  expect(words(outline(await readXls(file))[0])).toBe('0|0:13 / 15|1:7');
});

test.each([
  ['struck', '办理 13 / 15件'],
  ['unlike', '办理 13 / 15 / 7 件'],
])('in Word 97: %s', async (name, line) => {
  const file = new Uint8Array(readFileSync(new URL(`fixtures/${name}.doc`, import.meta.url)));
  expect(outline(await readDoc(file)).map(words)).toEqual([line]);
});

test.each([
  ['white', '<w:color w:val="FFFFFF"/>'],
  ['off the line', '<w:position w:val="8"/>'],
])('in Word, %s', async (_, property) => {
  const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  expect(words(outline(await readDocx(docxOf(`<w:p>${run('办理')}${run('13', property)}${run('7')}</w:p>`)))[0])).toBe('办理 13 / 7');
});

test('in RTF, white by the table of colours, and off the line', async () => {
  const colours = '{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}';
  const text = `{\\rtf1\\ansi${colours}A{\\cf2 13}15\\cf1 7{\\up8 1}{\\cf2\\up0 4}\\par}`;
  expect(words(outline(await readRtf(new TextEncoder().encode(text)))[0])).toBe('A 13 / 157 / 1 / 4');
});

test('in OpenDocument, white by a style of a name and one derived from it', async () => {
  const white = '<style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>';
  const derived = '<style:style style:name="T1" style:family="text" style:parent-style-name="W"/>';
  const body = '<text:p>办理15<text:span text:style-name="T1">13</text:span>件</text:p>';
  expect(words(outline(await readOdt(openDocumentOf('text', body, derived, white)))[0])).toBe('办理15 / 13 件');
});
