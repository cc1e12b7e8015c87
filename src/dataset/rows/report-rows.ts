import { type TableCode, tableCodes } from '../../../schemas/forms/index.ts';
import type { CheckResult, Coverage, Mention, Report, ReportCell, Section } from '../../../schemas/report.ts';
import type { Row } from '../../../schemas/tables.ts';
import { rowOrder } from '../../derive/order.ts';
import type { Partition } from '../../keys.ts';
import type { Pointer } from '../winner/pointer.ts';
import { reportRow } from './report-row.ts';
import { type RowKey, rowKey } from './row-key.ts';

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
