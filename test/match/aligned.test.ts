import { describe, expect, test } from 'vitest';
import { judge } from '../../bench/accuracy/judge.ts';
import { blankZeros } from '../../bench/generate/draft/contents.ts';
import { randomReport } from '../../bench/generate/index.ts';
import type { TextLayout } from '../../bench/generate/layout/layouts.ts';
import { wrappedCharacters } from '../../bench/generate/layout/wrapped.ts';
import { uncertain } from '../../bench/generate/readings.ts';
import { parseDocument } from '../../src/parse.ts';

/** A line with its words, and its figures in columns; an empty one leaves its column free. */
const line = (words: string, ...figures: readonly (number | string)[]): string =>
  words.padEnd(24) + figures.map((figure) => String(figure).padEnd(6)).join('');

/** Heads of columns on a line, as the figures of the rows below them. */
const head = [
  line('', '', '', '', '申请人情况'),
  line('', '', '', '法人或其他组织'),
  line('', '自然人', '', '', '社会公', '', '', '总计'),
  line('', '', '商业企业', '科研机', '益组织', '法律服', '其他'),
  line('', '', '', '构', '', '务机构'),
];

const plain = [
  line('一、本年新收政府信息公开申请数量', 9, 0, 0, 0, 0, 0, 9),
  line('二、上年结转政府信息公开申请数量', 0, 0, 0, 0, 0, 0, 0),
  line('   （一）予以公开', 4, 0, 0, 0, 0, 0, 4),
  line('     1.属于国家秘密', 0, 0, 0, 0, 0, 0, 0),
  line('     3.危及“三安全一稳定”', 0, 0, 0, 0, 0, 0, 0),
];
const title = ['河口县示范局2022年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况'];
const firstRow = title.length + head.length + plain.length + 1;

/** Figures and lines of a row of table 3 whose lines stand in a text. */
async function read(rows: readonly string[], code: string, heads = head): Promise<string[]> {
  const text = [...title, ...heads, ...plain, ...rows, line('   （七）总计', 9, 0, 0, 0, 0, 0, 9)].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  return report.cells.filter((cell) => cell.code.startsWith(`applications.${code}.`)).map((cell) => `${cell.value}@${cell.line}`);
}

/** The figures among what is read. */
const figuresOf = async (...row: Parameters<typeof read>) => (await read(...row)).filter((cell) => !cell.startsWith('null'));

describe('rows of a text that keeps the places of the page', () => {
  test('a label wrapped above and below its figures, beside pieces of the label of its group', async () => {
    const rows = [line('（五）不 5.要求行政机关确认'), line('予处理  或重新出具已获取', 3, 1, 0, 0, 0, 0, 4), line('     信息')];
    const values = [3, 1, 0, 0, 0, 0, 4].map((value) => `${value}@${firstRow + 1}`);
    expect(await read(rows, 'unprocessed_reconfirmation')).toEqual(values);
  });

  test('figures at two heights are one row where they stand in columns of their own and add up', async () => {
    const upper = line('     8.属于行政查', 2);
    const values = [2, 1, 0, 0, 0, 0, 3].map((value, n) => `${value}@${n === 0 ? firstRow : firstRow + 1}`);
    expect(await read([upper, line('     询事项', '', 1, 0, 0, 0, 0, 3)], 'denied_registry_inquiry')).toEqual(values);
    expect(await figuresOf([upper, line('     询事项', '', 1, 0, 0, 0, 0, 4)], 'denied_registry_inquiry')).toEqual([]);
    expect(await figuresOf([upper, line('     询事项', 1, 0, 0, 0, 0, 3)], 'denied_registry_inquiry')).toEqual([]);
  });

  test('figures on the lines of two labels are of neither for certain', async () => {
    const rows = [line('5.要求行政机关确认 4.无正当理由大'), line('', 3, 1, 0, 0, 0, 0, 4), line('或重新出具已获取信息 量反复申请')];
    expect(await figuresOf(rows, 'unprocessed_reconfirmation')).toEqual([]);
    expect(await figuresOf(rows, 'unprocessed_excessive')).toEqual([]);
  });

  test('heads at several heights are in the order in which they stand beside each other', async () => {
    const values = [4, 0, 0, 0, 0, 0, 4].map((value) => `${value}@${firstRow - 3}`);
    expect(await read([], 'granted')).toEqual(values);
    const moved = head.map((shown) => shown.replace('自然人', '总　计').replace('总计', '自然人').replace('总　计', '总计　'));
    expect(await figuresOf([], 'granted', moved)).toEqual([]);
  });
});

