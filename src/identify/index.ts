import type { TableCode } from '../../schemas/forms/index.ts';
import type { Agency, Issue, ReportMeta } from '../../schemas/report.ts';
import { sha256Hex } from '../hash.ts';
import { issue } from '../issue.ts';
import type { Doc, Source } from '../model.ts';

/** What the matcher found: a blank form has tables and no values. */
export interface Found {
  readonly present: readonly TableCode[];
  readonly values: number;
  readonly blank: number;
}

/** A possible identity of an agency whose name several bear. */
export interface AgencyCandidate {
  readonly candidate_id: string;
  readonly agency_name: string;
  readonly evidence: string;
  readonly score: number;
}

/** Whose report a document is, of which year, and what kind of document. */
export interface Identity {
  readonly agency: Agency;
  readonly report: ReportMeta;
  readonly candidates: readonly AgencyCandidate[];
  readonly issues: readonly Issue[];
}

const titleLine = /(20\d\d)年?度?.{0,6}政府信息公开(?:工作)?年度?报告|政府信息公开(?:工作)?年度?报告.{0,4}(20\d\d)/;

/** First cut: title and year only; every agency is left open. */
export function identify(doc: Doc, _source: Source, found: Found): Identity {
  const title = doc.lines.find(({ folded }) => folded.length < 80 && titleLine.test(folded));
  const hit = title ? titleLine.exec(title.folded) : null;
  const year = hit ? Number(hit[1] ?? hit[2]) : null;
  const name = title ? title.folded.slice(0, hit?.index).trim() || null : null;
  const id = `u-${sha256Hex(new TextEncoder().encode(name ?? doc.lines.map(({ text }) => text).join('\n'))).slice(0, 12)}`;
  return {
    agency: {
      agency_id: id,
      lineage_id: id,
      name,
      name_printed: name,
      kind: null,
      division_code: null,
      division_name: null,
      division_level: null,
      resolution: 'unresolved',
    },
    report: {
      kind: found.values > 0 || year ? 'annual_report' : found.blank > 0 ? 'blank_form' : 'not_a_report',
      year,
      title: title?.text.trim() ?? null,
      period_start: year ? `${year}-01-01` : null,
      period_end: year ? `${year}-12-31` : null,
      published: null,
      signed: null,
      coverage: null,
    },
    candidates: [],
    issues: [issue('agency_unresolved')],
  };
}
