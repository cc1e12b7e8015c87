import type { AgencyReport, FormsFile } from '../published.ts';

/** Reads the value of a headline column in a report. */
export const valueIn = ({ columns }: FormsFile): ((report: AgencyReport, column: string) => number | null) => {
  const at = new Map(columns.map((name, n) => [name, n]));
  return (report, column) => report.values[at.get(column) ?? -1] ?? null;
};

/** Share of processed applications that were granted in full or in part; null where a part is missing. */
export function disclosedIn(forms: FormsFile): (report: AgencyReport) => number | null {
  const value = valueIn(forms);
  return (report) => {
    const full = value(report, 'applications_granted');
    const part = value(report, 'applications_partially_granted');
    const all = value(report, 'applications_processed_total');
    return full === null || part === null || !all ? null : (full + part) / all;
  };
}
