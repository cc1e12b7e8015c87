import {
  agencyKindSection,
  checkSection,
  codeSections,
  crosswalkSection,
  formSections,
  issueSection,
  mentionSection,
} from './dictionary/codes.ts';
import { tableSections } from './dictionary/columns.ts';

const intro = `# 数据字典 Data dictionary

本页由 \`npm run derive\` 根据 \`schemas/\` 生成，请勿手改。This page is computed from \`schemas/\` by \`npm run derive\`; do not edit it.

- 空值表示“来源未载明”，不是0。Null means that the source does not say; it is never 0.
- 条款编号指《中华人民共和国政府信息公开条例》（2019年修订）。Articles are those of the Regulations of the PRC on Open Government Information as revised in 2019.
- 单元格代码为 \`<表>.<行>.<列>\`。The code of a cell is \`<table>.<row>.<column>\`.`;

/** The dictionary as one Markdown page in both languages: tables, columns, forms, codes, checks, issues. */
export function dictionary(): string {
  const sections = [
    intro,
    '## 表 Tables',
    ...tableSections(),
    '## 表格格式 Forms',
    ...formSections(),
    '## 格式对照 Crosswalk',
    crosswalkSection(),
    '## 代码 Codes',
    ...codeSections(),
    '## 文中数字 Mentions',
    mentionSection(),
    '## 机关类别 Kinds of organ',
    agencyKindSection(),
    '## 核对 Checks',
    checkSection(),
    '## 问题 Issues',
    issueSection(),
  ];
  return `${sections.join('\n\n')}\n`;
}
