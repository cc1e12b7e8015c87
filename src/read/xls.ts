import { read, utils, type WorkSheet } from '@lokalise/xlsx';
import type { Doc } from '../model.ts';
import { noHints } from '../model.ts';
import { openCompound } from './compound.ts';
import { type Block, finishFlow } from './flow.ts';
import { quietly } from './quiet.ts';
import { damaged, encrypted, unsupported } from './refusals.ts';
import { SheetBuilder } from './sheet-grid.ts';

const options = {
  type: 'array',
  dense: true,
  sheetStubs: true,
  cellStyles: true,
  cellFormula: false,
  cellHTML: false,
  sheetRows: 20_000,
} as const;

/** Read an Excel 97-2003 workbook ([MS-XLS]): the shown sheets in order, cells as shown. Throws `UnreadableError`. */
export function readXls(bytes: Uint8Array): Promise<Doc> {
  const stream = openCompound(bytes).read('Workbook');
  if (!stream) {
    throw unsupported('Excel 95 或更早的工作簿', '请用 Excel 或 WPS 另存为 .xlsx', 'xls');
  }
  const workbook = readStream(stream);
  const hidden = workbook.Workbook?.Sheets?.map((sheet) => (sheet.Hidden ?? 0) !== 0) ?? [];
  const blocks: Block[] = workbook.SheetNames.flatMap((name, n) => {
    const sheet = workbook.Sheets[name];
    return sheet && !hidden[n] ? sheetOf(name, sheet).blocks() : [];
  });
  return finishFlow(blocks, 'xls', {}, noHints);
}

/** The library gets the stream alone: its own reader of the container does not survive damaged ones. */
function readStream(stream: Uint8Array) {
  try {
    return quietly(() => read(stream, options));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password/i.test(reason)) throw encrypted('工作簿', 'xls');
    throw damaged(`工作簿无法读取（${reason.slice(0, 100)}）`, 'xls');
  }
}

function sheetOf(name: string, sheet: WorkSheet): SheetBuilder {
  const builder = new SheetBuilder(name);
  const merges = new Map((sheet['!merges'] ?? []).map(({ s, e }) => [`${s.c},${s.r}`, [e.c - s.c + 1, e.r - s.r + 1] as const]));
  sheet['!cols']?.forEach((column, at) => {
    if (column?.hidden) builder.hideColumns(at, at + 1);
  });
  const rows = sheet['!data'] ?? [];
  rows.forEach((cells, row) => {
    if (sheet['!rows']?.[row]?.hidden) return;
    cells?.forEach((cell, column) => {
      const [columns, span] = merges.get(`${column},${row}`) ?? [1, 1];
      if (cell)
        builder.add({ row, column, text: cell.t === 'z' ? '' : utils.format_cell(cell).trim(), columns, rows: span, bordered: false });
    });
  });
  return builder;
}
