import type { AlignedLine, Piece } from './pieces.ts';

/** How far a character is from the beginning of its line: counted in characters, or as it is shown, Chinese two columns wide. */
export type Measure = (line: string) => (at: number) => number;

/** As pdftotext and pdfplumber count. */
export const inCharacters: Measure = () => (at) => at;

/** As a terminal shows a line. */
export const inColumns: Measure = (line) => {
  const places = [0];
  for (let at = 0; at < line.length; at++) places.push((places[at] ?? 0) + (line.charCodeAt(at) > lastNarrow ? 2 : 1));
  return (at) => places[at] ?? 0;
};

/** Scripts from here on are set full width. */
const lastNarrow = 0x2e7f;

/** Share of the figures that stand below those of the row above, from which on places tell columns. */
const alignedShare = 0.85;
/** Figures of one column stand this near, by their middle, or begin or end at one place. */
const near = 1.5;

const middle = ({ from, to }: Piece) => (from + to) / 2;
const isBelow = (upper: Piece, lower: Piece) =>
  Math.abs(middle(upper) - middle(lower)) <= near || upper.from === lower.from || upper.to === lower.to;

/** Whether figures of rows of as many columns stand below one another. */
export function areAligned(rows: readonly AlignedLine[]): boolean {
  let pairs = 0;
  let below = 0;
  rows.forEach(({ figures }, n) => {
    const above = rows[n - 1]?.figures ?? [];
    if (above.length !== figures.length) return;
    pairs += figures.length;
    below += figures.filter((one, column) => isBelow(above[column] ?? one, one)).length;
  });
  return pairs > 0 && below >= alignedShare * pairs;
}
