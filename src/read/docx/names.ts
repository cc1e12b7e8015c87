import { shownObject } from '../characters/object.ts';
import type { Attributes } from '../xml.ts';

/** Namespaces of WordprocessingML, transitional, strict and that of Word 2003, and of what may lie inside it. */
export const wordNamespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.microsoft.com/office/word/2003/wordml': 'w',
  'http://schemas.microsoft.com/office/word/2003/auxHint': 'wx',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** Tracked deletions and moves, earlier properties, and phonetic guides. */
export const skipped: ReadonlySet<string> = new Set([
  'w:moveFrom',
  'w:rPrChange',
  'w:pPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPrChange',
  'w:sectPrChange',
  'w:tblGridChange',
  'w:rt',
  'w:footnotePr',
  // Where all parts are one file: page headers, comments, building blocks.
  'w:hdr',
  'w:ftr',
  'w:comments',
  'w:glossaryDocument',
]);

/** What is shown after the paragraph it is anchored in. */
export const isAside = (name: string): boolean => name === 'w:txbxContent' || name === 'w:footnote' || name === 'w:endnote';

/** Places of the font Symbol that are those of ASCII: figures and what stands in them. */
const plainPlaces = /[0-9.,+()/%]/;

/** A character of a symbol font: known only where it is a real character, not a place in that font; else none that can be read. */
export function symbol({ char, font }: Attributes): string {
  const place = Number.parseInt(char ?? '', 16);
  const code = font === 'Symbol' && plainPlaces.test(String.fromCharCode(place - 0xf000)) ? place - 0xf000 : place;
  return code >= 0x20 && code < 0xe000 ? String.fromCharCode(code) : shownObject;
}
