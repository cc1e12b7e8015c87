import { agencyKinds } from '../../schemas/agency-kinds.ts';
import { checkKinds } from '../../schemas/checks.ts';
import { percent } from '../../src/percent.ts';
import type { Io } from '../io.ts';
import type { Quality } from '../local/sql/quality.ts';
import type { Value } from '../local/sql/values.ts';
import type { Text } from './language.ts';
import { quarantineReason } from './quarantine.ts';
import { meaning } from './report.ts';

type Row = Readonly<Record<string, Value>>;

/** A column of a quality table: its label, and what it shows of a row. */
export interface QualityColumn {
  readonly label: Text;
  readonly number?: true;
  show(row: Row, io: Io): Value;
}

/** A table of the quality report, the same in text and HTML. */
export interface QualitySection {
  readonly id: keyof Quality;
  readonly heading: Text;
  readonly columns: readonly QualityColumn[];
  readonly rows: readonly Row[];
}

const text = (name: string, zh: string, en: string): QualityColumn => ({ label: { zh, en }, show: (row) => row[name] ?? null });
const number = (name: string, zh: string, en: string): QualityColumn => ({ ...text(name, zh, en), number: true });

const n = (value: Value | undefined): number => Number(value ?? 0);
const held: readonly QualityColumn[] = [
  number('reports', '报告', 'reports'),
  number('agencies', '机关', 'agencies'),
  {
    label: { zh: '有数字的单元格', en: 'cells with a value' },
    number: true,
    show: (row) => percent(n(row.cells_with_value), n(row.cells_with_value) + n(row.cells_without_value)),
  },
  {
    label: { zh: '核对成立', en: 'checks that hold' },
    number: true,
    show: (row) => percent(n(row.checks_assessed) - n(row.checks_failed), n(row.checks_assessed)),
  },
];

const checkName: QualityColumn = {
  label: { zh: '内容', en: 'what must hold' },
  show({ check_id }, io) {
    const kinds: Readonly<Record<string, Text>> = checkKinds;
    const kind = kinds[String(check_id)];
    return kind ? io.text(kind) : '';
  },
};

const kindName: QualityColumn = {
  label: { zh: '类别', en: 'kind' },
  show({ agency_kind }, io) {
    const kind = agencyKinds.find(({ code }) => code === agency_kind);
    return kind ? `${io.text(kind)}  ${kind.code}` : (agency_kind ?? null);
  },
};

/** Years as columns, so that a region is one line. */
function regions(rows: Quality['by_region']): QualitySection {
  const years = [...new Set(rows.map((row) => Number(row.year)))].sort((a, b) => a - b);
  const wide = [...new Set(rows.map((row) => String(row.region)))].map((region) => {
    const own = rows.filter((row) => row.region === region).map((row) => [String(row.year), row.reports ?? null]);
    return { region, ...Object.fromEntries(own) };
  });
  const columns = years.map(
    (year): QualityColumn => ({ label: { zh: `${year}`, en: `${year}` }, number: true, show: (row) => row[year] ?? '' }),
  );
  return {
    id: 'by_region',
    heading: { zh: '各地区收录的报告', en: 'Reports held, by region' },
    columns: [text('region', '区划', 'region'), ...columns],
    rows: wide,
  };
}

const checkColumns: readonly QualityColumn[] = [
  text('check_id', '编号', 'id'),
  { label: { zh: '程度', en: 'severity' }, show: (row, io) => meaning(io, 'severity', String(row.severity)) },
  number('passed', '成立', 'hold'),
  number('doubtful', '存疑', 'doubtful'),
  number('failed', '不成立', 'fail'),
  number('not_assessable', '无法判断', 'not assessable'),
  checkName,
];

const worstColumns = [
  text('agency_id', '机关代码', 'agency id'),
  text('agency_name', '机关', 'agency'),
  number('year', '年度', 'year'),
  number('failed', '不成立', 'failed'),
  text('checks', '核对', 'checks'),
];
const unresolvedColumns = [
  text('agency_id', '机关代码', 'agency id'),
  text('agency_name', '页面上的名称', 'name on the page'),
  text('candidates', '可能是', 'may be'),
];
const documentColumns: readonly QualityColumn[] = [
  { label: { zh: '结果', en: 'outcome' }, show: (row, io) => meaning(io, 'document_outcome', String(row.outcome)) },
  number('documents', '文件', 'documents'),
];
const quarantineColumns: readonly QualityColumn[] = [
  text('code', '代码', 'code'),
  { label: { zh: '原因', en: 'reason' }, show: (row, io) => quarantineReason(io, String(row.code)) },
  text('stage', '环节', 'step'),
  number('documents', '文件', 'documents'),
  text('example', '例如', 'for example'),
];
const structureColumns = [
  text('table', '表', 'table'),
  text('rule', '规则', 'rule'),
  text('columns', '列', 'columns'),
  number('broken', '行数', 'rows'),
];

/** The tables of the quality report in their order; those without a row are left out. */
export function qualitySections(quality: Quality): readonly QualitySection[] {
  const section = (
    id: keyof Quality & Exclude<keyof Quality, 'totals'>,
    zh: string,
    en: string,
    columns: readonly QualityColumn[],
  ): QualitySection => ({
    id,
    heading: { zh, en },
    columns,
    rows: quality[id],
  });
  return [
    section('by_year', '各年度收录的报告', 'Reports held, by year', [number('year', '年度', 'year'), ...held]),
    regions(quality.by_region),
    section('by_kind', '各类机关的报告', 'Reports held, by kind of organ', [kindName, ...held]),
    section('checks', '核对', 'Checks', checkColumns),
    section('worst', '错误最多的报告', 'Reports with the most errors', worstColumns),
    section('unresolved', '未能确定的机关', 'Agencies that were not resolved', unresolvedColumns),
    section('documents', '收到的文件', 'Documents received', documentColumns),
    section('quarantine', '隔离的文件', 'Documents in quarantine', quarantineColumns),
    section('structure', '结构错误', 'Broken structure', structureColumns),
  ].filter(({ rows }) => rows.length > 0);
}

/** How many reports, agencies and years a dataset holds, as a sentence. */
export const qualitySummary = ({ totals }: Quality): Text => ({
  zh: `${totals.reports} 份报告，${totals.agencies} 个机关，${totals.first_year ?? '–'}–${totals.last_year ?? '–'} 年度`,
  en: `reports: ${totals.reports}, agencies: ${totals.agencies}, years: ${totals.first_year ?? '–'}–${totals.last_year ?? '–'}`,
});

/** Said of a dataset whose keys and references are sound. */
export const soundStructure: Text = { zh: '表的主键唯一，引用完整。', en: 'Keys are unique and every reference leads to its row.' };
