import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Table 3 between pipes whose labels leave their own margin empty: a lost cell must not be made up for by the margin.

const head = [
  '| 申请情况 | | | 申请人情况 | | | | | | |',
  '| 自然人 | 法人或其他组织 | | | | | 总计 |',
  '| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |',
];
const row = (label: string, margin: number, ...figures: readonly (number | '')[]) =>
  `| ${[label, ...Array(margin).fill(''), ...figures].join(' | ')} |`;

const table = (carriedIn: string) =>
  [
    '临溪县水利局2022年政府信息公开工作年度报告',
    '',
    '三、收到和处理政府信息公开申请情况',
    '',
    ...head,
    row('一、本年新收政府信息公开申请数量', 2, 14, 5, '', '', 2, '', 21),
    carriedIn,
    row('（一）予以公开', 1, 9, 5, '', '', 2, '', 16),
    row('（二）部分公开', 1, 3, 2, '', '', '', '', 5),
    row('1.属于国家秘密', 0, 1, '', '', '', '', '', 1),
    row('2.重复申请', 0, '', '', '', '', '', '', ''),
    row('（七）总计', 1, 13, 7, '', '', 2, '', 22),
    row('四、结转下年度继续办理', 2, 1, 2, '', '', '', '', 3),
    '',
    '四、政府信息公开行政复议、行政诉讼情况',
  ].join('\n');

async function carriedIn(line: string): Promise<readonly (number | string)[]> {
  const { report } = await parseDocument(new TextEncoder().encode(table(line)), { name: 'report.md' });
  return report.cells.filter(({ code }) => code.startsWith('applications.carried_in.')).map(({ value, status }) => value ?? status);
}

const label = '二、上年结转政府信息公开申请数量';

test('a row as long as the others of its level is read', async () => {
  expect(await carriedIn(row(label, 2, '', 4, '', '', '', '', 4))).toEqual(['blank', 4, 'blank', 'blank', 'blank', 'blank', 4]);
});

test.each([
  ['lost', row(label, 2, '', 4, '', '', '', 4)],
  ['doubled', row(label, 2, '', '', 4, '', '', '', '', 4)],
])('an empty cell of a row is %s: no figure moves beside its margin unseen', async (_, line) => {
  expect(new Set(await carriedIn(line))).toEqual(new Set(['ambiguous']));
});
