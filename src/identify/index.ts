import type { Agency, Coverage, Issue, ReportKind, ReportMeta } from '../../schemas/report.ts';
import { sha256Hex } from '../hash.ts';
import { issue } from '../issue.ts';
import type { Doc, Source } from '../model.ts';
import { declaredAgency } from './agency/declared.ts';
import { findAgency, unreadName } from './agency/find.ts';
import type { Period } from './dates/period.ts';
import { reportYear } from './dates/year.ts';
import { reportKind } from './kind/report-kind.ts';
import { type Page, readPage } from './page/page.ts';
import type { Shown } from './page/shown-line.ts';
import { byDocumentNumbers, placeHints } from './place/hints.ts';
import { spamWords } from './title/spam.ts';
import type { Found, Identity } from './types.ts';

export { nextReport } from './page/next-report.ts';
export type { AgencyCandidate, Found, Identity } from './types.ts';

function coverageOf(agency: Agency, system: boolean): Coverage | null {
  if (agency.kind === null) return null;
  if (system) return 'system';
  // A zone that speaks without naming its committee reports for all of it, as a government does (domain 4.6).
  if (agency.kind === 'development-zone' && !/[会局办室处]$/.test(agency.name_printed ?? '')) return 'aggregate';
  return agency.kind === 'government' || agency.kind === 'prefecture-office' ? 'aggregate' : 'own_organ';
}

/** The period as stated; else the calendar year of an annual report, which is an assumption (contract 1). */
function periodFor({ period, main }: Page, kind: ReportKind, year: number | null): { period: Period | null; assumed: boolean } {
  if (period || year === null || main?.academic || kind !== 'annual_report') return { period, assumed: false };
  return { period: { start: `${year}-01-01`, end: `${year}-12-31` }, assumed: true };
}

/** Most text that is searched for the name of a place. */
const searched = 60_000;

/** Whether the document names something so, anywhere in the lines that are looked at. */
function namesIn(lines: readonly Shown[]): (name: string) => boolean {
  let text: string | undefined;
  return (name) => {
    text ??= lines
      .map(({ folded }) => folded)
      .join('\n')
      .slice(0, searched);
    return text.includes(name);
  };
}

function issuesOf(agency: Agency, page: Page, year: number | null, assumed: boolean): readonly Issue[] {
  const spam = spamWords(unreadName(page.main), page.main);
  return [
    ...(agency.resolution === 'unresolved' ? [issue('agency_unresolved', agency.name ?? undefined)] : []),
    ...(year === null ? [issue('year_unknown')] : []),
    ...(assumed ? [issue('period_assumed')] : []),
    ...(spam === null ? [] : [issue('spam_words', spam)]),
    ...(page.noisy ? [issue('pinyin_noise')] : []),
    ...(page.published.differing ? [issue('several_dates')] : []),
  ];
}

const contentHash = (doc: Doc) => sha256Hex(new TextEncoder().encode(doc.lines.map(({ text }) => text).join('\n')));

/** Whose document it is, from everything the page says about itself. */
function agencyOf(doc: Doc, source: Source, page: Page, year: number | null) {
  const evidence = {
    title: page.main,
    titles: page.titles,
    publishers: page.publishers,
    signer: page.signature?.signer ?? '',
    head: page.head,
    opening: page.body.slice(0, 60),
    elsewhere: page.elsewhere,
    fileName: page.fileName,
    addressFiles: page.addressFiles,
    sha256: () => source.sha256 ?? contentHash(doc),
  };
  const names = namesIn(page.lines);
  const { lines, head, publishers } = page;
  const hints = placeHints({ lines, head, publishers, address: source.sourceUrl ?? doc.hints.address ?? '', year, names });
  return findAgency(evidence, { year, names, hints, byDocuments: (codes) => byDocumentNumbers(codes, page.lines, year) });
}

/**
 * Whose document it is, for which year, and what kind of document (contract 1, domain 4 and 9). Reads the shown text, the
 * container's hints and the address; never throws. What the document leaves open stays open: year null, agency `u-…`.
 */
export async function identify(doc: Doc, source: Source, found: Found): Promise<Identity> {
  const page = await readPage(doc, source);
  const main = page.main ?? page.elsewhere[0] ?? null;
  const year = source.declared?.year ?? reportYear({ ...page, main, published: page.published.date });
  const read = await agencyOf(doc, source, page, year);
  const agency = declaredAgency(source.declared?.agencyId, read.agency, year) ?? read.agency;
  const candidates = agency === read.agency ? read.candidates : [];
  const kind = reportKind({ ...page, found, year, hasAgency: agency.name !== null, links: doc.hints.links });
  const { period, assumed } = periodFor(page, kind, year);
  const report: ReportMeta = {
    kind,
    year,
    title: page.main?.text ?? null,
    period_start: period?.start ?? null,
    period_end: period?.end ?? null,
    published: page.published.date,
    signed: page.signed,
    coverage: coverageOf(agency, read.system),
  };
  return { agency, report, candidates, issues: issuesOf(agency, page, year, assumed) };
}
