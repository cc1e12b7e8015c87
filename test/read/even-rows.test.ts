import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse.ts';
import { readText } from '../../src/read/text.ts';

// Tables as extractors of web text print them: cells on lines of their own, closed up to the left, rows filled with empty cells.

const cellsOf = async (text: string) =>
  (await readText(text, 'utf-8')).lines.flatMap(({ row }) =>
    row && row.cells.length > 1 ? [row.cells.map((cell) => cell.text).join('|')] : [],
  );

const marked = [
  '|',
  '规章 |',
  '0 |',
  '3 |',
  '|',
  '|',
  '文件',
  '本级 |',
  '4 |',
  '|',
  '|',
  '|',
  '许可 | |||',
  '|',
  '处罚 |',
  '|',
  '9 |',
  '|',
];

describe('rows whose cells stand on lines of their own', () => {
  it('are told by their number of pipes where a lone pipe is a mark or an empty cell', async () => {
    expect(await cellsOf(`一、总体情况\n${marked.join('\n')}\n三、其他`)).toEqual(['规章|0|3|', '文件 本级|4||', '许可|||', '处罚||9|']);
  });

  it('are told where no mark begins them', async () => {
    const lines = ['规章 |', '0 |', '|', '3 |', '许可 |', '|||', '处罚 |', '12 |', '||'];
    expect(await cellsOf(`二、主动公开\n${lines.join('\n')}\n三、其他`)).toEqual(['规章|0||3', '许可|||', '处罚|12||']);
  });

  it('are told where a pipe opens the line of their label and stands on a line of its own behind each cell', async () => {
    const lines = ['| 规章', '|', '0', '|', '3', '|', '| 许可', '|', '||', '| 处罚', '|', '|', '9', '|', '| 强制', '|', '12', '|', '|'];
    const rows = ['规章|0|3', '许可||', '处罚||9', '强制|12|'];
    expect(await cellsOf(`二、主动公开\n${lines.join('\n')}\n三、收到申请情况\n| 申请\n|`)).toEqual(rows);
  });

  it('are not told where a cell is missing', async () => {
    expect(await cellsOf(marked.filter((_, at) => at !== 7).join('\n'))).not.toContain('规章|0|3|');
  });

  it('are not told where labels stand behind figures: a row ends before', async () => {
    const row = ['规章', '1', '行政许可项目', '2', '行政处罚项目', '3'];
    const cells = ['信息内容', ...row, '', ...row, '', '4', '5', '6', '7', '8', '9'];
    expect(await cellsOf(`二、主动公开\n${cells.map((text) => `${text}\n|`).join('\n')}\n三、收到申请情况`)).toEqual([]);
  });

  it('have the lines their cells are printed on', async () => {
    const doc = await readText(`前言\n${marked.join('\n')}`, 'utf-8');
    const row = doc.lines.find((line) => line.row?.cells[0]?.text === '规章');
    expect(row?.row?.cells.map(({ below = 0 }) => (row?.n ?? 0) + below)).toEqual([3, 4, 5, 6]);
  });

  it('hold a figure whose sign stands on the line above it: on the line of the sign', async () => {
    const lines = ['|', '规章 |', '+', '6 |', '0 |', '|', '许可 |', '3 |', '|', '|', '处罚 |', '9 |', '1 |'];
    const doc = await readText(lines.join('\n'), 'utf-8');
    const row = doc.lines.find((line) => line.row?.cells[0]?.text === '规章');
    expect(row?.row?.cells.map(({ text, below = 0 }) => [text, (row?.n ?? 0) + below])).toEqual([
      ['规章', 2],
      ['+ 6', 3],
      ['0', 5],
    ]);
  });

  it('end where the text goes on: a hostile text is looked at a few times, not once a line', async () => {
    const hostile = '规章 |\n0\n'.repeat(30_000);
    expect((await readText(hostile, 'utf-8')).lines.length).toBe(60_000);
  });
});

const names = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const remedies = (numbers: readonly string[], fill: number) => {
  const row = (cells: readonly string[]) => `${[...cells, ...Array(15 + fill - cells.length).fill('')].join(' | ')} |`;
  return `某县水利局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n${[
    row(['行政复议', '行政诉讼']),
    row([...names, '未经复议直接起诉', '复议后起诉']),
    row([...names, ...names]),
    row(numbers),
  ].join('\n')}\n五、存在的主要问题\n`;
};
const remediesOf = async (text: string) => {
  const { report } = await parseDocument(new TextEncoder().encode(text), { name: 'a.txt' });
  return report.cells.filter(({ code }) => code.startsWith('remedies.')).map(({ value, status }) => value ?? status);
};

