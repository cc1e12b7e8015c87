import { shownObject } from '../characters/object.ts';
import type { DocBuilder, RawCell } from '../lines.ts';

// Pages are laid out with tables: which of them hold figures, and which only place text on the page.

/** A cell while the page is being read. */
export interface OpenCell {
  columns: number;
  rows: number;
  readonly parts: string[];
  /** Something is shown in it that is no text: a picture, or what a script fills. */
  isPictured: boolean;
}

/** A table while the page is being read, with the cells of its current row. */
interface OpenTable {
  /** A cell holds another table or an article: the table only lays the page out. */
  layout: boolean;
  started: boolean;
  /** Some row of it says something. */
  isWorded: boolean;
  cells: OpenCell[];
  cell: OpenCell | null;
  inFoot: boolean;
  /** Rows of its foot: shown last, wherever they stand (HTML 4.9.1). */
  readonly foot: (readonly RawCell[])[];
}

/** A cell that holds running text belongs to a page's layout, not to a form. */
function holdsArticle({ parts }: OpenCell): boolean {
  let characters = 0;
  for (const part of parts) characters += part.length;
  return characters > 600 || (parts.length > 8 && characters > 240);
}

/** A row of one cell with several paragraphs, or a sentence with another paragraph, is a layout table around text. */
const wrapsText = (cells: readonly OpenCell[]): boolean =>
  cells.length === 1 && cells.some(({ parts }) => parts.length > 2 || (parts.length > 1 && parts.some((part) => part.endsWith('。'))));

/** Whether the current row of a table only places text on the page. */
const isLayout = ({ layout, cells }: OpenTable): boolean => layout || cells.some(holdsArticle) || wrapsText(cells);

/** The cells of a row; a picture counts beside words only, or below them: alone it lays out the page. */
function rowOf(table: OpenTable): RawCell[] {
  const { cells } = table;
  table.isWorded ||= cells.some(({ parts }) => parts.length > 0);
  const { isWorded } = table;
  return cells.map(({ parts, columns, rows, isPictured }) => {
    const text = parts.length > 1 ? parts.join(' ') : (parts[0] ?? (isPictured && isWorded ? shownObject : ''));
    return { text, columns, rows };
  });
}

/** The line of text that is being read; it ends where a cell or a row does. */
interface OpenLine {
  end(): void;
  drop(): void;
}

/** The tables a page is inside of, the innermost last; their rows go to the document as they end. */
export class PageTables {
  private readonly doc: DocBuilder;
  private readonly line: OpenLine;
  private readonly tables: OpenTable[] = [];

  constructor(doc: DocBuilder, line: OpenLine) {
    this.doc = doc;
    this.line = line;
  }

  /** The cell that text goes to. */
  get cell(): OpenCell | null {
    return this.tables.at(-1)?.cell ?? null;
  }

  open(): void {
    const outer = this.tables.at(-1);
    this.line.end();
    if (outer?.cell) {
      outer.layout = true;
      for (const cell of outer.cells) this.paragraphs(cell.parts);
      outer.cells = [];
      this.paragraphs(outer.cell.parts.splice(0));
    }
    this.tables.push({ layout: false, started: false, isWorded: false, cells: [], cell: null, inFoot: false, foot: [] });
  }

  openCell(): void {
    const table = this.tables.at(-1);
    if (!table) {
      this.line.end();
      return;
    }
    if (table.cell) this.closeCell();
    this.line.drop();
    table.cell = { columns: 1, rows: 1, parts: [], isPictured: false };
  }

  /** The open cell is none of its row. */
  dropCell(): void {
    const table = this.tables.at(-1);
    if (table) table.cell = null;
  }

  closeCell(): void {
    this.line.end();
    const table = this.tables.at(-1);
    if (!table?.cell) return;
    table.cells.push(table.cell);
    table.cell = null;
  }

  closeRow(): void {
    const table = this.tables.at(-1);
    if (table?.cell) this.closeCell();
    else this.line.end();
    if (!table?.cells.length) return;
    if (isLayout(table)) for (const cell of table.cells) this.paragraphs(cell.parts);
    else {
      if (!table.started) this.doc.beginTable();
      table.started = true;
      if (table.inFoot) table.foot.push(rowOf(table));
      else this.doc.row(rowOf(table));
    }
    table.cells = [];
  }

  /** The foot of a table begins or ends. */
  turn(inFoot: boolean): void {
    this.closeRow();
    const table = this.tables.at(-1);
    if (table) table.inFoot = inFoot;
  }

  close(): void {
    this.closeRow();
    for (const row of this.tables.pop()?.foot ?? []) this.doc.row(row);
  }

  closeAll(): void {
    while (this.tables.length > 0) this.close();
  }

  private paragraphs(parts: readonly string[]): void {
    for (const part of parts) this.doc.paragraph(part);
  }
}
