import type { Type } from '../../../schemas/kinds.ts';
import { type Column, type Table, type TableName, tableNames, tables } from '../../../schemas/tables.ts';
import { code, markdownTable } from '../markdown.ts';

/** A type in the words of the dictionary: `list of (name text, first_year int)`. */
function spelled(type: Type): string {
  if (typeof type === 'string') return type;
  if ('list' in type) return `list of ${spelled(type.list)}`;
  return `(${Object.entries(type.struct)
    .map(([name, of]) => `${name} ${spelled(of)}`)
    .join(', ')})`;
}

const typeOf = ({ kind, nullable }: Column) => `${spelled(kind)}${nullable ? ', null' : ''}`;

function notes({ note, codes }: Column): string {
  const list = codes && `[${codes}](#${codes})`;
  return [note?.zh, note?.en, list].filter((part) => part !== undefined).join('<br>');
}

const columnRow = (name: string, column: Column) => [
  code(name),
  typeOf(column),
  column.zh,
  column.en,
  column.unit,
  column.article,
  notes(column),
];

/** The table that another one repeats agency by agency, if it does. */
const repeated: Partial<Record<TableName, TableName>> = { agency_reports: 'reports', agency_cells: 'cells' };

function columnsOf(name: TableName, { columns }: Table): string {
  const same = repeated[name];
  if (same) return `各列与 [${same}](#${same}) 相同。The columns are those of [${same}](#${same}).`;
  const rows = Object.entries(columns).map(([column, declared]) => columnRow(column, declared));
  return markdownTable(['列 Column', '类型 Type', '中文', 'English', '单位 Unit', '依据 Clause', '说明 Notes'], rows);
}

function tableSection(name: TableName): string {
  const table: Table = tables[name];
  const list = (names: readonly string[]) => names.map(code).join(', ');
  const references = table.references.map(({ columns, table: other, to }) => `${list(columns)} → [${other}](#${other}) ${list(to)}`);
  const facts = [
    `对象 Objects: ${code(table.file)}`,
    ...(table.key.length > 0 ? [`主键 Key: ${list(table.key)}`, `排序 Sorted by: ${list(table.sort)}`] : []),
    ...(Object.keys(table.partitions).length > 0 ? [`分区 Partition keys: ${list(Object.keys(table.partitions))}`] : []),
    ...references.map((reference) => `引用 Reference: ${reference}`),
  ];
  return [
    `### ${name}`,
    `**${table.zh} ${table.en}.** ${table.about.zh}。${table.about.en}.`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    columnsOf(name, table),
  ].join('\n\n');
}

/** One section per published table: what it is, where its objects lie, its keys, every column. */
export const tableSections = (): readonly string[] => tableNames.map(tableSection);
