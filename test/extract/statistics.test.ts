import { describe, expect, test } from 'vitest';
import { type FormRow, forms } from '../../schemas/forms/index.ts';
import type { ReportCell } from '../../schemas/report.ts';
import { readStatistics } from '../../src/extract/statistics.ts';
import { parseDocument } from '../../src/parse.ts';
import { readDocument } from '../../src/read/index.ts';

const form2014 = forms.find(({ id }) => id === '2014')?.tables[0];
const rows: readonly FormRow[] = form2014?.groups[0].rows ?? [];
const printedUnit: Readonly<Record<string, string>> = {
  item: '条',
  document: '件',
  case: '件',
  application: '件',
  time: '次',
  person: '人',
  CNY_10K: '万元',
};

/** The national form as label, unit, number: figures of ours, and headings where they stand. */
const figures = new Map(rows.map(({ code, unit }, n) => [code, unit === 'CNY_10K' ? `${n}.5` : `${(n * 37) % 1000}`]));
const printed = rows.map(({ zh, unit, code }) => [zh, printedUnit[unit ?? ''] ?? '', figures.get(code) ?? '']);

const half = Math.ceil(printed.length / 2);

const layouts: Readonly<Record<string, string>> = {
  'a table with borders': `<h1>某局2016年政府信息公开工作年度报告</h1><table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr><tr><td>一、主动公开情况</td><td>——</td><td>——</td></tr>${printed
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`,
  pipes: `政府信息公开情况统计表\n\n统计指标 | 单位 | 统计数 |\n${printed.map((cells) => `${cells.join(' | ')} |`).join('\n')}`,
  'a row a line': `政府信息公开情况统计表\n统计指标  单位  统计数\n${printed.map((cells) => cells.join('   ')).join('\n')}\n`,
  'a cell a line': `政府信息公开情况统计表\n统计指标\n单位\n统计数\n${printed.map((cells) => cells.join('\n\n')).join('\n\n')}\n`,
  'a cell a line with serial numbers': `政府信息公开情况统计表\n序号\n统计指标\n单位\n统计数\n${printed.map((cells, n) => [n + 1, ...cells].join('\n')).join('\n')}\n`,
  'the unit in brackets': `政府信息公开情况统计表\n${printed.map(([label, unit, number]) => `${label}（${unit}）  ${number}`).join('\n')}\n`,
  'a list': `政府信息公开情况统计表\n${printed.map(([label, unit, number]) => `${label}：${number}${unit}`).join('\n')}\n`,
  'no units': `政府信息公开情况统计表\n${printed.map(([label, , number]) => `${label} ${number}`).join('\n')}\n`,
  'two side by side': `<p>附表</p><table>${printed
    .slice(0, half)
    .map((cells, n) => `<tr>${[...cells, ...(printed[half + n] ?? ['', '', ''])].map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`,
  'one line': `附件：政府信息公开情况统计表统计指标单位统计数${printed.map((cells) => cells.join('')).join('')}`,
};

const read = async (text: string) => readStatistics(await readDocument(new TextEncoder().encode(text)));
const brief = (cells: readonly ReportCell[] | undefined) =>
  Object.fromEntries((cells ?? []).map(({ code, value, status }) => [code.slice(11), `${value} ${status}`]));

describe('the national form of 2014', () => {
  test.each(Object.entries(layouts))('as %s: every number of every row', async (_, text) => {
    const reading = await read(text);
    expect(reading?.form).toBe('2014');
    expect(brief(reading?.cells)).toEqual(
      Object.fromEntries(rows.map(({ code }) => [`${code}.year`, `${Number(figures.get(code))} reported`])),
    );
  });

  test('money in 10,000 yuan, people and times have their units', async () => {
    const cells = new Map((await read(layouts['a table with borders'] ?? ''))?.cells.map((cell) => [cell.code, cell.unit]));
    expect(cells.get('statistics.capacity_funds.year')).toBe('CNY_10K');
    expect(cells.get('statistics.training_trainees.year')).toBe('person');
    expect(cells.get('statistics.response_press_conferences.year')).toBe('time');
  });

  test('its sums are checked', async () => {
    const text = (layouts['a table with borders'] ?? '').replace(/(收到申请数<\/td><td>件<\/td><td>)\d+/, '$17');
    const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'x.html' });
    expect(report.forms.statistics).toBe('2014');
    expect(report.checks.find(({ id }) => id === 'F01')).toMatchObject({ outcome: 'fail', right: 7 });
    expect(report.checks.find(({ id }) => id === 'F13')).toMatchObject({ outcome: 'pass' });
  });
});

const table = (head: readonly string[], ...lines: readonly (readonly string[])[]) =>
  `<p>附表</p><table>${[head, ...lines].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

describe('local versions', () => {
  test('a number that no form knows keeps its label; headings and rows without a number are none', async () => {
    const reading = await read(
      table(
        ['统计指标', '单位', '统计数'],
        ['收到申请数', '件', '12'],
        ['申请办结数', '件', ''],
        ['（五）回复网民留言数', '条', '30'],
        ['六、其他', '——', '——'],
        ['7.公开制度数', '个', ''],
      ),
    );
    expect(reading?.cells).toMatchObject([
      { code: 'statistics.applications_received.year', value: 12, status: 'reported', unit: 'application' },
      { code: 'statistics.applications_closed.year', value: null, status: 'blank' },
      { code: 'statistics.local_1.year', value: 30, raw_label: '回复网民留言数', unit: 'item' },
    ]);
    expect(reading?.issues).toMatchObject([{ code: 'label_unknown' }]);
  });

  test('numbers since the beginning stand in a column of their own, in the order the head prints', async () => {
    const reading = await read(
      table(['指标名称', '计量单位', '历年累计', '2012年度'], ['申请总数', '条', '50', '7'], ['对申请的答复总数', '条', '49', '/']),
    );
    expect(reading?.form).toBe('2004');
    expect(brief(reading?.cells)).toEqual({
      'l10.year': '7 reported',
      'l10.cumulative': '50 reported',
      'l17.year': 'null na_mark',
      'l17.cumulative': '49 reported',
    });
  });

  test('of several columns of numbers only one that is named is the year; else none is', async () => {
    const named = await read(
      table(['统计指标', '单位', '区政府', '街道', '合计'], ['收到申请数', '件', '2', '3', '5'], ['申请办结数', '件', '1', '1', '2']),
    );
    expect(brief(named?.cells)).toEqual({ 'applications_received.year': '5 reported', 'applications_closed.year': '2 reported' });
    const none = await read(table(['统计指标', '单位', '区政府', '街道'], ['收到申请数', '件', '2', '3'], ['申请办结数', '件', '1', '1']));
    expect(brief(none?.cells)).toEqual({ 'applications_received.year': 'null ambiguous', 'applications_closed.year': 'null ambiguous' });
  });

  test('two indicators side by side, a block named before them', async () => {
    const reading = await read(
      table(
        ['项目', '统计指标', '单位', '统计数', '统计指标', '单位', '统计数'],
        ['申请', '收到申请数', '件', '4', '申请办结数', '件', '3'],
        ['答复', '申请答复数', '件', '2', '举报投诉数量', '件', '1'],
      ),
    );
    expect(brief(reading?.cells)).toEqual({
      'applications_received.year': '4 reported',
      'applications_closed.year': '3 reported',
      'applications_replied.year': '2 reported',
      'complaints_total.year': '1 reported',
    });
  });

  test('five second numbers that happen to rise by one are no serial numbers', async () => {
    const labels = ['收到申请数', '申请办结数', '申请答复数', '举报投诉数量', '行政复议数量'];
    const rows = labels.map((label, n) => `${label}  件  ${4 - (n % 3)}  ${n + 5}`);
    const reading = await read(`政府信息公开情况统计表\n统计指标  单位  本年度  历年累计\n${rows.join('\n')}\n`);
    const numbers = Object.values(brief(reading?.cells)).toSorted();
    expect(numbers).toEqual(labels.flatMap((_, n) => [`${4 - (n % 3)} reported`, `${n + 5} reported`]).toSorted());
  });

  test('a local label a cell a line, and one whose end stands below its number', async () => {
    const lines = [
      '情况统计表',
      '收到申请数',
      '件',
      '9',
      '附送信访申请数',
      '件',
      '5',
      '政府信息公开专  万元  4',
      '项经费',
      '申请办结数',
      '件',
      '3',
      '申请答复数',
      '件',
      '2',
    ];
    expect((await read(lines.join('\n')))?.cells.map(({ code, value }) => [code.slice(11), value])).toEqual([
      ['applications_received.year', 9],
      ['applications_closed.year', 3],
      ['applications_replied.year', 2],
      ['capacity_funds.year', 4],
      ['local_1.year', 5],
    ]);
  });

  test('a label that only ends like a known one is another', async () => {
    const text = '情况统计表统计指标单位统计数收到申请数件9信函、传真申请数件5申请办结数件4申请答复数件3当面申请数件2';
    expect((await read(text))?.cells.map(({ code, value, raw_label }) => [code.slice(11), value, raw_label])).toContainEqual([
      'local_1.year',
      5,
      '信函、传真申请数',
    ]);
  });
});

describe('numbers that ran together', () => {
  const one = (rest: string) => `政府信息公开情况统计表指标名称计量单位2012年度历年累计${rest}`;

  test('are told apart where the sums of the print leave one reading, in both columns', async () => {
    const reading = await read(
      one(
        '主动公开信息数条4251516其中：1.网站公开条4181509' +
          '2.政府公报公开条77申请总数条00其中：1.当面申请数条002.传真申请数条003.网上申请数条00行政复议数条00',
      ),
    );
    expect(brief(reading?.cells)).toMatchObject({
      'l01.year': '425 solved',
      'l01.cumulative': '1516 solved',
      'local_1.year': '418 solved',
      'local_2.cumulative': '7 solved',
      'l10.year': '0 solved',
      'l32.year': 'null ambiguous',
      'l32.cumulative': 'null ambiguous',
    });
  });

  test('stay ambiguous where two readings add up, or none does', async () => {
    const two = await read(
      one('主动公开信息数条206912106其中：1.网站公开条2069121062.政府公报公开条00申请总数条00对申请的答复总数条00行政复议数条00'),
    );
    expect(brief(two?.cells)).toMatchObject({
      'l01.year': 'null ambiguous',
      'local_1.year': 'null ambiguous',
      'local_2.year': 'null ambiguous',
    });
    const none = await read(one('主动公开信息数条99其中：1.网站公开条112.政府公报公开条11申请总数条00对申请的答复总数条00行政复议数条00'));
    expect(brief(none?.cells)).toMatchObject({ 'l01.year': 'null ambiguous', 'local_1.year': 'null ambiguous' });
  });
});

describe('what is no statistics form', () => {
  test.each([
    [
      'prose that names the indicators',
      '2016年收到申请数12件，其中当面申请数2件，网络申请数9件，信函申请数1件，申请答复数12件，详见统计表。',
    ],
    ['the form of 2021', table(['信息内容', '本年处理决定数量'], ['行政许可', '5'], ['行政处罚', '3'])],
    ['a table of something else', table(['项目', '单位', '数量'], ['办公桌', '张', '12'], ['椅子', '把', '30'])],
  ])('%s', async (_, text) => {
    expect(await read(text)).toBeNull();
  });
});
