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
const resolutions = [
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
const severities = ['error', 'warning', 'info'] as const;

const perTable = <T extends z.ZodMiniType>(value: T) =>
  z.object(Object.fromEntries(tableCodes.map((code) => [code, value])) as Record<(typeof tableCodes)[number], T>);

/** The file: its bytes, name and where it came from, as far as that is known. */
const documentSchema = z.object({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.minimum(0)),
  name: z.string(),
  format: z.nullable(z.enum(documentFormats)),
  encoding: z.nullable(z.string()),
  script: z.nullable(z.enum(['simplified', 'traditional'])),
  source_url: z.nullable(z.string()),
  retrieved: z.nullable(z.string()),
});

/** Whose report it is: its id (contract 2), name as kept and as printed, place, and how it was told. */
const agencySchema = z.object({
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

/** What kind of document it is, of which year and period, and the dates it bears. */
const reportMetaSchema = z.object({
  kind: z.nullable(z.enum(reportKinds)),
  year: z.nullable(z.int()),
  title: z.nullable(z.string()),
  period_start: z.nullable(isoDate),
  period_end: z.nullable(isoDate),
  published: z.nullable(isoDate),
  signed: z.nullable(isoDate),
  coverage: z.nullable(z.enum(coverages)),
});

/** A cell `<table>.<row>.<column>`: its number, or why there is none, and where it is printed; `line` counts from 1. */
const cellSchema = z.object({
  code: z.string().check(z.regex(/^[a-z]+\.[a-z0-9_]+\.[a-z_]+$/)),
  value: z.nullable(z.number()),
  status: z.enum(cellStatuses),
  raw: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  line: z.nullable(z.int().check(z.minimum(1))),
  raw_label: z.optional(z.string()),
});

/** A number that prose states; `snippet` begins at `offset` of the text of its section. */
const mentionSchema = z.object({
  code: z.string(),
  value: z.number(),
  unit: z.string(),
  snippet: z.string(),
  section: z.int().check(z.minimum(0)),
  offset: z.int().check(z.minimum(0)),
  approximate: z.boolean(),
  negated: z.boolean(),
});

/** A part of the shown text under its heading; 0 is what stands before the first. */
const sectionSchema = z.object({
  n: z.int().check(z.minimum(0)),
  heading: z.string(),
  first_line: z.int().check(z.minimum(1)),
  text: z.string(),
});

/** One check of `checks.ts` as made for this report: what stands left and right, and whether it holds. */
const checkSchema = z.object({
  id: z.string().check(z.regex(/^[ADFMNQX]\d{2}$/)),
  instance: z.optional(z.string()),
  outcome: z.enum(checkOutcomes),
  severity: z.enum(severities),
  left: z.nullable(z.number()),
  right: z.nullable(z.number()),
  message: z.string(),
});

/** Something about the document that a reader should know, with a code of `issues.ts`; `line` counts from 1. */
const issueSchema = z.object({
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

/** Input format of a document. */
export type DocumentFormat = (typeof documentFormats)[number];
/** Kind of a document. */
export type ReportKind = (typeof reportKinds)[number];
/** How an agency was found. */
export type Resolution = (typeof resolutions)[number];
/** Level of a division. */
export type DivisionLevel = (typeof divisionLevels)[number];
/** Whose numbers a report holds. */
export type Coverage = (typeof coverages)[number];
/** What is known about a cell. */
export type CellStatus = (typeof cellStatuses)[number];
/** What became of a table of the form. */
export type TableState = (typeof tableStates)[number];
/** Whether a check holds. */
export type CheckOutcome = (typeof checkOutcomes)[number];
/** How bad it is. */
export type Severity = (typeof severities)[number];
/** Whose report it is. */
export type Agency = z.infer<typeof agencySchema>;
/** Kind, year, period and dates of a report. */
export type ReportMeta = z.infer<typeof reportMetaSchema>;
/** A cell of a report. */
export type ReportCell = z.infer<typeof cellSchema>;
/** A number stated in prose. */
export type Mention = z.infer<typeof mentionSchema>;
/** A part of the shown text. */
export type Section = z.infer<typeof sectionSchema>;
/** The result of one check. */
export type CheckResult = z.infer<typeof checkSchema>;
/** Something about a document that a reader should know. */
export type Issue = z.infer<typeof issueSchema>;
/** One document as read: the object of contract 1. */
export type Report = z.infer<typeof reportSchema>;
/** Form of a table; null where there is no such table. */
export type FormId = Report['forms']['disclosure'];
