import * as z from 'zod';

/** One result: what was done, how long it took, and what it is held against. */
export const rowSchema = z.object({
  /** Stable name, to compare runs by. */
  id: z.string(),
  what: z.string(),
  value: z.number(),
  unit: z.enum(['ms', 'reports/s', 'MB/s', 'MB', 'kB']),
  /** The physical limit measured in the same run: what no reader of the same bytes can do without. */
  limit: z.object({ what: z.string(), value: z.number() }).optional(),
  /** What a user would pick instead, measured in the same run on the same input. */
  peer: z.object({ what: z.string(), value: z.number() }).optional(),
  /** What is wanted of `value`, or of its ratio to the limit. */
  wanted: z.object({ most: z.number(), of: z.enum(['value', 'times_limit']) }).optional(),
});

/** One result, as it is kept. */
export type Row = z.infer<typeof rowSchema>;

/** How many times the limit a result is; for rates, how many times slower. */
export function timesLimit(row: Row): number | null {
  if (!row.limit) return null;
  return ['ms', 'MB', 'kB'].includes(row.unit) ? row.value / row.limit.value : row.limit.value / row.value;
}

/** A subject of measurement; `run` yields its rows. */
export interface Subject {
  readonly name: string;
  readonly about: string;
  run(scale: Scale): Promise<Row[]>;
}

/** How much to measure: `quick` for a look, whole for results that are kept. */
export interface Scale {
  readonly quick: boolean;
}
