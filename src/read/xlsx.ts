import { append } from '../append.ts';
import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { openArchive } from './container/archive.ts';
import { partName, readRelations } from './container/relations.ts';
import { type Block, finishFlow } from './flow/flow.ts';
import { mostXmlBytes } from './limits.ts';
import { unsupported } from './refusals.ts';
import { SheetWalk } from './xlsx/sheet.ts';
import { readSharedStrings, readSheetStyles, readWorkbook, sheetNamespaces } from './xlsx/styles.ts';
import { walkXml } from './xml.ts';

/**
 * Read a workbook (ECMA-376 SpreadsheetML): the shown sheets in order, cells as shown, hidden rows, columns and sheets left out.
 * Throws `UnreadableError`.
 */
export function readXlsx(bytes: Uint8Array): Promise<Doc> {
  const archive = openArchive(bytes, mostXmlBytes);
  const part = (name: string) => archive.read(name);
  const workbookPart = part('xl/workbook.xml');
  if (!workbookPart) {
    throw unsupported('二进制工作簿（.xlsb）', '请用 Excel 或 WPS 另存为 .xlsx', 'xlsx');
  }
  const { sheets, date1904, uncomputed } = readWorkbook(workbookPart);
  const relations = part('xl/_rels/workbook.xml.rels');
  const targets = relations ? readRelations(relations) : new Map<string, string>();
  const strings = part('xl/sharedStrings.xml');
  const styles = part('xl/styles.xml');
  const context = {
    strings: strings ? readSharedStrings(strings) : [],
    styles: styles ? readSheetStyles(styles) : [],
    date1904,
    uncomputed,
  };
  const blocks: Block[] = [];
  const shown = new Set<string>();
  sheets.forEach((sheet, n) => {
    const name = partName('xl/', targets.get(sheet.relation) ?? `worksheets/sheet${n + 1}.xml`);
    if (sheet.hidden || shown.has(name)) return;
    // A part is one sheet; a damaged workbook may name it a thousand times.
    shown.add(name);
    const content = part(name);
    if (!content) return;
    const walk = new SheetWalk(sheet.name, context);
    walkXml(content, name, sheetNamespaces, walk);
    append(blocks, walk.finish().blocks());
  });
  const pictures = archive.entries.filter((entry) => entry.name.startsWith('xl/media/')).length;
  return finishFlow(blocks, 'xlsx', { pictures }, noHints);
}
