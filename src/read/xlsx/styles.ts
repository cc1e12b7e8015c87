import { type Attributes, walkXml } from '../xml.ts';
import { RunsOfText } from './text.ts';

/** Namespaces of SpreadsheetML, transitional and strict. */
export const sheetNamespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
};

/** What a cell's style number says about how it is shown. */
export interface CellStyle {
  readonly format: number | string;
  readonly bordered: boolean;
  /** White on no ground: on paper nothing is to be seen of it. */
  readonly unseen?: boolean;
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';
const parts = new Set(['x:fonts', 'x:fills', 'x:borders', 'x:cellXfs']);
/** White by its value, or as the ground of the theme or of the old palette. */
const isWhite = ({ rgb, theme, indexed, tint }: Attributes) =>
  tint === undefined && (/^(ff)?ffffff$/i.test(rgb ?? '') || theme === '0' || indexed === '1' || indexed === '9');

/** The part styles.xml (ECMA-376 18.8): number format, borders and visibility by style number. */
export function readSheetStyles(part: Uint8Array): readonly CellStyle[] {
  const formats = new Map<number, string>();
  const borders: boolean[] = [];
  const whiteFonts: boolean[] = [];
  const grounds: boolean[] = [];
  const styles: { format: number; border: number; font: number; fill: number }[] = [];
  let inside = '';
  const open = (name: string, attributes: Attributes) => {
    if (parts.has(name)) inside = name;
    else if (name === 'x:numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General');
    else if (inside === 'x:borders' && name === 'x:border') borders.push(false);
    else if (inside === 'x:borders' && attributes.style !== undefined && attributes.style !== 'none') borders[borders.length - 1] = true;
    else if (inside === 'x:fonts' && name === 'x:font') whiteFonts.push(false);
    else if (inside === 'x:fonts' && name === 'x:color') whiteFonts[whiteFonts.length - 1] = isWhite(attributes);
    else if (inside === 'x:fills' && name === 'x:fill') grounds.push(true);
    else if (inside === 'x:fills' && name === 'x:patternFill') grounds[grounds.length - 1] = (attributes.patternType ?? 'none') !== 'none';
    else if (inside === 'x:cellXfs' && name === 'x:xf') {
      const [format = 0, border = 0, font = 0, fill = 0] = [
        attributes.numFmtId,
        attributes.borderId,
        attributes.fontId,
        attributes.fillId,
      ].map((id) => Number(id) || 0);
      styles.push({ format, border, font, fill });
    }
  };
  const close = (name: string) => {
    if (name === inside) inside = '';
  };
  walkXml(part, 'styles.xml', sheetNamespaces, { open, close, text: () => {} });
  return styles.map(({ format, border, font, fill }) => ({
    format: formats.get(format) ?? format,
    bordered: borders[border] ?? false,
    unseen: (whiteFonts[font] ?? false) && !(grounds[fill] ?? false),
  }));
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

/** What the part workbook.xml says. */
export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  /** The values beside formulas are of no worth: who opens the workbook computes them first. */
  readonly uncomputed: boolean;
}

/** The part workbook.xml: its sheets, from which year its dates count, and whether its formulas are computed. */
export function readWorkbook(part: Uint8Array): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let [date1904, uncomputed] = [false, false];
  const open = (name: string, { name: title = '', id = '', state, date1904: base, fullCalcOnLoad }: Attributes) => {
    if (name === 'x:sheet') sheets.push({ name: title, relation: id, hidden: state === 'hidden' || state === 'veryHidden' });
    else if (name === 'x:workbookPr') date1904 = isOn(base);
    else if (name === 'x:calcPr') uncomputed = isOn(fullCalcOnLoad);
  };
  walkXml(part, 'workbook.xml', sheetNamespaces, { open, close: () => {}, text: () => {} });
  return { sheets, date1904, uncomputed };
}
