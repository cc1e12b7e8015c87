const semicolon = 0x3b;

/** The colours of a document (RTF 1.9.1, "Color Table"): which of them are white. */
export class RtfColours {
  private readonly white = new Set<number>();
  private number = 0;
  private parts = 0;

  /** A word inside the table: one of the three parts of a colour. */
  word(name: string, value: number | null): void {
    if (value === 255 && (name === 'red' || name === 'green' || name === 'blue')) this.parts++;
  }

  /** A semicolon ends a colour; the first may be empty, for that of the text. */
  byte(byte: number): void {
    if (byte !== semicolon) return;
    if (this.parts === 3) this.white.add(this.number);
    this.parts = 0;
    this.number++;
  }

  isWhite(number: number): boolean {
    return this.white.has(number);
  }
}
