import type { Token } from '../tokens/token.ts';

/** Columns of table 4: five of each remedy. */
const figures = 15;
/** Names of the remedies that may be left of a head (行政复议, 行政诉讼 and what they part into), and empty cells beside them. */
const mostNames = 20;

const isName = (token: Token | undefined) =>
  token?.kind === 'label' && token.senses.some(({ table, kind }) => table === 'remedies' && kind !== 'column');

/** Behind the figures from a place on, and what fills their row, if they are as many as table 4 has and nothing else of a table follows. */
function endOfFigures(tokens: readonly Token[], from: number): number | null {
  let end = from;
  while (end - from <= figures && tokens[end]?.kind === 'value') end++;
  if (end - from !== figures) return null;
  let behind = end;
  while (tokens[behind]?.kind === 'blank') behind++;
  const next = tokens[behind];
  const isOver = next === undefined || next.kind === 'text' || (next.kind === 'section' && next.section !== 4);
  return isOver ? end : null;
}

/**
 * Where the one row of table 4 begins whose head was lost: its fifteen figures are all that stands between the heading of the
 * section, a token at `at`, and what follows. Null where anything else stands there.
 */
export function bareRemedies(tokens: readonly Token[], at: number): { readonly from: number; readonly end: number } | null {
  const heading = tokens[at];
  if (heading?.kind !== 'section' || heading.section !== 4) return null;
  let from = at + 1;
  while (from <= at + mostNames && (isName(tokens[from]) || tokens[from]?.kind === 'blank')) from++;
  const end = endOfFigures(tokens, from);
  return end === null ? null : { from, end };
}

/** Whether two tokens stand in one row of a grid, or on one line. */
const areBeside = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && (a.segment.row >= 0 ? a.segment.row === b.segment.row : a.segment.line === b.segment.line);

/** The same row behind table 3 where the heading of its section was lost, too: fifteen figures that are a row of their own. */
export function unheadedRemedies(tokens: readonly Token[], at: number): { readonly from: number; readonly end: number } | null {
  const first = tokens[at];
  if ((first?.kind !== 'value' && first?.kind !== 'blank') || areBeside(first, tokens[at - 1])) return null;
  let from = at;
  while (from <= at + mostNames && tokens[from]?.kind === 'blank') from++;
  const end = endOfFigures(tokens, from);
  return end !== null && areBeside(first, tokens[from]) && areBeside(first, tokens[end - 1]) ? { from, end } : null;
}
