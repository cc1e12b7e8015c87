import { strToU8, zipSync } from 'fflate';
import type { Doc } from '../../src/model.ts';

/** A zip of text parts, as Word and LibreOffice pack them. */
export const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const wordNs =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';

/** A Word document with this body; more parts by name. */
export const docxOf = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf({ 'word/document.xml': `<?xml version="1.0"?><w:document ${wordNs}><w:body>${body}</w:body></w:document>`, ...parts });

/** A part of a Word document, for example numbering.xml. */
export const wordPart = (root: string, content: string): string => `<w:${root} ${wordNs}>${content}</w:${root}>`;

/** A paragraph with one run; `properties` go before it. */
export const p = (text: string, properties = ''): string => `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A table cell; `properties` is the inside of tcPr. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;

const openNs = ['office', 'text', 'table', 'style', 'drawing']
  .map((name) => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

const formattingNs = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';

/** An OpenDocument file with this content between its styles and the end of its body; `common` are styles with names of their own. */
export const openDocumentOf = (kind: 'text' | 'spreadsheet', body: string, styles = '', common = ''): Uint8Array =>
  zipOf({
    'styles.xml': `<office:document-styles ${openNs} ${formattingNs}><office:styles>${common}</office:styles></office:document-styles>`,
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml':
      `<office:document-content ${openNs} ${formattingNs} xmlns:xlink="http://www.w3.org/1999/xlink">` +
      `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
  });

/** The lines of a document in short: running text as it is, table rows as `table|column+columns×rows:text|…`. */
export const outline = (doc: Doc): string[] =>
  doc.lines.map(({ text, row }) => {
    if (!row) return text;
    const span = (columns: number, rows: number) => (columns > 1 || rows > 1 ? `+${columns}×${rows}` : '');
    return [row.table, ...row.cells.map((cell) => `${cell.column}${span(cell.columns, cell.rows)}:${cell.text}`)].join('|');
  });

const sheetNs =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const whiteStyles =
  '<fonts><font><sz val="11"/></font><font><color rgb="FFFFFFFF"/></font></fonts>' +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill></fill></fills>' +
  '<cellXfs><xf numFmtId="170"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="1" fillId="1"/></cellXfs>';

/**
 * A workbook of one sheet with these rows, named `times` times; style 0 has this number format; `columns` stand before the rows, `rest`
 * behind them, `behind` behind the sheets; style 1 is white on no ground, style 2 white on a ground.
 */
export const xlsxOf = (rows: string, { times = 1, format = 'General', columns = '', rest = '', behind = '' } = {}): Uint8Array =>
  zipOf({
    'xl/workbook.xml': `<workbook ${sheetNs}><sheets>${'<sheet name="Sheet1" r:id="r1"/>'.repeat(times)}</sheets>${behind}</workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet ${sheetNs}><numFmts><numFmt numFmtId="170" formatCode="${format}"/></numFmts>${whiteStyles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${sheetNs}>${columns}<sheetData>${rows}</sheetData>${rest}</worksheet>`,
  });
