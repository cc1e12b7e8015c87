import { RunsOfText } from './xlsx-text.ts';
import { type Attributes, walkXml } from './xml.ts';

/** Namespaces of SpreadsheetML, transitional and strict. */
export const sheetNamespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

/** What a cell's style number says about how it is shown. */
export interface CellStyle {
  readonly format: number | string;
  readonly bordered: boolean;
}

/** The part styles.xml (ECMA-376 18.8): number format and borders by style number. */
export function readSheetStyles(part: Uint8Array): readonly CellStyle[] {
  const formats = new Map<number, string>();
  const borders: boolean[] = [];
  const styles: { format: number; border: number }[] = [];
  let inside = '';
  const open = (name: string, attributes: Attributes) => {
    if (name === 'x:borders' || name === 'x:cellXfs') inside = name;
    else if (name === 'x:numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General');
    else if (inside === 'x:borders' && name === 'x:border') borders.push(false);
    else if (inside === 'x:borders' && attributes.style !== undefined && attributes.style !== 'none') borders[borders.length - 1] = true;
    else if (inside === 'x:cellXfs' && name === 'x:xf') {
      styles.push({ format: Number(attributes.numFmtId) || 0, border: Number(attributes.borderId) || 0 });
    }
  };
  const close = (name: string) => {
    if (name === inside) inside = '';
  };
  walkXml(part, 'styles.xml', sheetNamespaces, { open, close, text: () => {} });
  return styles.map(({ format, border }) => ({ format: formats.get(format) ?? format, bordered: borders[border] ?? false }));
}

/** The part sharedStrings.xml: texts by number, phonetic guides left out. */
export function readSharedStrings(part: Uint8Array): readonly string[] {
  const texts: string[] = [];
  const runs = new RunsOfText();
  const open = (name: string, attributes: Attributes) => (name === 'x:si' ? runs.begin() : runs.open(name, attributes));
  const close = (name: string) => void (name === 'x:si' ? texts.push(runs.text) : runs.close(name));
  walkXml(part, 'sharedStrings.xml', sheetNamespaces, { open, close, text: (text) => runs.hear(text) });
  return texts;
}

/** Sheets of a workbook in order: name, part, and whether they are shown. */
export interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

/** The part workbook.xml: its sheets, and from which year its dates count. */
export function readWorkbook(part: Uint8Array): { readonly sheets: readonly SheetEntry[]; readonly date1904: boolean } {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  const open = (name: string, { name: title = '', id = '', state, date1904: base }: Attributes) => {
    if (name === 'x:sheet') sheets.push({ name: title, relation: id, hidden: state === 'hidden' || state === 'veryHidden' });
    else if (name === 'x:workbookPr') date1904 = base === '1' || base === 'true';
  };
  walkXml(part, 'workbook.xml', sheetNamespaces, { open, close: () => {}, text: () => {} });
  return { sheets, date1904 };
}

/** A part of relations: part names by relation. */
export function readRelations(part: Uint8Array): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const open = (name: string, { Id = '', Target = '' }: Attributes) => {
    if (name === 'rel:Relationship') targets.set(Id, Target);
  };
  walkXml(part, 'workbook.xml.rels', sheetNamespaces, { open, close: () => {}, text: () => {} });
  return targets;
}
