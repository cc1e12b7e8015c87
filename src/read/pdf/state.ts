import { type CharacterMap, isGuessed } from './character-map.ts';
import { type Box, everywhere } from './clip.ts';
import type { Matrix } from './matrix.ts';

/** What is known of a font: size of its units, whether it runs downwards. */
export interface FontMetrics {
  readonly unit: number;
  readonly vertical: boolean;
  /** Which character each code is; null where that is not known. */
  readonly map: CharacterMap | null;
}

/** The graphics and text state that characters and rules depend on (ISO 32000-1, 8.4 and 9.3). */
export interface State {
  matrix: Matrix;
  font: FontMetrics;
  size: number;
  characterSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  lineWidth: number;
  stroke: string;
  fill: string;
  /** How much ink a fill has, from 0 to 1. */
  alpha: number;
  /** What is painted at all. */
  clip: Box;
}

/** A fill with less ink is not seen. */
export const leastInk = 0.05;
/** No transformation. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0];
/** What is assumed of a font that did not load. */
export const noFont: FontMetrics = { unit: 0.001, vertical: false, map: null };
/** Whether an operand is a number. */
export const isNumber = (value: unknown): value is number => typeof value === 'number';
/** An operand that should be a number; 0 where it is none. */
export const numberAt = (args: readonly unknown[], at: number) => (isNumber(args[at]) ? args[at] : 0);

/** An operand that should be a matrix; none where it is not. */
export function matrixOf(value: unknown): Matrix {
  const [a, b, c, d, e, f] = value instanceof Float32Array || Array.isArray(value) ? [...value] : [];
  return [a, b, c, d, e, f].every(isNumber) ? ([a, b, c, d, e, f].map(Number) as unknown as Matrix) : identity;
}

/** The state at the beginning of a page. */
export const newState = (matrix: Matrix): State => ({
  matrix,
  font: noFont,
  size: 0,
  characterSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  lineWidth: 1,
  stroke: '#000000',
  fill: '#000000',
  alpha: 1,
  clip: everywhere,
});

/** A character as pdf.js gives it: its text, and its advance in units of its font. */
export interface ShownGlyph {
  readonly text: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const unmapped = '\ufffd';

/** A character whose font does not say which one it is shows as �, so that nothing is read into it. */
export function glyphOf(item: unknown, { map }: FontMetrics): ShownGlyph {
  if (typeof item !== 'object' || item === null) return { text: '', width: 0, isSpace: false };
  const { unicode, originalCharCode: code, width, isSpace } = item as Readonly<Record<string, unknown>>;
  const text = typeof unicode === 'string' ? unicode : '';
  const known = text !== '' && !/[\p{Cc}\p{Co}]/u.test(text.replace(/\s/g, '')) && !(isNumber(code) && isGuessed(text, code, map));
  return { text: known ? text : unmapped, width: isNumber(width) ? width : 0, isSpace: isSpace === true };
}
