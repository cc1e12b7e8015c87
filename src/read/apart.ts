/**
 * Sets text that is shown in another way apart from what stands beside it: struck out, white on white, or off the line.
 * They are two readings and not one number (13 struck out before 15 is not 1315).
 */
export class Apart {
  private before: string | boolean = '';

  /** The next piece of text, with a blank before it where the way it is shown changes; '' and false are the plain way. */
  add(text: string, way: string | boolean): string {
    const changes = (way || '') !== (this.before || '');
    this.before = way;
    return changes ? ` ${text}` : text;
  }
}
