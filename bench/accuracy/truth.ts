import * as z from 'zod';
import { cellStatuses, checkOutcomes, coverages, divisionLevels, reportKinds, tableStates } from '../../schemas/report.ts';

// What must hold of a document, and nothing more: a field that is missing is not judged, a field that is null must be null.

const value = z.number().nullable();
const statuses = z.array(z.enum(cellStatuses));

const answerSchema = z.object({
  value,
  status: z.enum(cellStatuses).optional(),
  status_any: statuses.optional(),
  unit: z.string().optional(),
});

/** The right answer for a cell; `accept` are other right answers, `status_any` other right statuses of the same value. */
const truthCellSchema = answerSchema.extend({ accept: z.array(answerSchema).optional() });

const truthMentionSchema = z.object({ code: z.string(), value: z.number(), snippet: z.string().optional() });

const truthCheckSchema = z.object({
  id: z.string(),
  instance: z.string().optional(),
  outcome: z.enum(checkOutcomes),
  left: value.optional(),
  right: value.optional(),
});

const nullableText = z.string().nullable().optional();

/** A truth file `expected/<document>.json` of a labelled corpus. */
export const truthSchema = z.object({
  document: z.string().optional(),
  layout: z.string().optional(),
  agency: z
    .object({
      agency_id: z.string().optional(),
      name: nullableText,
      name_any: z.array(z.string()).optional(),
      name_printed: nullableText,
      kind: nullableText,
      division_code: nullableText,
      division_level: z.enum(divisionLevels).nullable().optional(),
    })
    .optional(),
  report: z
    .object({
      kind: z.enum(reportKinds).nullable().optional(),
      kind_any: z.array(z.enum(reportKinds)).optional(),
      year: z.int().nullable().optional(),
      title: nullableText,
      period_start: nullableText,
      period_end: nullableText,
      published: nullableText,
      signed: nullableText,
      coverage: z.enum(coverages).nullable().optional(),
    })
    .optional(),
  forms: z.record(z.string(), z.string().nullable()).optional(),
  tables: z.record(z.string(), z.enum(tableStates)).optional(),
  cells: z.record(z.string(), truthCellSchema).optional(),
  no_numbers: z.array(z.string()).optional(),
  mentions: z.array(truthMentionSchema).optional(),
  mentions_complete: z.boolean().optional(),
  mentions_forbidden: z.array(truthMentionSchema).optional(),
  prose_numbers: z.array(z.number()).optional(),
  checks: z.array(truthCheckSchema).optional(),
});

/** What is true of a document, as its label file says; what is not said is not scored. */
export type Truth = z.infer<typeof truthSchema>;
/** What is true of one cell. */
export type TruthCell = z.infer<typeof truthCellSchema>;
