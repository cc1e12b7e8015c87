import { describe, expect, it, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// What touches a figure, and what stands where a figure should: neither is read as a number of its own.

const title = '厦门市司法局2020年政府信息公开工作年度报告';
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
/** Enough text for a reader to tell that it is text, though one character was lost. */
const prose = '一年来，本局按时答复群众申请，及时更新公开栏目，没有发生泄密事件。'.repeat(12);
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

async function row(lines: readonly string[], code: string, name = 'a.txt') {
  const { report } = await parseDocument(new TextEncoder().encode([title, ...lines].join('\n')), { name });
  return report.cells.filter((cell) => cell.code.startsWith(`${code}.`)).map(({ value, status }) => value ?? status);
}

const disclosed = ['二、主动公开政府信息情况', '第二十条第（五）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量'];

describe('a figure is not read without what touches it', () => {
  const received = (cell: string) =>
    row(
      [prose, '三、收到和处理政府信息公开申请情况', ...applicants, '一、本年新收政府信息公开申请数量', '0', cell, ...'00000'],
      'applications.new_received',
    );

  it.each([
    ['a lost character before it', '\uFFFD2'],
    ['a lost character behind it', '2\uFFFD'],
    ['a character without a meaning', '1\uE0012'],
    ['the point of a fraction', '.27'],
    ['a fraction', '1½'],
    ['a dash', '14-'],
    ['a figure in brackets behind it', '163[114]'],
    ['brackets', '〔3〕'],
    ['the rest of a date', '2021/3/5'],
    ['the rest of a time', '15:21'],
  ])('%s', async (_, cell) => {
    expect([0, 'ambiguous', 'unparsed']).toContain((await received('2'))[0]);
    expect((await received('2'))[1]).toBe(2);
    expect(['ambiguous', 'unparsed']).toContain((await received(cell))[1]);
  });

  it('a row of a text keeps the figures beside it', async () => {
    expect(await received('\uFFFD2')).toEqual([0, 'unparsed', 0, 0, 0, 0, 0]);
  });
});

test('a sign in a full row is the change only in the place of the change', async () => {
  const read = (...figures: readonly string[]) => row([...disclosed, '行政许可', ...figures], 'disclosure.licensing');
  expect(await read('5', '-3', '70')).toEqual([5, -3, 70]);
  expect(await read('5', '3', '-70')).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
  expect(await read('-3', '70')).toEqual(['ambiguous', -3, 'ambiguous']);
});

test('a cell of words in a row with empty cells: the figures behind it do not move up', async () => {
  const table = (cell: string) => [
    '三、收到和处理政府信息公开申请情况',
    `申请人情况 | ||||||||`,
    '自然人 | 法人或其他组织 | 总计 | ||||||',
    '商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ||||',
    `一、本年新收政府信息公开申请数量 | 4 | | | | | | 4 | |`,
    `二、上年结转政府信息公开申请数量 | | ${cell} | | | 1 | | | |`,
    `（一）予以公开 | 3 | | | | | | | |`,
    `（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1 | | | | | | | |`,
  ];
  const code = 'applications.carried_in';
  expect((await row(table(''), code))[4]).toBe(1);
  expect(new Set(await row(table('十二'), code))).toEqual(new Set(['ambiguous']));
});

test('words and a figure in the first cell of a row without a label are what that cell says', async () => {
  const table = (first: string) => [
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议\t行政诉讼',
    '未经复议直接起诉\t复议后起诉',
    [...outcomes, ...outcomes, ...outcomes].join('\t'),
    [first, ...'0002', ...'0000000000'].join('\t'),
  ];
  expect((await row(table('2'), 'remedies.review')).slice(0, 2)).toEqual([2, 0]);
  expect((await row(table('详见附件2'), 'remedies.review'))[0]).toBe('unparsed');
});

test('words that stand apart from the label and touch a figure: it may be theirs', async () => {
  const read = (...figures: readonly string[]) => row([...disclosed, ['行政许可', ...figures].join('    ')], 'disclosure.licensing');
  expect(await read('8', '+1', '12')).toEqual([8, 1, 12]);
  expect((await read('详见附件8', '3', '12'))[0]).toBe('ambiguous');
});

describe('a table of another year beside an empty one gives it no figures', () => {
  const own = ['三、收到和处理政府信息公开申请情况', ...applicants, '一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量'];
  const other = [...applicants, '一、本年新收政府信息公开申请数量', ...'3000003', '二、上年结转政府信息公开申请数量', ...'1000001'];

  it('table 3', async () => {
    expect(await row([...own.slice(0, 1), ...other], 'applications.new_received')).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(new Set(await row([...own, '上年数据', ...other], 'applications.new_received'))).toEqual(new Set(['ambiguous']));
    expect(new Set(await row([...own.slice(0, 1), ...other, '上年数据', ...own.slice(1)], 'applications.carried_in'))).toEqual(
      new Set(['ambiguous']),
    );
  });

  it('table 4', async () => {
    const head = [
      '| 行政复议 | 行政诉讼 |',
      '| 未经复议直接起诉 | 复议后起诉 |',
      `| ${[...outcomes, ...outcomes, ...outcomes].join(' | ')} |`,
    ];
    const line = (figures: string) => `| ${[...figures].join(' | ')} |`;
    const [none, some] = [line(' '.repeat(15)), line('100010000000000')];
    const heading = '四、政府信息公开行政复议、行政诉讼情况';
    expect((await row([heading, ...head, none, some], 'remedies.review'))[0]).toBe(1);
    expect((await row([heading, ...head, none, '| 上年数据 |', ...head, some], 'remedies.review'))[0]).not.toBe(1);
    expect((await row([heading, ...head, some, '| 上年数据 |', ...head, none], 'remedies.review'))[0]).not.toBe(1);
  });
});

test('a column that a filled-up table does not print has no figures: each total stands before its place', async () => {
  const line = (label: string, cells: readonly (number | string)[]) =>
    [label, ...cells].map((cell, at) => `${cell} |${at === cells.length ? ` ${'|'.repeat(10 - cells.length)}` : ''}`);
  const names = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（七）总计'];
  const table = (heads: readonly string[], rows: readonly (readonly number[])[]) => [
    '三、收到和处理政府信息公开申请情况',
    ...line('本列数据', ['申请人情况']),
    ...line('自然人', ['法人或其他组织', '总计']),
    ...line(heads[1] ?? '', heads.slice(2, -1)),
    ...rows.flatMap((one, at) => line(names[at] ?? '', one)),
  ];
  const six = [...applicants.slice(0, 2), ...applicants.slice(3)];
  const rows = [
    [7, 0, 0, 0, 0, 8],
    [2, 0, 0, 0, 0, 2],
    [5, 1, 0, 0, 0, 6],
    [5, 0, 1, 0, 0, 7],
  ];
  const whole = rows.map((one) => one.toSpliced(2, 0, (one[5] ?? 0) - one.slice(0, 5).reduce((sum, value) => sum + value, 0)));
  expect(await row(table(applicants, whole), 'applications.granted')).toEqual([5, 1, 0, 0, 0, 0, 6]);
  expect(await row(table(six, rows), 'applications.granted')).toEqual(Array(7).fill('ambiguous'));
});
