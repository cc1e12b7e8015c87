import type { ByteView } from '../container/byte-view.ts';
import { type Place, SheetCells } from '../sheet/cells.ts';
import { shownNumber } from '../sheet/format.ts';
import type { SheetBuilder } from '../sheet/grid.ts';
import { type BiffRecord, BiffTexts, recordType } from './biff.ts';
import { plainText, type XlsWorkbook } from './workbook.ts';

/** What a cell shows instead of a value it could not compute ([MS-XLS] 2.5.10). */
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

interface Target extends Place {
  readonly style: number;
}

/** Hears the records of a worksheet ([MS-XLS] 2.1.7.20.5) and gives its cells as shown: of formulas the value they had when saved. */
export class XlsSheet {
  private readonly workbook: XlsWorkbook;
  private readonly cells: SheetCells;
  private showZeros = true;
  /** The cell whose formula gives a text, which comes in a record of its own. */
  private waiting: Target | null = null;

  constructor(name: string, workbook: XlsWorkbook) {
    this.cells = new SheetCells(name);
    this.workbook = workbook;
  }

  hear(record: BiffRecord): void {
    const { type, data } = record;
    if (type === recordType.row) this.hearRow(data);
    else if (type === recordType.columns) this.hearColumns(data);
    else if (type === recordType.merges) this.hearMerges(data);
    else if (type === recordType.window) this.showZeros = (data.u16(0) & 0x10) !== 0;
    else if (type === recordType.formulaText) this.hearFormulaText(record);
    else this.hearCell(record);
  }

  finish(): SheetBuilder {
    return this.cells.finish();
  }

  private hearCell(record: BiffRecord): void {
    const { type, data } = record;
    if (type === recordType.number) this.addNumber(targetOf(data), data.f64(6));
    else if (type === recordType.shortNumber) this.addNumber(targetOf(data), shortNumber(data.u32(6)));
    else if (type === recordType.numbers) this.hearNumbers(data);
    else if (type === recordType.blank) this.add(targetOf(data), '');
    else if (type === recordType.blanks) this.hearBlanks(data);
    else if (type === recordType.sharedLabel) this.add(targetOf(data), this.workbook.strings[data.u32(6)] ?? '');
    else if (type === recordType.label) this.add(targetOf(data), plainText(new BiffTexts(record, 6)));
    else if (type === recordType.richLabel) this.hearRichLabel(record);
    else if (type === recordType.truth) this.add(targetOf(data), truthOrError(data.u8(7) === 1, data.u8(6)));
    else if (type === recordType.formula) this.hearFormula(data);
  }

  private add(target: Target, text: string): void {
    const bordered = this.workbook.styleOf(target.style)?.bordered ?? false;
    this.cells.add({ row: target.row, column: target.column, text: text.trim() || text, bordered });
  }

  private addNumber(target: Target, value: number): void {
    const isHidden = value === 0 && !this.showZeros;
    const { format = 0 } = this.workbook.styleOf(target.style) ?? {};
    this.add(target, isHidden ? '' : shownNumber(value, format, this.workbook.date1904));
  }

  /** Numbers side by side; the number of the last column behind them only repeats how many there are. */
  private hearNumbers(data: ByteView): void {
    for (let at = 4, column = data.u16(2); at + 6 < data.length; at += 6, column++) {
      this.addNumber({ row: data.u16(0), column, style: data.u16(at) }, shortNumber(data.u32(at + 2)));
    }
  }

  private hearBlanks(data: ByteView): void {
    for (let at = 4, column = data.u16(2); at + 2 < data.length; at += 2, column++) {
      this.add({ row: data.u16(0), column, style: data.u16(at) }, '');
    }
  }

  private hearRichLabel(record: BiffRecord): void {
    const texts = new BiffTexts(record, 6);
    const text = plainText(texts);
    this.add(targetOf(record.data), this.workbook.withRuns(text, texts.u16(), texts));
  }

  /** The value a formula had; the formula behind it is not read ([MS-XLS] 2.5.133). */
  private hearFormula(data: ByteView): void {
    const target = targetOf(data);
    const kind = data.u16(12) === 0xffff ? data.u8(6) : null;
    this.waiting = kind === 0 ? target : null;
    if (kind === null) this.addNumber(target, data.f64(6));
    else if (kind === 1 || kind === 2) this.add(target, truthOrError(kind === 2, data.u8(8)));
    else if (kind === 3) this.add(target, '');
  }

  private hearFormulaText(record: BiffRecord): void {
    if (this.waiting) this.add(this.waiting, plainText(new BiffTexts(record, 0)));
    this.waiting = null;
  }

  private hearRow(data: ByteView): void {
    if ((data.u16(12) & 0x20) !== 0) this.cells.sheet.hideRows(data.u16(0), data.u16(0) + 1);
  }

  private hearColumns(data: ByteView): void {
    if ((data.u16(8) & 1) === 1 || data.u16(4) === 0) this.cells.sheet.hideColumns(data.u16(0), data.u16(2) + 1);
  }

  private hearMerges(data: ByteView): void {
    for (let at = 2, left = data.u16(0); left > 0; at += 8, left--) {
      this.cells.merge({ row: data.u16(at), column: data.u16(at + 4) }, { row: data.u16(at + 2), column: data.u16(at + 6) });
    }
  }
}

const targetOf = (data: ByteView): Target => ({ row: data.u16(0), column: data.u16(2), style: data.u16(4) });

const truthOrError = (isError: boolean, value: number): string => (isError ? (errors[value] ?? '#N/A') : value === 1 ? 'TRUE' : 'FALSE');

/** A number in four bytes: the upper bits of a float or a whole number, maybe of hundredths ([MS-XLS] 2.5.217). */
function shortNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, bits & ~3);
  const value = (bits & 2) === 0 ? view.getFloat64(0) : (bits | 0) >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}
