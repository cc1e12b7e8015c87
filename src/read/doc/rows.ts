import type { Merge } from '../flow/rows.ts';
import type { RowEdges } from '../flow/table-levels.ts';
import type { Properties } from './properties.ts';

/** Operations on table rows and paragraphs in them ([MS-DOC] 2.6.2, 2.6.3). */
const code = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  definition: 0xd608,
  verticalMerge: 0xd62b,
  merge: 0x5624,
} as const;

const flag = (properties: Properties, name: number) => (properties.get(name)?.u8(0) ?? 0) !== 0;

/** Whether the paragraph mark ends a row. */
export const endsRow = (properties: Properties): boolean => flag(properties, code.rowEnd) || flag(properties, code.innerRowEnd);
/** Whether a paragraph mark (not a cell mark) ends a cell of an inner table. */
export const endsInnerCell = (properties: Properties): boolean => flag(properties, code.innerCell);
/** How deep in tables a paragraph stands. */
export function tableDepth(properties: Properties): number {
  const depth = properties.get(code.depth)?.u32(0) ?? 0;
  return depth > 0 ? depth : flag(properties, code.inTable) ? 1 : 0;
}

/** Edges and merged cells of a row from its definition (sprmTDefTable, [MS-DOC] 2.9.314; TC80 2.9.308). */
export function rowEdges(properties: Properties): RowEdges {
  const definition = properties.get(code.definition);
  if (!definition || definition.length < 3) return { left: 0, cells: [] };
  const count = Math.min(definition.u8(2), Math.floor((definition.length - 5) / 2));
  const edge = (n: number) => definition.i16(3 + n * 2);
  const flagsAt = 3 + (count + 1) * 2;
  const cells = Array.from({ length: Math.max(0, count) }, (_, n) => {
    const at = flagsAt + n * 20;
    const flags = at + 2 <= definition.length ? definition.u16(at) : 0;
    return { right: edge(n + 1), merge: verticalMerge((flags >> 5) & 3), mergedLeft: (flags & 3) === 1 };
  });
  return { left: count > 0 ? edge(0) : 0, cells: laterMerges(cells, properties) };
}

const verticalMerge = (flags: number): Merge => (flags === 3 ? 'start' : flags === 1 ? 'down' : 'none');

/** Merges that follow the definition as operations of their own. */
function laterMerges(cells: RowEdges['cells'], properties: Properties): RowEdges['cells'] {
  const vertical = properties.get(code.verticalMerge);
  const horizontal = properties.get(code.merge);
  return cells.map((cell, n) => ({
    ...cell,
    merge: vertical && vertical.length >= 3 && vertical.u8(1) === n ? verticalMerge(vertical.u8(2)) : cell.merge,
    mergedLeft: cell.mergedLeft || (horizontal !== undefined && n > horizontal.u8(0) && n < horizontal.u8(1)),
  }));
}
