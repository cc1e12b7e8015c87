import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/read/docx.ts';
import { characterMap } from '../../src/read/pdf/cmaps.ts';
import { readPdf } from '../../src/read/pdf.ts';
import { outline } from './containers.ts';
import { chineseText, pdfOf, rule } from './paper.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const shown = async (pages: readonly string[], options?: Parameters<typeof pdfOf>[1]) => outline(await readPdf(pdfOf(pages, options)));

/** A ruled grid: columns at `xs`, rows at `ys`, without the borders named in `open`. */
const grid = (xs: readonly number[], ys: readonly number[]) =>
  [...ys.map((y) => rule(xs[0] ?? 0, y, xs.at(-1) ?? 0, y)), ...xs.map((x) => rule(x, ys[0] ?? 0, x, ys.at(-1) ?? 0))].join('');

describe('tables', () => {
  test('over three pages, with double borders and merged cells, are the same as in Word', async () => {
    const lines = (text: string[]) => text.map((line) => line.replace(/(商业|科研) (企业|机构)/g, '$1$2'));
    expect(outline(await readPdf(fixture('report.pdf')))).toEqual(lines(outline(await readDocx(fixture('report.docx')))));
  });

  test('cells follow from the rules that are printed, not from blanks', async () => {
    const text = chineseText(60, 715, '规章') + chineseText(160, 715, '12') + chineseText(260, 695, '7');
    expect(await shown([grid([50, 150, 250, 350], [730, 710, 690]) + text])).toEqual(['0|0:规章|1:12|2:', '0|0:|1:|2:7']);
  });

  test('figures that touch the same border from both sides stay apart; one that runs over it stays whole', async () => {
    const text = chineseText(138, 715, '23') + chineseText(150, 715, '4') + chineseText(220, 695, '13575394432.52');
    expect(await shown([grid([50, 150, 250, 350], [730, 710, 690]) + text])).toEqual(['0|0:23|1:4|2:', '0|0:|1:|2:13575394432.52']);
  });

  test('a vertical label is read downwards; figures on lines of their own stay apart', async () => {
    const label = [...'本年度'].map((character, n) => chineseText(54, 716 - n * 14, character)).join('');
    const figures = chineseText(120, 716, '3') + chineseText(120, 702, '0');
    expect(await shown([grid([50, 70, 200, 300], [730, 680]) + label + figures])).toEqual(['0|0:本年度|1:3 0|2:']);
  });

  test('dotted borders, borders drawn as bars, open sides', async () => {
    const dots = Array.from({ length: 60 }, (_, n) => rule(50 + n * 5, 730, 53.5 + n * 5, 730)).join('');
    const bars = '50 709.5 300 0.5 re f 50 690 300 0.4 re f 149.8 690 0.4 40 re f ';
    const text = chineseText(60, 715, '甲') + chineseText(160, 715, '1') + chineseText(60, 695, '乙') + chineseText(160, 695, '2');
    expect(await shown([dots + bars + text])).toEqual(['0|0:甲|1:1', '0|0:乙|1:2']);
  });

  test('white rules and underlines are no borders', async () => {
    const text = chineseText(60, 715, '规章') + chineseText(160, 715, '12');
    const lines = `${rule(155, 713, 175, 713)}1 1 1 RG ${rule(170, 690, 170, 730)}`;
    expect(await shown([grid([50, 150, 250], [730, 690]) + lines + text])).toEqual(['0|0:规章|1:12']);
  });

  test('where rules run downwards only, a figure that stands higher or lower goes to no label of another line', async () => {
    const down = [150, 250, 350].map((x) => rule(x, 690, x, 760)).join('');
    const text =
      chineseText(60, 745, '规章') +
      chineseText(160, 745, '1') +
      chineseText(260, 732, '15') +
      chineseText(60, 715, '文件') +
      chineseText(160, 715, '4');
    expect(await shown([down + text])).toEqual(['0|0:规章|1:1|2:', '0|0:|1:|2:15', '0|0:文件|1:4|2:']);
  });

  /** Words at places, each `[x, y, text]`. */
  const words = (places: readonly (readonly [number, number, string])[]) => places.map((place) => chineseText(...place)).join('');

  test('without rules, a label that is wrapped above and below its figures stands before them, whatever group it is in', async () => {
    const rows = words([
      [60, 717, '（三）不'],
      [160, 725, '1.没有现成信'],
      [240, 717, '5'],
      [290, 717, '0'],
      [160, 709, '息需要制作'],
      [60, 701, '予公开'],
      [160, 685, '2.重复申请'],
      [240, 685, '7'],
      [290, 685, '1'],
    ]);
    expect(await shown([rows])).toEqual(['（三）不  1.没有现成信息需要制作 5  0', '予公开', '2.重复申请  7  1']);
    const down = [150, 230, 280].map((x) => rule(x, 660, x, 760)).join('');
    expect(await shown([down + rows])).toEqual([
      '0|0:(三)不|1:1.没有现成信息需要制作|2:5|3:0',
      '0|0:予公开|1:|2:|3:',
      '0|0:|1:2.重复申请|2:7|3:1',
    ]);
  });

  test('without rules, figures at several heights are in the order of their columns, or with no label at all', async () => {
    const row = words([
      [60, 715, '规范性文件'],
      [200, 715, '0'],
      [150, 705, '4'],
      [250, 705, '15'],
    ]);
    expect(await shown([row])).toEqual(['规范性文件  4  0  15']);
    const torn = words([
      [60, 745, '规章'],
      [160, 745, '1'],
      [260, 732, '15'],
      [60, 715, '文件'],
      [160, 715, '4'],
    ]);
    expect(await shown([torn])).toEqual(['规章  1', '0|0:|1:15', '文件  4']);
  });

  test('without rules, heads that are wrapped are whole; words below one another elsewhere are not joined', async () => {
    const heads = words([
      [150, 745, '结果维'],
      [210, 745, '其他结'],
      [150, 729, '持'],
      [210, 729, '果'],
      [150, 700, '3'],
      [210, 700, '4'],
    ]);
    expect(await shown([heads])).toEqual(['0|0:|1:结果维持|2:其他结果', '0|0:|1:3|2:4']);
    const elsewhere = words([
      [60, 745, '索引号：甲一'],
      [210, 745, '主题：财政'],
      [60, 729, '机关：财政局'],
      [210, 729, '日期：昨日'],
      [60, 700, '甲'.repeat(38)],
      [60, 684, '乙'.repeat(38)],
    ]);
    const prose = `${'甲'.repeat(38)}${'乙'.repeat(38)}`;
    expect(await shown([elsewhere])).toEqual(['索引号：甲一  主题：财政', '机关：财政局  日期：昨日', prose]);
  });

  test('without rules, heads at several heights are in the order of the figures they stand over', async () => {
    const heads = words([
      [150, 745, '法人组织机构甲乙'],
      [150, 732, '商业'],
      [210, 725, '其他'],
      [270, 738, '总计'],
      [60, 700, '规章'],
      [150, 700, '3'],
      [210, 700, '4'],
      [270, 700, '7'],
    ]);
    expect(await shown([heads])).toEqual(['0|0:|1+2×1:法人组织机构甲乙|3:', '0|0:|1:商业|2:其他|3:总计', '0|0:规章|1:3|2:4|3:7']);
    const lacking = words([
      [150, 732, '商业'],
      [270, 738, '总计'],
      [60, 700, '规章'],
      [150, 700, '3'],
      [210, 700, '4'],
      [270, 700, '7'],
    ]);
    expect(await shown([lacking])).toEqual(['总计', '商业', '规章  3  4  7']);
  });

  test('without rules, a head over several columns does not go on in the heads below it', async () => {
    const heads = words([
      [150, 745, '未经复议直接起诉'],
      [330, 745, '复议后直接起诉'],
      ...[150, 210, 270].map((x) => [x, 729, '结果'] as const),
      ...[330, 390].map((x) => [x, 729, '其他'] as const),
      ...[150, 210, 270, 330, 390].map((x) => [x, 700, '3'] as const),
    ]);
    expect(await shown([heads])).toEqual([
      '0|0:|1+2×1:未经复议直接起诉|3:|4+2×1:复议后直接起诉',
      '0|0:|1:结果|2:结果|3:结果|4:其他|5:其他',
      '0|0:|1:3|2:3|3:3|4:3|5:3',
    ]);
  });

  test('a page turned for a wide table is read upright', async () => {
    const upright = grid([50, 150, 250], [230, 210]) + chineseText(60, 215, '规章') + chineseText(160, 215, '12');
    expect(await shown([`q 0 1 -1 0 595 0 cm ${upright} Q`])).toEqual(['0|0:规章|1:12']);
    expect(await shown([upright], { rotate: 90 })).toEqual(['0|0:规章|1:12']);
  });
});

