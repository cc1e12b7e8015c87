import { describe, expect, it, test } from 'vitest';
import { readXlsx } from '../../src/read/xlsx.ts';
import { outline, xlsxOf } from './containers.ts';

describe('a workbook', () => {
  it('shows a part once, however often a damaged list of sheets names it', async () => {
    const doc = await readXlsx(xlsxOf('<row><c><v>1</v></c><c><v>2</v></c></row>', { times: 1000 }));
    expect(outline(doc)).toEqual(['0|0:1|1:2']);
  });

  it('shows the bare number where its format is longer than a spreadsheet program accepts', async () => {
    const cells = '<row><c s="0"><v>1.5</v></c><c s="0"><v>2</v></c></row>';
    expect(outline(await readXlsx(xlsxOf(cells, { format: '0.00' })))).toEqual(['0|0:1.50|1:2.00']);
    expect(outline(await readXlsx(xlsxOf(cells, { format: '0.00'.padEnd(300, '_ ') })))).toEqual(['0|0:1.5|1:2']);
  });

  it('leaves hidden rows and columns out without cutting the table they lie in', async () => {
    const rows = ['<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c>', '<c><v>4</v></c><c><v>5</v></c><c><v>6</v></c>'];
    const [first, last] = rows;
    const hidden = '<row r="2" hidden="1"><c><v>7</v></c><c><v>8</v></c><c><v>9</v></c></row>';
    const columns = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const sheet = `<row r="1">${first}</row>${hidden}<row r="3">${last}</row>`;
    expect(outline(await readXlsx(xlsxOf(sheet)))).toEqual(['0|0:1|1:2|2:3', '0|0:4|1:5|2:6']);
    expect(outline(await readXlsx(xlsxOf(sheet, { rest: columns })))).toEqual(['0|0:1|1:3', '0|0:4|1:6']);
    const merged = '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>';
    expect(outline(await readXlsx(xlsxOf(sheet, { rest: merged })))).toEqual(['0|0+1×2:1|1:2|2:3', '0|1:5|2:6']);
  });

  it('shows what is merged from a hidden row into a shown one', async () => {
    const sheet = '<row r="1" hidden="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2"><c/><c><v>3</v></c></row>';
    const merged = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>';
    expect(outline(await readXlsx(xlsxOf(sheet, { rest: merged })))).toEqual(['0|0:1|1:3']);
  });

  it('leaves an empty merged cell its place where its writer left the cell out', async () => {
    const sheet =
      '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row><row r="2"><c r="A2"><v>5</v></c><c r="B2"><v>6</v></c><c r="D2"><v>8</v></c></row>';
    const merged = '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="B2:C2"/><mergeCell ref="ZZZ1:ZZZ9"/></mergeCells>';
    expect(outline(await readXlsx(xlsxOf(sheet, { rest: merged })))).toEqual(['0|0:1|1:|2:4', '0|0:5|1:6|2:8']);
  });
});

test('a formula is of no value where the workbook is to be computed first: writers without a calculator put 0 beside it', async () => {
  const row = '<row><c><v>7</v></c><c><f>SUM(A1)</f><v>0</v></c><c><f t="shared" si="0"/><v>0</v></c></row>';
  expect(outline(await readXlsx(xlsxOf(row)))).toEqual(['0|0:7|1:0|2:0']);
  const uncomputed = xlsxOf(row, { behind: '<calcPr calcId="1" fullCalcOnLoad="1"/>' });
  expect(outline(await readXlsx(uncomputed))).toEqual(['0|0:7|1:=SUM(A1)|2:=']);
});

test('rows and columns of no size are hidden, and white cells where they have no ground', async () => {
  const cells = (n: number) => `<c><v>${n}</v></c><c><v>99</v></c><c s="1"><v>77</v></c><c s="2"><v>${n}</v></c>`;
  const rows = `<row>${cells(1)}</row><row ht="0" customHeight="1">${cells(2)}</row><row>${cells(3)}</row>`;
  const file = xlsxOf(rows, { columns: '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>' });
  expect(outline(await readXlsx(file))).toEqual(['0|0:1|1:|2:1', '0|0:3|1:|2:3']);
});

test('a number below zero keeps its sign in a format with a condition', async () => {
  const row = '<row><c s="0"><v>-9</v></c><c s="0"><v>9</v></c></row>';
  expect(outline(await readXlsx(xlsxOf(row, { format: '[=0]&quot;无&quot;;0' })))).toEqual(['0|0:-9|1:9']);
  expect(outline(await readXlsx(xlsxOf(row, { format: '[&lt;0]-0;0' })))).toEqual(['0|0:-9|1:9']);
});

test('what fills a cell is no sign of its number; quoted, it is what it says', async () => {
  const row = '<row r="1"><c r="A1" s="0"><v>9</v></c><c r="B1" s="0"><v>-7</v></c></row>';
  expect(outline(await readXlsx(xlsxOf(row, { format: '*-0' })))).toEqual(['0|0:9|1:-7']);
  expect(outline(await readXlsx(xlsxOf(row, { format: '&quot;*-&quot;0' })))).toEqual(['0|0:*-9|1:-*-7']);
});

test('a row of cells with a blank in each is a row of the table above it, without borders too; one such cell is a gap', async () => {
  const text = (content: string) => `<c t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
  const head = `<row>${text('结果维持')}${text('总计')}</row>`;
  expect(outline(await readXlsx(xlsxOf(`${head}<row>${text('\u00a0')}${text(' ')}</row><row>${text('五、其他')}</row>`)))).toEqual([
    '0|0:结果维持|1:总计',
    '0|0:|1:',
    '五、其他',
  ]);
  expect(outline(await readXlsx(xlsxOf(`${head}<row>${text('\u00a0')}</row><row>${text('五、其他')}</row>`)))).toHaveLength(2);
});
