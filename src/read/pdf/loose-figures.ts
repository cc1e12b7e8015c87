import type { PageTable } from './page.ts';
import type { TextLine } from './text.ts';

/** Room between a label that is not there and its figures. */
const reach = 3.5;

/** Figures that belong to no label for certain: a row of their own, so that none takes them. */
export function looseFigures({ tokens, left, right, y, size }: TextLine): PageTable {
  const before = { row: 0, rows: 1, left: left - 2 * size, right: left - reach, text: '' };
  const figures = tokens.map((token) => ({ row: 0, rows: 1, left: token.left, right: token.right, text: token.text }));
  return { kind: 'table', top: y - size, left: before.left, right, rows: 1, cells: [before, ...figures] };
}
