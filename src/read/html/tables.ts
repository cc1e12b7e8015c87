// Pages are laid out with tables: which of them hold figures, and which only place text on the page.

/** A cell while the page is being read. */
export interface OpenCell {
  columns: number;
  rows: number;
  parts: string[];
}

/** A table while the page is being read, with the cells of its current row. */
export interface OpenTable {
  /** A cell holds another table or an article: the table only lays the page out. */
  layout: boolean;
  started: boolean;
  cells: OpenCell[];
  cell: OpenCell | null;
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
export const isLayout = ({ layout, cells }: OpenTable): boolean => layout || cells.some(holdsArticle) || wrapsText(cells);
