import type { Rule } from './rules.ts';

/** A character on a page: left end of its baseline, advance and size in points, y downwards; `turn` is its direction in degrees. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly turn: number;
  /** Drawn without ink: the recognised text of a scan. */
  readonly hidden: boolean;
  /** Not as other text stands: white, seen through, painted over, or struck out; never one number with what stands beside it. */
  readonly unlike: boolean;
  /** Characters drawn in one go have the same number. */
  readonly run: number;
}

/** What a page shows: characters in the order they are drawn, and straight rules. */
export interface PageContent {
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
}
