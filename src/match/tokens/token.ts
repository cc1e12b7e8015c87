import type { Sense } from '../labels/vocabulary.ts';
import type { Segment } from './stream.ts';

/** A label, a printed value, an empty cell between borders, other text, or the heading of a section. */
export type Token = LabelToken | ValueToken | BlankToken | TextToken | SectionToken;

/** Where a token stands: UTF-16 offsets in the stream, end exclusive, and the cell or line it lies in. */
interface Placed {
  readonly start: number;
  readonly end: number;
  readonly segment: Segment;
}

/** A label of a form, with every meaning it can have there. */
export interface LabelToken extends Placed {
  readonly kind: 'label';
  readonly senses: readonly Sense[];
  /** The enumerator printed before it, without punctuation: 一, 3. */
  readonly enumerator: string | null;
  /** Line on which the label ends: labels run over several lines. */
  readonly endLine: number;
}

/** What stands where the form has a figure. Values and blanks are alike in all fields, which keeps a look at any token quick. */
interface Figure extends Placed {
  /** As printed; '' for an empty cell. */
  readonly raw: string;
  /** Nothing stands between it and the value before: digits may belong together or apart. */
  readonly touching: boolean;
  /** It stands behind the last cell of a table: an empty cell, or mere distance. */
  readonly trailing: boolean;
}

/** A number or a word that stands for one. */
export interface ValueToken extends Figure {
  readonly kind: 'value';
}

/** An empty cell between borders. */
export interface BlankToken extends Figure {
  readonly kind: 'blank';
}

/** Text that is neither label nor value. */
export interface TextToken extends Placed {
  readonly kind: 'text';
  /** Chinese characters in it. */
  readonly characters: number;
}

/** The heading of a numbered section of the report. */
export interface SectionToken extends Placed {
  readonly kind: 'section';
  readonly section: number;
}
