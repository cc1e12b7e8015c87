import { dataset } from '../../schemas/dataset.ts';
import { type Table, tables } from '../../schemas/tables.ts';
import { citationLine } from './descriptors/citation.ts';
import type { ReleaseFacts } from './descriptors/facts.ts';
import type { ListedFile } from './files.ts';
import { releasedTables } from './inventory.ts';

type Language = 'zh' | 'en';

/** Rows of each table over all of its Parquet files. */
const rowsByTable = (files: readonly ListedFile[]): ReadonlyMap<string, number> => {
  const rows = new Map<string, number>();
  for (const { path, table, rows: n = 0 } of files) if (table && path.endsWith('.parquet')) rows.set(table, (rows.get(table) ?? 0) + n);
  return rows;
};

function tableLines(files: readonly ListedFile[], language: Language): string {
  const rows = rowsByTable(files);
  return releasedTables
    .filter((name) => rows.has(name))
    .map((name) => {
      const { about }: Table = tables[name];
      return `| \`${name}\` | ${rows.get(name)} | ${about[language]} |`;
    })
    .join('\n');
}

const zh = (facts: ReleaseFacts, files: readonly ListedFile[]) => `# ${dataset.title.zh} ${facts.version}

${dataset.description.zh}

报告年度 ${facts.years.first}–${facts.years.last}，数据结构版本 ${facts.schemaVersion}。[English](README.md)

| 需要 | 用 |
|---|---|
| 在 Excel、WPS 中打开 | \`excel/reports-<年度>.xlsx\`（或同名 .csv）：第一行中文，第二行代码；\`excel/agencies.xlsx\` 是机关名录，\`excel/codebook.xlsx\` 是指标字典 |
| SQL 查询 | 在本文件夹中运行 \`duckdb -init queries/duckdb.sql\`，再运行 \`queries/\` 中任一文件 |
| Athena | \`athena/create_tables.sql\` |
| 程序读取 | \`parquet/\`，或 \`csv/\`（UTF-8，gzip；空值为空，空文本为 \`""\`） |
| 某份报告的全部内容 | \`json/agency=<机关代码>/year=<年度>/report.json\` |
| 列与代码的含义 | \`reference/dictionary.md\` |
| 核对文件是否完整 | \`sha256sum -c SHA256SUMS\`，或 \`gongkai verify .\` |

| 表 | 行数 | 内容 |
|---|---|---|
${tableLines(files, 'zh')}

空白不是 0：来源没有印出的数字一律为空。不同统计范围（coverage）的数字不能相加。CSV 和 Excel 文件中以 \`=\`、\`+\`、\`-\`、\`@\`（含全角）或制表、换行符开头的文本前加了 \`'\`，以免被当作公式；Parquet 保持原样。

## 引用

${citationLine(facts).zh}

许可：表中数据 [${dataset.licence.title}](${dataset.licence.path})（LICENSE-DATA）；报告文本见 LICENSE-TEXTS。
`;

const en = (facts: ReleaseFacts, files: readonly ListedFile[]) => `# ${dataset.title.en} ${facts.version}

${dataset.description.en}

Report years ${facts.years.first}–${facts.years.last}, schema version ${facts.schemaVersion}. [中文](README.zh.md)

| To | Use |
|---|---|
| open it in Excel or WPS | \`excel/reports-<year>.xlsx\` (or the .csv beside it): Chinese labels in row 1, codes in row 2; \`excel/agencies.xlsx\` lists the agencies, \`excel/codebook.xlsx\` says what every column and code means |
| ask in SQL | \`duckdb -init queries/duckdb.sql\` in this folder, then any file of \`queries/\` |
| use Athena | \`athena/create_tables.sql\` |
| read it in a program | \`parquet/\`, or \`csv/\` (UTF-8, gzip; null is nothing, the empty text is \`""\`) |
| have all of one report | \`json/agency=<agency id>/year=<year>/report.json\` |
| know what columns and codes mean | \`reference/dictionary.md\` |
| check that it is complete | \`sha256sum -c SHA256SUMS\`, or \`gongkai verify .\` |

| Table | Rows | What |
|---|---|---|
${tableLines(files, 'en')}

Blank is not 0: a number the source does not print is null. Never add numbers of different coverage. In CSV and Excel files a text that begins with \`=\`, \`+\`, \`-\` or \`@\` (full-width ones too), a tab or a line break has a \`'\` before it, so that no spreadsheet runs it as a formula; Parquet has it as it is.

## Citation

${citationLine(facts).en}

Licence: the tables ${dataset.licence.title} (LICENSE-DATA); the texts of reports, see LICENSE-TEXTS.
`;

/** The READMEs of a release. */
export const readmes = (facts: ReleaseFacts, files: readonly ListedFile[]) => ({ zh: zh(facts, files), en: en(facts, files) });

/** Licence of the numbers, and the note on the texts, which are not ours to license. */
export const licences = {
  data: `${dataset.licence.title}\nSPDX-License-Identifier: ${dataset.licence.spdx}\n${dataset.licence.path}\n`,
  texts: `${dataset.textRights.zh}\n\n${dataset.textRights.en}\n`,
} as const;
