import { ByteView } from '../container/byte-view.ts';
import { damaged } from '../refusals.ts';

/** Records of an Excel 97-2003 workbook that tell what its sheets show ([MS-XLS] 2.3.2). */
export const recordType = {
  formula: 0x0006,
  endOfPart: 0x000a,
  date1904: 0x0022,
  font: 0x0031,
  continued: 0x003c,
  filePass: 0x002f,
  columns: 0x007d,
  sheet: 0x0085,
  numbers: 0x00bd,
  blanks: 0x00be,
  richLabel: 0x00d6,
  style: 0x00e0,
  merges: 0x00e5,
  sharedStrings: 0x00fc,
  sharedLabel: 0x00fd,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  truth: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  window: 0x023e,
  shortNumber: 0x027e,
  format: 0x041e,
  beginOfPart: 0x0809,
} as const;

/** A record: its place in the stream, its data, and the data of the records that continue it. */
export interface BiffRecord {
  readonly at: number;
  readonly type: number;
  readonly data: ByteView;
  readonly more: readonly ByteView[];
}

/** The records of a stream one after another. Throws `UnreadableError` where one goes on behind the end. */
export function* biffRecords(stream: Uint8Array): Generator<BiffRecord> {
  const view = new ByteView(stream);
  const dataAt = (at: number) => view.part(at + 4, view.u16(at + 2));
  let at = 0;
  while (at + 4 <= view.length) {
    const record = { at, type: view.u16(at), data: dataAt(at) };
    at += 4 + record.data.length;
    const more: ByteView[] = [];
    for (; at + 4 <= view.length && view.u16(at) === recordType.continued; at += 4 + dataAt(at).length) more.push(dataAt(at));
    yield { ...record, more };
  }
}

/** Reads the texts of a record, also those that its continuing records go on with ([MS-XLS] 2.5.293, 2.5.294, 2.5.240). */
export class BiffTexts {
  private readonly parts: readonly ByteView[];
  private part = 0;
  private at: number;

  constructor({ data, more }: BiffRecord, from: number) {
    this.parts = [data, ...more];
    this.at = from;
  }

  get isAtEnd(): boolean {
    return this.left() === 0 && this.part >= this.parts.length - 1;
  }

  u8(): number {
    return this.take(1).u8(0);
  }

  u16(): number {
    return this.take(2).u16(0);
  }

  u32(): number {
    return this.take(4).u32(0);
  }

  /** So many characters of one byte or two. Each part of the text says anew how wide it is. */
  characters(count: number, isWide: boolean): string {
    let text = '';
    for (let wide = isWide; text.length < count; ) {
      if (this.left() === 0) wide = (this.u8() & 1) === 1;
      const width = wide ? 2 : 1;
      const taken = this.take(Math.min((count - text.length) * width, Math.max(width, this.left() - (this.left() % width))));
      for (let n = 0; n < taken.length; n += width) text += String.fromCharCode(wide ? taken.u16(n) : taken.u8(n));
    }
    return text;
  }

  skip(bytes: number): void {
    for (let rest = bytes; rest > 0; ) rest -= this.take(Math.min(rest, Math.max(1, this.left()))).length;
  }

  private left(): number {
    return (this.parts[this.part]?.length ?? 0) - this.at;
  }

  /** The next bytes, in one piece; a field is never cut in two. */
  private take(length: number): ByteView {
    while (this.left() <= 0 && this.part < this.parts.length - 1) {
      this.part++;
      this.at = 0;
    }
    const part = this.parts[this.part];
    if (!part) throw damaged('工作簿的文字被截断', 'xls');
    this.at += length;
    return part.part(this.at - length, length);
  }
}
