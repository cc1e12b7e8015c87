import { addTo } from '../../group-by.ts';
import type { RuledCell, RuledTable } from './grid.ts';
import type { PageTable } from './page.ts';
import { cellText, type Token } from './text.ts';

// What stands in the cells of ruled tables.

const middle = (token: Token) => token.y - token.size * 0.35;

function holds(table: RuledTable, token: Token): boolean {
  const x = (token.left + token.right) / 2;
  return x > table.left && x < table.right && middle(token) > table.top && middle(token) < table.bottom;
}

/** In sizes of type: how far below its last line a cell goes on that the end of a page cut. */
const openPitch = 1.7;

const openCellAt = ({ openCells }: RuledTable, { left, right }: Token) =>
  openCells.find((cell) => left >= cell.left && right <= cell.right);

/** Ruled tables with what stands in their cells, and what stands in none; a table in another's cell takes its own. */
export function filledTables(ruled: readonly RuledTable[], tokens: readonly Token[]): { tables: PageTable[]; rest: Token[] } {
  const tables = [...ruled].sort((a, b) => area(a) - area(b));
  const { inside, outside } = byTable(tokens, tables);
  return { tables: tables.map((table) => pageTable(table, inside.get(table) ?? [])), rest: outside };
}

const area = (table: RuledTable) => (table.right - table.left) * (table.bottom - table.top);

/** Tokens by table, and those in none; what goes on below the last printed rule is of the cell that is open there. */
function byTable(tokens: readonly Token[], tables: readonly RuledTable[]) {
  const inside = new Map<RuledTable, Token[]>();
  const outside: Token[] = [];
  const ends = new Map<RuledCell, Token>();
  const goesOn = (table: RuledTable, token: Token) => {
    const cell = openCellAt(table, token);
    const last = cell && ends.get(cell);
    return last !== undefined && token.y > last.y && token.y - last.y <= openPitch * last.size;
  };
  for (const token of tokens) {
    const table = tables.find((candidate) => holds(candidate, token)) ?? tables.find((candidate) => goesOn(candidate, token));
    if (!table) outside.push(token);
    else {
      addTo(inside, table, token);
      const open = openCellAt(table, token);
      if (open && middle(token) > open.top) ends.set(open, token);
    }
  }
  return { inside, outside };
}

/** A figure too long for its cell reaches into the next: it belongs where most of it stands. */
function pageTable(table: RuledTable, tokens: readonly Token[]): PageTable {
  const byCell = table.cells.map((): Token[] => []);
  for (const token of tokens) {
    let best = -1;
    let most = 0;
    table.cells.forEach((cell, n) => {
      if (middle(token) < cell.top || (middle(token) > cell.bottom && !table.openCells.includes(cell))) return;
      const overlap = Math.min(cell.right, token.right) - Math.max(cell.left, token.left);
      if (overlap > most) [best, most] = [n, overlap];
    });
    byCell[best]?.push(token);
  }
  const cells = table.cells.map(({ row, rows, left, right }, n) => ({
    row,
    rows,
    left,
    right,
    text: cellText(byCell[n] ?? [], right - left),
  }));
  const rows = Math.max(...cells.map((cell) => cell.row + cell.rows));
  return { kind: 'table', top: table.top, left: table.left, right: table.right, rows, cells };
}
