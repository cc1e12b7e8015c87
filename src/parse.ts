import type { CheckResult, Report } from '../schemas/report.ts';
import { runChecks } from './check/index.ts';
import { findDamage } from './damage.ts';
import { headlineIssues } from './dataset/rows/headline.ts';
import { type Extraction, extractTables } from './extract/index.ts';
import { sha256Hex } from './hash.ts';
import { type AgencyCandidate, type Identity, identify, nextReport } from './identify/index.ts';
import { issue } from './issue.ts';
import { readProse, type Told, type Whose } from './mentions/index.ts';
import type { Doc, Source } from './model.ts';
import { proseOf } from './prose.ts';
import { readDocument } from './read/index.ts';
import { cutSections, findHeadings, type Heading } from './sections.ts';
import { unreadable } from './unread.ts';
import { parserVersion, schemaVersion } from './version.ts';

/** One document as read: the report object of contract 1, and who else its agency may be. */
export interface Parsed {
  readonly report: Report;
  readonly agencyCandidates: readonly AgencyCandidate[];
}

/**
 * Read one document and say everything that is known of it. Never throws on bad input: a document that cannot be read
 * gives an object too, with `report.kind` null and an issue of severity `error`.
 */
export async function parseDocument(bytes: Uint8Array, source: Source): Promise<Parsed> {
  try {
    return await parseRead(await readDocument(bytes), describe(bytes, source), source);
  } catch (error) {
    return unread(bytes, source, error);
  }
}

/** What is known of a document that could not be read, and why it could not. */
export const unread = (bytes: Uint8Array, source: Source, error: unknown): Parsed => ({
  report: unreadable(error, describe(bytes, source)),
  agencyCandidates: [],
});

async function parseRead(doc: Doc, document: Report['document'], source: Source): Promise<Parsed> {
  const headings = findHeadings(doc);
  const sections = cutSections(doc, headings);
  const { own, printed, others } = firstReport(doc, headings);
  const identity = await identify(own, { ...source, sha256: document.sha256 }, foundIn(printed));
  const extraction = isReport(identity) ? printed : withoutCells(printed);
  const { agency, report, candidates } = identity;
  const { forms, tables, cells } = extraction;
  const told = readProse(tellsOfAYear(identity) ? proseOf(own.lines, sections, printed.spans) : [], whose(identity));
  const checks = checkReport(own, identity, extraction, told);
  const issues = [
    ...doc.issues,
    ...others,
    ...identity.issues,
    ...extraction.issues,
    ...headlineIssues(cells),
    ...findDamage(own, extraction, checks),
  ];
  return {
    report: {
      schema_version: schemaVersion,
      parser_version: parserVersion,
      document: { ...document, ...shownAs(doc, document) },
      agency,
      report,
      forms,
      tables,
      cells: [...cells],
      mentions: told.mentions,
      sections,
      checks,
      issues,
    },
    agencyCandidates: candidates,
  };
}

/** What the document prints of its first report: not the tables and figures of another report behind it. */
function firstReport(doc: Doc, headings: readonly Heading[]) {
  const printed = extractTables(doc, headings);
  const next = nextReport(doc, printed.spans[0]?.first ?? null);
  if (next === null) return { own: doc, printed, others: [] };
  const own = { ...doc, lines: doc.lines.slice(0, next - 1) };
  const before = headings.filter(({ line }) => line < next);
  return { own, printed: extractTables(own, before), others: [issue('several_reports', undefined, next)] };
}

const yearlyKinds: readonly Report['report']['kind'][] = [
  'annual_report',
  'statistics_form_only',
  'self_check_report',
  'work_summary',
  'periodic_statistics',
];

/** Does the prose tell of a year's work? That of a notice or a list page tells of none. */
const tellsOfAYear = ({ report }: Identity): boolean => yearlyKinds.includes(report.kind);

const whose = ({ agency, report }: Identity): Whose => ({
  coverage: report.coverage,
  names: [agency.name, agency.name_printed].filter((name) => name !== null),
  year: report.year,
  ...(report.period_start && report.period_end ? { months: [monthOf(report.period_start), monthOf(report.period_end)] } : {}),
});

const monthOf = (date: string): number => Number(date.slice(5, 7));

function checkReport({ lines }: Doc, { agency, report, issues }: Identity, extraction: Extraction, told: Told): CheckResult[] {
  const { forms, tables, cells, rowCounts } = extraction;
  const periodStated = !issues.some(({ code }) => code === 'period_assumed');
  return runChecks({
    agency,
    report,
    forms,
    tables,
    cells: [...cells],
    ...told,
    lines,
    rowsWithOtherCount: rowCounts,
    periodStated,
  });
}

/** An address that anybody can open: not the place of a file on somebody's disk, a path without its host, or a script. */
const webAddress = (address: string | null): string | null =>
  address !== null && /^\s*https?:\/\/[^\s/?#@]+(?:[/?#]|\s*$)/i.test(address) ? address.trim() : null;

// WPS writes Word's own format: its documents differ only by their name.
const shownAs = ({ format, encoding, script, hints }: Doc, { source_url, name }: Report['document']) => ({
  format: format === 'doc' && /\.wps$/i.test(name) ? 'wps' : format,
  encoding,
  script,
  source_url: source_url ?? webAddress(hints.address),
});

function describe(bytes: Uint8Array, { name, sourceUrl, retrieved }: Source): Report['document'] {
  return {
    sha256: sha256Hex(bytes),
    bytes: bytes.length,
    name,
    format: null,
    encoding: null,
    script: null,
    source_url: sourceUrl ?? null,
    retrieved: retrieved ?? null,
  };
}

const foundIn = ({ tables, cells }: Extraction) => ({
  present: (['disclosure', 'applications', 'remedies', 'statistics'] as const).filter(
    (table) => tables[table] === 'present' || tables[table] === 'values_lost',
  ),
  values: cells.filter(({ value }) => value !== null).length,
  blank: cells.filter(({ status }) => status === 'blank').length,
});

const isReport = ({ report }: Identity) => report.kind === 'annual_report' || report.kind === 'statistics_form_only';

/** What is no report lists no cells, even where a form is printed in it (a notice with the blank form). */
const withoutCells = (extraction: Extraction): Extraction => ({
  ...extraction,
  forms: { disclosure: null, applications: null, remedies: null, statistics: null },
  tables: { disclosure: 'none', applications: 'none', remedies: 'none', statistics: 'none' },
  cells: [],
  issues: [],
  rowCounts: [],
});
