/** The fields a text lies in (ECMA-376 17.16.18): their codes are not shown, nor the results of fields inside a code. */
export class OpenFields {
  /** Of each open field, the innermost last, whether its code is being told. */
  private readonly inCode: boolean[] = [];
  private codes = 0;

  /** Whether nothing is shown here. */
  get isCode(): boolean {
    return this.codes > 0;
  }

  /** A mark that begins a field, separates its code from its result, or ends it. */
  mark(kind: string | undefined): void {
    if (kind === 'begin') {
      this.inCode.push(true);
      this.codes++;
    } else if (kind === 'separate' || kind === 'end') {
      if (this.inCode.pop()) this.codes--;
      if (kind === 'separate') this.inCode.push(false);
    }
  }
}
