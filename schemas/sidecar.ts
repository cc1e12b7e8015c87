import * as z from 'zod';

/**
 * What a person says about a document, in `<file>.meta.json` beside it (contract 1): where it came from, and by hand whose
 * report of which year it is, that it corrects another, or that it is withdrawn. Unknown fields are refused: a misspelt one
 * would silently do nothing.
 */
export const sidecarSchema = z
  .strictObject({
    source_url: z.url().optional(),
    retrieved: z.string().min(1).optional(),
    agency_id: z
      .string()
      .regex(/^([0-9]{6}|[0-9]{9}|u)-[a-z0-9-]+$/)
      .optional(),
    year: z.int().min(2000).max(2040).optional(),
    /** The document it corrects: its SHA-256, its key or its file name. */
    correction_of: z.string().min(1).optional(),
    withdrawn: z.boolean().optional(),
    reason: z.string().min(1).optional(),
  })
  .refine((sidecar) => !sidecar.withdrawn || sidecar.reason !== undefined, { error: 'withdrawn needs a reason', path: ['reason'] });

export type Sidecar = z.infer<typeof sidecarSchema>;
