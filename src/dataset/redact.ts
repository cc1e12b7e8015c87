import type { Report } from '../../schemas/report.ts';
import { redactName, redactReport, redactText } from '../privacy.ts';

/** The privacy filter (contract 1): personal data become `█` of the same length before anything is written to `open/`. */
export interface Redact {
  report(report: Report): Report;
  text(text: string): string;
  /** The base name of a file. */
  name(name: string): string;
}

/** The privacy filter as the dataset takes it. */
export const redact: Redact = { report: redactReport, text: (text) => redactText(text), name: redactName };
