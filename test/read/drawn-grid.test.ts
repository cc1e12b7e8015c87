import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';
import { readText } from '../../src/read/text.ts';

// Tables drawn with lines: cells of several lines, some beside several rows, whose words then stand beside the lines between those.

const drawn = [
  '┌───────────────────┬─────────────────────────────────────────┐',
  '│                   │               申请人情况                │',
  '│                   ├────┬───────────────────────────────┬────┤',
  '│   （本列数据的    │    │        法人或其他组织         │    │',
  '│    勾稽关系）     │自然├─────┬─────┬─────┬─────┬───────┤总计│',
  '│                   │ 人 │商业 │科研 │社会 │法律 │       │    │',
  '│                   │    │企业 │机构 │公益 │服务 │ 其他  │    │',
  '│                   │    │     │     │组织 │机构 │       │    │',
  '├───────────────────┼────┼─────┼─────┼─────┼─────┼───────┼────┤',
  '│一、本年新收政府信 │    │     │     │     │     │       │    │',
  '│息公开申请数量     │ 1  │     │  3  │  4  │  5  │   6   │ 19 │',
  '├─────────┬─────────┼────┼─────┼─────┼─────┼─────┼───────┼────┤',
  '│         │1.属于国 │ 7  │  8  │     │  9  │  1  │   2   │ 27 │',
  '│（三）不 │家秘密   │    │     │     │     │     │       │    │',
  '│予公开   ├─────────┼────┼─────┼─────┼─────┼─────┼───────┼────┤',
  '│         │3.危及“ │    │     │     │     │     │       │    │',
  '│         │三安全一 │ 3  │  4  │  5  │     │  6  │   7   │ 25 │',
  '│         │稳定”   │    │     │     │     │     │       │    │',
  '├─────────┴─────────┼────┼─────┼─────┼─────┼─────┼───────┼────┤',
  '│四、结转下年度继续 │ 8  │  9  │  1  │  2  │  3  │       │ 23 │',
  '│办理               │    │     │     │     │     │       │    │',
  '└───────────────────┴────┴─────┴─────┴─────┴─────┴───────┴────┘',
];
const plain = drawn.map((line) =>
  line
    .replace(/[┌┬┐├┼┤└┴┘]/g, '+')
    .replace(/─/g, '-')
    .replace(/│/g, '|'),
);

const read = async (lines: readonly string[]) => {
  const text = `某县水利局2021年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n${lines.join('\n')}\n五、其他`;
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  return (row: string) =>
    report.cells.filter(({ code }) => code.startsWith(`applications.${row}.`)).map(({ value, status }) => value ?? status);
};

describe('a table drawn with lines', () => {
  it.each([
    ['box characters', drawn],
    ['plus, minus and pipe', plain],
  ])('of %s has the cells of its frames', async (_, lines) => {
    const row = await read(lines);
    expect(row('new_received')).toEqual([1, 'blank', 3, 4, 5, 6, 19]);
    expect(row('denied_state_secret')).toEqual([7, 8, 'blank', 9, 1, 2, 27]);
    expect(row('denied_security_stability')).toEqual([3, 4, 5, 'blank', 6, 7, 25]);
    expect(row('carried_out')).toEqual([8, 9, 1, 2, 3, 'blank', 23]);
  });

  it('gives each cell its place, its span and the line of its words', async () => {
    const { lines } = await readText(drawn.join('\n'), 'utf-8');
    const cells = lines.flatMap(({ n, row }) => row?.cells.map((cell) => ({ ...cell, line: n + (cell.below ?? 0) })) ?? []);
    const cell = (text: string) => cells.find((one) => one.text.startsWith(text));
    expect(cell('申请人情况')).toMatchObject({ column: 2, columns: 7, rows: 1, line: 2 });
    expect(cell('(三)不')).toMatchObject({ text: '(三)不 予公开', column: 0, columns: 1, rows: 2, line: 14 });
    expect(cell('27')).toMatchObject({ column: 8, columns: 1, rows: 1, line: 13 });
  });

  it('is none where its lines are not as wide as its frame', async () => {
    const { lines } = await readText(drawn.with(10, `${drawn[10]?.slice(0, -4)}│`).join('\n'), 'utf-8');
    expect(lines.some(({ row }) => row?.cells.some(({ columns }) => columns > 1))).toBe(false);
  });

  it('is none where a border has moved', async () => {
    const moved = drawn.with(10, drawn[10]?.replace('│  3  │', '│  3 │ ') ?? '');
    const { lines } = await readText(moved.join('\n'), 'utf-8');
    expect(lines.some(({ row }) => row?.cells.some(({ columns }) => columns > 1))).toBe(false);
  });

  it('is looked for once a line, whatever a hostile text draws', async () => {
    const began = performance.now();
    for (const hostile of ['+---+\n', '+---+\n|a|\n', '+---+\n|   |\n+-+-+\n'])
      expect((await readText(hostile.repeat(30_000), 'utf-8')).lines.length).toBeGreaterThan(20_000);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
