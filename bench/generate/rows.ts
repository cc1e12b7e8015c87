import type { Report } from '../../schemas/report.ts';
import { reportRows } from '../../src/dataset/rows/report-rows.ts';

const pointer = {
  winner_reason: 'only_candidate' as const,
  winner: null,
  candidates: [],
  elsewhere: [],
  declared: false,
  agency_id: '',
  year: 0,
};

/** Rows of a generated report as publication leaves them where it is the only candidate of its agency and year. */
export const publishedRows = (report: Report) =>
  reportRows(report, { agency: report.agency.agency_id, year: report.report.year ?? 0 }, pointer);