describe('page breaks', () => {
  const page = (rows: readonly (readonly string[])[], number: string, more = '') => {
    const ys = [...rows.map((_, n) => 780 - n * 20), 780 - rows.length * 20];
    const cells = rows.flatMap((row, n) => row.map((text, c) => (text === '' ? '' : chineseText(56 + c * 100, 766 - n * 20, text))));
    return grid([50, 150, 250, 350], ys) + cells.join('') + chineseText(290, 20, number) + more;
  };

  test('a table goes on; page numbers are left out, also inside it', async () => {
    const lines = await shown([page([['1.甲', '1', '2']], '- 1 -'), page([['2.乙', '3', '4']], '- 2 -')]);
    expect(lines).toEqual(['0|0:1.甲|1:1|2:2', '0|0:2.乙|1:3|2:4']);
  });

  test('bare page numbers count with the pages; other figures at the edge are text', async () => {
    expect(await shown([page([['甲', '1', '']], '3'), page([['乙', '2', '']], '4')])).toEqual(['0|0:甲|1:1|2:', '0|0:乙|1:2|2:']);
    expect(await shown([page([['甲', '1', '']], '57'), page([['乙', '2', '']], '9')])).toEqual([
      '0|0:甲|1:1|2:',
      '57',
      '1|0:乙|1:2|2:',
      '9',
    ]);
  });

  test('a row cut in two is one row; a row of its own stays one', async () => {
    const cut = await shown([
      page([['2.没有现成信', '5', '']], '-1-'),
      page(
        [
          ['息需要制作', '', ''],
          ['3.补正', '0', '1'],
        ],
        '-2-',
      ),
    ]);
    expect(cut).toEqual(['0|0:2.没有现成信息需要制作|1:5|2:', '0|0:3.补正|1:0|2:1']);
    const whole = await shown([page([['规章', '', '']], '-1-'), page([['规范性文件', '4', '1']], '-2-')]);
    expect(whole).toEqual(['0|0:规章|1:|2:', '0|0:规范性文件|1:4|2:1']);
  });

  test('a label that went to the next page by itself is that of the figures before it', async () => {
    const after = ['3.补正', '0', '1'];
    const cut = await shown([page([['', '5', '2']], '-1-'), page([['2.没有现成信息', '', ''], after], '-2-')]);
    expect(cut).toEqual(['0|0:2.没有现成信息|1:5|2:2', '0|0:3.补正|1:0|2:1']);
    const empty = await shown([page([['1.本机关不掌握', '5', '2']], '-1-'), page([['2.没有现成信息', '', ''], after], '-2-')]);
    expect(empty).toEqual(['0|0:1.本机关不掌握|1:5|2:2', '0|0:2.没有现成信息|1:|2:', '0|0:3.补正|1:0|2:1']);
    const both = await shown([page([['', '5', '2']], '-1-'), page([['2.没有现成信息', '7', ''], after], '-2-')]);
    expect(both).toEqual(['0|0:|1:5|2:2', '0|0:2.没有现成信息|1:7|2:', '0|0:3.补正|1:0|2:1']);
  });

  test.each(['１２', '12项', '—', '无'])('below a head over two rows at the end of a page, %s is no rest of its words', async (figure) => {
    const head = grid([50, 150, 250, 350], [780, 740]) + rule(150, 760, 250, 760);
    const words = [
      [56, '信息'],
      [156, '甲'],
      [256, '总计'],
    ] as const;
    const first = head + words.map(([x, text]) => chineseText(x, 764, text)).join('') + chineseText(156, 744, '乙');
    const read = await shown([first, page([['规章', '3', figure]], '-2-')]);
    expect(read.at(-1)).toBe(`0|0:规章|1:3|2:${figure.normalize('NFKC')}`);
  });

  test('a figure that is wrapped where a page ends is not its first digits', async () => {
    const first = page([['2.没有现成信息', '10', '5']], '-1-');
    const after = ['3.补正', '0', '1'];
    expect(await shown([first, page([['', '3', ''], after], '-2-')])).toEqual(['0|0:2.没有现成信息|1:10 3|2:5', '0|0:3.补正|1:0|2:1']);
    const unnamed = ['0|0:2.没有现成信息|1:10|2:5', '0|0:|1:3|2:7', '0|0:3.补正|1:0|2:1'];
    expect(await shown([first, page([['', '3', '7'], after], '-2-')])).toEqual(unnamed);
  });

  test('a heading repeated on every page is furniture, a paragraph goes on over the break', async () => {
    const head = chineseText(250, 820, '某局年度报告');
    const full = '甲'.repeat(45);
    const pages = [head + chineseText(70, 700, full.slice(0, 43)) + chineseText(50, 680, full), head + chineseText(50, 780, '乙止。')];
    expect(await shown(pages)).toEqual([`${full.slice(0, 43)}${full}乙止。`]);
  });
});