describe('a row that begins with an empty cell', () => {
  const numbers = ['', '', '', '', '', '4', '3', '', '', '7', '8', '', '', '', '8'];
  const read = numbers.map((number) => (number === '' ? 'blank' : Number(number)));

  it('is no row that begins with a border, unless the other rows are', async () => {
    expect(await remediesOf(remedies(numbers, 0))).toEqual(read);
    expect(await remediesOf(remedies(numbers, 2))).toEqual(read);
    expect(await remediesOf(remedies(numbers, 0).replace(/^(?=.*\|)/gm, '| '))).toEqual(read);
  });

  it('has lost a cell where its sums do not hold and an empty one fills it up', async () => {
    const lost = numbers.map((number) => number || '0').toSpliced(7, 1);
    expect(new Set(await remediesOf(remedies(lost, 0)))).toEqual(new Set(['ambiguous']));
  });
});

const head = [
  '三、收到和处理政府信息公开申请情况',
  ' | 申请人情况 |||||||||',
  '自然人 | 法人或其他组织 | 总计 |||||||',
  '商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |||||',
];
const body = [
  '一、本年新收政府信息公开申请数量 | 5 |||||| 5 ||',
  '二、上年结转政府信息公开申请数量 |||||||||',
  '三、本年度办理结果 | （一）予以公开 || 3 ||||||',
];

describe('a total that is left out', () => {
  const applications = async (rows: readonly string[]) => {
    const { report } = await parseDocument(new TextEncoder().encode([...head, ...rows, '四、其他'].join('\n')), { name: 'a.txt' });
    return report.cells.filter(({ code }) => code.startsWith('applications.granted.')).map(({ value, status }) => value ?? status);
  };

  const other = '（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1 ||||||||';

  it('is told from what fills the row by the number of cells', async () => {
    expect(await applications([...body, other])).toEqual(['blank', 3, 'blank', 'blank', 'blank', 'blank', 'blank']);
  });

  it('is not told where the other rows print theirs', async () => {
    expect(new Set(await applications([...body, other.replace('||||||||', '|||||| 1 ||')]))).toEqual(new Set(['ambiguous']));
  });
});

it('table 2: empty cells that fill a row are none of its own', async () => {
  const rows = ['第二十条第（五）项 | ||||||', '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 ||||', '行政许可 | 31 | +2 | 70 ||||'];
  const read = async (last: string) => {
    const lines = ['二、主动公开政府信息情况', ...rows, `其他对外管理服务事项 | ${last}|||`, '三、其他'];
    const { report } = await parseDocument(new TextEncoder().encode(lines.join('\n')), { name: 'a.txt' });
    return report.cells.filter(({ code }) => code.includes('.other_external_')).map(({ value, status }) => value ?? status);
  };
  expect(await read('12 | 4 | 9 |')).toEqual([12, 4, 9]);
  expect(await read('12 | 9 | |')).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
});

it('a cell whose pipe stands on the line below keeps its own line', async () => {
  const cells = ['1', '2', '3', '行政规范性文件', '4', '5', '6', '行政许可', '7', '8', '9'];
  const { lines } = await readText(`规章制度 |\n${cells.map((text) => `${text}\n|`).join('\n')}\n表后\n`, 'utf-8');
  const rows = lines.flatMap(({ row }) => (row && row.cells.length > 1 ? [row.cells.map(({ below = 0 }) => below)] : []));
  expect(rows).toEqual([
    [0, 1, 3, 5],
    [0, 2, 4, 6],
    [0, 2, 4, 6],
  ]);
});

const next = '三、收到和处理政府信息公开申请情况';

describe('a last row without the empty cells that fill the others', () => {
  const rows = ['规章 |', '0 |', '|', '3 |', '许可 |', '7 |', '||', '处罚 |', '||', '|', '强制 |', '12 |'];

  it('belongs to the table where a heading follows', async () => {
    expect(await cellsOf(`二、主动公开\n${rows.join('\n')}\n${next}`)).toEqual(['规章|0||3', '许可|7||', '处罚|||', '强制|12']);
  });

  it('may show nothing at all', async () => {
    const empty = [...rows.slice(0, -1), '|'].join('\n');
    expect(await cellsOf(`二、主动公开\n${empty}\n${next}`)).toEqual(['规章|0||3', '许可|7||', '处罚|||', '强制|']);
  });

  it('is not told where other words follow: its cells may go on below them', async () => {
    expect(await cellsOf(`二、主动公开\n${rows.join('\n')}\n本年`)).not.toContain('强制|12');
  });

  it('is not told where no row is filled, or a label stands behind a figure', async () => {
    const unfilled = ['规章 |', '1 |', '2 |', '3 |', '文件 |', '4 |', '5 |', '6 |', '许可 |', '7 |', '8 |', '9 |', '处罚 |', '12 |'];
    const behind = ['规章 |', '1 |', '行政许可 |', '2 |', '处罚 |', '|||', '强制 |', '3 |', '4 |', '5 |', '收费 |', '6 |'];
    for (const lines of [unfilled, behind]) {
      const rows = await cellsOf(`二、主动公开\n${lines.join('\n')}\n${next}`);
      expect(rows.filter((row) => /\d/.test(row))).toEqual([]);
    }
  });
});
