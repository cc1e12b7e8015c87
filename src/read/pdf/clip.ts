import type { Glyph } from './glyph.ts';
import { apply, type Matrix } from './matrix.ts';
import type { Rule } from './rules.ts';

/** A part of a page by its edges, in points, y downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** No path clips what is painted. */
export const everywhere: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** The box around a path whose corners pdf.js tells; null where it tells none. */
export function boxAround(matrix: Matrix, corners: unknown): Box | null {
  const [x1, y1, x2, y2] = corners instanceof Float32Array || Array.isArray(corners) ? [...corners].map(Number) : [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  const points = [apply(matrix, [x1, y1]), apply(matrix, [x2, y1]), apply(matrix, [x1, y2]), apply(matrix, [x2, y2])];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  return Object.values(box).every(Number.isFinite) ? box : null;
}

/** What two boxes have in common. */
export const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** Whether the middle of a character stands in a box; of one that is turned, its beginning, or near it. */
export function stands({ x, y, width, size, turn }: Pick<Glyph, 'x' | 'y' | 'width' | 'size' | 'turn'>, box: Box): boolean {
  const isUpright = turn === 0;
  const across = isUpright ? x + width / 2 : x;
  const up = isUpright ? y - size * 0.35 : y;
  const reach = isUpright ? 0.5 : size;
  return across > box.left - reach && across < box.right + reach && up > box.top - reach && up < box.bottom + reach;
}

/** Cut what was painted from the `first` rule on to the part of it that a box shows. */
export function clipRules(rules: Rule[], first: number, box: Box): void {
  if (box === everywhere) return;
  for (const rule of rules.splice(first)) {
    const [least, most, near, far] = rule.horizontal
      ? [box.left, box.right, box.top, box.bottom]
      : [box.top, box.bottom, box.left, box.right];
    const shown = { ...rule, from: Math.max(rule.from, least), to: Math.min(rule.to, most) };
    if (shown.to > shown.from && rule.at > near - 1 && rule.at < far + 1) rules.push(shown);
  }
}

/** What is painted over white is drawn anew beside it, if at all. */
export function paintOver(glyphs: Glyph[], painted: Box): void {
  for (let n = 0; n < glyphs.length; n++) {
    const glyph = glyphs[n];
    if (glyph && !glyph.unlike && stands(glyph, painted)) glyphs[n] = { ...glyph, unlike: true };
  }
}
