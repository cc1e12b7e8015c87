import { append } from '../../append.ts';
import type { Segment } from '../tokens/stream.ts';
import type { BlankToken, Token, ValueToken } from '../tokens/token.ts';
import { type Atom, atomOf, type RowAtoms } from './row.ts';

const letters = /\p{L}/u;

const isFigure = (token: Token): token is ValueToken | BlankToken => token.kind === 'value' || token.kind === 'blank';

/** Tokens by the cell they stand in. */
function byCell(tokens: readonly Token[]): readonly (readonly [Token, ...Token[]])[] {
  const cells: [Token, ...Token[]][] = [];
  for (const token of tokens) {
    const last = cells.at(-1);
    if (last?.[0].segment === token.segment) last.push(token);
    else cells.push([token]);
  }
  return cells;
}

/** One figure a cell and nothing else: so are most rows. Null where some cell holds something else. */
function bareFigures(used: readonly Token[]): Atom[] | null {
  const atoms: Atom[] = [];
  for (const [at, token] of used.entries()) {
    if (!isFigure(token) || token.segment === used[at + 1]?.segment) return null;
    atoms.push(atomOf(token, null));
  }
  return atoms;
}

/**
 * The figures of a grid row. A number among words (见附件3) is not the figure of its cell: such a cell is read as a whole.
 * `used`: the tokens beside the row's label; `row`: all of its tokens.
 */
export function gridAtoms(used: readonly Token[], row: readonly Token[], text: string): RowAtoms {
  const bare = bareFigures(used);
  if (bare) return { atoms: bare, cells: null };
  const atoms: Atom[] = [];
  const cells: Atom[] = [];
  const isWhole = (cell: readonly Token[], segment: Segment) => row.filter((token) => token.segment === segment).length === cell.length;
  let differ = false;
  for (const tokens of byCell(used)) {
    const [first] = tokens;
    const { segment } = first;
    if (tokens.length === 1 && isFigure(first)) {
      const figure = atomOf(first, null);
      atoms.push(figure);
      cells.push(figure);
      continue;
    }
    const figures = tokens.filter(isFigure);
    const isWorded = tokens.some(({ kind, start, end }) => kind === 'text' && letters.test(text.slice(start, end)));
    if ((figures.length === 1 && !isWorded) || !isWhole(tokens, segment)) {
      const found = figures.map((figure) => atomOf(figure, null));
      append(atoms, found);
      append(cells, found);
      continue;
    }
    const raw = text.slice(segment.start, segment.end).trim();
    const cell = atomOf({ kind: 'value', raw, touching: false, trailing: false, start: segment.start, end: segment.end, segment }, null);
    cells.push(cell);
    append(atoms, figures.length === 1 ? [cell] : figures.map((figure) => atomOf(figure, null)));
    differ ||= figures.length !== 1;
  }
  return { atoms, cells: differ ? cells : null };
}
