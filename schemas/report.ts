import * as z from 'zod';
import { tableCodes } from './forms/index.ts';

// The object of contract 1, declared once: the JSON that `gongkai parse --json` prints and a partition publishes.

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

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

const perTable = <T extends z.ZodType>(value: T) =>
  z.object(Object.fromEntries(tableCodes.map((code) => [code, value])) as Record<(typeof tableCodes)[number], T>);

export const documentSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  name: z.string(),
  format: z.enum(documentFormats).nullable(),
  encoding: z.string().nullable(),
  script: z.enum(['simplified', 'traditional']).nullable(),
  source_url: z.string().nullable(),
  retrieved: z.string().nullable(),
});

export const agencySchema = z.object({
  agency_id: z.string().regex(/^([0-9]{6}|[0-9]{9}|u)-[a-z0-9-]+$/),
  lineage_id: z.string(),
  name: z.string().nullable(),
  name_printed: z.string().nullable(),
  kind: z.string().nullable(),
  division_code: z.string().nullable(),
  division_name: z.string().nullable(),
  division_level: z.enum(divisionLevels).nullable(),
  resolution: z.enum(resolutions),
});

export const reportMetaSchema = z.object({
  kind: z.enum(reportKinds).nullable(),
  year: z.int().nullable(),
  title: z.string().nullable(),
  period_start: isoDate.nullable(),
  period_end: isoDate.nullable(),
  published: isoDate.nullable(),
  signed: isoDate.nullable(),
  coverage: z.enum(coverages).nullable(),
});

export const cellSchema = z.object({
  code: z.string().regex(/^[a-z]+\.[a-z0-9_]+\.[a-z_]+$/),
  value: z.number().nullable(),
  status: z.enum(cellStatuses),
  raw: z.string().nullable(),
  unit: z.string().nullable(),
  line: z.int().min(1).nullable(),
  raw_label: z.string().optional(),
});

export const mentionSchema = z.object({
  code: z.string(),
  value: z.number(),
  unit: z.string(),
  snippet: z.string(),
  section: z.int().min(0),
  offset: z.int().min(0),
  approximate: z.boolean(),
  negated: z.boolean(),
});

export const sectionSchema = z.object({ n: z.int().min(0), heading: z.string(), first_line: z.int().min(1), text: z.string() });

export const checkSchema = z.object({
  id: z.string().regex(/^[ADFMNQX]\d{2}$/),
  instance: z.string().optional(),
  outcome: z.enum(checkOutcomes),
  severity: z.enum(severities),
  left: z.number().nullable(),
  right: z.number().nullable(),
  message: z.string(),
});

export const issueSchema = z.object({
  code: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  line: z.int().min(1).nullable(),
});

/** The whole report object (contract 1). */
export const reportSchema = z.object({
  schema_version: z.string(),
  parser_version: z.string(),
  document: documentSchema,
  agency: agencySchema,
  report: reportMetaSchema,
  forms: perTable(z.enum(['2019', '2021', 'mixed', 'common', '2014', '2004']).nullable()),
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
