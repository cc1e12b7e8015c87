/** A cell of a sheet as shown; rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly bordered: boolean;
}

/** Columns of the widest sheet that can be a report's. */
export const widestSheet = 1_024;
/** Rows of the longest. */
export const longestSheet = 20_000;

/** Whether a place of a sheet is farther out than any report goes: what is empty there is only formatting. */
export const isFarOut = (row: number, column: number): boolean => column >= widestSheet || row >= longestSheet;

/** Whether something of a cell is to be seen. */
export const isShown = (cell: SheetCell): boolean => cell.text.trim() !== '' || cell.bordered;

/** The first column behind a cell. */
export const end = (cell: SheetCell): number => cell.column + cell.columns;
