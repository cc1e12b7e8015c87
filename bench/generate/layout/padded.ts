import type { Random } from '../random.ts';
import type { GridCell } from './grid.ts';
import type { TableLine, TableWriter } from './writers.ts';

// Tables as extractors of web text print them: the cells of a row close up to the left, and empty ones fill it behind them until all
// rows of the table have as many.

type WriteRow = (row: readonly GridCell[], empty: number) => readonly TableLine[];

const lineOf = (cell: GridCell, text: string): TableLine => (cell.code === undefined ? { text } : { text, codes: [cell.code] });
const oneLine = (cell: GridCell) => cell.text.replaceAll('\n', '');

const padded =
  (writer: (random: Random) => WriteRow): TableWriter =>
  (table, random) => {
    const write = writer(random);
    const widest = Math.max(...table.rows.map((row) => row.reduce((columns, cell) => columns + cell.columns, 0)));
    const width = widest + random.pick([0, 0, 1, 7]);
    return table.rows.flatMap((row) => write(row, width - row.length));
  };

/** `规章 | 0 | 0 | 0 | ||` */
export const pipesPadded = padded(() => (row, empty) => {
  const codes = row.flatMap(({ code }) => (code === undefined ? [] : [code]));
  return [{ text: `${row.map((cell) => `${oneLine(cell)} |`).join(' ')}${empty > 0 ? ` ${'|'.repeat(empty)}` : ''}`, codes }];
});

/** A cell a line, its pipe behind it; what fills the row stands behind the last cell or below it. An empty cell is a lone pipe. */
const cellsPadded = (mark: readonly TableLine[], split: boolean) =>
  padded((random) => {
    const below = random.chance(0.5);
    return (row, empty) => {
      const last = row.length - 1;
      const lines = row.flatMap((cell, at): TableLine[] => {
        const text = split ? cell.text : oneLine(cell);
        const shown = (text === '' ? '|' : `${text} |`) + (at === last && empty > 0 && !below ? ` ${'|'.repeat(empty)}` : '');
        return shown.split('\n').map((part, index, { length }) => (index === length - 1 ? lineOf(cell, part) : { text: part }));
      });
      return [...mark, ...lines, ...(below && empty > 0 ? [{ text: '|'.repeat(empty) }] : [])];
    };
  });

/** `规章 |` a line. */
export const pipesAfterPadded = cellsPadded([], false);

/** `规章 |` a line, rows begun by a lone pipe; labels broken over lines. */
export const pipesLonePadded = cellsPadded([{ text: '|' }], true);
