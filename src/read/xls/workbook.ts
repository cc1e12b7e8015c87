import { superscript } from '../characters/superscript.ts';
import { LookSeparator } from '../flow/look-separator.ts';
import { encrypted } from '../refusals.ts';
import type { CellStyle } from '../xlsx/styles.ts';
import { type BiffRecord, BiffTexts, recordType } from './biff.ts';

/** What all sheets of a workbook share ([MS-XLS] 2.1.7.20.3, the globals): told before the first sheet. */
export class XlsWorkbook {
  /** Names of the sheets that show cells, by the places in the stream where their parts begin. */
  readonly sheets = new Map<number, string>();
  readonly strings: string[] = [];
  date1904 = false;
  private readonly fonts: { readonly isRaised: boolean; readonly isStruck: boolean }[] = [];
  private readonly formats = new Map<number, string>();
  private readonly looks: { readonly format: number; readonly bordered: boolean }[] = [];

  /** Take up one record of the globals. Throws `UnreadableError` for a workbook with a password. */
  hear(record: BiffRecord): void {
    const { type, data } = record;
    if (type === recordType.filePass) throw encrypted('工作簿', 'xls');
    else if (type === recordType.date1904) this.date1904 = data.u16(0) === 1;
    else if (type === recordType.sheet) this.addSheet(record);
    else if (type === recordType.font) this.fonts.push({ isRaised: data.u16(8) === 1, isStruck: (data.u16(2) & 8) !== 0 });
    else if (type === recordType.format) this.formats.set(data.u16(0), plainText(new BiffTexts(record, 2)));
    else if (type === recordType.style) this.looks.push({ format: data.u16(2), bordered: data.u16(10) !== 0 });
    else if (type === recordType.sharedStrings) this.addStrings(new BiffTexts(record, 8));
  }

  /** How the cells of a style are shown. */
  styleOf(index: number): CellStyle | undefined {
    const look = this.looks[index];
    return look && { format: this.formats.get(look.format) ?? look.format, bordered: look.bordered };
  }

  /** A text with the runs of its fonts, which stand behind it ([MS-XLS] 2.5.129): raised digits as such, struck ones apart. */
  withRuns(text: string, runs: number, texts: BiffTexts): string {
    const separator = new LookSeparator();
    let shown = '';
    let from = 0;
    let font: XlsWorkbook['fonts'][number] | undefined;
    const add = (to: number) => {
      const part = text.slice(from, to);
      if (part !== '') shown += separator.add(shown, font?.isRaised ? superscript(part) : part, font?.isStruck ?? false);
      from = Math.max(from, to);
    };
    for (let n = 0; n < runs; n++) {
      add(texts.u16());
      font = this.fontOf(texts.u16());
    }
    add(text.length);
    return shown;
  }

  /** No font has the number 4 ([MS-XLS] 2.5.129). */
  private fontOf(number: number) {
    return this.fonts[number < 4 ? number : number - 1];
  }

  /** Only worksheets show cells, no charts and macros; a state other than 0 hides the sheet. */
  private addSheet(record: BiffRecord): void {
    const { data } = record;
    const texts = new BiffTexts(record, 6);
    const length = texts.u8();
    const name = texts.characters(length, (texts.u8() & 1) === 1);
    if ((data.u8(4) & 3) === 0 && data.u8(5) === 0) this.sheets.set(data.u32(0), name);
  }

  private addStrings(texts: BiffTexts): void {
    while (!texts.isAtEnd) this.strings.push(this.sharedString(texts));
  }

  /** A text with its runs of fonts and, behind them, phonetic guides, which are left out. */
  private sharedString(texts: BiffTexts): string {
    const length = texts.u16();
    const flags = texts.u8();
    const runs = (flags & 8) === 0 ? 0 : texts.u16();
    const extra = (flags & 4) === 0 ? 0 : texts.u32();
    const text = this.withRuns(texts.characters(length, (flags & 1) === 1), runs, texts);
    texts.skip(extra);
    return text;
  }
}

/** A text with its length before it. */
export function plainText(texts: BiffTexts): string {
  const length = texts.u16();
  return texts.characters(length, (texts.u8() & 1) === 1);
}
