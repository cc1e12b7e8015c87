import type { DocumentFormat } from '../../../schemas/report.ts';
import { issue } from '../../issue.ts';
import type { Doc, Hints } from '../../model.ts';
import { shownObject, withoutObjects } from '../characters/object.ts';
import { DocBuilder, type RawCell } from '../lines.ts';
import { UnreadableError } from '../unreadable.ts';

/** A paragraph or a table, as the walk over a format finds them; cells hold either in turn. */
export type Block = string | Table;

/** A table: rows of cells in print order, places covered by a span from above left out. */
export interface Table {
  readonly rows: readonly (readonly Cell[])[];
}

/** A cell with its content and spans in columns and rows (1 when absent). */
export interface Cell {
  readonly blocks: readonly Block[];
  readonly columns?: number;
  readonly rows?: number;
}

/** A cell with this many characters over several paragraphs frames an article; no cell of a form is so long. */
const longestFormCell = 400;

/** Lay blocks out as lines. A row that frames running text or other tables is layout, and its content takes its place. */
export function layOut(blocks: readonly Block[], builder: DocBuilder): void {
  for (const block of blocks) {
    if (typeof block === 'string') {
      const text = withoutObjects(block);
      if (text.trim() !== '') builder.paragraph(text);
    } else layOutTable(block, builder);
  }
}

function layOutTable(table: Table, builder: DocBuilder): void {
  const frame = table.rows.every((row) => row.length <= 1);
  let open = false;
  let isWorded = false;
  for (const row of table.rows) {
    if (row.some((cell) => framesText(cell, frame))) {
      for (const cell of row) layOut(cell.blocks, builder);
      open = false;
      continue;
    }
    if (!open) builder.beginTable();
    open = true;
    isWorded ||= row.some(({ blocks }) => wordsOf(blocks) !== '');
    builder.row(row.map((cell) => rawCell(cell, isWorded)));
  }
}

function framesText(cell: Cell, frame: boolean): boolean {
  const paragraphs = cell.blocks.filter((block) => typeof block === 'string');
  if (paragraphs.length < cell.blocks.length) return true;
  const filled = paragraphs.map(withoutObjects).filter((text) => text.trim() !== '');
  if (filled.length < 2) return false;
  return frame || filled.reduce((length, text) => length + text.length, 0) > longestFormCell;
}

const wordsOf = (blocks: readonly Block[]): string => withoutObjects(blocks.join('\n')).trim();

/** A cell of a row; what it shows beside words is known to be none of them, and beside no words it is all there is. */
const rawCell = (cell: Cell, isWorded: boolean): RawCell => ({
  text: wordsOf(cell.blocks) || (isWorded && cell.blocks.some(showsObject) ? shownObject : ''),
  ...(cell.columns === undefined ? {} : { columns: cell.columns }),
  ...(cell.rows === undefined ? {} : { rows: cell.rows }),
});

/** Whether something else than text is shown. */
const showsObject = (block: Block): boolean =>
  typeof block === 'string' ? block.includes(shownObject) : block.rows.some((row) => row.some((cell) => cell.blocks.some(showsObject)));

/** What a format holds besides text: pictures may be a scan, an embedded sheet may be the table. */
export interface Surroundings {
  readonly pictures?: number;
  readonly embeddedSheets?: number;
}

/** The document of a walk, or a clear refusal when nothing is shown but pictures, or nothing at all. */
export function finishFlow(
  blocks: readonly Block[],
  format: DocumentFormat,
  { pictures = 0, embeddedSheets = 0 }: Surroundings,
  hints: Hints,
): Promise<Doc> {
  const builder = new DocBuilder();
  layOut(blocks, builder);
  if (builder.length === 0 && (pictures > 0 || blocks.some(showsObject))) {
    throw new UnreadableError('scanned', '请向发布机关索取文字版，或先做文字识别', format);
  }
  if (builder.length === 0) throw new UnreadableError('no_text', '请确认文件是否完整', format);
  const issues = embeddedSheets > 0 ? [issue('table_as_image', `${embeddedSheets} 个嵌入的电子表格以图片显示，未读取`)] : [];
  return builder.finish(format, null, hints, issues);
}
