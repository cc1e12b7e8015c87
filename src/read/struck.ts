/** Sets what is struck out apart from what replaced it: they are two readings and not one number (13 struck out before 15 is not 1315). */
export class Struck {
  private before = false;

  /** The next piece of text, with a blank before it where striking out begins or ends. */
  apart(text: string, isStruck: boolean): string {
    const changes = isStruck !== this.before;
    this.before = isStruck;
    return changes ? ` ${text}` : text;
  }
}
