import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

const ascii = /^[\x20-\x7e]*$/;
/** Marks over other characters, joiners, control characters: they take no place of their own. */
const placeless = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

/** Columns a text takes on a terminal: Chinese characters two, escape codes none. */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const character of stripVTControlCharacters(text)) {
    if (!placeless.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

/** Pad to a width counted in terminal columns. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}

/** Cut to a width counted in terminal columns, with `…` where something was cut. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let [kept, used] = ['', 0];
  for (const character of text) {
    used += displayWidth(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

// Where a line may break: after a blank, and on either side of a Chinese character; closing marks stay with what they close.
const pieces = /[\p{Ps}\p{Pi}]*[\p{Script=Han}][\p{Pe}\p{Pf}、。，；：！？…]*|[^\s\p{Script=Han}]+[\p{Pe}\p{Pf}、。，；：！？…]*|\s+/gu;

/** Break one line into lines of at most `width` terminal columns; a piece that is longer stands alone. */
export function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let [current, used] = ['', 0];
  for (const piece of line.match(pieces) ?? []) {
    const size = displayWidth(piece);
    if (current && used + size > width) {
      lines.push(current.trimEnd());
      [current, used] = ['', 0];
      if (!piece.trim()) continue;
    }
    current += piece;
    used += size;
  }
  return [...lines, current.trimEnd()];
}

/** Text of a document made safe to print: control characters, which could steer a terminal, are shown as their pictures. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  text.replace(/[\x00-\x08\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0))).replace(/[\x7f-\x9f]/g, '␡');
