import { expect, test } from 'vitest';
import { readPdf } from '../../src/read/pdf.ts';
import { outline } from './containers.ts';
import { chineseText, pdfOf, rule } from './paper.ts';

// What is drawn and not seen, and what stands beside a figure without being part of it.

const shown = async (content: string) => outline(await readPdf(pdfOf([content])));
const label = chineseText(60, 700, '规章');
const figure = chineseText(160, 700, '15');

test.each([
  ['a note five sixths as tall, as browsers draw it', chineseText(172, 704, '1', 10) + figure, '规章  15¹'],
  ['a figure painted over with white', `${chineseText(160, 700, '8')}1 1 1 rg 158 696 20 16 re f 0 g ${figure}`, '规章  8 / 15'],
  ['a figure drawn over another', `${figure}${chineseText(161, 700, '9')}`, null],
  ['a figure outside of what is painted', `${figure}q 0 0 9 9 re W n ${chineseText(172, 700, '9')}Q `, '规章  15'],
  ['a figure within what is painted', `q 150 690 60 30 re W n ${figure}Q `, '规章  15'],
  ['a figure within two paths that clip', `q 0 690 600 30 re W n q 150 0 60 800 re W n ${figure}Q Q `, '规章  15'],
  ['a white ground below it', `1 1 1 rg 150 690 60 30 re f 0 g ${figure}`, '规章  15'],
])('%s', async (_, drawn, expected) => {
  const [line] = await shown(label + drawn);
  if (expected === null) expect(line).not.toMatch(/\d{3}/);
  else expect(line).toBe(expected);
});

test('what stands outside of the box of a form is not shown, nor a rule that is clipped', async () => {
  const form = (box: string) => `/Type /XObject /Subtype /Form /BBox ${box} /Resources << /Font << /F1 3 0 R >> >>`;
  const drawn = `${label}${figure}/Fm1 Do `;
  const plain = Buffer.from(pdfOf([drawn], { forms: 1 })).toString('latin1');
  const read = async (box: string) => {
    const inner = chineseText(172, 700, '9');
    const file = plain
      .replace(/\/Type \/XObject \/Subtype \/Form[^\n]*\/Length 3/, `${form(box)} /Length ${inner.length}`)
      .replace('stream\nq Q\n', `stream\n${inner}\n`)
      .replace(/xref\n[\s\S]*trailer/, 'trailer');
    return outline(await readPdf(new Uint8Array(Buffer.from(file, 'latin1'))));
  };
  expect(await read('[0 0 600 600]')).toEqual(['规章  15']);
  expect(await read('[0 0 600 800]')).toEqual(['规章  159']);
  const rules = [60, 150, 190].map((x) => rule(x, 690, x, 720)).join('') + rule(60, 690, 190, 690) + rule(60, 720, 190, 720);
  const clipped = `q 0 0 600 600 re W n ${rule(165.8, 690, 165.8, 720)}Q `;
  const apart = chineseText(160, 700, '1') + chineseText(166, 700, '5');
  expect(await shown(rules + clipped + label + apart)).toEqual(['0|0:规章|1:15']);
});

test('a layer that is switched off is not shown', async () => {
  const properties = '/Properties << /L1 9 0 R >> /Font';
  const pages = [`${label}${figure}/OC /L1 BDC ${chineseText(172, 700, '9')}EMC ${chineseText(60, 650, '文后')}`];
  const plain = Buffer.from(pdfOf(pages)).toString('latin1');
  const layered = (state: string) =>
    plain
      .replace('/Resources << /Font', `/Resources << ${properties}`)
      .replace('/Type /Catalog', `/Type /Catalog /OCProperties << /OCGs [9 0 R] /D << /${state} [9 0 R] >> >>`)
      .replace(/xref\n[\s\S]*trailer\n<< \/Size \d+/, '9 0 obj\n<< /Type /OCG /Name (L) >>\nendobj\ntrailer\n<< /Size 10');
  const read = async (state: string) => outline(await readPdf(new Uint8Array(Buffer.from(layered(state), 'latin1'))));
  expect(await read('OFF')).toEqual(['规章  15', '文后']);
  expect(await read('ON')).toEqual(['规章  159', '文后']);
});

test('paths that paint white over everything, again and again, take no long time', async () => {
  const started = performance.now();
  await shown(`${chineseText(60, 700, '信息'.repeat(2000), 1)}1 1 1 rg ${'0 0 600 800 re f '.repeat(20_000)}`);
  expect(performance.now() - started).toBeLessThan(20_000);
});