test('the heads of a clause of table 2 that are wrapped beside each other tell its columns', async () => {
  const clause = [
    '二、主动公开政府信息情况',
    line('', '第二十条第（一）项'),
    line('信息内容', '本年制', '本年废', '现行有'),
    line('', '发件数', '止件数', '效件数'),
    line('规章', 1, 0, 5),
    line('行政规范性文件', 2, 3, 7),
  ];
  const text = [title[0], ...clause, title[1], ...head, ...plain].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  const cells = report.cells.filter(({ code }) => code.startsWith('disclosure.regulations.'));
  expect(cells.map(({ code, value }) => `${code.split('.')[2]} ${value}`)).toEqual([
    'issued_this_year 1',
    'repealed_this_year 0',
    'in_force 5',
  ]);
});

describe('rows that leave cells empty', () => {
  const [received, other] = ['一、本年新收政府信息公开申请数量', '4.保护第三方合法权益'];
  const sparse = (row: string) => [
    line(received, 9, '', '', '', 2, '', 11),
    line('二、上年结转政府信息公开申请数量', '', '', '', '', '', '', 0),
    line('   （一）予以公开', 6, '', '', '', '', '', 6),
    line('     1.属于国家秘密'),
    row,
    line('   （七）总计', 9, '', '', '', 2, '', 11),
    line('四、结转下年度继续办理', '', '', '', '', '', '', 0),
  ];
  const states = async (lines: readonly string[], code: string, heads = head) => {
    const text = [...title, ...heads, ...lines].join('\n');
    const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
    const own = report.cells.filter((cell) => cell.code.startsWith(`applications.${code}.`));
    return [...new Set(own.map(({ status }) => status))].length === 1 && own[0]?.value === null
      ? own[0].status
      : own.map(({ value, status }) => (status === 'blank' ? '' : (value ?? status))).join(' ');
  };
  const own = line(`     ${other}`, 3, '', '', '', 2, '', 5);

  test('are read by the places of their figures where these agree with the sums', async () => {
    expect(await states(sparse(own), 'new_received')).toBe('9    2  11');
    expect(await states(sparse(own), 'denied_third_party_rights')).toBe('3    2  5');
    expect(await states(sparse(own), 'carried_out')).toBe('      0');
    expect(await states(sparse(own), 'denied_state_secret')).toBe('blank');
  });

  test.each([
    ['two figures below one head', line(`     ${other}`, '3 1', '', '', '', 1, '', 5)],
    ['a figure between two heads', line(`     ${other}`, 3, '', '', '   2', '', '', 5)],
    ['figures below other heads than the sums allow', line(`     ${other}`, 3, '', 2, '', '', '', 5)],
  ])('are of no certain column: %s', async (_, row) => {
    expect([await states(sparse(row), 'new_received'), await states(sparse(row), 'denied_third_party_rights')]).toEqual([
      'ambiguous',
      'ambiguous',
    ]);
  });

  test.each([
    ['a total that is not the sum', line(`     ${other}`, 3, '', '', '', 2, '', 6)],
    ['no total, where the others have one', line(`     ${other}`, 3, '', '', '', 2)],
  ])('are uncertain alone: %s', async (_, row) => {
    expect([await states(sparse(row), 'new_received'), await states(sparse(row), 'denied_third_party_rights')]).toEqual([
      '9    2  11',
      'ambiguous',
    ]);
  });

  test('heads in another order tell no places', async () => {
    const moved = head.map((shown) => shown.replace('自然人', '总　计').replace('总计', '自然人').replace('总　计', '总计  '));
    expect(await states(sparse(own), 'new_received', moved)).toBe('ambiguous');
  });
});

