import type { TableCode } from '../../schemas/forms/index.ts';
import type { Agency, Issue, ReportMeta } from '../../schemas/report.ts';

/** What the matcher found: forms' tables that are there, cells with a value, cells without. */
export interface Found {
  readonly present: readonly TableCode[];
  readonly values: number;
  readonly blank: number;
}

/** An agency a document may be of, where the text leaves several. */
export interface AgencyCandidate {
  readonly candidate_id: string;
  readonly agency_name: string;
  readonly evidence: string;
  /** Between 0 and 1; the candidates of one document add up to 1 at most. */
  readonly score: number;
}

/** Whose document it is, what it is, and what is doubtful about that. */
export interface Identity {
  readonly agency: Agency;
  readonly report: ReportMeta;
  readonly candidates: readonly AgencyCandidate[];
  readonly issues: readonly Issue[];
}
