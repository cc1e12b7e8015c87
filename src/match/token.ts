import type { Segment } from './stream.ts';
import type { Sense } from './vocabulary.ts';

/** A label, a printed value, an empty cell between borders, other text, or the heading of a section. */
export type Token = LabelToken | ValueToken | BlankToken | TextToken | SectionToken;

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly segment: Segment;
}
export interface LabelToken extends Placed {
  readonly kind: 'label';
  readonly senses: readonly Sense[];
  /** The enumerator printed before it, without punctuation: 一, 3. */
  readonly enumerator: string | null;
  /** Line on which the label ends: labels run over several lines. */
  readonly endLine: number;
}
export interface ValueToken extends Placed {
  readonly kind: 'value';
  readonly raw: string;
  /** Nothing stands between it and the value before: digits may belong together or apart. */
  readonly touching: boolean;
}
export interface BlankToken extends Placed {
  readonly kind: 'blank';
  /** It stands behind the last cell of a table: an empty cell, or mere distance. */
  readonly trailing: boolean;
}
export interface TextToken extends Placed {
  readonly kind: 'text';
  /** Chinese characters in it. */
  readonly characters: number;
}
export interface SectionToken extends Placed {
  readonly kind: 'section';
  readonly section: number;
}
