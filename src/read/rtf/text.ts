/** Code pages of font character sets ([MS-RTF] \fcharset) and of \ansicpg. */
const charsets: Readonly<Record<number, string>> = { 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5' };
const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Encoding of a font by its character set; undefined where the document's own applies. */
export const encodingOfCharset = (charset: number): string | undefined => charsets[charset];
/** Encoding of a code page; Western where unknown. */
export const encodingOfCodePage = (codePage: number): string => codePages[codePage] ?? 'windows-1252';

const doubleByte = new Set(['gb18030', 'big5', 'shift_jis', 'euc-kr']);

/** Gathers bytes of text that belong to one encoding, since a character may come in two tokens. */
export class RtfBytes {
  private bytes: number[] = [];
  private encoding = '';
  private half = false;

  /** Whether the next byte, even a letter, completes a character. */
  get incomplete(): boolean {
    return this.half;
  }

  /** Add a byte; returns the text of the bytes before, when the encoding changes. */
  add(byte: number, encoding: string): string {
    const before = encoding === this.encoding || this.half ? '' : this.flush();
    if (before !== '' || this.bytes.length === 0) this.encoding = encoding;
    this.bytes.push(byte);
    this.half = !this.half && byte > 0x80 && byte < 0xff && doubleByte.has(this.encoding);
    return before;
  }

  /** The text of the bytes so far. */
  flush(): string {
    if (this.bytes.length === 0) return '';
    const text = new TextDecoder(this.encoding).decode(Uint8Array.from(this.bytes));
    this.bytes = [];
    this.half = false;
    return text;
  }
}
