import { unifiedIdeographs } from '../characters/radicals.ts';
import { superscript } from '../characters/superscript.ts';
import { separatorBetween } from '../flow/look-separator.ts';
import { byBaseline, isRaised, type Seat, withoutDoubles } from './baselines.ts';
import type { Glyph } from './glyph.ts';

/** Characters that follow each other without a gap: a word, a number, a stretch of Chinese. */
export interface Token {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  /** White or struck out. */
  readonly unlike: boolean;
}

/** Tokens on one baseline, from left to right. */
export interface TextLine {
  readonly tokens: readonly Token[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Wider gaps between characters than this share of their size are blanks. */
const gap = 0.28;
/** Chinese is set wide in headings and justified lines: 商 业 企 业. */
const chineseGap = 0.75;
/** A gap between columns, not between words. */
const columnGap = 1.6;
/** Closer than this one is drawn over the other. */
const overlap = -0.14;
/** In sizes of type: digits of one figure that are drawn one by one leave no such gap. */
const seamGap = 0.08;
/** In sizes of a digit: a smaller one beside it is no part of the same figure. And lines nearer than this, in sizes, are not wrapped. */
const smallest = 0.6;
const leastPitch = 0.8;
const digit = /\d/;
const endsInDigit = /\d$/;
const chinese = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** Join characters to tokens. `splitAt` tells where a border stands between characters that were not drawn in one go. */
export function tokensOf(glyphs: readonly Glyph[], splitAt: (left: number, right: number, y: number) => boolean): Token[] {
  const lines = byBaseline(withoutDoubles(glyphs));
  return lines.flatMap((line) => {
    const tokens: Token[] = [];
    let open: Glyph[] = [];
    for (const glyph of line) {
      const last = open.at(-1);
      const blank = glyph.text.trim() === '';
      if (last && (blank || apart(last, glyph) || (last.run !== glyph.run && splitAt(...seam(open, last, glyph), glyph.y)))) {
        tokens.push(tokenOf(open));
        open = [];
      }
      if (!blank) open.push(glyph);
    }
    if (open.length > 0) tokens.push(tokenOf(open));
    return tokens;
  });
}

/**
 * Where a border parts two characters: between them. A figure that runs over the border into its neighbour is parted from it farther
 * off: it was drawn in one go, as the neighbour was, or leaves a gap.
 */
function seam(open: readonly Glyph[], last: Glyph, next: Glyph): readonly [number, number] {
  const [left, right] = [last.x + last.width, next.x];
  const areFigures = digit.test(last.text) && digit.test(next.text);
  const isParted = right - left > seamGap * next.size || open.at(-2)?.run === last.run;
  const reach = areFigures && isParted ? next.size : 0;
  return [left - reach, right + reach];
}

function apart(last: Glyph, next: Glyph): boolean {
  if (last.unlike !== next.unlike) return true;
  const size = Math.max(last.size, next.size);
  const space = next.x - (last.x + last.width);
  if (digit.test(last.text) && digit.test(next.text) && (isOver(last, next) || areUnequal(last, next))) return true;
  return space > size * gap || space < -size;
}

/** Whether one digit is drawn over the other; a font may say that its digits are wider than they are. */
function isOver(last: Glyph, next: Glyph): boolean {
  const step = next.x - last.x;
  return last.run !== next.run && (step < last.width * 0.5 || step < Math.min(last.width, last.size * 0.5) * 0.7);
}

/** Whether one is so small beside the other, and no note, that they are no digits of one figure. */
const areUnequal = (last: Seat, next: Seat): boolean =>
  Math.min(last.size, next.size) < smallest * Math.max(last.size, next.size) && !isRaised(next, last) && !isRaised(last, next);

function tokenOf(glyphs: readonly Glyph[]): Token {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  const base = Math.max(...glyphs.map((glyph) => glyph.y));
  const shown = glyphs.map((glyph) => (isRaised(glyph, { y: base, size }) ? superscript(glyph.text) : glyph.text));
  const text = unifiedIdeographs(shown.join(''));
  return { text, left: first?.x ?? 0, right: (last?.x ?? 0) + (last?.width ?? 0), y: base, size, unlike: first?.unlike ?? false };
}

/** Tokens by line, lines from top to bottom. */
export function linesOf(tokens: readonly Token[]): TextLine[] {
  const lines: Token[][] = [];
  for (const token of [...tokens].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const base = line?.[0];
    if (line && base && Math.abs(token.y - base.y) < 0.5 * Math.min(token.size, base.size)) line.push(token);
    else lines.push([token]);
  }
  return lines.map(lineOf);
}

/** Tokens as one line, from left to right. */
export function lineOf(tokens: readonly Token[]): TextLine {
  const sorted = [...tokens].sort((a, b) => a.left - b.left);
  const size = Math.max(...sorted.map((token) => token.size));
  return {
    tokens: sorted,
    left: sorted[0]?.left ?? 0,
    right: Math.max(...sorted.map((token) => token.right)),
    y: sorted[0]?.y ?? 0,
    size,
  };
}

/** Whether a line shows columns: it has two gaps or more that no words of running text have between them. */
export const isTabular = ({ tokens }: TextLine): boolean =>
  tokens.filter((token, n) => n > 0 && token.left - (tokens[n - 1]?.right ?? 0) > columnGap * token.size).length > 1;

/** The text of a line: blanks where gaps are, two where a column ends. */
export function lineText({ tokens }: TextLine): string {
  return tokens.reduce((text, token, n) => {
    const last = tokens[n - 1];
    return last ? text + between(last, token) + shownBeside(last, token) : token.text;
  }, '');
}

/** A note that was drawn apart from its figure is raised all the same. */
const shownBeside = (last: Token, next: Token): string => (isRaised(next, last) ? superscript(next.text) : next.text);

function between(last: Token, next: Token): string {
  const space = (next.left - last.right) / Math.max(last.size, next.size);
  const isOther = last.unlike !== next.unlike || space < overlap || (endsInDigit.test(last.text) && areUnequal(last, next));
  if (isOther && space <= columnGap) return separatorBetween(last.text, next.text);
  if (space > columnGap) return '  ';
  const isChinese = chinese.test(last.text.at(-1) ?? '') && chinese.test(next.text.charAt(0));
  return space > (isChinese ? chineseGap : gap) ? ' ' : '';
}

/**
 * The text of a cell: lines joined as they were wrapped. Figures on lines of their own stay apart, unless the first fills the cell's width.
 */
export function cellText(tokens: readonly Token[], width: number): string {
  const lines = linesOf(tokens);
  return lines.reduce((text, line, n) => {
    const last = lines[n - 1];
    return last ? text + wrap(last, line, width) + lineText(line) : lineText(line);
  }, '');
}

/** A figure is wrapped where its line is full: one below that is longer shows that it was not. */
const isShorter = (last: TextLine, next: TextLine): boolean =>
  [last, next].every(isFigures) && last.right - last.left < next.right - next.left - 0.3 * next.size;

const isFigures = ({ tokens }: TextLine): boolean => tokens.every(({ text }) => /^[\d.,]+$/.test(text));

/** What stands for the end of a line inside running text or a cell of `width`. */
export function wrap(last: TextLine, next: TextLine, width: number): string {
  if (last.tokens.at(-1)?.unlike !== next.tokens[0]?.unlike)
    return separatorBetween(last.tokens.at(-1)?.text ?? '', next.tokens[0]?.text ?? '');
  const before = last.tokens.at(-1)?.text.at(-1) ?? '';
  const after = next.tokens[0]?.text.charAt(0) ?? '';
  if (!/[\w.,%+-]/.test(before) || !/[\w.,%+-]/.test(after)) return '';
  const full = last.right - last.left > width - 2.2 * last.size && next.y - last.y >= leastPitch * last.size;
  return full && !isShorter(last, next) && /\d/.test(before) && /[\d.,]/.test(after) ? '' : ' ';
}
