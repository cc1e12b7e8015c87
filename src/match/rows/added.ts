import type { TableCode } from '../../../schemas/forms/index.ts';
import { beginsRowLabel, closestRow } from '../labels/closest.ts';
import type { LabelToken, TextToken } from '../tokens/token.ts';
import type { Header } from './row.ts';

// Rows and columns that authors add to the form: the year before, shares of the whole.

/** An added row: 上年同期, 其中:网上. */
const addedRow = /^[(]?(?:上年|去年|上一年|同期|同比|其中|20\d\d年)/;

/** Text on a line of its own goes on with the label above, unless it begins like a label, nearly is another one or names an added row. */
export const goesOn = (table: TableCode, text: string): boolean =>
  !/^[(]?[\d一二三四五六七八九十]/.test(text) && !addedRow.test(text) && !beginsRowLabel(table, text) && closestRow(table, text) === null;

/** Whether words among the labels of a head name an added column. */
export const namesAddedColumn = (text: string): boolean => /上年|去年|同期|同比|占比|比例|增幅/.test(text);

/** Whether the label of a column stands behind such words in its cell: 上年总计. */
export const isInAddedHead = ({ segment, start }: LabelToken, text: string): boolean => namesAddedColumn(text.slice(segment.start, start));

/** Whether the words right before a figure say that it is not the row's own: 含上年2件. */
export const isAnothers = (before: string): boolean => /(?:其中|含|上年|去年|同期)$/.test(before.slice(-4));

/** The head of an added column in a text without borders: which figures of the rows below stand under it cannot be told. */
export const addedHeader = ({ segment }: TextToken): Header => ({
  code: '',
  label: '',
  groups: [null],
  over: [],
  line: segment.line,
  column: -1,
  columns: segment.columns,
  bordered: segment.bordered,
  even: segment.even,
});

/** Whether a head is that of an added column. */
export const isAddedHeader = ({ code }: Header): boolean => code === '';
