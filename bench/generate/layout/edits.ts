import { type Draft, draftReport } from '../draft/draft.ts';
import type { Random } from '../random.ts';
import { draftTable, type OutLine, type TableText } from './lines.ts';
import { alignedSpaces, type TableLine, type TableWriter } from './writers.ts';

/** What happened to the lines of a text after its tables were written. */
export type LineEdit = (lines: readonly OutLine[], draft: Draft, random: Random) => OutLine[];

/** An empty line after every line. */
export const spaced: LineEdit = (lines) => lines.flatMap((line) => [line, { text: '', section: line.section }]);

/** Lines without text are gone. */
export const withoutBlankLines: LineEdit = (lines) => lines.filter((line) => line.text.trim() !== '');

/** A line that occurred before is dropped, wherever it stands. */
export const withoutRepeats: LineEdit = (lines) => {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const repeated = seen.has(line.text);
    seen.add(line.text);
    return !repeated;
  });
};

/** The whole text in one line, but for its first two. */
export const inOneLine: LineEdit = (lines) => {
  const body = lines.slice(2);
  const codes = body.flatMap((line) => line.codes ?? []);
  return [...lines.slice(0, 2), { text: body.map((line) => line.text.trim()).join(''), section: 1, codes }];
};

/** The site's block of metadata above the title, as a table of pipes. */
export const metadataPipes: LineEdit = (lines, draft) => [
  ...[
    `索 引 号： | ${draft.organ.place.code}-000${draft.seed % 10}/${draft.year + 1}-0000${draft.seed % 7} | 分　　类： | 政府信息公开年报 |`,
    `发布机构： | ${draft.organ.name} | 发布日期： | ${draft.published.text} |`,
    `文　　号： |  | 有 效 性： | 有效 |`,
  ].map((text) => ({ text, section: 0 })),
  ...lines,
];

/** The same block as labels and values on lines of their own; empty values leave no line behind. */
export const metadataLines: LineEdit = (lines, draft) => [
  ...[
    '索引号：',
    '主题分类：',
    '政府信息公开年报',
    '发布机构：',
    draft.organ.name,
    '文号：',
    '有效性：',
    '成文日期：',
    '发布日期：',
    draft.published.text,
  ].map((text) => ({ text, section: 0 })),
  ...lines,
];

/** Two steps, one after the other. */
export const edits =
  (...steps: readonly LineEdit[]): LineEdit =>
  (lines, draft, random) =>
    steps.reduce<OutLine[]>((edited, step) => step(edited, draft, random), [...lines]);

const figuresText = (texts: readonly string[]) => texts.join('   ');

/** Rows of table 3 written as a label line and a figure line, then `move`d. */
function takenApart(move: (rows: { label: TableLine; figures: TableLine }[], random: Random) => TableLine[]): TableWriter {
  return (table, random) => {
    const first = table.rows.findIndex((row) => row.some((cell) => cell.code !== undefined));
    const head = table.rows.slice(0, first).map((row) => ({ text: figuresText(row.map((cell) => cell.text)) }));
    const body = table.rows.slice(first).map((row) => ({
      label: { text: figuresText(row.filter((cell) => cell.code === undefined).map((cell) => cell.text)) },
      figures: {
        text: figuresText(row.filter((cell) => cell.code !== undefined).map((cell) => cell.text)),
        codes: row.flatMap((cell) => (cell.code === undefined ? [] : [cell.code])),
      },
    }));
    const together = ({ label, figures }: (typeof body)[number]): TableLine => ({
      ...figures,
      text: `${label.text}   ${figures.text}`.trim(),
    });
    return [...head, ...(table.table === 'applications' ? move(body, random) : body.map(together))];
  };
}

const beside = ({ label, figures }: { label: TableLine; figures: TableLine }): TableLine => ({
  ...figures,
  text: `${label.text}   ${figures.text}`,
});

/** Several labels stand in one block, their rows of figures in the next. */
export const labelBlocks: TableWriter = takenApart((rows, random) => {
  const count = random.int(2, 6);
  const at = random.int(2, rows.length - count - 2);
  const block = rows.slice(at, at + count);
  return [
    ...rows.slice(0, at).map(beside),
    ...block.map(({ label }) => label),
    ...block.map(({ figures }) => figures),
    ...rows.slice(at + count).map(beside),
  ];
});

/** A label stands before a row of another group; its figures stay where they were, without a label. */
export const displacedLabel: TableWriter = takenApart((rows, random) => {
  const from = random.int(10, rows.length - 3);
  const to = random.int(3, from - 4);
  return rows.flatMap((row, index) => {
    if (index === from) return [row.figures];
    const moved = rows[from];
    return index === to && moved ? [moved.label, row.label, row.figures] : [beside(row)];
  });
});

/** Figures of two reports side by side under one set of labels. */
export function sideBySide(draft: Draft, random: Random): TableText {
  return (table) => {
    const form = draft.forms[table.table === 'statistics' ? 'remedies' : table.table];
    const other = draftReport(draft.seed + 1_000_003, { form: form === '2019' ? '2019' : '2021' });
    const second = draftTable(other, table.table === 'statistics' ? 'remedies' : table.table);
    return alignedSpaces(table, random).map((line, index) => {
      const figures = (second.rows[index] ?? []).filter((cell) => cell.code !== undefined).map((cell) => cell.text);
      return { text: figures.length > 0 ? `${line.text}      ${figuresText(figures)}` : line.text };
    });
  };
}

/** Tables lost, headings left. */
export const noTables: TableText = () => [];

/** A picture where the table was. */
export const pictures: TableText = (table) => {
  const caption = {
    disclosure: '主动公开政府信息情况表',
    applications: '收到和处理政府信息公开申请情况表',
    remedies: '行政复议、行政诉讼情况表',
    statistics: '统计表',
  }[table.table];
  return [{ text: '' }, { text: `![${caption}](images/${table.table}.png)` }, { text: `图 ${caption}` }, { text: '' }];
};
