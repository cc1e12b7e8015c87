import type { BlankToken, Token } from './token.ts';

// In a text with a cell a line, an empty cell is an empty line: one more than stands between cells anyway.

const lastLine = (token: Token) => Math.max(token.kind === 'label' ? token.endLine : 0, token.segment.until);

/** A label that names a column or a clause: no empty cells stand between it and the next. */
const isOfHead = (token: Token): boolean =>
  token.kind === 'label' && token.senses.some(({ kind }) => kind === 'column' || kind === 'group' || kind === 'word');

/** Least share of the labels of a head, one below the other, that stand a step apart; less and the lines say nothing of cells. */
const regularShare = 0.6;

/** Lines from one cell to the next (1, or 2 with blank lines between): how the labels of the table's head stand; null where they stand unevenly. */
function lineStep(tokens: readonly Token[]): number | null {
  const steps = new Map<number, number>();
  const inHead: number[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (token?.kind !== 'label' || before?.kind !== 'label' || token.segment.bordered) continue;
    const step = token.segment.line - lastLine(before);
    if (step < 1) continue;
    steps.set(step, (steps.get(step) ?? 0) + 1);
    if (isOfHead(token) && isOfHead(before)) inHead.push(step);
  }
  // Empty cells only widen a step, so the narrowest one that is no accident is that of the text.
  const regular = [...steps].filter(([, count]) => count >= 3).map(([step]) => step);
  const narrowest = regular.length ? Math.min(...regular) : null;
  const even = inHead.filter((step) => step === narrowest).length;
  return even >= inHead.length * regularShare ? narrowest : null;
}

/** Empty cells in a row are at most the fifteen of table 4; a wider gap is the layout of the page. */
const mostBlanks = 40;

/** Put a blank token wherever the lines leave room for empty cells between two tokens of a flattened table, and behind the last (before `nextLine`). */
export function fillGaps(tokens: readonly Token[], pageEdges: ReadonlySet<number>, nextLine: number): readonly Token[] {
  const step = lineStep(tokens);
  if (step === null) return tokens;
  const filled: Token[] = [];
  let before: Token | null = null;
  /** A wider gap of the row holds no whole number of cells: one of them stands where the lines do not tell. */
  let isUneven = false;
  const fill = (before: Token, until: number, trailing: boolean) => {
    const from = lastLine(before);
    let distance = until - from;
    for (let line = from + 1; line < until; line++) if (pageEdges.has(line)) distance -= 1;
    const missing = distance / step - 1;
    if (before.kind === 'label') isUneven = false;
    if (missing <= 0 || missing > mostBlanks) return;
    if (!Number.isInteger(missing)) isUneven = true;
    else for (let k = 1; k <= missing; k++) filled.push(blankAt(before, from + k * step, trailing || isUneven));
  };
  for (const token of tokens) {
    if (before && !token.segment.bordered && !before.segment.bordered) fill(before, token.segment.line, false);
    filled.push(token);
    before = token;
  }
  if (before && !before.segment.bordered) fill(before, nextLine, true);
  return filled;
}

const blankAt = (before: Token, line: number, trailing: boolean): BlankToken => ({
  kind: 'blank',
  raw: '',
  touching: false,
  trailing,
  start: before.end,
  end: before.end,
  segment: { ...before.segment, line, start: before.end, end: before.end },
});
