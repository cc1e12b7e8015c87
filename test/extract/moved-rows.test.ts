import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Labels, figures and empty cells that moved: what may belong to another row is read as nobody's.

const title = '厦门市司法局2020年政府信息公开工作年度报告';
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const applications = '三、收到和处理政府信息公开申请情况';

async function row(lines: readonly string[], code: string, name = 'report.txt') {
  const { report } = await parseDocument(new TextEncoder().encode([title, ...lines].join('\n')), { name });
  return report.cells.filter((cell) => cell.code.startsWith(`${code}.`)).map(({ value, status }) => value ?? status);
}

test('figures behind a bare label and before figures without a label may be those of the label above', async () => {
  const table = (...rows: readonly string[]) => [
    applications,
    applicants.join('  '),
    '一、本年新收政府信息公开申请数量  3 0 0 0 0 0 3',
    ...rows,
  ];
  const bare = ['4.保护第三方合法权益', '5.属于三类内部事务信息'];
  const code = 'applications.denied_internal_affairs';
  expect(await row(table(...bare, '0 0 0 0 0 0 0'), code)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  const doubtful = table(...bare, '0 0 0 0 0 0 0', applicants.slice(1, 6).join('  '), '1 0 0 0 0 0 1');
  expect(await row(doubtful, code)).toEqual(Array(7).fill('ambiguous'));
});

test('a row printed under the heading of another clause leaves its own clause in doubt', async () => {
  const head = ['二、主动公开政府信息情况', '第二十条第（一）项', '信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'];
  const next = ['第二十条第（五）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量', '行政许可', '8', '+1', '12'];
  const rules = ['规章', '18', '10', '10'];
  expect(await row([...head, ...rules, ...next], 'disclosure.regulations')).toEqual([18, 10, 10]);
  const moved = [...next.slice(0, 3), '规范性文件', ...next.slice(3)];
  expect(await row([...head, ...rules, ...moved], 'disclosure.regulations')).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
  expect(await row([...head, ...rules, ...moved], 'disclosure.licensing')).toEqual([8, 1, 12]);
});

test('figures between the label of one row and that of another are of neither for certain', async () => {
  const table = (...rows: readonly string[]) => [
    applications,
    `|  | ${applicants.join(' | ')} |`,
    `|${'---|'.repeat(8)}`,
    '| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 1 | 0 | 4 |',
    ...rows,
  ];
  const [repeated, other] = ['5.要求行政机关确认或重新出具已获取信息', '（六）其他处理'];
  const figures = '3 | 0 | 0 | 0 | 1 | 0 | 4';
  const code = 'applications.unprocessed_reconfirmation';
  expect(await row(table(`| ${repeated} | ${figures} |`), code, 'report.md')).toEqual([3, 0, 0, 0, 1, 0, 4]);
  expect(await row(table(`| ${other} | ${figures} | ${repeated} |`), code, 'report.md')).toEqual(Array(7).fill('ambiguous'));
});

test('as many cells as columns, one of them empty: the place under the head decides', async () => {
  const table = (...cells: readonly string[]) => [
    applications,
    `|  |  | ${applicants.join(' | ')} |`,
    `|${'---|'.repeat(9)}`,
    '| 一、本年新收政府信息公开申请数量 |  | 3 | 0 | 0 | 0 | 1 | 0 | 4 |',
    `| （七）总计 |  | ${cells.join(' | ')} |`,
  ];
  const code = 'applications.processed_total';
  expect(await row(table('3', '', '0', '0', '1', '0', '4'), code, 'report.md')).toEqual([3, 'blank', 0, 0, 1, 0, 4]);
  expect(await row(table('3', '0', '0', '0', '1', '4'), code, 'report.md')).toEqual(Array(7).fill('ambiguous'));
});

test('more figures than a row has: a word for a change is its own only where no other row can have printed it', async () => {
  const head = ['二、主动公开政府信息情况', '第二十条第（六）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量'];
  const changeOf = async (...figures: readonly string[]) => (await row([...head, '行政处罚', ...figures], 'disclosure.penalties'))[1];
  expect(await changeOf('5', '无增减', '16', '48')).toBe(0);
  expect(await changeOf('5', '7', '无增减', '1648')).toBe('ambiguous');
  expect(await changeOf('5', '无增减', '16', '+3')).toBe('ambiguous');
  expect(await changeOf('+4', '16', '9', '无增减')).toBe('ambiguous');
  expect(await changeOf('0', '16', '1089', '52', '无增减', '1648')).toBe('ambiguous');
});

test('a figure that stands twice in a row with empty cells: the row goes on where no other does', async () => {
  const table = (...cells: readonly string[]) => {
    const rows = [
      ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
      ['行政处罚', '1', '+8', '80'],
      ['行政强制', ...cells],
    ];
    const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
    return ['<p>二、主动公开政府信息情况</p>', `<table><tr><td colspan="4">第二十条第（六）项</td></tr>${html}</table>`];
  };
  const code = 'disclosure.coercion';
  expect(await row(table('898', '', ''), code, 'report.html')).toEqual([898, 'blank', 'blank']);
  expect(await row(table('898', '898', '', ''), code, 'report.html')).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
});

test('a row dumped as text whose cells broke over lines: figures below the others are not the last ones', async () => {
  const broken = ['规章        0         0           0', '规范性文  0                   5', '件                  0', ''];
  const clauses = ['第二十条第（五）项', '信息内容  上一年项  本年增/减 处理决定数量', '第二十条第（八）项', '信息内容  目数量'];
  const lines = ['二、主动公开政府信息情况', ...broken, ...clauses];
  expect(await row(lines, 'disclosure.regulations')).toEqual([0, 0, 0]);
  expect(await row(lines, 'disclosure.normative_documents')).toEqual(Array(3).fill('ambiguous'));
});

test('the beginning of a label does not go on with the one above it', async () => {
  const head = ['二、主动公开政府信息情况', '第二十条第（一）项', '信息内容  本年新制作数量  本年新公开数量  对外公开总数量'];
  expect(await row([...head, '规章', '规范性  10  8  8', '文件'], 'disclosure.regulations')).toEqual(Array(3).fill('lost'));
});

test('labels behind their figures here and there: what follows a label may be those of the next one', async () => {
  const clause = (name: string, ...rows: readonly string[]) => [`第二十条第（${name}）项`, '信息内容', '本年处理决定数量', ...rows];
  const behind = ['二、主动公开政府信息情况', ...clause('五', '行政许可', '74'), ...clause('六', '6349', '行政处罚', '0', '行政强制')];
  expect(await row(behind, 'disclosure.licensing')).toEqual([74]);
  expect(await row(behind, 'disclosure.penalties')).toEqual(['ambiguous']);
  const twice = [...behind, '第二十条第（八）项', '信息内容', '本年收费金额（单位：万元）', '179.0562', '行政事业性收费'];
  expect(await row([...twice.slice(0, 4), '74', '行政许可', ...twice.slice(6)], 'disclosure.penalties')).toEqual(['ambiguous']);

  const labels = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开'];
  const table = (...rows: readonly string[]) => [applications, '申请人情况', ...rows];
  const figures = ['19 0 0 4 3 3 29', '0 0 0 0 0 0 0', '1 0 0 0 0 0 1'].map((line) => line.replaceAll(' ', '\n'));
  const mixed = [...figures.flatMap((line, at) => [line, labels[at] ?? '']), '（二）部分公开', '0 0 0 0 0 0 0', '四、结转下年度继续办理'];
  expect(await row(table(...mixed), 'applications.new_received')).toEqual(Array(7).fill('ambiguous'));
  const counted = [...['1 2 3 4 5 6 7'], ...labels.flatMap((label, at) => [label, figures[at] ?? ''])];
  expect(await row(table(...counted), 'applications.new_received')).toEqual([19, 0, 0, 4, 3, 3, 29]);
});

test('labels in one block are given the rows behind it only in the order of the form', async () => {
  const block = ['2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确', '（五）不予处理 1.信访举报投诉类申请'];
  const figures = (n: number) => `${n} 0 0 0 0 0 ${n}`;
  const table = (labels: readonly string[], ...behind: readonly string[]) => [
    applications,
    applicants.join('  '),
    `一、本年新收政府信息公开申请数量  ${figures(9)}`,
    `（四）无法提供 1.本机关不掌握相关政府信息  ${figures(1)}`,
    ...labels,
    ...labels.map((_, at) => figures(at + 2)),
    ...behind,
  ];
  const first = async (lines: readonly string[]) => (await row(lines, 'applications.unavailable_unclear'))[0];
  expect(await first(table(block, `2.重复申请  ${figures(5)}`))).toBe(3);
  expect(await first(table(['2.重复申请', ...block]))).toBe('lost');
});

test('numbers behind a bare row and beside the heading of the next group are no subtotal', async () => {
  const zeros = '0 1 0 0 0 0 1';
  const denied = ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息'];
  const rest = ['6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项'];
  const table = (...rows: readonly string[]) => [
    applications,
    applicants.join('  '),
    `一、本年新收政府信息公开申请数量  ${zeros}`,
    ...rows,
    ...[...denied, ...rest].map((label) => `${label}  0 0 0 0 0 0 0`),
  ];
  const code = 'applications.denied_total';
  const partial = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
  expect(await row(table(`${partial}  ${zeros}`, `（三）不予公开  ${zeros}`), code)).toEqual([0, 1, 0, 0, 0, 0, 1]);
  expect(await row(table(partial, `（三）不予公开  ${zeros}`), code)).toEqual([]);
});

test('a row whose last figure is no less than the others has lost one before it, if its total is empty and no other row leaves it out', async () => {
  const table = (...rows: readonly (readonly string[])[]) => {
    const own = ['（一）予以公开', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'].map((label, at) => [
      label,
      ...(rows[at] ?? []),
    ]);
    const all = [['', ...applicants], ['一、本年新收政府信息公开申请数量', '3', '0', '0', '1', '0', '0', '4'], ...own];
    const html = all.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
    return [`<p>${applications}</p>`, `<table>${html}</table>`];
  };
  const read = async (...rows: readonly (readonly string[])[]) => (await row(table(...rows), 'applications.granted', 'a.html')).slice(-2);
  const whole = ['1', '0', '0', '0', '0', '0', '1'];
  expect(await read(['2', '0', '0', '1', '0', '3', ''], whole)).toEqual(['ambiguous', 'ambiguous']);
  // One that is more than the others may have lost any figure; one that is less is no total of theirs.
  expect(await read(['2', '0', '0', '1', '0', '4', ''], whole)).toEqual(['ambiguous', 'ambiguous']);
  expect(await read(['2', '0', '0', '4', '0', '1', ''], whole)).toEqual([1, 'blank']);
  const left = [...whole.slice(0, 6), ''];
  expect(await read(['2', '0', '0', '1', '0', '4', ''], ['1', '', '', '', '', '', ''], ['3', '', '', '1', '', '', ''])).toEqual([
    4,
    'blank',
  ]);
  expect(await read(['2', '0', '0', '1', '0', '3', ''], left, left)).toEqual(['ambiguous', 'ambiguous']);
});
