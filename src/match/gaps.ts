import type { BlankToken, Token } from './lex.ts';

// In a text with a cell a line, an empty cell is an empty line: one more than stands between cells anyway.

const lastLine = (token: Token) => (token.kind === 'label' ? token.endLine : token.segment.line);

/** Lines from one cell to the next (1, or 2 with blank lines between): how the labels of the table's head stand. */
function lineStep(tokens: readonly Token[]): number | null {
  const steps = new Map<number, number>();
  let pairs = 0;
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1] as Token;
    if (token.kind !== 'label' || before.kind !== 'label' || token.segment.bordered) continue;
    const step = token.segment.line - lastLine(before);
    if (step < 1) continue;
    steps.set(step, (steps.get(step) ?? 0) + 1);
    pairs++;
  }
  for (const [step, count] of steps) if (pairs >= 4 && count >= pairs * 0.6) return step;
  return null;
}

/** Put a blank token wherever the lines leave room for empty cells between two tokens of a flattened table. */
export function fillGaps(tokens: readonly Token[], pageNumbers: ReadonlySet<number>): readonly Token[] {
  const step = lineStep(tokens);
  if (step === null) return tokens;
  const filled: Token[] = [];
  let before: Token | null = null;
  for (const token of tokens) {
    if (before && !token.segment.bordered && !before.segment.bordered) {
      const from = lastLine(before);
      let distance = token.segment.line - from;
      for (let line = from + 1; line < token.segment.line; line++) if (pageNumbers.has(line)) distance -= 1;
      const missing = distance / step - 1;
      if (Number.isInteger(missing) && missing > 0 && missing <= 40) {
        for (let k = 1; k <= missing; k++) filled.push(blankAt(before, from + k * step));
      }
    }
    filled.push(token);
    before = token;
  }
  return filled;
}

const blankAt = (before: Token, line: number): BlankToken => ({
  kind: 'blank',
  start: before.end,
  end: before.end,
  segment: { ...before.segment, line, start: before.end, end: before.end },
});
