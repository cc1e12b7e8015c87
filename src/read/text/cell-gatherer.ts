import { pipe } from './borders.ts';

/** A cell, the line it stands on and the one its pipe stands on, by their index. */
export interface PlacedText {
  readonly text: string;
  readonly line: number;
  readonly end: number;
}

/** A cell as it is printed, which may be no cell but what begins a row. */
export interface Cell extends PlacedText {
  /** It ends a line: a row may end behind it. */
  readonly ends: boolean;
  /** It is empty, and its pipe opens a line. */
  readonly isMark: boolean;
}

/** Lines of a cell, at most. */
export const tallestCell = 4;

/** Gathers the cells of lines one by one; text without a pipe goes on in the cell of the lines below. */
export class CellGatherer {
  readonly cells: Cell[] = [];
  private open: string[] = [];
  /** The line that the text of the open cell begins on. */
  private opened = 0;

  get isBetweenCells(): boolean {
    return this.open.length === 0;
  }

  /** False where the line cannot be one of a table. */
  take(shown: string, line: number): boolean {
    const parts = shown.split(pipe);
    const rest = (parts.pop() ?? '').trim();
    for (const [at, part] of parts.entries()) {
      const text = [...this.open, part.trim()].filter(Boolean).join(' ');
      const begun = this.open.length > 0 ? this.opened : line;
      this.cells.push({ text, line: begun, end: line, ends: at === parts.length - 1 && rest === '', isMark: text === '' && at === 0 });
      this.open = [];
    }
    if (rest !== '') {
      if (this.open.length === 0) this.opened = line;
      this.open.push(rest);
    }
    return this.open.length < tallestCell;
  }
}
