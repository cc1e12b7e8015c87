import type { PageCell, PageTable } from './page.ts';

/** Parts of one table have the same outer edges on both pages. */
const sameSide = 6;
const sameEdge = 4;

const isEnumerated = (text: string) => /^\s*([（(]?[一二三四五六七八九十]+[）)、.．]|\d+\s*[.．、])/.test(text);
/** Also of full width, with its unit, or the mark that there is none: each is as much of a row as a figure is. */
const isFigure = (text: string) => /^(?=.*\S)[\s\d.,%+/—–-]*[项件个条元无]?\s*$/.test(text.normalize('NFKC'));
const isLabel = (text: string) => text.trim() !== '' && !isFigure(text);
const sameColumns = (a: PageCell, b: PageCell) => Math.abs(a.left - b.left) < sameEdge && Math.abs(a.right - b.right) < sameEdge;

/** The table that goes on over a page break, or null when the next page begins another one. */
export function continueTable(above: PageTable, below: PageTable): PageTable | null {
  const first = withoutEmptyRow(above, above.rows - 1);
  const next = withoutEmptyRow(below, 0);
  if (Math.abs(first.left - next.left) > sameSide || Math.abs(first.right - next.right) > sameSide) return null;
  const pairs = pairsAtBreak(first, next);
  const overlap = brokenRow(pairs) ? 1 : 0;
  const isOwnRow = overlap === 0 && isBelowHead(pairs);
  const shift = first.rows - overlap;
  const cells = [...first.cells];
  for (const cell of next.cells) {
    const moved = { ...cell, row: cell.row + shift };
    const at = cell.row === 0 && !isOwnRow ? cells.findIndex((above) => goesOn(above, cell, first.rows, overlap === 1)) : -1;
    const begun = cells[at];
    if (begun) cells[at] = { ...begun, rows: moved.row + moved.rows - begun.row, text: joined(begun.text, cell.text) };
    else cells.push(moved);
  }
  return { ...first, rows: shift + next.rows, cells };
}

/** Rows at the break in which nothing is printed are the frayed ends of boxes, cut by the page. */
function withoutEmptyRow(table: PageTable, row: number): PageTable {
  const own = table.cells.filter((cell) => cell.row <= row && cell.row + cell.rows > row);
  const isEmpty = own.every((cell) => cell.text === '' || cell.rows > 1) && own.some((cell) => cell.rows === 1);
  if (!isEmpty || table.rows < 2) return table;
  const cells = table.cells.flatMap((cell): PageCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row - 1 }];
    if (cell.row + cell.rows <= row) return [cell];
    return cell.rows > 1 ? [{ ...cell, rows: cell.rows - 1 }] : [];
  });
  const shorter = { ...table, rows: table.rows - 1, cells };
  return withoutEmptyRow(shorter, row === 0 ? 0 : shorter.rows - 1);
}

/** The parts of a cell that a page cut: two figures stay two readings. */
const joined = (above: string, below: string) => (isFigure(above) && isFigure(below) ? `${above} ${below}` : above + below);

interface Pair {
  readonly cell: PageCell;
  readonly above: PageCell | undefined;
}

/** Only figures go on: wrapped in narrow cells of the last row, while others of its figures do not. A row of its own has them all. */
function wrappedFigures(pairs: readonly Pair[]): boolean {
  const isUnderFigure = ({ above }: Pair) => isFigure(above?.text ?? '');
  // The label of a group goes on by itself.
  const own = pairs.filter(({ cell, above }) => cell.rows === 1 && above?.rows === 1);
  const [filled, empty] = [own.filter(({ cell }) => cell.text !== ''), own.filter(({ cell }) => cell.text === '')];
  const onlyFigures = filled.length > 0 && filled.every((pair) => isFigure(pair.cell.text) && isUnderFigure(pair));
  return onlyFigures && empty.some(isUnderFigure) && own.some(({ above }) => isLabel(above?.text ?? ''));
}

/** A row whose label went to the next page whole: figures without a label above, a label without figures below. */
function labelBelow(pairs: readonly Pair[]): boolean {
  const own = pairs.filter(({ cell, above }) => cell.rows === 1 && above?.rows === 1);
  const above = own.filter((pair) => pair.above?.text !== '').map((pair) => pair.above?.text ?? '');
  const below = own.filter(({ cell }) => cell.text !== '').map(({ cell }) => cell.text);
  const areApart = own.every((pair) => pair.cell.text === '' || pair.above?.text === '');
  return areApart && above.length > 0 && above.every(isFigure) && below.length > 0 && below.every(isEnumerated);
}

/** The first cells of a page with those they stand below on the page before. */
function pairsAtBreak(first: PageTable, next: PageTable): Pair[] {
  const last = first.cells.filter((cell) => cell.row + cell.rows === first.rows);
  const begun = next.cells.filter((cell) => cell.row === 0);
  return begun.map((cell) => ({ cell, above: last.find((candidate) => sameColumns(candidate, cell)) }));
}

/** Whether figures stand below words: these are heads, over however many rows, and nothing of them goes on. */
const isBelowHead = (pairs: readonly Pair[]) => pairs.some(({ cell, above }) => isFigure(cell.text) && isLabel(above?.text ?? ''));

/** A row cut in two: its label begins with an ordinal on one page and goes on, without one, on the next; no column has two figures. */
function brokenRow(pairs: readonly Pair[]): boolean {
  if (pairs.some(({ above }) => !above)) return false;
  if (wrappedFigures(pairs) || labelBelow(pairs)) return true;
  const figures = pairs.filter(({ cell }) => isFigure(cell.text));
  const [groups, labels] = [true, false].map((group) =>
    pairs.filter(({ cell, above }) => isLabel(cell.text) && (cell.rows > 1 || (above?.rows ?? 1) > 1) === group),
  );
  return (
    (labels ?? []).length > 0 &&
    (labels ?? []).every(({ cell, above }) => !isEnumerated(cell.text) && isEnumerated(above?.text ?? '')) &&
    // The label of a group stands on one page or the other, or is cut as well.
    (groups ?? []).every(({ cell, above }) => above?.text === '' || !isEnumerated(cell.text)) &&
    figures.every(({ above }) => above?.text === '')
  );
}

/** Whether a cell at the top of the page is the rest of one from the page before. */
function goesOn(above: PageCell, cell: PageCell, rows: number, brokenRow: boolean): boolean {
  if (above.row + above.rows !== rows || !sameColumns(above, cell)) return false;
  if (brokenRow) return true;
  // A merged label goes on empty, or with the rest of its words; a new group begins with its ordinal.
  return (
    (above.rows > 1 || cell.rows > 1) && !isFigure(cell.text) && (cell.text === '' || (!isEnumerated(cell.text) && isLabel(above.text)))
  );
}
