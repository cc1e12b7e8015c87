import { expect, test } from 'vitest';
import { readPdf } from '../../src/read/pdf.ts';
import { outline } from './containers.ts';
import { chineseText, pdfOf, rule } from './paper.ts';

// Ways to draw characters: the figure is the one that is seen, or none.

const shown = async (content: string) => outline(await readPdf(pdfOf([content])));
const hex = (text: string) => [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
const label = chineseText(60, 700, '规章');
const figure = chineseText(160, 700, '15');

test.each([
  ['a shadow', `0.7 g ${chineseText(161.5, 698.5, '15')}0 g ${figure}`, '规章  15'],
  ['a size below zero in a matrix that turns it back', `BT /F1 -12 Tf -1 0 0 -1 160 700 Tm <${hex('15')}> Tj ET `, '规章  15'],
  ['a figure that shows no ink beside one that does', `${figure}q 3 Tr ${chineseText(172, 700, '9')}Q `, '规章  15 / 9'],
  ['a figure too small to be seen beside another', `${figure}${chineseText(172, 700, '9', 1)}`, '规章  15 / 9'],
])('%s', async (_, drawn, expected) => {
  expect(await shown(label + drawn)).toEqual([expected]);
});

test.each([3, 3.6])('a digit drawn %s points beside its like is no further digit', async (step) => {
  const [line] = await shown(label + chineseText(160, 700, '7') + chineseText(160 + step, 700, '7'));
  expect(line).not.toMatch(/77/);
});

/** Two rows of three cells. */
const grid = [60, 160, 190, 260].map((x) => rule(x, 700, x, 760)).join('') + [700, 730, 760].map((y) => rule(60, y, 260, y)).join('');
const words = [
  ['规章', '18', '4'],
  ['规范性文件', '9', '27'],
].map((row, n) => row.map((word, m) => chineseText([62, 168, 200][m] ?? 0, 740 - n * 30, word)).join(''));

test.each([0.4, 1, 2.5, -1.5])('a page that stands askew by %s degrees is read as one that does not', async (degrees) => {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const straight = await shown(grid + words.join(''));
  expect(straight).toEqual(['0|0:规章|1:18|2:4', '0|0:规范性文件|1:9|2:27']);
  expect(await shown(`${cosine} ${sine} ${-sine} ${cosine} 0 0 cm ${grid}${words.join('')}`)).toEqual(straight);
});

test('a figure below a shorter one is not the rest of it', async () => {
  const box =
    rule(60, 700, 60, 760) + rule(84, 700, 84, 760) + rule(110, 700, 110, 760) + rule(60, 700, 110, 700) + rule(60, 760, 110, 760);
  const figures = (above: string, below: string) => chineseText(61, 730, above) + chineseText(61, 716, below);
  expect(await shown(box + figures('1', '226'))).toEqual(['0|0:1 226|1:']);
  expect(await shown(box + figures('122', '60'))).toEqual(['0|0:12260|1:']);
});

test('figures half a line apart are not one that is wrapped', async () => {
  const box =
    rule(60, 700, 60, 760) + rule(84, 700, 84, 760) + rule(110, 700, 110, 760) + rule(60, 700, 110, 700) + rule(60, 760, 110, 760);
  const figures = (pitch: number) => chineseText(61, 730, '126') + chineseText(61, 730 - pitch, '12');
  expect(await shown(box + figures(14))).toEqual(['0|0:12612|1:']);
  expect(await shown(box + figures(7))).toEqual(['0|0:126 12|1:']);
});

/** A line in a font whose codes number its shapes; `map` tells which character some of them are. */
async function numbered(codes: readonly number[], map: Readonly<Record<number, string>> | null): Promise<readonly unknown[]> {
  const entries = Object.entries(map ?? {}).map(([code, text]) => `<${Number(code).toString(16).padStart(4, '0')}> <${hex(text)}>`);
  const body = `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${entries.length} beginbfchar\n${entries.join('\n')}\nendbfchar endcmap`;
  const content = `BT /F1 12 Tf 60 700 Td <${codes.map((code) => code.toString(16).padStart(4, '0')).join('')}> Tj ET `;
  const plain = Buffer.from(pdfOf([content])).toString('latin1');
  const embedded = plain
    .replace('/Encoding /UniGB-UCS2-H', map ? '/Encoding /Identity-H /ToUnicode 9 0 R' : '/Encoding /Identity-H')
    .replace('/Ordering (GB1)', '/Ordering (Identity)')
    .replace(
      /xref\n[\s\S]*trailer\n<< \/Size \d+/,
      `9 0 obj\n<< /Length ${body.length} >>\nstream\n${body}\nendstream\nendobj\ntrailer\n<< /Size 10`,
    );
  return outline(await readPdf(new Uint8Array(Buffer.from(embedded, 'latin1'))));
}

test('a shape that the font does not name is no blank and no digit, whatever its number is', async () => {
  const map = { 3: '规', 4: '章', 5: '1' };
  expect(await numbered([3, 4, 5, 5], map)).toEqual(['规章11']);
  expect(await numbered([3, 4, 5, 10], map)).toEqual(['规章1\ufffd']);
  expect(await numbered([3, 4, 5, 56], map)).toEqual(['规章1\ufffd']);
  expect(await numbered([3, 4, 5, 11], { ...map, 11: '' })).toEqual(['规章1\ufffd']);
  expect(await numbered([0x89c4, 0x7ae0, 0x31, 0x0a, 0x31], null)).toEqual(['规章1\ufffd1']);
});

test('an encoding by characters needs no map for one that its collection lacks', async () => {
  expect(await shown(label + chineseText(160, 700, '\u00a0') + chineseText(220, 700, '15'))).toEqual(['规章  15']);
});

test('figures that run over the border between them are two', async () => {
  const box = [60, 130, 150, 170].map((x) => rule(x, 700, x, 730)).join('') + rule(60, 700, 170, 700) + rule(60, 730, 170, 730);
  const cells = (left: string, right: string, x: number) =>
    chineseText(62, 712, '规章') + chineseText(131, 712, left, 9) + chineseText(x, 712, right, 9);
  expect(await shown(box + cells('817', '11594', 146.5))).toEqual(['0|0:规章|1:817|2:11594']);
  expect(await shown(box + cells('8172', '11594', 149))).toEqual(['0|0:规章|1:8172|2:11594']);
  const single = [...'81726'].map((digit, n) => chineseText(131 + n * 4.5, 712, digit, 9)).join('');
  expect(await shown(box + chineseText(62, 712, '规章') + single)).toEqual(['0|0:规章|1:81726|2:']);
});

test('a section does not go on from a sentence that fills its line', async () => {
  const lines = ['全年办理的事项都已向社会公布。', '二、主动公开政府信息情况', '全年办理的事项都已向社会公布，'];
  const page = lines.map((line, n) => chineseText(60, 700 - n * 18, line)).join('');
  expect(await shown(page)).toEqual(lines);
});
