import { Zip, ZipDeflate, type ZipInputFile } from 'fflate';

/** A value of a worksheet. A Date is a day; its time is not kept. */
export type SheetValue = string | number | boolean | Date | null;

/** A worksheet: its rows in order, the first of them frozen. */
export interface Sheet {
  readonly name: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly rows: AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>;
}

/** Most rows a worksheet holds, and most characters a cell holds: limits of the file format itself. */
export const sheetLimits = { rows: 1_048_576, characters: 32_767 } as const;

/** More rows than a sheet holds. */
export class SheetFull extends Error {}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

// ECMA-376 22.9.2.19: characters that XML does not allow are written as _xHHHH_, and so is what looks like one.
const hex = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
const escaped = (text: string): string =>
  text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML allows none of these
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, hex)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Letters of a column, from 0: A … Z, AA … */
export function columnLetters(at: number): string {
  const rest = Math.floor(at / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (at % 26));
}

/** Days since the format's day 0, 30 December 1899. */
const serial = (day: Date): number => Math.round((day.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);

function cell(value: SheetValue, place: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${Number(value)}</v></c>`;
  if (value instanceof Date) return `<c r="${place}" s="1"><v>${serial(value)}</v></c>`;
  // An inline text is never read as a formula.
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, sheetLimits.characters))}</t></is></c>`;
}

const row = (values: readonly SheetValue[], n: number): string =>
  `<row r="${n}">${values.map((value, at) => cell(value, `${columnLetters(at)}${n}`)).join('')}</row>`;

function sheetHead({ widths, frozenRows }: Sheet): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
}

/** The XML of a sheet, a piece at a time. Throws SheetFull. */
async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  yield sheetHead(sheet);
  let [n, piece] = [0, ''];
  for await (const values of sheet.rows) {
    if (++n > sheetLimits.rows) throw new SheetFull(`${sheet.name}: more than ${sheetLimits.rows} rows`);
    piece += row(values, n);
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

function parts(sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  const each = (write: (sheet: Sheet, n: number) => string) => sheets.map((sheet, at) => write(sheet, at + 1)).join('');
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const override = (part: string, name: string) => `<Override PartName="/xl/${part}.xml" ContentType="${type(name)}"/>`;
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = (inner: string) => `${head}<Relationships xmlns="${packaging}/relationships">${inner}</Relationships>`;
  const one = (outer: string, inner: string) => `<${outer} count="1">${inner}</${outer}>`;
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${each((_, n) => override(`worksheets/sheet${n}`, 'worksheet'))}</Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relations(
      relation('s', 'styles', 'styles.xml') + each((_, n) => relation(`r${n}`, 'worksheet', `worksheets/sheet${n}.xml`)),
    ),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}">${one('numFmts', '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>')}${one('fonts', '<font><sz val="11"/><name val="Calibri"/></font>')}${one('fills', '<fill><patternFill patternType="none"/></fill>')}${one('borders', '<border/>')}${one('cellStyleXfs', '<xf/>')}<cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}

/**
 * A workbook (Office Open XML) as bytes, a piece at a time, so that its size needs no memory. The same sheets give the same
 * bytes. Texts longer than a cell holds are cut at `sheetLimits.characters`; more rows than a sheet holds throw SheetFull.
 */
export async function* workbook(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const text = new TextEncoder();
  const begin = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    // The time in an archive is local: this one is the same everywhere.
    const entry: ZipInputFile = Object.assign(file, { mtime: new Date(1980, 0, 1) });
    zip.add(entry);
    return file;
  };
  for (const [name, xml] of Object.entries(parts(sheets))) begin(name).push(text.encode(xml), true);
  for (const [at, sheet] of sheets.entries()) {
    const file = begin(`xl/worksheets/sheet${at + 1}.xml`);
    for await (const piece of sheetXml(sheet)) {
      file.push(text.encode(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready.splice(0);
}
