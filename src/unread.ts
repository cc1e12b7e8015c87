import type { Report } from '../schemas/report.ts';
import { issue } from './issue.ts';
import { UnreadableError } from './read/unreadable.ts';
import { parserVersion, schemaVersion } from './version.ts';

/** The report object of a document that could not be read: kind null, and the reason as an issue of severity `error`. */
export function unreadable(error: unknown, document: Report['document']): Report {
  const known = error instanceof UnreadableError;
  const reason = known ? issue(error.code, error.message) : issue('parser_failed', error instanceof Error ? error.message : String(error));
  const id = `u-${document.sha256.slice(0, 12)}`;
  return {
    schema_version: schemaVersion,
    parser_version: parserVersion,
    document: { ...document, format: known ? error.format : null },
    agency: {
      agency_id: id,
      lineage_id: id,
      name: null,
      name_printed: null,
      kind: null,
      division_code: null,
      division_name: null,
      division_level: null,
      resolution: 'unresolved',
    },
    report: { kind: null, year: null, title: null, period_start: null, period_end: null, published: null, signed: null, coverage: null },
    forms: { disclosure: null, applications: null, remedies: null, statistics: null },
    tables: { disclosure: 'none', applications: 'none', remedies: 'none', statistics: 'none' },
    cells: [],
    mentions: [],
    sections: [],
    checks: [],
    issues: [{ ...reason, severity: 'error' }],
  };
}
