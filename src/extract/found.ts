import type { FormColumn } from '../../schemas/forms/index.ts';
import type { Atom, Header, PrintedRow } from '../match/rows/row.ts';

/** What is printed for one row of the form, with the columns it has. */
export interface Found {
  readonly printed: PrintedRow;
  readonly columns: readonly FormColumn[];
  readonly headers: readonly Header[];
  /** One a column; none where the head of the grid does not name the column. */
  readonly atoms: readonly (Atom | undefined)[] | null;
  /** The head above the row has the columns of the form, in its order. */
  readonly inOrder: boolean;
  readonly tied: ReadonlyMap<string, Atom>;
}
