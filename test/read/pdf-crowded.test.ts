import { expect, it } from 'vitest';
import { rowsJoined } from '../../src/read/pdf/open-lines.ts';
import { lineOf } from '../../src/read/pdf/text.ts';

// Every row of a page is held against the labels around it: of a page with more lines than can be printed they stay as they are.

const line = (text: string, left: number, y: number) =>
  lineOf([{ text, left, right: left + text.length * 10, y, size: 10, unlike: false }]);

/** Rows whose label is wrapped above and below its figure. */
const wrapped = (rows: number) =>
  Array.from({ length: rows }, (_, n) => [
    line('1.信访举报投诉类', 20, n * 60),
    line('5', 200, n * 60 + 6),
    line('政府信息申请', 20, n * 60 + 12),
  ]).flat();

it.each([
  [3, 3],
  [3_000, 9_000],
])('%i rows with wrapped labels are %i lines', (rows, lines) => {
  expect(rowsJoined(wrapped(rows))).toHaveLength(lines);
});
