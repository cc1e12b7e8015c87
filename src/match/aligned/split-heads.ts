import type { GridCell, Line } from '../../model.ts';
import { spelled } from '../labels/vocabulary.ts';

// A cell printed on two lines can become a cell in each of two rows, whose empty ones are left out: 商业 | 科研 | 其他 above 企业 | 机构.

const chinese = /^[\u4e00-\u9fff]{1,8}$/;

/** The fifteen columns of table 4 and what stands beside them. */
const mostCells = 20;

/** Cells that are heads, or the rest of heads; null where the line is no row of such. From the last one on: most rows end in a figure. */
function headCells({ row }: Line): readonly GridCell[] | null {
  const cells: GridCell[] = [];
  for (const cell of row?.cells.toReversed() ?? []) {
    if (cell.text === '') continue;
    if (cells.length === mostCells || !chinese.test(cell.text)) return null;
    cells.unshift(cell);
  }
  return cells.length > 0 ? cells : null;
}

/** Whether two parts are one label of a column. */
const isColumn = (upper: string, lower: string): boolean =>
  upper !== '' && (spelled(upper + lower)?.some(({ kind }) => kind === 'column') ?? false);

/** The cells of a row with what stands below put behind them; null where something below completes no head. */
function completed(cells: readonly GridCell[], below: readonly GridCell[]): readonly GridCell[] | null {
  const whole = [...cells];
  let at = 0;
  for (const { text } of below) {
    while (at < whole.length && !isColumn(whole[at]?.text ?? '', text)) at++;
    const cell = whole[at];
    if (!cell) return null;
    whole[at++] = { ...cell, text: cell.text + text };
  }
  return whole;
}

/** Rows of heads whose labels go on in the row below, which then has no meaning of its own: their whole cells, by the index of the line. */
export function splitHeads(lines: readonly Line[]): ReadonlyMap<number, readonly GridCell[]> {
  const heads = new Map<number, readonly GridCell[]>();
  for (let at = 0; at + 1 < lines.length; at++) {
    const [upper, lower] = [lines[at], lines[at + 1]];
    if (!upper?.row || !lower?.row || upper.row.table !== lower.row.table) continue;
    const below = headCells(lower);
    const cells = below && headCells(upper) && completed(upper.row.cells, below);
    if (cells) heads.set(at++, cells);
  }
  return heads;
}
