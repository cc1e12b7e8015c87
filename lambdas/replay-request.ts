import * as z from '../schemas/zod.ts';

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d/, 'YYYY-MM-DD'));
const version = z.string().check(z.regex(/^\d+\.\d+\.\d+/, 'MAJOR.MINOR.PATCH'));
const share = z.string().check(z.regex(/^[0-9a-f]{2}$/, 'two hex digits, as an answer said'));

const requestSchema = z
  .partial(z.strictObject({ prefix: z.string(), since: day, until: day, parserBelow: version, code: z.string(), from: share }))
  .check(
    z.refine(({ from: _, ...conditions }) => Object.keys(conditions).length > 0, 'name a condition; {"prefix":""} asks for everything'),
  );

/** Which files to read again, every condition given must hold; `from` is the share to go on with. */
export type ReplayRequest = z.infer<typeof requestSchema>;

/** Read what a person asks for. Throws with what is wrong, in words. */
export function replayRequest(event: unknown): ReplayRequest {
  const asked = requestSchema.safeParse(event);
  if (asked.success) return asked.data;
  throw new Error(z.prettifyError(asked.error));
}

/** All shares of the receipts: the first two digits of their ids. */
export const shares: readonly string[] = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));
