import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readRtf } from '../../src/read/rtf.ts';
import { outline } from './containers.ts';

/** An RTF document; characters above 127 become GBK bytes, escaped as Word does. */
const rtf = (body: string, head = '\\ansicpg936') => new Uint8Array(Buffer.from(`{\\rtf1\\ansi${head}${fonts}${hex(body)}}`, 'latin1'));
const fonts = '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 Ming;}}';
const hex = (text: string, encoding = 'gbk') =>
  text.replace(/[^\0-\x7f]/g, (character) => [...iconv.encode(character, encoding)].map((byte) => `\\'${byte.toString(16)}`).join(''));
const shown = async (body: string, head?: string) => outline(await readRtf(rtf(body, head)));

describe('text', () => {
  test('Unicode characters with their substitutes, by any count of them', async () => {
    expect(await shown("\\u20844?\\u24320\\'3f \\uc2\\u24180??\\uc0\\u24230 {\\uc1\\u25253\\endash}\\u21578\\par")).toEqual([
      '公开 年度报告',
    ]);
    expect(await shown('\\u-10179 ?\\u-8704 ?')).toEqual(['\u{1f600}']);
  });

  test('bytes by the code page of the document and of the font; a second byte may be a letter', async () => {
    expect(await shown('政府信息公开\\par')).toEqual(['政府信息公开']);
    expect(await shown(`{\\f2 ${hex('政府資訊', 'big5')}}\\par`)).toEqual(['政府資訊']);
    const [lead, trail] = iconv.encode('镕', 'gbk');
    const mixed = `{\\f1 \\'${lead?.toString(16)}${String.fromCharCode(trail ?? 0)}}`;
    expect(String.fromCharCode(trail ?? 0)).toMatch(/[A-Za-z@-~]/);
    expect(await shown(mixed, '\\ansicpg1252')).toEqual(['镕']);
  });

  test('deletions, hidden text, headers, pictures, field codes and document properties are left out', async () => {
    const body =
      '{\\info{\\title 旧题}}{\\header 页眉\\par}受理{\\deleted 91}12{\\v 隐}件{\\field{\\*\\fldinst PAGE}{\\fldrslt 。}}' +
      '{\\*\\unknown 无}{\\pict\\wmetafile8 0102}\\bin3 }{x续\\par{\\footer 1}';
    expect(await shown(body)).toEqual(['受理12件。续']);
  });

  test('numbers of lists are part of the text, raised digits are not part of a figure', async () => {
    expect(
      await shown(
        '\\pard\\intbl{\\listtext\\pard\\plain 一、\\tab}总体情况\\cell{\\listtext\\pard 1.\\tab}5{\\super 1}\\cell\\trowd\\cellx3000\\cellx6000\\row',
      ),
    ).toEqual(['0|0:一、总体情况|1:1. 5¹']);
  });

  test('a text box follows, a note stands at the end', async () => {
    const box = '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 9}}{\\shptxt \\pard 框\\par}}{\\shprslt{\\pard 框\\par}}}';
    expect(await shown(`\\pard 正文{\\footnote\\pard 注\\par}${box}续\\par`)).toEqual(['框', '正文续', '注']);
  });
});

describe('tables', () => {
  const row = (cells: readonly (readonly [edge: number, text: string, flags?: string])[]) =>
    `\\trowd\\trleft-108${cells.map(([edge, , flags = '']) => `${flags}\\cellx${edge}`).join('')}\\pard\\intbl ${cells.map(([, text]) => `${text}\\cell `).join('')}\\row`;

  test('spans follow from the edges and flags of all rows', async () => {
    const body =
      row([
        [2000, '结果', '\\clvmgf'],
        [6000, '申请人'],
      ]) +
      row([
        [2010, '', '\\clvmrg'],
        [4000, '自然人'],
        [5990, '总计'],
      ]) +
      row([
        [2000, '公开'],
        [4000, '1', '\\clmgf'],
        [6000, '', '\\clmrg'],
      ]);
    expect(await shown(`${body}\\pard 后\\par`)).toEqual(['0|0+1×2:结果|1+2×1:申请人', '0|1:自然人|2:总计', '0|0:公开|1+2×1:1', '后']);
  });

  test('a table inside a cell keeps its rows; the outer row is layout', async () => {
    const nested =
      '\\trowd\\cellx8000\\pard\\intbl 外\\par\\pard\\intbl\\itap2 规章\\nestcell 1\\nestcell{\\*\\nesttableprops\\trowd\\cellx3000\\cellx6000\\nestrow}' +
      '{\\nonesttables\\par}\\pard\\intbl 尾\\cell\\row\\pard 后\\par';
    expect(await shown(nested)).toEqual(['外', '0|0:规章|1:1', '尾', '后']);
  });
});

describe('documents that cannot be read', () => {
  test.each([
    ['cut off', Buffer.from('{\\rtf1 {公开 12'), 'damaged'],
    ['empty', Buffer.from('{\\rtf1\\par}'), 'no_text'],
    ['a scan', Buffer.from('{\\rtf1{\\pict 00}}'), 'scanned'],
    ['endless groups', Buffer.from(`{\\rtf1${'{'.repeat(100_000)}`), 'too_large'],
    ['endless nesting', Buffer.from('{\\rtf1\\pard\\itap2000000 1\\nestcell}'), 'too_large'],
  ])('%s', async (_, bytes, code) => {
    await expect(async () => readRtf(new Uint8Array(bytes))).rejects.toMatchObject({ name: 'UnreadableError', code });
  });
});
