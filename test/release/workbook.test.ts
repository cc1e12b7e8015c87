import { read, utils } from '@lokalise/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvLine, inert } from '../../src/release/tables/csv.ts';
import { columnLetters, SheetFull, type SheetValue, sheetLimits, workbook } from '../../src/release/tables/workbook.ts';

async function bytesOf(rows: readonly (readonly SheetValue[])[], name = '数据 & <1>'): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbook([{ name, widths: [10, 20], frozenRows: 1, rows }])) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Read by another library: what a person would see. */
async function readBack(rows: readonly (readonly SheetValue[])[]): Promise<unknown[][]> {
  const book = read(await bytesOf(rows), { cellDates: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null }) : [];
}

describe('a workbook', () => {
  it('gives another reader the same values', async () => {
    const rows: SheetValue[][] = [
      ['报告', 'reports', '数字'],
      ['=1+1', '+4', -5],
      ['-', '@x', 0.1],
      ['a\nb', '  c  ', 1e21],
      ['<&>"\'', '𠀀', null],
      [true, false, 13575394432.52],
    ];
    expect(await readBack(rows)).toEqual(rows);
  });

  it('writes a text that looks like a formula as text', async () => {
    const sheet = strFromU8(unzipSync(await bytesOf([['=HYPERLINK("x")']]))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('t="inlineStr"');
    expect(sheet).not.toContain('<f>');
  });

  it('writes days as days', async () => {
    const sheet = strFromU8(
      unzipSync(await bytesOf([[new Date('2024-02-29T00:00:00Z'), new Date('1900-03-01T00:00:00Z')]]))['xl/worksheets/sheet1.xml'] ??
        new Uint8Array(),
    );
    expect(sheet).toContain('<c r="A1" s="1"><v>45351</v></c><c r="B1" s="1"><v>61</v></c>');
  });

  it('survives any text, also what XML does not allow', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 5 }), async (texts) => {
        const sheet = strFromU8(unzipSync(await bytesOf([texts]))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be left
        expect(sheet).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
        expect(sheet.match(/<c /g)).toHaveLength(texts.length);
      }),
      { numRuns: 100, seed: 1 },
    );
    expect(await readBack([['a\u0007b', '_x0041_']])).toEqual([['a\u0007b', '_x0041_']]);
  });

  it('cuts a text at what a cell holds, and refuses more rows than a sheet holds', async () => {
    const [[long]] = (await readBack([['字'.repeat(sheetLimits.characters + 5)]])) as [[string]];
    expect(long).toHaveLength(sheetLimits.characters);
    function* endless(): Generator<SheetValue[]> {
      for (;;) yield [null];
    }
    const tooLong = workbook([{ name: 'a', widths: [], frozenRows: 0, rows: endless() }]);
    await expect(async () => {
      for await (const _ of tooLong);
    }).rejects.toThrow(SheetFull);
  });

  it('is the same bytes for the same rows', async () => {
    expect(Buffer.from(await bytesOf([['a', 1]])).equals(Buffer.from(await bytesOf([['a', 1]])))).toBe(true);
  });

  it('names columns as sheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('a line of CSV', () => {
  it('keeps null, empty text, quotes and line ends apart', () => {
    expect(csvLine([null, '', 'a,"b"', 'c\nd', 1.5, true, 9007199254740993n])).toBe(',"","a,""b""","c\nd",1.5,true,9007199254740993\n');
  });

  it.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '\n=1', '＝1', '＋1', '－', '＠a'])('makes %j inert', (text) => {
    expect(inert(text)).toBe(`'${text}`);
  });

  it('leaves other texts alone', () => {
    expect(['', 'a=1', '公开', "'=1"].map(inert)).toEqual(['', 'a=1', '公开', "'=1"]);
  });
});