describe('text', () => {
  test('fonts that are not embedded are read by the character maps that come along', async () => {
    expect(await shown([chineseText(60, 700, '政府信息公开12件')])).toEqual(['政府信息公开12件']);
    expect(characterMap('GBK-EUC-H').length).toBeGreaterThan(10_000);
    expect(() => characterMap('90ms-RKSJ-H')).toThrow();
  });

  test('the maps are those of pdfjs-dist', () => {
    const folder = new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url);
    for (const name of ['Adobe-GB1-UCS2', 'UniGB-UTF16-H', 'GBK-EUC-V']) {
      expect(Buffer.from(characterMap(name)).equals(readFileSync(new URL(`${name}.bcmap`, folder)))).toBe(true);
    }
  });

  test('bold printed by drawing twice counts once; a raised figure is a note', async () => {
    const twice = chineseText(60, 700, '11') + chineseText(60.3, 700, '11');
    const note = chineseText(60, 650, '5') + chineseText(66.5, 655, '1', 6);
    expect(await shown([twice + note])).toEqual(['11', '5¹']);
  });

  test.each([
    ['struck out', (text: string) => text + rule(200, 704, 212, 704)],
    ['white', (text: string) => `1 1 1 rg ${text}0 g `],
  ])('a figure that is %s does not run into the one beside it', async (_, drawn) => {
    const line = drawn(chineseText(200, 700, '12')) + chineseText(212, 700, '120') + rule(212, 698, 230, 698);
    expect(await shown([chineseText(176, 700, '办理') + line])).toEqual(['办理 12 / 120']);
  });

  test('a raised figure is a note of its own line, however near a line beside it is', async () => {
    // A cell of two lines beside one of a single line, which stands between them.
    const wrapped = chineseText(60, 700, '甲乙') + chineseText(60, 688, '丙丁');
    const noted = chineseText(200, 694, '177') + chineseText(219.5, 699, '1', 6);
    expect((await shown([wrapped + noted])).join('|')).toContain('177¹');
  });

  test('wide headings keep their blanks, columns two', async () => {
    const heading = [...'总计'].map((character, n) => chineseText(60 + n * 24, 700, character)).join('');
    expect(await shown([heading + chineseText(60, 650, '规章') + chineseText(160, 650, '0')])).toEqual(['总 计', '规章  0']);
  });
});

