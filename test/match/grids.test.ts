import { expect, test } from 'vitest';
import { parseDocument } from '../../src/parse.ts';

// Tables that are turned over, or cut into parts side by side: every figure stands between a row and a column that name it.

type Row = readonly (string | number)[];

const tag = (row: Row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const page = (section: string, ...tables: readonly (readonly Row[])[]) =>
  `<h1>泉州市林业局2021年政府信息公开工作年度报告</h1><p>${section}</p>${tables.map((rows) => `<table>${rows.map(tag).join('')}</table>`).join('<p>续</p>')}`;

async function read(html: string, table: string) {
  const { report } = await parseDocument(new TextEncoder().encode(html), { name: 'report.html' });
  return report.cells.filter(({ code, value }) => code.startsWith(table) && value !== null);
}

const values = async (html: string, table: string) =>
  Object.fromEntries((await read(html, table)).map(({ code, value }) => [code.slice(table.length), value]));

const section2 = '二、主动公开政府信息情况';
const section3 = '三、收到和处理政府信息公开申请情况';
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const results = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  '（六）其他处理',
  '（七）总计',
  '四、结转下年度继续办理',
];
const figuresOf = (n: number): number[] => {
  const own = n < 20 ? [n + 2, n % 3, 0, n % 2, 0, 1] : [n, 0, 4, 0, 2, 0];
  return [...own, own.reduce((sum, figure) => sum + figure, 0)];
};
const figures = results.map((_, n) => figuresOf(n));
const all = figures.flat();
const turnedOver = (): Row[] => [['申请人情况', ...results], ...applicants.map((name, n) => [name, ...figures.map((row) => row[n] ?? '')])];

test('table 3 turned over: applicants below one another, results side by side', async () => {
  const cells = await read(page(section3, turnedOver()), 'applications.');
  expect(cells.map(({ value }) => value)).toEqual(all);
  expect(cells.slice(0, 8).map(({ line }) => line)).toEqual([4, 5, 6, 7, 8, 9, 10, 4]);
});

test.each([1, 3, 7])('table 3 turned over, a cell of line %i lost or doubled: nothing moves unseen', async (line) => {
  for (const cells of [0, 2]) {
    const rows = turnedOver().map((row, n) =>
      n === line ? row.flatMap((cell, at) => (at === 9 ? Array(cells).fill(cell) : [cell])) : row,
    );
    expect(await read(page(section3, rows), 'applications.')).toEqual([]);
  }
});

test('clauses of table 2 turned over, in a table of their own or among others', async () => {
  const first: Row[] = [
    ['信息内容', '规章', '行政规范性文件'],
    ['本年制发件数', 0, 6],
    ['本年废止件数', 1, 2],
    ['现行有效件数', 3, 40],
  ];
  const decisions: Row[] = [
    ['信息内容', '行政处罚', '行政强制'],
    ['本年处理决定数量', 71, 8],
  ];
  const expected = {
    ...{ 'regulations.issued_this_year': 0, 'regulations.repealed_this_year': 1, 'regulations.in_force': 3 },
    ...{ 'normative_documents.issued_this_year': 6, 'normative_documents.repealed_this_year': 2, 'normative_documents.in_force': 40 },
    ...{ 'penalties.decisions': 71, 'coercion.decisions': 8 },
  };
  expect(await values(page(section2, first, decisions), 'disclosure.')).toEqual(expected);
  const one = [['第二十条第（一）项'], ...first, ['第二十条第（六）项'], ...decisions];
  expect(await values(page(section2, one), 'disclosure.')).toEqual(expected);
  const short = first.map((row, n) => (n === 1 ? row.slice(0, 2) : row));
  expect(await values(page(section2, short), 'disclosure.')).not.toMatchObject({ 'regulations.issued_this_year': 0 });
});

const part = (from: number, to: number, labels = results): Row[] => [
  [...(labels.length > 0 ? ['申请人情况'] : []), ...applicants.slice(from, to)],
  ...figures.map((row, n) => [...labels.slice(n, n + 1), ...row.slice(from, to)]),
];

test.each([
  ['two, the rows named in each', [part(0, 1), part(1, 7)]],
  ['three, the rows named in each', [part(0, 1), part(1, 6), part(6, 7)]],
  ['two, the rows named in the first', [part(0, 3), part(3, 7, [])]],
])('table 3 in parts: %s', async (_, parts) => {
  expect((await read(page(section3, ...parts), 'applications.')).map(({ value }) => value)).toEqual(all);
});

test('parts of table 3 whose rows are not the same stay apart', async () => {
  const named = part(1, 7);
  const others: (readonly Row[])[] = [
    named.toSpliced(5, 1),
    named.map((row, n) => (n === 5 ? row.toSpliced(3, 1) : row)),
    named.with(4, named[5] ?? []).with(5, named[4] ?? []),
  ];
  const beside = async (other: readonly Row[]) =>
    (await read(page(section3, part(0, 1), other), 'applications.')).filter(({ code }) => !code.endsWith('.natural_person'));
  for (const other of others) expect(await beside(other)).toEqual([]);
  const bare = part(3, 7, []);
  const swapped = bare.with(4, bare[5] ?? []).with(5, bare[4] ?? []);
  const kept = await read(page(section3, part(0, 3), swapped), 'applications.');
  expect(kept.filter(({ code }) => code.endsWith('.total'))).toEqual([]);
});

test('table 3 with its total before the others, where all rows add up under their heads', async () => {
  const first = (row: Row): Row => [...row.slice(-1), ...row.slice(0, -1)];
  const rows = (change: (row: Row, n: number) => Row = (row) => row): Row[] => [
    ['申请人情况', ...first(applicants)],
    ...results.map((name, n) => [name, ...change(first(figures[n] ?? []), n)]),
  ];
  expect((await read(page(section3, rows()), 'applications.')).map(({ value }) => value)).toEqual(all);
  expect(
    await read(
      page(
        section3,
        rows((row, n) => (n === 6 ? row.with(2, 9) : row)),
      ),
      'applications.',
    ),
  ).toEqual([]);
  expect(
    (
      await read(
        page(
          section3,
          rows((row) => row.map(() => 0)),
        ),
        'applications.',
      )
    ).map(({ value }) => value),
  ).toEqual(all.map(() => 0));
  // Of one applicant it is not told whether the first figure or the last is the total.
  expect(
    await read(
      page(
        section3,
        rows((_row, n) => [n, 0, 0, 0, 0, 0, n]),
      ),
      'applications.',
    ),
  ).toEqual([]);
});
