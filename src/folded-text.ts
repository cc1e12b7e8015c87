import type { Line } from './model.ts';

const texts = new WeakMap<readonly Line[], string>();

/** The folded lines of a document as one text; several look through it, and it is put together once. */
export function foldedText(lines: readonly Line[]): string {
  const known = texts.get(lines);
  if (known !== undefined) return known;
  const text = lines.map(({ folded }) => folded).join('\n');
  texts.set(lines, text);
  return text;
}
