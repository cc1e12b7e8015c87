/**
 * What stands between two pieces of text that are shown in different ways: two readings and not one number. A blank is not enough
 * between digits: 12 struck out before 120 is not 12 120.
 */
export const separatorBetween = (before: string, after: string): string => (/\d$/.test(before) && /^\d/.test(after) ? ' / ' : ' ');

/** Puts a separator where the look of text changes: struck out, white on white, or off the line. */
export class LookSeparator {
  private look: string | boolean = '';

  /** The next piece of text, with a separator in front where its look differs from that of the piece before; '' and false are the plain look. */
  add(before: string, text: string, look: string | boolean): string {
    const changes = (look || '') !== (this.look || '');
    this.look = look;
    return changes ? separatorBetween(before, text) + text : text;
  }
}
