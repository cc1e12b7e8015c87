import type { Report } from '../../../schemas/report.ts';
import type { Row } from '../../../schemas/tables.ts';
import { deadline } from '../../check/deadline.ts';
import type { Partition } from '../../keys.ts';
import { type Pointer, standingDocuments } from '../winner/pointer.ts';
import { headlineValues } from './headline.ts';
import { rowKey } from './row-key.ts';

/** How many of its cells have a number, and how its checks came out. */
function countsOf({ cells, checks }: Report) {
  const reported = cells.filter(({ value }) => value !== null).length;
  const assessed = checks.filter(({ outcome }) => outcome !== 'not_assessable');
  return {
    cells_reported: reported,
    cells_null: cells.length - reported,
    checks_failed: assessed.filter(({ outcome }) => outcome === 'fail').length,
    checks_assessed: assessed.length,
  };
}

/** The row of a report in `reports`, with its headline numbers. Throws for one that was not read: it is never published. */
export function reportRow(report: Report, partition: Partition, pointer: Pointer): Row<'reports'> {
  const { agency, document, forms, report: meta } = report;
  const { winner_reason } = pointer;
  if (meta.kind === null || document.format === null || winner_reason === null)
    throw new Error(`${document.sha256} was not read and cannot be published`);
  return Object.assign(headlineValues(report), rowKey(report, partition), countsOf(report), {
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
    candidates: standingDocuments(pointer).length,
    winner_reason,
    document_sha256: document.sha256,
    document_format: document.format,
    parser_version: report.parser_version,
    schema_version: report.schema_version,
  });
}
