import type { CheckResult, Coverage, Report, ReportCell } from '../../schemas/report.ts';
import { inUnit } from '../money.ts';

/** One report as the checks over several reports need it: who, when, and its printed numbers by code. */
export interface ReportInBrief {
  readonly agency_id: string;
  readonly lineage_id: string;
  readonly agency_kind: string | null;
  readonly division_code: string | null;
  readonly year: number;
  readonly coverage: Coverage | null;
  /** Documents held for this agency and year, the winner among them (Q08). */
  readonly documents: number;
  /** Fees in the form's 10,000 CNY whatever unit was printed, all else as printed. */
  readonly values: ReadonlyMap<string, number>;
}

/** A result of a check over several reports, and the report it is listed under. */
export interface DatasetCheck extends CheckResult {
  readonly agency_id: string;
  readonly lineage_id: string;
  readonly year: number;
}

/** Columns whose numbers are compared over years or agencies; all other cells are left behind. */
const compared =
  /^applications\.(?:new_received|carried_in|carried_out|processed_total)\.|^disclosure\..+\.(?:decisions|in_force|issued_this_year|repealed_this_year|items_prior_year|items_change|amount)$/;

/** Fees printed in yuan one year and in 10,000 yuan the next are the same fees; in a unit that we do not have they are not compared. */
const inFormUnit = ({ code, value, unit }: ReportCell): number | null =>
  code === 'disclosure.fees.amount' ? inUnit(value, unit, 'CNY_10K') : value;

/** The part of a report that checks over the dataset read; null without a year. `solved` numbers stay out, as in one report. */
export function inBrief({ agency, report, cells }: Pick<Report, 'agency' | 'report' | 'cells'>, documents: number): ReportInBrief | null {
  if (report.year === null) return null;
  const printed = cells.filter(({ code, status }) => (status === 'reported' || status === 'reported_text') && compared.test(code));
  return {
    agency_id: agency.agency_id,
    lineage_id: agency.lineage_id,
    agency_kind: agency.kind,
    division_code: agency.division_code,
    year: report.year,
    coverage: report.coverage,
    documents,
    values: new Map(
      printed.flatMap((cell) => {
        const value = inFormUnit(cell);
        return value === null ? [] : [[cell.code, value]];
      }),
    ),
  };
}
