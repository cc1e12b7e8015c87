import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// A cell of a grid that holds words, or more than a figure, costs no other cell of its row anything.

const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const page = (figure: string, remark = '') => `<h1>厦门市司法局2021年政府信息公开工作年度报告</h1>
<p>三、收到和处理政府信息公开申请情况</p><table><tr><td></td>${heads.map((head) => `<td>${head}</td>`).join('')}<td>备注</td></tr>
<tr><td>一、本年新收政府信息公开申请数量</td><td>4</td><td>${figure}</td><td>1</td><td>0</td><td>0</td><td>2</td><td>22</td><td>${remark}</td></tr>
<tr><td>二、上年结转政府信息公开申请数量</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td></td></tr></table>`;

async function newReceived(html: string) {
  const { report } = await parseDocument(new TextEncoder().encode(html), { name: 'report.html' });
  return report.cells
    .filter(({ code }) => code.startsWith('applications.new_received.'))
    .map(({ value, status, raw }) => (status === 'reported' ? value : `${status}: ${raw}`));
}

test.each([
  ['15', 15],
  ['15批', 15],
  ['共15件', 15],
  ['〇', 'reported_text: 〇'],
  ['15①', 15],
  ['见附件15', 'unparsed: 见附件15'],
  ['其中15件', 'unparsed: 其中15件'],
  ['市级9，区级6', 'unparsed: 市级9,区级6'],
  ['15年', 'unparsed: 15年'],
  ['1.5万', 'unparsed: 1.5万'],
  ['无此类情况', 'unparsed: 无此类情况'],
  ['十五', 'reported_text: 十五'],
  ['……', 'unparsed: ……'],
  ['9<br>6', 'ambiguous: 9 6'],
])('a cell of %s', async (figure, expected) => {
  expect(await newReceived(page(figure))).toEqual([4, expected, 1, 0, 0, 2, 22]);
});

test('a remark beside the figures is none of them', async () => {
  expect(await newReceived(page('15', '均为依申请公开'))).toEqual([4, 15, 1, 0, 0, 2, 22]);
  expect(await newReceived(page('无', '均为依申请公开'))).toEqual([4, 'na_mark: 无', 1, 0, 0, 2, 22]);
});

test('figures typed like ordinals are none of the next row', async () => {
  const rows = ['15.', '（15）'].map((figure) => page('0').replace('<td>22</td><td></td>', `<td>${figure}</td>`));
  for (const html of rows) expect((await newReceived(html)).at(-1)).toBe(15);
});

const changes = (figure: string, between: string) => `厦门市司法局2020年政府信息公开工作年度报告
二、主动公开政府信息情况
${[['第二十条第（五）项'], ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '17', figure, '40']]
  .map((cells) => cells.join(between))
  .join('\n')}
`;

test.each([
  ['下降3', -3],
  ['下降3%', null],
  ['增加1.2万', null],
  ['3‰', null],
  ['3+', null],
  ['3？', null],
])('a change printed as %s is read alike in every layout', async (figure, expected) => {
  for (const between of ['|', '\t', '    ', '\n']) {
    const { report } = await parseDocument(new TextEncoder().encode(changes(figure, between)), { name: 'report.txt' });
    const row = report.cells.filter(({ code }) => code.startsWith('disclosure.licensing.'));
    expect(row.map(({ value }) => value)).toEqual([17, expected, 40]);
  }
});

test('what a note in brackets behind a label names is no label of its row', async () => {
  const row = (label: string, ...figures: readonly string[]) => `${[label, ...figures].join(' | ')} |`;
  const note = '（指行政许可之外的事项，含行政处罚、行政强制、行政检查和其他类，以及公共服务）';
  const text = [
    '厦门市司法局2019年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    row('第二十条第（五）项', '', '', ''),
    row('信息内容', '上一年项目数量', '本年增/减', '处理决定数量'),
    row('行政许可', '8', '5', '93'),
    row(`其他对外管理服务事项${note}`, '117', '0', '165'),
    row('第二十条第（六）项', '', '', ''),
    row('信息内容', '上一年项目数量', '本年增/减', '处理决定数量'),
    row('行政处罚', '90', '1', '22'),
    row('行政强制', '4', '2', '3'),
  ];
  const { report } = await parseDocument(new TextEncoder().encode(text.join('\n')), { name: 'report.txt' });
  const read = report.cells.filter(({ code, status }) => /external|penalties|coercion/.test(code) && status === 'reported');
  expect(read.map(({ value }) => value)).toEqual([117, 0, 165, 90, 1, 22, 4, 2, 3]);
});

test('a note in brackets at the end of a line names no row, in a text without borders either', async () => {
  const lines = [
    '厦门市司法局2020年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    ...['第二十条第（一）项', '信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
    ...['规章（由有立法权的政府填写此行）', '4', '5', '6'],
    ...['规范性文件（标题写作“办法”“细则”的公文，“规章”、行政许可除外）', '31', '7', '52'],
    ...['第二十条第（五）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量', '行政许可', '17', '0', '40'],
  ];
  const { report } = await parseDocument(new TextEncoder().encode(lines.join('\n\n')), { name: 'report.txt' });
  const read = report.cells.filter(({ code }) => /regulations|normative|licensing/.test(code)).map(({ value }) => value);
  expect(read).toEqual([4, 5, 6, 31, 7, 52, 17, 0, 40]);
});

test.each(['零件', '零', '〇宗', '零个'])('%s in a line of its own is a cell like 3件', async (zero) => {
  const rows = [
    '一、本年新收政府信息公开申请数量',
    '3件',
    zero,
    zero,
    zero,
    zero,
    '2件',
    '5件',
    '二、上年结转政府信息公开申请数量',
    ...Array(7).fill(zero),
  ];
  expect(
    await newReceived(['厦门市司法局2021年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况', ...heads, ...rows].join('\n')),
  ).toEqual([3, ...Array(4).fill(`reported_text: ${zero}`), 2, 5]);
});
