import type { DraftTable } from './draft/draft.ts';
import type { LineEdit } from './layout/edits.ts';
import { bareFrame } from './layout/frames.ts';
import type { GridCell, PrintedTable } from './layout/grid.ts';
import { bareWithNbsp, cleanMarkup, wordPasted } from './layout/html-table.ts';
import type { Layout } from './layout/layouts.ts';
import type { OutLine } from './layout/lines.ts';
import { asPrinted, type Shape } from './layout/shapes.ts';
import { createRandom, type Random } from './random.ts';

/** What happens to one cell or line of a table. */
export type Damage = 'drop' | 'double' | 'move';

/** Where it happens: a cell of the printed table, or a line of the written text. */
export type DamageUnit = 'cell' | 'line';

/** Every damage. */
export const damages: readonly [Damage, Damage, Damage] = ['drop', 'double', 'move'];

/** One item of a list dropped, doubled in place, or moved elsewhere in the list. */
function damageList<T>(items: readonly T[], at: number, damage: Damage, random: Random): T[] {
  const damaged = [...items];
  const [item] = damaged.splice(at, 1);
  if (item === undefined || damage === 'drop') return damaged;
  if (damage === 'double') damaged.splice(at, 0, item, item);
  else damaged.splice(random.int(0, damaged.length), 0, item);
  return damaged;
}

/** A row that keeps its number of cells keeps their widths: only what they show has moved. */
function keepExtents(before: readonly GridCell[], after: readonly GridCell[]): readonly GridCell[] {
  if (before.length !== after.length) return after;
  return after.map((cell, index) => ({ ...cell, columns: before[index]?.columns ?? 1, rows: before[index]?.rows ?? 1 }));
}

/** Damage one cell of one row; a moved one goes elsewhere in its row or into another row. */
function damageCell(table: PrintedTable, damage: Damage, random: Random): PrintedTable {
  const rows: (readonly GridCell[])[] = [...table.rows];
  const r = random.int(0, rows.length - 1);
  const row = rows[r] ?? [];
  const at = random.int(0, Math.max(0, row.length - 1));
  const other = random.chance(0.5) ? random.int(0, rows.length - 1) : r;
  if (damage === 'move' && other !== r) {
    const [cell] = row.slice(at, at + 1);
    rows[r] = row.filter((_, index) => index !== at);
    const target = [...(rows[other] ?? [])];
    if (cell) target.splice(random.int(0, target.length), 0, cell);
    rows[other] = target;
  } else rows[r] = keepExtents(row, damageList(row, at, damage, random));
  return { ...table, rows: rows.filter((cells) => cells.length > 0) };
}

/** A shape after which one cell of the named table is damaged. */
function damagedShape(shape: Shape, table: DraftTable, damage: Damage, chance: Random): Shape {
  return (printed, random) => {
    const pieces = shape(printed, random);
    if (printed.table !== table) return pieces;
    const chosen = chance.int(0, pieces.length - 1);
    return pieces.map((piece, index) => (index === chosen ? damageCell(piece, damage, chance) : piece));
  };
}

const isTableLine = (line: OutLine, section: number) => line.section === section && line.paragraph === undefined && line.text.trim() !== '';

const sections: Record<DraftTable, number> = { disclosure: 2, applications: 3, remedies: 4 };

/** One line of the named table damaged; its section's heading stays. */
function damagedLines(table: DraftTable, damage: Damage, chance: Random): LineEdit {
  return (lines) => {
    const own = lines.flatMap((line, index) => (isTableLine(line, sections[table]) ? [index] : [])).slice(1);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [...lines];
    const part = lines.slice(first, last + 1);
    const filled = part.flatMap((line, index) => (line.text.trim() === '' ? [] : [index]));
    const at = filled[chance.int(0, filled.length - 1)] ?? 0;
    return [...lines.slice(0, first), ...damageList(part, at, damage, chance), ...lines.slice(last + 1)];
  };
}

/** One cell of a line of Markdown damaged: there a grid is laid out in letters, and a lost cell leaves its line shorter. */
function damagedPipes(table: DraftTable, damage: Damage, chance: Random): LineEdit {
  return (lines) => {
    const own = lines.flatMap((line, index) => (isTableLine(line, sections[table]) && line.text.startsWith('|') ? [index] : []));
    const chosen = own[chance.int(0, Math.max(0, own.length - 1))];
    return lines.map((line, index) => {
      if (index !== chosen) return line;
      const cells = line.text.split('|').slice(1, -1);
      return { ...line, text: `|${damageList(cells, chance.int(0, cells.length - 1), damage, chance).join('|')}|` };
    });
  };
}

/** What is damaged and how. */
export interface DamagePlan {
  readonly table: DraftTable;
  readonly damage: Damage;
  readonly unit: DamageUnit;
}

/** The layout with one cell or line of one table damaged; pages have no lines, there it is always a cell. */
export function damagedLayout(layout: Layout, { table, damage, unit }: DamagePlan, seed: number): Layout {
  const chance = createRandom(seed, `${layout.name} ${table} ${damage} ${unit}`);
  if (layout.medium === 'html')
    return { ...layout, page: { ...layout.page, shape: damagedShape(layout.page.shape, table, damage, chance) } };
  const inLetters = layout.medium === 'md';
  if (unit === 'cell' && !inLetters) return { ...layout, shape: damagedShape(layout.shape ?? asPrinted, table, damage, chance) };
  const { edit } = layout;
  const spoil = unit === 'cell' ? damagedPipes(table, damage, chance) : damagedLines(table, damage, chance);
  return {
    ...layout,
    edit: (lines, draft, random) => (edit ? edit(spoil(lines, draft, random), draft, random) : spoil(lines, draft, random)),
  };
}

/** Pages without the site around the article and without its fonts: neither tells anything of the tables. */
export function undressed(layout: Layout): Layout {
  if (layout.medium !== 'html') return layout;
  const { dress } = layout.page.markup;
  const markup = {
    ...layout.page.markup,
    open: cleanMarkup.open,
    cellAttributes: cleanMarkup.cellAttributes,
    dress: dress === wordPasted ? bareWithNbsp : dress,
  };
  return { ...layout, page: { ...layout.page, frame: bareFrame, markup } };
}
