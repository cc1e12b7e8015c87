import { dataset } from '../../../schemas/dataset.ts';
import { type Column, type ParquetTableName, type Table, tables } from '../../../schemas/tables.ts';
import { citationLine } from '../../../src/release/descriptors/citation.ts';

/** What the README of an export says beside the columns of its table. */
export interface ExportFacts {
  readonly table: ParquetTableName;
  readonly file: string;
  readonly format: string;
  readonly where: string | null;
  readonly rows: number;
  /** Texts that were cut because a worksheet cell holds no more. */
  readonly cut: number;
  /** Day of the export, `2026-11-22`. */
  readonly day: string;
  readonly schemaVersion: string;
}

/** The version an export is cited by: it is of no release. */
export const exportVersion = ({ day, schemaVersion }: Pick<ExportFacts, 'day' | 'schemaVersion'>): string =>
  `local export of ${day}, schema ${schemaVersion}`;

const inCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function columnLine([name, { zh, en, kind, unit, note, nullable }]: readonly [string, Column]): string {
  const type = typeof kind === 'string' ? kind : 'list' in kind ? 'list' : 'struct';
  const notes = [unit ? `unit: ${unit}` : '', note ? `${note.zh} / ${note.en}` : ''].filter(Boolean).join('; ');
  return `| \`${name}\` | ${inCell(zh)} | ${inCell(en)} | ${type}${nullable ? ', null' : ''} | ${inCell(notes)} |`;
}

function formatNotes({ format, cut }: ExportFacts): string[] {
  if (format === 'csv') {
    return [
      '- CSV 为 UTF-8，空值为空，空文本为 `""`。以 `=`、`+`、`-`、`@`（含全角）或制表、换行符开头的文本前加了 `\'`，以免被电子表格当作公式。用 Excel 请导出 xlsx。',
      '- CSV in UTF-8; null is nothing, the empty text is `""`. A text that begins with `=`, `+`, `-` or `@` (full-width ones too), a tab or a line break has a `\'` before it, so that no spreadsheet runs it as a formula. For Excel export xlsx.',
    ];
  }
  if (format === 'xlsx' && cut > 0) {
    return [
      `- ${cut} 处文本超过单元格上限 32767 字，已截断；完整文本请导出 csv、json 或 parquet。`,
      `- ${cut} texts are longer than the 32,767 characters of a cell and were cut; export csv, json or parquet for the whole.`,
    ];
  }
  return [];
}

/** The README of an export: what it is, its columns in both languages, how to read and how to cite it. */
export function exportReadme(facts: ExportFacts): string {
  const { zh, en, about, columns }: Table = tables[facts.table];
  const cite = citationLine({ version: exportVersion(facts), created: facts.day });
  const condition = facts.where === null ? '（全部 / all rows）' : `\n\n\`\`\`sql\n${facts.where}\n\`\`\``;
  return `# ${zh} / ${en}

${about.zh}。${about.en}.

- 文件 / file: \`${facts.file}\`，${facts.rows} 行 / rows
- 条件 / condition: ${condition}
- 导出日期 / exported: ${facts.day}

## 读数须知 / How to read the numbers

- 空白不是 0：来源没有印出的数字一律为空。Blank is not 0: a number the source does not print is null.
- 不同统计范围（coverage）的数字不能相加。Never add numbers of different coverage.
${formatNotes(facts).join('\n')}${formatNotes(facts).length > 0 ? '\n' : ''}
## 列 / Columns

| 列 / column | 中文 | English | 类型 / type | 说明 / note |
|---|---|---|---|---|
${Object.entries(columns).map(columnLine).join('\n')}

## 引用 / Citation

${cite.zh}

${cite.en}

许可 / Licence: [${dataset.licence.title}](${dataset.licence.path})

${dataset.textRights.zh}

${dataset.textRights.en}
`;
}
