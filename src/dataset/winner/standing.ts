import { type DocumentFormat, documentFormats, type Report } from '../../../schemas/report.ts';
import * as z from '../../../schemas/zod.ts';

/** What a document brings when several claim one agency and year; all of it comes from its bytes. */
export const standingSchema = z.object({
  /** Checks of the tables that hold. */
  checks_passed: z.int(),
  /** Cells with a value. */
  cells_reported: z.int(),
  /** 1 for a whole annual report, 0 for its statistics form alone. */
  complete: z.int(),
  /** Who published it: 2 a government site, 1 another site, 0 not known. */
  authority: z.int(),
  format: z.nullable(z.enum(documentFormats)),
  published: z.nullable(z.string()),
});
/** What speaks for a document among others. */
export type Standing = z.infer<typeof standingSchema>;

/** Formats by how surely a table is read from them, surest first. */
const formatOrder: readonly DocumentFormat[] = [
  ...(['html', 'mhtml', 'docx', 'odt', 'xlsx', 'ods'] as const),
  ...(['doc', 'wps', 'xls', 'rtf', 'md', 'txt', 'pdf', 'ofd', 'zip', 'image'] as const),
];

/** Place of a format in that order; a format that is not known comes last. */
export const formatRank = (format: DocumentFormat | null): number => {
  const rank = format === null ? -1 : formatOrder.indexOf(format);
  return rank < 0 ? formatOrder.length : rank;
};

function authorityOf(address: string | null): number {
  if (address === null || !URL.canParse(address)) return 0;
  const { hostname } = new URL(address);
  if (hostname === '') return 0;
  return /(^|\.)gov\.cn$/.test(hostname) ? 2 : 1;
}

/** Standing of a report among others for its agency and year. */
export function standingOf({ document, report, cells, checks }: Report): Standing {
  return {
    checks_passed: checks.filter(({ id, outcome }) => /^[ADFM]/.test(id) && outcome === 'pass').length,
    cells_reported: cells.filter(({ value }) => value !== null).length,
    complete: report.kind === 'annual_report' ? 1 : 0,
    authority: authorityOf(document.source_url),
    format: document.format,
    published: report.published,
  };
}