describe('documents that cannot be read', () => {
  const refused = (bytes: Uint8Array, code: string) =>
    expect(readPdf(bytes)).rejects.toMatchObject({ name: 'UnreadableError', code, format: 'pdf' });
  const text = chineseText(60, 700, '政府');
  const bytes = pdfOf([text]);
  const latin = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'));

  test('a scan, a cut, rubbish', async () => {
    await refused(pdfOf(['q 500 0 0 700 0 0 cm /Im1 Do Q']), 'scanned');
    await refused(bytes.subarray(0, bytes.length - 200), 'damaged');
    await refused(latin('%PDF-1.4 rubbish %%EOF'), 'damaged');
  });

  test('a password', async () => {
    await refused(fixture('password.pdf'), 'encrypted');
  });

  test('compressed text whose checksum is wrong shows no wrong figure', async () => {
    const packed = deflateSync(Buffer.from(text, 'latin1'));
    expect(outline(await readPdf(pdfOf([text], { packed })))).toEqual(['政府']);
    packed[packed.length - 1] = (packed.at(-1) ?? 0) ^ 1;
    await refused(pdfOf([text], { packed }), 'damaged');
  });

  test('a bomb', async () => {
    await refused(pdfOf([text], { packed: deflateSync(Buffer.alloc(40 * 1024 * 1024, 32)) }), 'too_large');
  });

  test('a page that draws itself over and over is stopped by its operators', async () => {
    await refused(pdfOf([`${'/Fm1 Do '.repeat(2)}${text}`], { forms: 24 }), 'too_large');
  });

  test('more pages than any report', async () => {
    await refused(pdfOf(Array.from({ length: 401 }, () => text)), 'too_large');
  });
});
