import { agencyKinds } from '../../../schemas/agency-kinds.ts';
import { type CheckKind, checkKinds } from '../../../schemas/checks.ts';
import { codeLists } from '../../../schemas/codes.ts';
import { crosswalk } from '../../../schemas/crosswalk.ts';
import { type Form, type FormGroup, type FormTable, forms } from '../../../schemas/forms/index.ts';
import { issueKinds } from '../../../schemas/issues.ts';
import { mentionKinds } from '../../../schemas/mentions.ts';
import { code, markdownTable } from '../markdown.ts';

/** One section per closed list of codes. */
export const codeSections = (): readonly string[] =>
  Object.entries(codeLists).map(([name, list]) => {
    const rows = Object.entries(list).map(([value, { zh, en }]) => [code(value), zh, en]);
    return `### ${name}\n\n${markdownTable(['代码 Code', '中文', 'English'], rows)}`;
  });

/** Every check of the catalogue, with its clause. */
export function checkSection(): string {
  const kinds: readonly (readonly [string, CheckKind])[] = Object.entries(checkKinds);
  const rows = kinds.map(([id, kind]) => [code(id), kind.severity, kind.scope, kind.instance, kind.zh, kind.en, kind.article]);
  return markdownTable(['编号 Id', '程度 Severity', '范围 Scope', '对象 Instance', '中文', 'English', '依据 Clause'], rows);
}

/** Every issue a reading can report. */
export function issueSection(): string {
  const rows = Object.entries(issueKinds).map(([id, { severity, zh, en }]) => [code(id), severity, zh, en]);
  return markdownTable(['代码 Code', '程度 Severity', '中文', 'English'], rows);
}

function groupSection(table: FormTable, group: FormGroup): string {
  const rows = markdownTable(
    ['行 Row', '中文', 'English', '依据 Clause', '小计 Subtotal'],
    group.rows.map((row) => [
      code(row.code),
      row.zh,
      `${row.en}${row.optional ? ' (only where printed)' : ''}`,
      row.article,
      code(row.subtotal),
    ]),
  );
  const columns = markdownTable(
    ['列 Column', '中文', 'English', '单位 Unit'],
    group.columns.map((column) => [
      code(column.code),
      column.zh,
      `${column.en}${column.optional ? ' (only where printed)' : ''}`,
      column.unit,
    ]),
  );
  const heading = group.heading ? `**${group.heading.zh} ${group.heading.en}** (${group.article})` : `**${group.article}**`;
  return `${heading}: ${code(`${table.table}.<row>.<column>`)}\n\n${rows}\n\n${columns}`;
}

function formSection(form: Form): string {
  const years = form.years.to === null ? `${form.years.from}–` : `${form.years.from}–${form.years.to}`;
  const parts = form.tables.flatMap((table) => [
    `#### ${form.id} ${table.table}: ${table.heading.zh}`,
    ...table.groups.map((group) => groupSection(table, group)),
  ]);
  return [`### 格式 Form ${form.id}`, `${form.zh} ${form.en}. ${form.document}, ${years}.`, ...parts].join('\n\n');
}

/** One section per printed form: every row and column, whose codes make the code of a cell. */
export const formSections = (): readonly string[] => forms.map(formSection);

/** What became of each cell when the form changed, less those that stayed the same. */
export function crosswalkSection(): string {
  const rows = crosswalk
    .filter(({ comparability }) => comparability !== 'exact')
    .map((row) => [row.from_form, code(row.from_code), row.to_form, code(row.to_code), row.comparability, row.note]);
  const head = ['格式 From', '代码 Code', '格式 To', '代码 Code', '可比性 Comparability', '说明 Note'];
  return `其余单元格在两种格式中代码和含义相同。Every other cell has the same code and meaning in both forms.\n\n${markdownTable(head, rows)}`;
}

/** Kinds of organ: the second part of an agency's id. */
export function agencyKindSection(): string {
  const rows = agencyKinds.map(({ code: kind, zh, en, group, levels }) => [code(kind), zh, en, group, levels.join(', ')]);
  return markdownTable(['代码 Code', '中文', 'English', '类型 Group', '级别 Levels'], rows);
}

/** What prose may tell, beside the rows and cells of the forms. */
export function mentionSection(): string {
  const rows = Object.entries(mentionKinds).map(([id, { zh, en, unit }]) => [code(id), zh, en, unit]);
  const others =
    '另有 `applications.<行>` 与 `<表>.<行>.<列>`，含义同表格。Besides, `applications.<row>` and `<table>.<row>.<column>`, as in the forms.';
  return `${others}\n\n${markdownTable(['代码 Code', '中文', 'English', '量词 Counter'], rows)}`;
}
