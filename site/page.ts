import type { DataFile } from './download/csv.ts';
import type { Labels, Meta } from './published.ts';
import type { Place } from './state.ts';

/** Whether somebody answers here beyond files: `gongkai serve`, and the token it gave. */
export interface Here {
  readonly live: boolean;
  readonly token: string | null;
}

/** What every page is made from. */
export interface View {
  readonly place: Place;
  readonly meta: Meta;
  readonly labels: Labels;
  readonly here: Here;
}

/** A data file and what it is called. */
export interface TitledData {
  readonly title: string;
  readonly data: DataFile;
}

/** A page: its title, and its content, which begins with the heading. */
export interface Page {
  readonly title: string;
  readonly content: readonly Node[];
  /** Data that the page shows in another shape than a chart or a table. */
  readonly data?: readonly TitledData[];
}

/** Makes a page; throws Missing where a file it needs is not there, Unanswered where that cannot be told. */
export type MakePage = (view: View) => Promise<Page>;
