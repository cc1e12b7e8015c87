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

/** A page: its title, and its content, which begins with the heading. */
export interface Page {
  readonly title: string;
  readonly content: readonly Node[];
}

export type MakePage = (view: View) => Promise<Page>;
