import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// What a damaged text leaves of its cells: no figure of another row or cell looks right.

async function read(lines: readonly string[], codes: RegExp): Promise<readonly (number | string)[]> {
  const text = ['长亭县农业农村局2020年政府信息公开工作年度报告', ...lines].join('\n');
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'report.txt' });
  return report.cells.filter(({ code }) => codes.test(code)).map(({ value, status }) => value ?? status);
}

test.each(['?4', '+?4', '??4'])('an encoding has no minus, no blank or no digit: %s', async (change) => {
  const lines = [
    '二、主动公开政府信息情况',
    '第二十条第（五）项',
    '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
    `行政许可\t16\t${change}\t230`,
  ];
  expect(await read(lines, /licensing/)).toEqual([16, 'ambiguous', 230]);
});

const heads = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计';
const section = '三、收到和处理政府信息公开申请情况';

test('where empty cells left no trace, as many figures as columns may be some and a stray one', async () => {
  const rows = [
    '二、上年结转政府信息公开申请数量 2 1 3',
    '（一）予以公开 6 1 2 9',
    '1.属于国家秘密 3 2 1 1 3 4 11',
    '2.重复申请 1 2 3 1 1 2 10',
    '（七）总计 10 5 15',
  ];
  const read_ = await read([section, heads, '一、本年新收政府信息公开申请数量 9 4 13', ...rows], /denied_state_secret|unprocessed_repeat/);
  expect(read_).toEqual([...Array(7).fill('ambiguous'), 1, 2, 3, 1, 1, 2, 10]);
});

test('two rows that were joined are neither’s figures', async () => {
  const row = (...cells: readonly (string | number)[]) => cells.join('\t');
  const joined = row('（七）总计', 8, 1, 0, 0, 0, 0, 9, '四、结转下年度继续办理', '', '', '', '', '', '', '');
  const lines = [
    section,
    row('', ...heads.split(' ')),
    row('一、本年新收政府信息公开申请数量', 8, 1, 0, 0, 0, 0, 9),
    row('二、上年结转政府信息公开申请数量', 1, 0, 0, 0, 0, 0, 1),
    joined,
  ];
  expect((await read(lines, /processed_total|carried_out/)).filter((cell) => typeof cell === 'number')).toEqual([]);
});
