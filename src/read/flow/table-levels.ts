import { append } from '../../append.ts';
import { type EdgeCell, edgeTable } from './edge-table.ts';
import type { Block } from './flow.ts';
import type { CellCounter, Merge } from './rows.ts';

/** The borders of a row as RTF (`\trowd`) and DOC (sprmTDefTable) define them, in twips. */
export interface RowEdges {
  readonly left: number;
  readonly cells: readonly { readonly right: number; readonly merge: Merge; readonly mergedLeft: boolean }[];
}

interface Level {
  blocks: Block[];
  cells: Block[][];
  rows: EdgeCell[][];
}

const newLevel = (): Level => ({ blocks: [], cells: [], rows: [] });

/** The blocks of one stretch of text whose marks end cells and rows; depth 0 is outside of all tables. */
export class TableLevels {
  private readonly counter: CellCounter;
  private readonly levels: Level[] = [newLevel()];

  constructor(counter: CellCounter) {
    this.counter = counter;
  }

  /** A paragraph at a depth of tables; deeper tables end before it. */
  paragraph(text: string, depth: number): void {
    this.at(depth).blocks.push(text);
  }

  /** Blocks that are shown here, such as those of a text box. */
  insert(blocks: readonly Block[]): void {
    append(this.levels.at(-1)?.blocks ?? [], blocks);
  }

  endCell(depth: number): void {
    const level = this.at(depth);
    this.counter.count(1);
    level.cells.push(level.blocks);
    level.blocks = [];
  }

  endRow(depth: number, edges: RowEdges): void {
    const level = this.at(depth);
    let left = edges.left;
    const row = fitted(level.cells, edges.cells.length).map((blocks, n): EdgeCell => {
      const { right, merge, mergedLeft } = edges.cells[n] ?? { right: left + 1000, merge: 'none', mergedLeft: false };
      const cell = { blocks, left, right: Math.max(left, right), merge, mergedLeft };
      left = cell.right;
      return cell;
    });
    if (row.length > 0) level.rows.push(row);
    level.cells = [];
  }

  /** Everything, with open tables ended. */
  finish(): Block[] {
    return this.at(0).blocks;
  }

  private at(depth: number): Level {
    this.counter.nest(depth);
    while (this.levels.length > depth + 1) this.close();
    while (this.levels.length < depth + 1) this.levels.push(newLevel());
    return this.levels[depth] ?? newLevel();
  }

  private close(): void {
    const level = this.levels.pop();
    if (!level) return;
    if (level.rows.length > 0) this.insert([edgeTable(level.rows, this.counter)]);
    // Cells whose row never ended are shown, but are no row.
    this.insert([...level.cells.flat(), ...level.blocks]);
  }
}

/** Some writers end a merged cell once for each column it spans: of neighbouring empty cells too many, the rest are dropped. */
function fitted(cells: readonly Block[][], defined: number): readonly Block[][] {
  const kept = [...cells];
  for (let at = 0; kept.length > defined && defined > 0 && at + 1 < kept.length; ) {
    if (kept[at]?.length === 0 && kept[at + 1]?.length === 0) kept.splice(at, 1);
    else at++;
  }
  return kept;
}
