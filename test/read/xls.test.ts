import { describe, expect, test } from 'vitest';
import { readXls } from '../../src/read/xls.ts';
import { outline } from './containers.ts';
import { at, bytes, chart, compoundOf, record, style, type XlsPart, xlsOf, xlsStream } from './xls-file.ts';

const { u16, u32, f64, wide } = bytes;
const latin = (text: string) => [...new TextEncoder().encode(text)];
const short = (value: number, isHundredth = false) => u32((value << 2) | 2 | (isHundredth ? 1 : 0));
const number = (row: number, column: number, value: number, look = 0) => record(0x203, [...at(row, column, look), ...f64(value)]);
const text = (row: number, column: number, which: number) => record(0xfd, [...at(row, column), ...u32(which)]);
const label = (row: number, column: number, letters: string) =>
  record(0x204, [...at(row, column), ...u16(letters.length), 1, ...wide(letters)]);

const formula = (row: number, column: number, result: readonly number[], tokens: readonly number[] = []) =>
  record(6, [...at(row, column), ...result, ...u16(0), ...u32(0), ...u16(tokens.length), ...tokens]);
const special = (kind: number, value = 0) => [kind, 0, value, 0, 0, 0, 0xff, 0xff];

const lines = async (globals: readonly (readonly number[])[], ...sheets: readonly XlsPart[]) =>
  outline(await readXls(xlsOf(globals, ...sheets)));
const sheet = (...records: readonly (readonly number[])[]): XlsPart => ({ records });

describe('a cell of an Excel 97-2003 workbook', () => {
  test('shows its number in its format, in four bytes, eight, or many side by side', async () => {
    const format = record(0x41e, [...u16(170), ...u16(4), 0, ...latin('0.00')]);
    const many = record(0xbd, [...u16(1), ...u16(0), ...u16(0), ...short(-18), ...u16(0), ...short(1250, true), ...u16(1)]);
    const floating = record(0x27e, [...at(2, 0), ...u32(0x3ff80000)]);
    const cells = sheet(number(0, 0, 7.5, 1), number(0, 1, 0.1 + 0.2), many, floating, number(2, 1, 44927, 2));
    expect(await lines([format, style(0), style(170), style(31)], cells)).toEqual([
      '0|0:7.50|1:0.3',
      '0|0:-18|1:12.5',
      '0|0:1.5|1:2023年1月1日',
    ]);
    const since1904 = record(0x22, u16(1));
    expect(await lines([since1904, style(0), style(31)], sheet(number(0, 0, 43465, 1), number(0, 1, 1)))).toEqual(['0|0:2023年1月1日|1:1']);
  });

  test('shows its text, however it is kept', async () => {
    const strings = record(
      0xfc,
      [...u32(3), ...u32(3), ...u16(3), 0, ...latin('abc'), ...u16(4), 1, ...wide('规章')],
      // The rest of the text, in letters of one byte; behind it one with a note's number and a phonetic guide.
      [0, ...latin('ok'), ...u16(3), 13, ...u16(2), ...u32(5), ...wide('5'), ...wide('1件')],
      [...u16(1), ...u16(5), ...u16(2), ...u16(0), 9, 9, 9, 9, 9],
    );
    const font = (isRaised: boolean) => record(0x31, [...u16(200), ...u16(0), ...u16(0), ...u16(400), ...u16(isRaised ? 1 : 0)]);
    const fonts = [false, false, false, false, true].map(font);
    const rich = record(0xd6, [...at(1, 0), ...u16(2), 0, ...latin('23'), ...u16(1), ...u16(1), ...u16(5)]);
    const cells = sheet(text(0, 0, 0), text(0, 1, 1), text(0, 2, 2), rich, label(1, 1, '许可'), text(1, 2, 99));
    expect(await lines([...fonts, strings, style(0)], cells)).toEqual(['0|0:abc|1:规章ok|2:5¹件', '0|0:2³|1:许可|2:']);
  });

  test('shows the value its formula had', async () => {
    const said = record(0x207, [...u16(2), 1, ...wide('合计')]);
    const shared = record(0x4bc, [...u16(0), ...u16(0), 0, 2, 0, 1, ...u16(0)]);
    const top = [
      formula(0, 0, f64(12)),
      formula(0, 1, special(0)),
      shared,
      said,
      formula(0, 2, special(1, 1)),
      formula(0, 3, special(2, 7)),
    ];
    const truths = [record(0x205, [...at(1, 2), 0, 0]), record(0x205, [...at(1, 3), 42, 1])];
    expect(await lines([style(0)], sheet(...top, formula(1, 0, special(3)), number(1, 1, 3), ...truths))).toEqual([
      '0|0:12|1:合计|2:TRUE|3:#DIV/0!',
      '0|0:|1:3|2:FALSE|3:#N/A',
    ]);
  });

  test('is hidden with its row, its column, its sheet; a zero where zeros are', async () => {
    const hiddenRow = record(0x208, [...u16(1), ...Array(10).fill(0), ...u16(0x20), ...u16(0)]);
    const hiddenColumn = record(0x7d, [...u16(1), ...u16(1), ...u16(0), ...u16(0), ...u16(1), ...u16(0)]);
    const cells = [0, 1, 2].flatMap((row) => [0, 1, 2, 3].map((column) => number(row, column, row * 4 + column)));
    const withoutZeros = record(0x23e, [...u16(0x6a6), ...Array(16).fill(0)]);
    const other = number(0, 0, 99);
    expect(
      await lines(
        [style(0)],
        sheet(withoutZeros, ...cells, hiddenRow, hiddenColumn),
        { records: [other], state: 1 },
        { records: [other], kind: 2 },
      ),
    ).toEqual(['0|0:|1:2|2:3', '0|0:8|1:10|2:11']);
  });

  test('covers what is merged into it; borders make a table of empty cells', async () => {
    const merges = record(0xe5, [...u16(2), ...[0, 0, 0, 1].flatMap(u16), ...[1, 2, 0, 0].flatMap(u16)]);
    const empty = record(0xbe, [...u16(2), ...u16(0), ...u16(1), ...u16(1), ...u16(1)]);
    const cells = [label(0, 0, '头'), label(0, 2, '数'), label(1, 0, '左'), number(1, 1, 1), number(1, 2, 2), empty];
    const inside = chart(number(1, 1, 777));
    expect(await lines([style(0), style(0, true)], sheet(...cells, inside, merges))).toEqual([
      '0|0+2×1:头|2:数',
      '0|0+1×2:左|1:1|2:2',
      '0|1:|2:',
    ]);
  });
});

