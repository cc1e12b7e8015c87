import type { Token } from '../tokens/token.ts';

/** Columns of table 4: five of each remedy. */
const figures = 15;
/** Names of the remedies that may be left of a head (行政复议, 行政诉讼 and what they part into), and empty cells beside them. */
const mostNames = 20;

const isName = (token: Token | undefined) =>
  token?.kind === 'label' && token.senses.some(({ table, kind }) => table === 'remedies' && kind !== 'column');

/**
 * Where the one row of table 4 begins whose head was lost: its fifteen figures are all that stands between the heading of the
 * section, a token at `at`, and what follows. Null where anything else stands there.
 */
export function bareRemedies(tokens: readonly Token[], at: number): { readonly from: number; readonly end: number } | null {
  const heading = tokens[at];
  if (heading?.kind !== 'section' || heading.section !== 4) return null;
  let from = at + 1;
  while (from <= at + mostNames && (isName(tokens[from]) || tokens[from]?.kind === 'blank')) from++;
  let end = from;
  while (tokens[end]?.kind === 'value') end++;
  if (end - from !== figures) return null;
  let behind = end;
  while (tokens[behind]?.kind === 'blank') behind++;
  const next = tokens[behind];
  return next === undefined || next.kind === 'section' || next.kind === 'text' ? { from, end } : null;
}
