import type { Report } from '../../schemas/report.ts';
import type { Source } from '../model.ts';

/** Who an agency that is not resolved might be. */
export interface AgencyCandidate {
  readonly candidate_id: string;
  readonly agency_name: string;
  readonly evidence: string;
  readonly score: number;
}

/** What parsing a document gives. */
export interface Parsed {
  readonly report: Report;
  readonly agencyCandidates: readonly AgencyCandidate[];
}

/** `parseDocument` of `src/parse.ts`, as the dataset calls it. It never throws on bad input. */
export type Parse = (bytes: Uint8Array, source: Source) => Promise<Parsed>;
