import type { Block } from '../flow/flow.ts';

/** A cell as written: `repeated` times side by side; a covered one lies under a merged cell. */
export interface OpenCell {
  readonly blocks: Block[];
  readonly columns: number;
  readonly rows: number;
  readonly repeated: number;
  readonly covered: boolean;
  readonly bordered: boolean;
}

/** A row as written, `repeated` times below each other. */
export interface OpenRow {
  readonly cells: OpenCell[];
  readonly repeated: number;
  readonly hidden: boolean;
}

/** A table or sheet as written. */
export interface OpenTable {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: OpenRow[];
  /** Hidden columns, as runs in order. */
  readonly columns: { readonly repeated: number; readonly hidden: boolean }[];
}
