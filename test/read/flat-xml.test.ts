import { describe, expect, it } from 'vitest';
import type { DocumentFormat } from '../../schemas/report.ts';
import { readDocument } from '../../src/read/index.ts';
import { docxOf, outline, p, tc } from './containers.ts';

const bytes = (xml: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);

const rows = (vMerge: string) =>
  `<w:tr>${tc('规章', `<w:${vMerge} w:val="restart"/>`)}${tc('1', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${tc('', `<w:${vMerge}/>`)}${tc('2')}${tc('3')}</w:tr>`;

const word2003 = `<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"><w:body><wx:sect>
  ${p('总体情况', '<w:pPr><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr>')}<w:tbl>${rows('vmerge')}</w:tbl>
  <w:sectPr><w:hdr>${p('页眉')}</w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>`;

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const part = (root: string, content: string) =>
  `<pkg:part><pkg:xmlData><w:${root} ${namespace}>${content}</w:${root}></pkg:xmlData></pkg:part>`;
const flatPackage = `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part(
  'document',
  `<w:body>${p('总体情况', '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>')}<w:tbl>${rows('vMerge')}</w:tbl></w:body>`,
)}${part('comments', p('批注'))}${part(
  'numbering',
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>',
)}</pkg:package>`;

const cell = (text: string, attributes = '') =>
  `<Cell ${attributes}><Data ss:Type="${/^\d/.test(text) ? 'Number' : 'String'}">${text}</Data></Cell>`;
const sheet2003 = `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
  <Worksheet ss:Name="Sheet1"><Table><Row>${cell('一、总体情况', 'ss:MergeAcross="2"')}</Row><Row>${cell('规章', 'ss:MergeDown="1"')}${cell('1', 'ss:MergeAcross="1"')}</Row>
  <Row>${cell('2', 'ss:Index="2"')}${cell('3')}</Row></Table></Worksheet>
  <Worksheet ss:Name="Sheet2"><Table><Row>${cell('4')}${cell('5')}</Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>`;

const open = ['office', 'text', 'table'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
const openCell = (text: string, attributes = '') => `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const flatOpen = `<office:document ${open} office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>一、总体情况</text:p><table:table>
  <table:table-row>${openCell('规章', 'table:number-rows-spanned="2"')}${openCell('1', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row>
  <table:table-row><table:covered-table-cell/>${openCell('2')}${openCell('3')}</table:table-row></table:table></office:text></office:body></office:document>`;

const shown = ['一、总体情况', '0|0+1×2:规章|1+2×1:1', '0|1:2|2:3'];

describe('an office document of one XML file', () => {
  it.each<[string, DocumentFormat, string]>([
    ['Word 2003', 'doc', word2003],
    ['a flat package of Word', 'docx', flatPackage],
    ['Excel 2003', 'xls', sheet2003],
    ['a flat OpenDocument text', 'odt', flatOpen],
  ])('%s is read like its packed sister', async (_, format, xml) => {
    const doc = await readDocument(bytes(xml));
    expect(doc.format).toBe(format);
    expect(outline(doc)).toEqual(shown);
  });

  it('shows what the packed one shows', async () => {
    expect(outline(await readDocument(docxOf(`${p('一、总体情况')}<w:tbl>${rows('vMerge')}</w:tbl>`)))).toEqual(shown);
  });

  it('is read as text where the root is no document', async () => {
    expect((await readDocument(bytes('<a>规章</a>'))).format).toBe('txt');
  });
});
