import { documentFormats, type Report, reportKinds } from '../../../schemas/report.ts';
import * as z from '../../../schemas/zod.ts';
import { isAgencyId } from '../../keys.ts';
import { standingSchema } from '../winner/standing.ts';

/** What one parser version made of a document under given circumstances (contract 3). Written once. */
export const readingSchema = z.object({
  sha256: z.string(),
  parser_version: z.string(),
  /** Distinguishes readings of the same bytes under other names or declarations. */
  circumstances: z.string(),
  outcome: z.enum(['candidate', 'not_a_report', 'container', 'quarantined']),
  /** Key of the immutable candidate. */
  candidate: z.nullable(z.string()),
  standing: z.nullable(standingSchema),
  format: z.nullable(z.enum(documentFormats)),
  bytes: z.int(),
  /** Number of checks that do not hold; null where there was nothing to check. */
  checks_failed: z.nullable(z.int()),
  report_kind: z.nullable(z.enum(reportKinds)),
  agency_id: z.nullable(z.string()),
  year: z.nullable(z.int()),
  source_url: z.nullable(z.string()),
  /** Why it is quarantined: code, the step that gave up, what is wrong and what to do. */
  quarantine: z.nullable(z.object({ code: z.string(), stage: z.string(), message: z.string() })),
  /** Paths in an archive, and the versions under which its members are received. */
  members: z.nullable(z.array(z.object({ path: z.string(), version: z.string() }))),
});
/** What a parser version made of a document. */
export type Reading = z.infer<typeof readingSchema>;
/** Why a document is quarantined. */
export type Quarantine = NonNullable<Reading['quarantine']>;

/** What becomes of a report: a candidate for an agency and year, no annual report, or quarantine. */
export type Verdict =
  | { readonly outcome: 'candidate'; readonly agency: string; readonly year: number }
  | { readonly outcome: 'not_a_report' }
  | { readonly outcome: 'quarantined'; readonly quarantine: Quarantine };

/** Years that a partition can have (projection of contract 3). */
const years = { first: 2000, last: 2040 };

const quarantined = (code: string, stage: string, message: string): Verdict => ({
  outcome: 'quarantined',
  quarantine: { code, stage, message },
});

/** Only `annual_report` and `statistics_form_only` claim a partition; a document that cannot be read, or not placed, is quarantined. */
export function verdictOf({ report, agency, issues }: Pick<Report, 'report' | 'agency' | 'issues'>): Verdict {
  if (report.kind === null) {
    const problem = issues.find(({ severity }) => severity === 'error');
    return quarantined(problem?.code ?? 'unreadable', 'read', problem?.message ?? 'the document could not be read');
  }
  if (report.kind !== 'annual_report' && report.kind !== 'statistics_form_only') return { outcome: 'not_a_report' };
  if (report.year === null || report.year < years.first || report.year > years.last) {
    const found = report.year === null ? 'states no report year' : `states the report year ${report.year}`;
    return quarantined('year_unknown', 'identify', `the document ${found}; declare "year" in its sidecar`);
  }
  if (!isAgencyId(agency.agency_id)) {
    return quarantined('agency_unresolved', 'identify', 'no agency could be told; declare "agency_id" in its sidecar');
  }
  return { outcome: 'candidate', agency: agency.agency_id, year: report.year };
}
