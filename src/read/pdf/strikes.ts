import type { Glyph } from './glyph.ts';
import { joinRules, type Rule } from './rules.ts';

/** In sizes of type above the baseline: where a rule runs through characters; an underline and a border lie elsewhere. */
const lowest = 0.15;
const highest = 0.5;
/** More rules at one height are a drawing. */
const mostAtOnce = 64;

/** Characters with those marked that a rule strikes out. */
export function withStrikes(glyphs: readonly Glyph[], rules: readonly Rule[]): readonly Glyph[] {
  const lines = joinRules(
    rules.filter(({ horizontal }) => horizontal),
    1,
  ).sort((a, b) => a.at - b.at);
  if (lines.length === 0) return glyphs;
  return glyphs.map((glyph) => (isStruck(glyph, lines) ? { ...glyph, unlike: true } : glyph));
}

function isStruck({ x, y, width, size }: Glyph, lines: readonly Rule[]): boolean {
  const first = firstBelow(lines, y - highest * size);
  const middle = x + width / 2;
  for (const line of lines.slice(first, first + mostAtOnce)) {
    if (line.at > y - lowest * size) return false;
    if (line.from < middle && line.to > middle) return true;
  }
  return false;
}

function firstBelow(lines: readonly Rule[], height: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const between = (low + high) >> 1;
    if ((lines[between]?.at ?? 0) < height) low = between + 1;
    else high = between;
  }
  return low;
}
