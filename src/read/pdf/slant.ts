import type { Glyph } from './glyph.ts';
import { type Matrix, multiply } from './matrix.ts';

/** In degrees: a page that stands farther askew is no page put in crookedly, and one that stands less is upright. */
const most = 3;
const least = 0.1;

/** By how many degrees most characters of a page stand askew, as those of a page do that was put in crookedly; 0 where they do not. */
export function slantOf(glyphs: readonly Glyph[]): number {
  const slants = glyphs.map(({ turn }) => turn - Math.round(turn / 90) * 90).sort((a, b) => a - b);
  const middle = slants[slants.length >> 1] ?? 0;
  return Math.abs(middle) >= least && Math.abs(middle) <= most ? middle : 0;
}

/** A page turned about its middle, so that what stands askew by some degrees is upright. */
export function straightened(page: Matrix, degrees: number, width: number, height: number): Matrix {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [x, y] = [width / 2, height / 2];
  return multiply([cosine, -sine, sine, cosine, x - cosine * x - sine * y, y + sine * x - cosine * y], page);
}
