import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { withoutObjects } from './characters/object.ts';
import { openArchive } from './container/archive.ts';
import { type Cell, finishFlow, type Table } from './flow/flow.ts';
import { mostXmlBytes } from './limits.ts';
import { OpenWalk, type TableSink } from './odf/body.ts';
import { openNamespaces } from './odf/names.ts';
import { type OpenStyles, readCommonStyles } from './odf/styles.ts';
import type { OpenTable } from './odf/tables.ts';
import { damaged, encrypted, unsupported } from './refusals.ts';
import { SheetBuilder } from './sheet/grid.ts';
import { walkXml } from './xml.ts';

/** Read an OpenDocument text (ISO/IEC 26300): body, text boxes and notes; tracked deletions left out. Throws `UnreadableError`. */
export function readOdt(bytes: Uint8Array): Promise<Doc> {
  return textDoc((sink) => walkContent(bytes, sink, 'odt'));
}

/** Read an OpenDocument spreadsheet: every shown sheet, with the cells as they are shown. Throws `UnreadableError`. */
export function readOds(bytes: Uint8Array): Promise<Doc> {
  return sheetDoc((sink) => walkContent(bytes, sink, 'ods'));
}

/** Read an OpenDocument of one XML file: a text or a spreadsheet, as its root says. Throws `UnreadableError`. */
export function readFlatOpenDocument(bytes: Uint8Array): Promise<Doc> {
  const head = new TextDecoder().decode(bytes.subarray(0, 65_536));
  if (head.includes('opendocument.spreadsheet')) return sheetDoc((sink) => walkXmlContent(bytes, sink));
  if (head.includes('opendocument.text')) return textDoc((sink) => walkXmlContent(bytes, sink));
  throw unsupported('OpenDocument 的其他文件', '请另存为文字文档或电子表格');
}

type Walk = (sink: TableSink) => OpenWalk;

function textDoc(walkWith: Walk): Promise<Doc> {
  const walk = walkWith((table, into) => into.push(textTable(table)));
  return finishFlow([...walk.blocks, ...walk.notes], 'odt', { pictures: walk.pictures }, noHints);
}

function sheetDoc(walkWith: Walk): Promise<Doc> {
  const sheets: OpenTable[] = [];
  const walk = walkWith((table) => sheets.push(table));
  const blocks = sheets.filter((sheet) => !sheet.hidden).flatMap((sheet) => sheetOf(sheet).blocks());
  return finishFlow(blocks, 'ods', { pictures: walk.pictures }, noHints);
}

function walkXmlContent(content: Uint8Array, sink: TableSink, styles?: OpenStyles): OpenWalk {
  const walk = new OpenWalk(sink, styles);
  walkXml(content, 'content.xml', openNamespaces, walk);
  return walk;
}

function walkContent(bytes: Uint8Array, sink: TableSink, format: 'odt' | 'ods'): OpenWalk {
  const archive = openArchive(bytes, mostXmlBytes);
  const manifest = archive.read('META-INF/manifest.xml');
  if (manifest && /encryption-data/.test(new TextDecoder().decode(manifest))) {
    throw encrypted('OpenDocument 文档', format);
  }
  const content = archive.read('content.xml');
  if (!content) throw damaged('OpenDocument 文档缺少 content.xml', format);
  const common = archive.read('styles.xml');
  return walkXmlContent(content, sink, common ? readCommonStyles(common) : undefined);
}

/** Widest run of equal cells that a table of text can mean; the rest only fills the page. */
const widestRun = 200;

function textTable(table: OpenTable): Table {
  const rows = table.rows.flatMap((row) => {
    const cells = row.cells
      .filter((cell) => !cell.covered)
      .flatMap(({ blocks, columns, rows: down, repeated }) => {
        const cell: Cell = { blocks, columns, rows: down };
        return Array.from({ length: Math.min(repeated, widestRun) }, () => cell);
      });
    return Array.from({ length: Math.min(row.repeated, widestRun) }, () => cells);
  });
  return { rows };
}

function sheetOf(table: OpenTable): SheetBuilder {
  const sheet = new SheetBuilder(table.name);
  let column = 0;
  for (const run of table.columns) {
    if (run.hidden) sheet.hideColumns(column, column + run.repeated);
    column += run.repeated;
  }
  let row = 0;
  for (const { cells, repeated, hidden } of table.rows) {
    const filled = cells.some((cell) => cell.blocks.length > 0);
    const times = filled ? Math.min(repeated, widestRun) : 1;
    if (hidden) sheet.hideRows(row, row + repeated);
    for (let time = 0; time < times; time++) addRow(sheet, row + time, cells);
    row += repeated;
  }
  return sheet;
}

function addRow(sheet: SheetBuilder, row: number, cells: OpenTable['rows'][number]['cells']): void {
  let column = 0;
  for (const cell of cells) {
    // Pictures lie above a sheet, not in its cells.
    const text = withoutObjects(cell.blocks.filter((block) => typeof block === 'string').join('\n'));
    const times = text === '' && !cell.bordered ? 1 : Math.min(cell.repeated, widestRun);
    for (let time = 0; time < times && !cell.covered; time++) {
      sheet.add({ row, column: column + time, text, columns: cell.columns, rows: cell.rows, bordered: cell.bordered });
    }
    column += cell.repeated;
  }
}
