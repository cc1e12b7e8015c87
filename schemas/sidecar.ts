import * as z from './zod.ts';

/**
 * What a person says about a document, in `<file>.meta.json` beside it (contract 1): where it came from, and by hand whose
 * report of which year it is, that it corrects another, or that it is withdrawn. Unknown fields are refused: a misspelt one
 * would silently do nothing.
 */
export const sidecarSchema = z
  .strictObject({
    source_url: z.optional(z.url({ protocol: /^https?$/ })),
    retrieved: z.optional(z.string().check(z.minLength(1))),
    agency_id: z.optional(z.string().check(z.regex(/^([0-9]{6}|[0-9]{9}|u)-[a-z0-9-]+$/))),
    year: z.optional(z.int().check(z.minimum(2000), z.maximum(2040))),
    /** The document it corrects: its SHA-256, its key or its file name. */
    correction_of: z.optional(z.string().check(z.minLength(1))),
    withdrawn: z.optional(z.boolean()),
    reason: z.optional(z.string().check(z.minLength(1))),
  })
  .check(
    z.refine((sidecar) => !sidecar.withdrawn || sidecar.reason !== undefined, { error: 'withdrawn needs a reason', path: ['reason'] }),
  );

/** What a person says about a document; all of it may be left out. */
export type Sidecar = z.infer<typeof sidecarSchema>;
