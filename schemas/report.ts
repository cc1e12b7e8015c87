import { tableCodes } from './forms/index.ts';
import * as z from './zod.ts';

// The object of contract 1, declared once: the JSON that `gongkai parse --json` prints and a partition publishes.

const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Input formats a document can have; `null` in a report where the bytes are of none of them. */
export const documentFormats = [
  'html',
  'mhtml',
  'txt',
  'md',
  'docx',
  'doc',
  'wps',
  'pdf',
  'xlsx',
  'xls',
  'ods',
  'rtf',
  'odt',
  'ofd',
  'zip',
  'image',
] as const;

/** Kinds of document (contract 1); only the first two become candidates of a partition. */
export const reportKinds = [
  'annual_report',
  'statistics_form_only',
  'self_check_report',
  'work_summary',
  'periodic_statistics',
  'website_annual_form',
  'notice',
  'index_page',
  'blank_form',
  'other_report',
  'not_a_report',
] as const;

/** How the agency was found, strongest evidence first (contract 1, domain 4.4). */
export const resolutions = [
  'declared',
  'social_credit_code',
  'title',
  'line_before_title',
  'publisher_field',
  'signature',
  'self_mention',
  'host',
  'document_number',
  'context',
  'unresolved',
] as const;

/** Levels of a division. */
export const divisionLevels = ['national', 'province', 'prefecture', 'county', 'township'] as const;

/** Whose numbers a report holds; never add them up across coverages (domain 4.6). */
export const coverages = ['own_organ', 'aggregate', 'system'] as const;

/** What is known about a cell (contract 1). Only the first three carry a value. */
export const cellStatuses = ['reported', 'reported_text', 'solved', 'blank', 'na_mark', 'ambiguous', 'unparsed', 'lost'] as const;

/** What became of a form's table in a document. */
export const tableStates = ['present', 'values_lost', 'absent', 'none'] as const;

/** Whether a check holds; `warn` only where its formula names it (N09). */
export const checkOutcomes = ['pass', 'warn', 'fail', 'not_assessable'] as const;

/** How bad a broken check or an issue is. */
export const severities = ['error', 'warning', 'info'] as const;

const perTable = <T extends z.ZodMiniType>(value: T) =>
  z.object(Object.fromEntries(tableCodes.map((code) => [code, value])) as Record<(typeof tableCodes)[number], T>);

export const documentSchema = z.object({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.minimum(0)),
  name: z.string(),
  format: z.nullable(z.enum(documentFormats)),
  encoding: z.nullable(z.string()),
  script: z.nullable(z.enum(['simplified', 'traditional'])),
  source_url: z.nullable(z.string()),
  retrieved: z.nullable(z.string()),
});

export const agencySchema = z.object({
  agency_id: z.string().check(z.regex(/^([0-9]{6}|[0-9]{9}|u)-[a-z0-9-]+$/)),
  lineage_id: z.string(),
  name: z.nullable(z.string()),
  name_printed: z.nullable(z.string()),
  kind: z.nullable(z.string()),
  division_code: z.nullable(z.string()),
  division_name: z.nullable(z.string()),
  division_level: z.nullable(z.enum(divisionLevels)),
  resolution: z.enum(resolutions),
});

export const reportMetaSchema = z.object({
  kind: z.nullable(z.enum(reportKinds)),
  year: z.nullable(z.int()),
  title: z.nullable(z.string()),
  period_start: z.nullable(isoDate),
  period_end: z.nullable(isoDate),
  published: z.nullable(isoDate),
  signed: z.nullable(isoDate),
  coverage: z.nullable(z.enum(coverages)),
});

export const cellSchema = z.object({
  code: z.string().check(z.regex(/^[a-z]+\.[a-z0-9_]+\.[a-z_]+$/)),
  value: z.nullable(z.number()),
  status: z.enum(cellStatuses),
  raw: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  line: z.nullable(z.int().check(z.minimum(1))),
  raw_label: z.optional(z.string()),
});

export const mentionSchema = z.object({
  code: z.string(),
  value: z.number(),
  unit: z.string(),
  snippet: z.string(),
  section: z.int().check(z.minimum(0)),
  offset: z.int().check(z.minimum(0)),
  approximate: z.boolean(),
  negated: z.boolean(),
});

export const sectionSchema = z.object({
  n: z.int().check(z.minimum(0)),
  heading: z.string(),
  first_line: z.int().check(z.minimum(1)),
  text: z.string(),
});

export const checkSchema = z.object({
  id: z.string().check(z.regex(/^[ADFMNQX]\d{2}$/)),
  instance: z.optional(z.string()),
  outcome: z.enum(checkOutcomes),
  severity: z.enum(severities),
  left: z.nullable(z.number()),
  right: z.nullable(z.number()),
  message: z.string(),
});

export const issueSchema = z.object({
  code: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  line: z.nullable(z.int().check(z.minimum(1))),
});

/** The whole report object (contract 1). */
export const reportSchema = z.object({
  schema_version: z.string(),
  parser_version: z.string(),
  document: documentSchema,
  agency: agencySchema,
  report: reportMetaSchema,
  forms: perTable(z.nullable(z.enum(['2019', '2021', 'mixed', 'common', '2014', '2004']))),
  tables: perTable(z.enum(tableStates)),
  cells: z.array(cellSchema),
  mentions: z.array(mentionSchema),
  sections: z.array(sectionSchema),
  checks: z.array(checkSchema),
  issues: z.array(issueSchema),
});

export type DocumentFormat = (typeof documentFormats)[number];
export type ReportKind = (typeof reportKinds)[number];
export type Resolution = (typeof resolutions)[number];
export type DivisionLevel = (typeof divisionLevels)[number];
export type Coverage = (typeof coverages)[number];
export type CellStatus = (typeof cellStatuses)[number];
export type TableState = (typeof tableStates)[number];
export type CheckOutcome = (typeof checkOutcomes)[number];
export type Severity = (typeof severities)[number];
export type Agency = z.infer<typeof agencySchema>;
export type ReportMeta = z.infer<typeof reportMetaSchema>;
export type ReportCell = z.infer<typeof cellSchema>;
export type Mention = z.infer<typeof mentionSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type CheckResult = z.infer<typeof checkSchema>;
export type Issue = z.infer<typeof issueSchema>;
export type Report = z.infer<typeof reportSchema>;
export type FormId = Report['forms']['disclosure'];
