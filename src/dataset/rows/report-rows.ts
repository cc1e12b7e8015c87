import { type TableCode, tableCodes } from '../../../schemas/forms/index.ts';
import type { CheckResult, Coverage, Mention, Report, ReportCell, Section } from '../../../schemas/report.ts';
import type { Row } from '../../../schemas/tables.ts';
import { deadline } from '../../check/deadline.ts';
import { rowOrder } from '../../derive/order.ts';
import { type Partition, regionOf } from '../../keys.ts';
import { type Pointer, standingDocuments } from '../winner/pointer.ts';
import { headlineValues } from './headline.ts';

/** The rows a published report has in the tables of its own partition. */
export interface PartitionRows {
  readonly report: Row<'reports'>;
  readonly cells: readonly Row<'cells'>[];
}

/** The rows a published report has in every table of its year and region. */
export interface ReportRows extends PartitionRows {
  readonly mentions: readonly Row<'mentions'>[];
  readonly sections: readonly Row<'sections'>[];
  readonly checks: readonly Row<'checks'>[];
}

/** Columns that the rows of a report carry. */
export interface RowKey {
  readonly agency_id: string;
  readonly lineage_id: string;
  readonly year: number;
  readonly region: string;
}

const rowKey = ({ agency }: Report, { agency: agency_id, year }: Partition) => ({
  agency_id,
  lineage_id: agency.lineage_id,
  year,
  region: regionOf(agency_id),
});

function reportRow(report: Report, partition: Partition, pointer: Pointer): Row<'reports'> {
  const { agency, document, forms, report: meta } = report;
  const { winner_reason } = pointer;
  if (meta.kind === null || document.format === null || winner_reason === null)
    throw new Error(`${document.sha256} was not read and cannot be published`);
  const assessed = report.checks.filter(({ outcome }) => outcome !== 'not_assessable');
  const reported = report.cells.filter(({ value }) => value !== null).length;
  const { agency_id, lineage_id, year, region } = rowKey(report, partition);
  return Object.assign(headlineValues(report), {
    agency_id,
    lineage_id,
    year,
    region,
    agency_name: agency.name,
    agency_kind: agency.kind,
    division_code: agency.division_code,
    division_name: agency.division_name,
    division_level: agency.division_level,
    coverage: meta.coverage,
    report_kind: meta.kind,
    title: meta.title,
    period_start: meta.period_start,
    period_end: meta.period_end,
    published: meta.published,
    deadline: deadline(agency, meta),
    signed: meta.signed,
    source_url: document.source_url,
    form_disclosure: forms.disclosure,
    form_applications: forms.applications,
    form_remedies: forms.remedies,
    form_statistics: forms.statistics,
    cells_reported: reported,
    cells_null: report.cells.length - reported,
    checks_failed: assessed.filter(({ outcome }) => outcome === 'fail').length,
    checks_assessed: assessed.length,
    candidates: standingDocuments(pointer).length,
    winner_reason,
    document_sha256: document.sha256,
    document_format: document.format,
    parser_version: report.parser_version,
    schema_version: report.schema_version,
  });
}

/** Cells by code, which is their declared order: a dot sorts before every character of a name. */
const byCode = (a: ReportCell, b: ReportCell): number => (a.code === b.code ? 0 : a.code < b.code ? -1 : 1);

// Rows are many: each is written out as one literal, which costs a fraction of copying properties.
function cellRows(report: Report, { agency_id, lineage_id, year, region }: RowKey): Row<'cells'>[] {
  const { coverage } = report.report;
  const document_sha256 = report.document.sha256;
  return [...report.cells].sort(byCode).map(({ code, value, status, raw, unit, line, raw_label }) => {
    const { table_code, row_code, column_code } = partsOf(code);
    const form = report.forms[table_code];
    return {
      agency_id,
      lineage_id,
      year,
      region,
      coverage,
      table_code,
      row_code,
      column_code,
      value,
      status,
      raw,
      raw_label: raw_label ?? null,
      unit,
      form,
      line,
      document_sha256,
    };
  });
}

type Parts = Pick<Row<'cells'>, 'table_code' | 'row_code' | 'column_code'>;

/** Codes of the forms, taken apart once; `statistics.local_…` comes and goes. */
const known = new Map<string, Parts>();
const mostKnown = 2_000;

function partsOf(code: string): Parts {
  const found = known.get(code);
  if (found !== undefined) return found;
  const [, row_code = '', column_code = ''] = code.split('.');
  const parts = { table_code: tableOf(code), row_code, column_code };
  if (known.size < mostKnown) known.set(code, parts);
  return parts;
}

/** The table a cell belongs to, by its code; throws where there is no such table. */
export function tableOf(code: string): TableCode {
  const name = code.slice(0, code.indexOf('.'));
  const table = tableCodes.find((one) => one === name);
  if (table === undefined) throw new Error(`no table has a cell ${code}`);
  return table;
}

function mentionRow({ agency_id, lineage_id, year, region }: RowKey, coverage: Coverage | null, mention: Mention): Row<'mentions'> {
  const { code, value, unit, snippet, section, offset: text_offset, approximate, negated } = mention;
  return { agency_id, lineage_id, year, region, coverage, code, value, unit, snippet, section, text_offset, approximate, negated };
}

function sectionRow({ agency_id, year, region }: RowKey, { n: section, heading, first_line, text }: Section): Row<'sections'> {
  return { agency_id, year, region, section, heading, first_line, text };
}

/** A check as a row; also for checks over the dataset. */
export function checkRow({ agency_id, lineage_id, year, region }: RowKey, check: CheckResult): Row<'checks'> {
  const { id: check_id, instance, outcome, severity, message, left: left_value, right: right_value } = check;
  return {
    agency_id,
    lineage_id,
    year,
    region,
    check_id,
    instance: instance ?? null,
    outcome,
    severity,
    left_value,
    right_value,
    message,
  };
}

/** Rows of one report for its partition. `report` has passed the privacy filter. */
export const partitionRows = (report: Report, partition: Partition, pointer: Pointer): PartitionRows => ({
  report: reportRow(report, partition, pointer),
  cells: cellRows(report, rowKey(report, partition)),
});

/** Rows of one report in the published tables, each table in its declared order. `report` has passed the privacy filter. */
export function reportRows(report: Report, partition: Partition, pointer: Pointer): ReportRows {
  const key = rowKey(report, partition);
  return {
    ...partitionRows(report, partition, pointer),
    mentions: report.mentions.map((mention) => mentionRow(key, report.report.coverage, mention)).sort(rowOrder('mentions')),
    sections: report.sections.map((section) => sectionRow(key, section)).sort(rowOrder('sections')),
    checks: report.checks.map((check) => checkRow(key, check)).sort(rowOrder('checks')),
  };
}
