import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { openCompound } from './container/compound.ts';
import { finishFlow } from './flow/flow.ts';
import { damaged, unsupported } from './refusals.ts';
import { biffRecords, recordType } from './xls/biff.ts';
import { XlsSheet } from './xls/sheet.ts';
import { XlsWorkbook } from './xls/workbook.ts';

/** What the first record of a part says of its version since Excel 97 ([MS-XLS] 2.4.21). */
const excel97 = 0x0600;

/** Read an Excel 97-2003 workbook ([MS-XLS]): the shown sheets in order, cells as shown. Throws `UnreadableError`. */
export function readXls(bytes: Uint8Array): Promise<Doc> {
  const stream = openCompound(bytes).read('Workbook');
  if (!stream) throw tooOld();
  return finishFlow(
    readSheets(stream).flatMap((sheet) => sheet.finish().blocks()),
    'xls',
    {},
    noHints,
  );
}

const tooOld = () => unsupported('Excel 95 或更早的工作簿', '请用 Excel 或 WPS 另存为 .xlsx', 'xls');

/** The shown sheets of a stream: first comes what all share, then each by its place; a chart lies inside its sheet's part. */
function readSheets(stream: Uint8Array): readonly XlsSheet[] {
  const workbook = new XlsWorkbook();
  const sheets = new Map<number, XlsSheet>();
  let part: XlsWorkbook | XlsSheet | undefined = workbook;
  let depth = 0;
  for (const record of biffRecords(stream)) {
    const name = workbook.sheets.get(record.at);
    if (name !== undefined) {
      part = new XlsSheet(name, workbook);
      sheets.set(record.at, part);
      // Its place counts more than the end of the part before, which damage may have hidden.
      depth = 0;
    } else if (depth === 0 && record.at > 0) part = undefined;
    if (record.type === recordType.beginOfPart) {
      if (record.at === 0 && record.data.u16(0) !== excel97) throw tooOld();
      depth++;
    } else if (depth === 0) break;
    else if (record.type === recordType.endOfPart) depth--;
    else if (depth === 1) part?.hear(record);
  }
  if (sheets.size === 0 || sheets.size < workbook.sheets.size) throw damaged('工作簿缺少工作表', 'xls');
  return [...workbook.sheets.keys()].flatMap((at) => sheets.get(at) ?? []);
}
