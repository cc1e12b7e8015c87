import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/read/pdf.ts';
import { outline } from './containers.ts';
import { chineseText, pdfOf, rule } from './paper.ts';

type Word = readonly [x: number, y: number, text: string];
const words = (places: readonly Word[]) => places.map(([x, y, text]) => chineseText(x, y, text)).join('');
const shown = async (...pages: string[]) => outline(await readPdf(pdfOf(pages)));

/** Three heads over columns, each as wide as its word. */
const heads = (y: number): readonly Word[] => [
  [60, y, '信息内容'],
  [200, y, '本年制发件数'],
  [320, y, '本年废止件数'],
  [440, y, '现行有效件数'],
];

describe('tables without downward rules', () => {
  test('a figure is of the column whose head it stands below; where none stands, the cell is empty', async () => {
    const rows: readonly Word[] = [
      [60, 700, '规章'],
      [345, 700, '17'],
      [60, 680, '行政规范性文件'],
      [60, 660, '其他文件'],
      [225, 660, '4'],
      [465, 660, '203'],
    ];
    expect(await shown(words([...heads(720), ...rows]))).toEqual([
      '0|0:信息内容|1:本年制发件数|2:本年废止件数|3:现行有效件数',
      '0|0:规章|1:|2:17|3:',
      '0|0:行政规范性文件|1:|2:|3:',
      '0|0:其他文件|1:4|2:|3:203',
    ]);
  });

  test('a figure below no head, or below two, and two figures below one head leave the lines as they are', async () => {
    const loose = (...figures: readonly Word[]) => shown(words([...heads(720), [60, 700, '规章'], ...figures]));
    const head = '信息内容  本年制发件数  本年废止件数  现行有效件数';
    expect(await loose([300, 700, '17'])).toEqual([head, '规章  17']);
    expect(await loose([260, 700, '17171717171717'])).toEqual([head, '规章  17171717171717']);
    expect(await loose([325, 700, '1'], [360, 700, '7'])).toEqual([head, '规章  1  7']);
  });

  test('a head that is wrapped on lines of its own is whole; a head a row higher is none of its lines', async () => {
    const places: readonly Word[] = [
      [200, 770, '法人或其他组织'],
      [206, 745, '社会'],
      [206, 729, '公益'],
      [206, 713, '组织'],
      [320, 737, '法律服务'],
      [332, 721, '机构'],
      [60, 690, '1.甲'],
      [215, 690, '3'],
      [60, 670, '2.乙'],
      [341, 670, '5'],
    ];
    expect(await shown(words(places))).toEqual([
      '0|0:|1:法人或其他组织|2:',
      '0|0:|1:社会公益组织|2:法律服务机构',
      '0|0:1.甲|1:3|2:',
      '0|0:2.乙|1:|2:5',
    ]);
  });

  test('rows on the next page go on below the heads of the page before; a heading ends them', async () => {
    const first = words([...heads(120), [60, 100, '1.甲'], [345, 100, '17']]);
    const second = words([
      [60, 780, '2.乙'],
      [465, 780, '5'],
      [60, 740, '三、收到和处理申请的情况以及说明'],
      [60, 690, '申请'],
      [345, 690, '8'],
    ]);
    expect(await shown(first, second)).toEqual([
      '0|0:信息内容|1:本年制发件数|2:本年废止件数|3:现行有效件数',
      '0|0:1.甲|1:|2:17|3:',
      '0|0:2.乙|1:|2:|3:5',
      '三、收到和处理申请的情况以及说明',
      '申请  8',
    ]);
  });

  test('text of a cell that the end of a page left open goes on below the last rule, and in the row it began', async () => {
    const down = (y: number, to: number) => [50, 110, 250, 350].map((x) => rule(x, y, x, to)).join('');
    const first =
      rule(50, 60, 350, 60) +
      rule(110, 40, 350, 40) +
      down(60, 40) +
      words([
        [52, 46, '办理结'],
        [52, 32, '果'],
        [120, 46, '1.甲'],
        [260, 46, '3'],
      ]);
    const second =
      rule(110, 780, 350, 780) +
      rule(50, 760, 350, 760) +
      down(800, 760) +
      words([
        [120, 786, '2.乙'],
        [260, 786, '4'],
        [120, 766, '3.丙'],
        [260, 766, '7'],
      ]);
    expect(await shown(first, second)).toEqual(['0|0+1×3:办理结果|1:1.甲|2:3', '0|1:2.乙|2:4', '0|1:3.丙|2:7']);
  });
});
