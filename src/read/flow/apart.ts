/**
 * What stands between two pieces of text that are shown in different ways: two readings and not one number. A blank is not enough
 * between digits: 12 struck out before 120 is not 12 120.
 */
export const between = (before: string, after: string): string => (/\d$/.test(before) && /^\d/.test(after) ? ' / ' : ' ');

/** Sets text that is shown in another way apart from what stands beside it: struck out, white on white, or off the line. */
export class Apart {
  private way: string | boolean = '';

  /** The next piece of text behind what is there, set apart where the way it is shown changes; '' and false are the plain way. */
  add(before: string, text: string, way: string | boolean): string {
    const changes = (way || '') !== (this.way || '');
    this.way = way;
    return changes ? between(before, text) + text : text;
  }
}
