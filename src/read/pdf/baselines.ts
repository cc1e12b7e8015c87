import { addTo } from '../../group-by.ts';
import type { Glyph } from './glyph.ts';

/** What tells the line that a character is on. */
export type Seat = Pick<Glyph, 'y' | 'size'>;

/** Whether a character is small (in a browser five sixths) and stands above the line of another: the number of a note behind a figure. */
export const isRaised = (glyph: Seat, { y, size }: Seat): boolean => glyph.size < size * 0.87 && y - glyph.y > size * 0.15;

/** How far from a character its double stands, in sizes of type: bold is so near, a shadow no farther, and nearer than the next digit. */
const bold = 0.15;
const shadow = { size: 0.2, width: 0.4 };

/** Some writers print bold by drawing twice, a hair apart, and shadows; each character counts once. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  const place = (glyph: Glyph, dx: number, dy: number) => `${glyph.text} ${Math.floor(glyph.x / 4) + dx} ${Math.floor(glyph.y / 4) + dy}`;
  return glyphs.filter((glyph) => {
    for (let n = 0; n < 9; n++) {
      const near = seen.get(place(glyph, (n % 3) - 1, Math.floor(n / 3) - 1));
      if (near?.some((other) => isDouble(other, glyph))) return false;
    }
    addTo(seen, place(glyph, 0, 0), glyph);
    return true;
  });
}

function isDouble(other: Glyph, { x, y, size, width }: Glyph): boolean {
  return Math.hypot(other.x - x, other.y - y) < Math.max(bold * size, Math.min(shadow.size * size, shadow.width * width));
}

/** Characters by line, each from left to right; a raised note stays on the line it belongs to. */
export function byBaseline(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const { glyph, y, size } of seated(glyphs).sort((a, b) => a.y - b.y)) {
    const line = lines.slice(-4).find((other) => Math.abs(y - other.y) < 0.45 * Math.max(size, other.size));
    if (!line) lines.push({ y, size, glyphs: [glyph] });
    else {
      if (size > line.size) Object.assign(line, { y, size });
      line.glyphs.push(glyph);
    }
  }
  return lines.map((line) => line.glyphs.sort((a, b) => a.x - b.x));
}

/** Each character with its line: a raised one is on that of the character drawn before it, however near another line is. */
function seated(glyphs: readonly Glyph[]): (Seat & { readonly glyph: Glyph })[] {
  let last: Glyph | undefined;
  let seat: Seat = { y: 0, size: 0 };
  return glyphs.map((glyph) => {
    const follows = last !== undefined && Math.abs(glyph.x - last.x - last.width) < seat.size * 0.3;
    if (!follows || !isRaised(glyph, seat) || seat.y - glyph.y > seat.size) seat = glyph;
    last = glyph;
    return { glyph, y: seat.y, size: seat.size };
  });
}
