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

/** Tracked deletions and moves, earlier properties, phonetic guides, and the second copy of a drawing for old readers. */
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
  'mc:Fallback',
  'w:footnotePr',
  // Where all parts are one file: page headers, comments, building blocks.
  'w:hdr',
  'w:ftr',
  'w:comments',
  'w:glossaryDocument',
]);

/** What is shown after the paragraph it is anchored in. */
export const isAside = (name: string): boolean => name === 'w:txbxContent' || name === 'w:footnote' || name === 'w:endnote';

/** A character of a symbol font: shown only where it is a real character, not a place in that font. */
export function symbol(hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16);
  return code >= 0x20 && code < 0xe000 ? String.fromCharCode(code) : '';
}
