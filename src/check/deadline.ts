import type { Agency, ReportMeta } from '../../schemas/report.ts';

/** Governments, of whatever level; all other organs are departments (Art. 49). */
const governments = new Set(['government', 'township-government', 'subdistrict-office', 'prefecture-office']);

/** Report years whose reports were due under the Regulations of 2007: 31 March for everybody (domain 2). */
const lastYearOfOldRegulations = 2018;

/**
 * Last day on which a report could be published in time, as `YYYY-MM-DD`: 31 January of the next year for departments,
 * 31 March for governments. Null where year or kind of organ is unknown.
 */
export function deadline(agency: Pick<Agency, 'kind'>, report: Pick<ReportMeta, 'year' | 'coverage'>): string | null {
  if (report.year === null) return null;
  const next = report.year + 1;
  if (report.year <= lastYearOfOldRegulations) return `${next}-03-31`;
  if (agency.kind === null) return null;
  const government = governments.has(agency.kind) || report.coverage === 'aggregate';
  return government ? `${next}-03-31` : `${next}-01-31`;
}
