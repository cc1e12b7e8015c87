import type { Report } from '../../schemas/report.ts';

/** The privacy filter (contract 1): personal data become `█` of the same length before anything is written to `open/`. */
export interface Redact {
  report(report: Report): Report;
  text(text: string): string;
}
