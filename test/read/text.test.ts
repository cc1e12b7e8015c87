import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/read/characters/decode.ts';
import { readText } from '../../src/read/text.ts';
import { outline } from './containers.ts';

describe('a table drawn with characters', () => {
  it('is read without its rules', async () => {
    const drawn = ['┌────┬──┐', '│规章│ 1│', '├────┼──┤', '│ 文件 │ │', '└────┴──┘'].join('\n');
    expect(outline(await readText(drawn, 'utf-8'))).toEqual(['', '0|0:规章|1:1', '', '0|0:文件|1:', '']);
    const ruled = ['------  -----', '规章    1', '------  -----'].join('\n');
    expect(outline(await readText(ruled, 'utf-8'))).toEqual(['', '规章    1', '']);
  });

  it('takes the lines between two rules for one row, whose numbers may be wrapped', async () => {
    const rule = '├────┼──┤';
    const drawn = ['┌────┬──┐', '│规章│38│', '│制定│5 │', rule, '│文件│ 7│', rule, '│许可│ 1│', '└────┴──┘'].join('\n');
    expect(outline(await readText(drawn, 'utf-8'))).toEqual(['', '0|0:规章 制定|1:38 5', '0', '', '0|0:文件|1:7', '', '0|0:许可|1:1', '']);
  });

  it('keeps lines apart where rules stand around all rows, not between them', async () => {
    const drawn = ['+----+--+', '|规章|1 |', '+----+--+', '|文件|2 |', '|许可|3 |', '+----+--+'].join('\n');
    expect(outline(await readText(drawn, 'utf-8')).filter(Boolean)).toEqual(['0|0:规章|1:1', '0|0:文件|1:2', '0|0:许可|1:3']);
  });

  it('keeps short dashes: in a cell they stand for nothing', async () => {
    expect(outline(await readText('规章\n--\n---\n—', 'utf-8'))).toEqual(['规章', '--', '---', '—']);
  });

  it('is Markdown still where bars divide its rule', async () => {
    expect((await readText('|规章|文件|\n|-----|-----|\n|1|2|', 'utf-8')).format).toBe('md');
  });
});

it('names of radicals that a PDF gives in place of the same characters are compared as those', async () => {
  const { lines } = await readText('⼀、⺠政局⻔户⻚⾯', 'utf-8');
  expect(lines.map(({ text, folded }) => [text, folded])).toEqual([['⼀、⺠政局⻔户⻚⾯', '一、民政局门户页面']]);
});

it('a page in Big5 keeps the characters of place names that its decoder does not know', () => {
  const page = '怒江傈僳族自治州衛生健康委員會政府信息公開工作年度報告：本報告根據條例要求編制，公開信息、申請情況如下。';
  expect(decode(iconv.encode(page, 'big5'))).toMatchObject({ text: page, encoding: 'big5' });
});

it('an empty cell that opens most rows is no frame of the table, where others print as many pipes', async () => {
  const rows = [
    '甲 | 一 | 5 | ',
    '乙 | 二 |  | 6',
    ' | 三 |  | 7',
    ' | 四 | 8 | ',
    ' | 五 | 9 | 1',
    ' | 六 |  | ',
    ' | 七 | 2 | ',
    ' | 八 | 3 | ',
  ];
  const { lines } = await readText(rows.join('\n'), 'utf-8');
  const cells = lines.map(({ row }) => row?.cells.map(({ text }) => text).join('|'));
  expect(cells).toEqual(['甲|一|5|', '乙|二||6', '|三||7', '|四|8|', '|五|9|1', '|六||', '|七|2|', '|八|3|']);
});