describe('a damaged workbook', () => {
  test('is read however wrong its formulas are: nothing of them is read', async () => {
    // An array that ends before the length of its formula: one who reads on waits for an end that is no number.
    const array = record(0x221, [...u16(0), ...u16(0), 0, 1, ...Array(5).fill(0)]);
    const name = record(0x18, [...u16(0), 0, 1, ...u16(1), ...Array(8).fill(0), 0, 65, 0x1e]);
    const link = record(0x1b8, [0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, ...Array(24).fill(0)]);
    const cells = sheet(formula(0, 0, f64(12), [0x1e]), array, number(0, 1, 30), link);
    expect(await lines([style(0), name], cells)).toEqual(['0|0:12|1:30']);
  });

  test('is refused where a count or a place leads behind the end', async () => {
    const refused = (globals: readonly (readonly number[])[], ...records: readonly number[][]) =>
      expect(lines(globals, sheet(number(0, 0, 1), ...records))).rejects.toMatchObject({ code: 'damaged' });
    await refused([], record(0xe5, [...u16(0xffff), ...u32(0), ...u32(0)]));
    await refused([record(0xfc, [...u32(1), ...u32(1), ...u16(500), 1, 65, 0])]);
    await refused([], [...u16(0x203), ...u16(0xfff0), 1]);
    await refused([record(0x85, [...u32(1_000_000), 0, 0, 1, 0, 65])]);
  });

  test('loses no sheet where the end of the one before is gone', async () => {
    const stream = xlsStream([style(0)], [sheet(number(0, 0, 1), number(0, 1, 2)), sheet(number(0, 0, 3), number(0, 1, 4))]);
    const end = Buffer.from(stream).lastIndexOf(Buffer.from([0x0a, 0, 0, 0]), stream.length - 5);
    stream[end] = 0x50;
    expect(outline(await readXls(compoundOf('Workbook', stream)))).toEqual(['0|0:1|1:2', '1|0:3|1:4']);
  });

  test('costs no more than its size, whatever it claims', async () => {
    const columns = Array.from({ length: 3000 }, () => record(0x7d, [...u16(2), ...u16(0xffff), ...Array(4).fill(0), ...u16(1), 0, 0]));
    const cells = Array.from({ length: 3000 }, (_, row) => record(0xbe, [...u16(row), ...u16(1), ...u16(0), ...u16(0xffff)]));
    expect(await lines([style(0)], sheet(...columns, ...cells, number(0, 0, 5), number(0, 1, 6)))).toEqual(['0|0:5|1:6']);
  });
});

test('a workbook with a password, and one of Excel 95, say so', async () => {
  await expect(lines([record(0x2f, [1, 0, 1, 0])], sheet())).rejects.toMatchObject({ code: 'encrypted' });
  const old = () => readXls(compoundOf('Book', xlsStream([], [sheet()])));
  expect(old).toThrow(/另存为 .xlsx/);
  expect(() => readXls(compoundOf('Workbook', xlsStream([], [sheet()], 0x500)))).toThrow(/另存为 .xlsx/);
});
