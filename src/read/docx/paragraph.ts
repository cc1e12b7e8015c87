import type { Block } from '../flow/flow.ts';
import type { Attributes } from '../xml.ts';

/** A paragraph while it is being read. */
export interface Paragraph {
  text: string;
  /** Its number, where it is printed beside it (Word 2003). */
  printed: string;
  style: string | undefined;
  numId: string | undefined;
  level: string | undefined;
  /** Text boxes anchored here; shown after the paragraph. */
  readonly anchored: Block[];
}

/** A paragraph without text. */
export const newParagraph = (): Paragraph => ({
  text: '',
  printed: '',
  style: undefined,
  numId: undefined,
  level: undefined,
  anchored: [],
});

/** Take a property into a paragraph; false where the element is none. */
export function setParagraph(paragraph: Paragraph, name: string, { val }: Attributes): boolean {
  if (name === 'w:pStyle') paragraph.style = val;
  else if (name === 'w:numId') paragraph.numId = val;
  else if (name === 'wx:t') paragraph.printed = val ?? '';
  else if (name === 'w:ilvl') paragraph.level = val;
  else return false;
  return true;
}
