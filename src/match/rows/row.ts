import type { Sense } from '../labels/vocabulary.ts';
import type { BlankToken, LabelToken, TextToken, Token, ValueToken } from '../tokens/token.ts';

/** A printed value or an empty cell, as it follows a row's label. */
export interface Atom {
  /** Text as printed; '' for an empty cell. */
  readonly raw: string;
  readonly line: number;
  /** Column in the printed grid; -1 where no borders are printed. */
  readonly column: number;
  readonly columns: number;
  /** No separator stands between it and the atom before. */
  readonly touching: boolean;
  /** Characters that are no value, or the room between two columns, stand before it: it is not the rest of the figure before. */
  readonly interrupted: boolean;
  /** Chinese words among them: a label may have run on, with numbers of its row on either side. */
  readonly afterWords: boolean;
  /** Words touch it on a line below its label's: 续表1, 局2021年. It may be no cell. */
  readonly worded: boolean;
  readonly bordered: boolean;
  /** True: no cell of its row got lost or doubled; false: one may have been; null: the grid places each. */
  readonly even: boolean | null;
  /** It is all that its line or cell shows. */
  readonly alone: boolean;
  /** An empty line behind a table: an empty cell, or mere distance. */
  readonly trailing: boolean;
  /** Number of the marked row it stands in. */
  readonly block: number;
}

/** The figures of a row and its empty cells, in print order. */
export interface RowAtoms {
  readonly atoms: Atom[];
  /** A row of a grid cell by cell, where a cell holds words or several figures; null where the atoms are the cells. */
  readonly cells: readonly Atom[] | null;
}

/** A label with what is printed behind it (or, in a grid row, beside it). */
export interface PrintedRow extends RowAtoms {
  /** What the label means here; null for a row whose label is unknown or missing. */
  readonly sense: Sense | null;
  readonly label: string;
  readonly enumerator: string | null;
  readonly line: number;
  /** Number of the marked row its label stands in. */
  readonly block: number;
  /** Column headers printed since the row before, in print order. */
  readonly header: readonly Header[];
  /** The label of another row stands beside the same numbers. */
  readonly shared: boolean;
  /** Numbers stand before the label as well. */
  readonly valuesBefore: boolean;
  /** The label is not as the form prints it, but nearly. */
  readonly misspelt: boolean;
  /** The clause of the row; in table 4 the remedy whose columns it continues. */
  readonly group: string | null;
  /** The clause whose heading was printed last. */
  readonly under: string | null;
}

/** A column header as printed. */
export interface Header {
  readonly code: string;
  /** The label as printed: it may name the unit. */
  readonly label: string;
  readonly groups: readonly (string | null)[];
  /** Columns it stands over, if those are printed. */
  readonly over: readonly string[];
  readonly line: number;
  readonly column: number;
  readonly columns: number;
  readonly bordered: boolean;
  /** Null: the grid places it, whatever line it stands on. */
  readonly even: boolean | null;
}

/** Blanks as wide as text in columns has them stand before a token; digits of one figure stand no further apart than one. */
export const standsApart = ({ start }: Token, text: string): boolean => text.slice(start - 2, start) === '  ';

/** A value or an empty cell as an atom of its row. */
export const atomOf = (
  token: ValueToken | BlankToken,
  between: Pick<TextToken, 'characters'> | null,
  { worded = false, isApart = false } = {},
): Atom => ({
  raw: token.raw,
  line: token.segment.line,
  column: token.segment.row >= 0 ? token.segment.column : -1,
  columns: token.segment.columns,
  touching: token.touching,
  interrupted: between !== null || isApart,
  afterWords: between !== null && between.characters > 0,
  worded,
  bordered: token.segment.bordered,
  even: token.segment.even,
  trailing: token.trailing,
  block: token.segment.block,
  alone: token.segment.bordered || token.end - token.start >= token.segment.end - token.segment.start - 2,
});

/** What goes on behind a label on its line up to a unit of money: (单位:万元). */
const unitBehind = /^[^\n\t\d|]{0,8}元/;

/** A label as a column header, with the unit behind it; `senses` are the columns it may name. */
export const headerOf = ({ segment, start, end }: LabelToken, text: string, senses: readonly Sense[]): Header => ({
  code: senses[0]?.code ?? '',
  label: text.slice(start, end) + (unitBehind.exec(text.slice(end, end + 12))?.[0] ?? ''),
  groups: senses.map((sense) => sense.group),
  over: senses[0]?.over ?? [],
  line: segment.line,
  column: segment.row >= 0 ? segment.column : -1,
  columns: segment.columns,
  bordered: segment.bordered,
  even: segment.even,
});
