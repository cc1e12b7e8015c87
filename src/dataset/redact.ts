import type { Report } from '../../schemas/report.ts';

/** The privacy filter (contract 1): personal data become `█` of the same length before anything is written to `open/`. */
export interface Redact {
  report(report: Report): Report;
  text(text: string): string;
}

/** The one seam to the privacy filter; it lets everything pass until the filter is there. */
export const redact: Redact = { report: (report) => report, text: (text) => text };