test('words in the place of heads, however many, take no long time', async () => {
  const words = Array.from({ length: 36 }, () => '结果').join(' ');
  const block = `${Array.from({ length: 15 }, () => words).join('\n')}\n   1    3\n`;
  const began = performance.now();
  await parseDocument(new TextEncoder().encode([...title, block.repeat(400)].join('\n')), { name: 'a.txt' });
  expect(performance.now() - began).toBeLessThan(3000);
});

describe('the row of table 4 that leaves cells empty', () => {
  const remedy = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const narrow = (cells: readonly (number | string)[]) => `  ${cells.map((shown) => String(shown).padEnd(4)).join('')}`;
  const upper = narrow([...remedy, ...remedy, ...remedy].map((name) => name.slice(0, 2)));
  const lower = narrow([...remedy, ...remedy, ...remedy].map((name) => name.slice(2)));
  const table = ['四、政府信息公开行政复议、行政诉讼情况', '    行政复议    未经复议直接起诉    复议后起诉', upper, lower];
  const states = async (row: string) => {
    const { report } = await parseDocument(new TextEncoder().encode([title[0], ...table, row, '五、其他'].join('\n')), { name: 'a.txt' });
    return report.cells.map(({ value, status }) => (status === 'blank' ? '' : (value ?? status)));
  };
  const figures = ['', 2, '', '', 2, '', '', '', '', '', 1, '', '', 3, 4];

  test('is read by the places of its figures where its sums hold', async () => {
    expect(await states(narrow(figures))).toEqual(figures);
    expect(new Set(await states(narrow(figures.map((figure) => (figure === 4 ? 5 : figure)))))).toEqual(new Set(['ambiguous']));
    expect(new Set(await states(narrow(figures).trimStart()))).toEqual(new Set(['ambiguous']));
  });
});

describe('generated texts with wrapped cells', () => {
  const blank: TextLayout = { name: 'blank', medium: 'txt', tables: wrappedCharacters, content: blankZeros, readings: uncertain };

  test.each([['wrapped_characters'], ['wrapped_columns'], [blank]])('no wrong figure: %j', async (layout) => {
    let [expected, missed] = [0, 0];
    for (let seed = 300; seed < 312; seed++) {
      const rendered = randomReport(seed, { everywhere: true }).render(layout);
      const { report } = await parseDocument(rendered.bytes, { name: rendered.name });
      expect(judge(rendered.name, rendered.truth, report).cells.silent).toEqual([]);
      const own = report.cells.filter(({ code }) => !code.startsWith('disclosure.'));
      expected += Object.entries(rendered.truth.cells ?? {}).filter(
        ([code, { value }]) => value !== null && !code.startsWith('disclosure.'),
      ).length;
      missed -= own.filter(({ value }) => value !== null).length;
    }
    expect((expected + missed) / expected).toBeLessThan(layout === blank ? 0.05 : 0.01);
  });
});

describe('heads over two rows of cells', () => {
  const rows = (upper: string, lower: string) =>
    [
      ...title,
      '自然人 | 法人或其他组织 | 总计 |',
      upper,
      lower,
      '一、本年新收政府信息公开申请数量 | 4 | | 1 | | | | 5 |',
      '二、上年结转政府信息公开申请数量 | | | | | | | 0 |',
    ].join('\n');
  const states = async (text: string) => {
    const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
    const received = report.cells.filter(({ code }) => code.startsWith('applications.new_received.'));
    return received.map(({ value, status }) => value ?? status);
  };
  const read = [4, 'blank', 1, 'blank', 'blank', 'blank', 5];

  test.each([
    ['商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |', '企业 | 机构 |'],
    ['商业企业 | 科研 | 社会公益 | 法律服务 | 其他 |', '机构 | 组织 | 机构 |'],
  ])('%s above %s', async (upper, lower) => {
    expect(await states(rows(upper, lower))).toEqual(read);
  });

  test('what completes no head leaves the heads as they stand', async () => {
    expect(await states(rows('商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |', '企业 | 机构 | 合计 |'))).not.toEqual(read);
  });
});
