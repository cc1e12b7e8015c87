import { openTables } from './columns.ts';
import { filledTables } from './filled.ts';
import { isAtEdge } from './furniture.ts';
import type { Glyph, PageContent } from './glyph.ts';
import { ruledTables } from './grid.ts';
import { headedTables } from './headed.ts';
import type { Columns } from './headed-cells.ts';
import { rowsJoined } from './open-lines.ts';
import { joinRules, type Rule } from './rules.ts';
import { withStrikes } from './strikes.ts';
import { linesOf, lineText, type TextLine, tokensOf } from './text.ts';

/** A line of running text on a page. */
export interface PageLine {
  readonly kind: 'line';
  readonly text: string;
  readonly line: TextLine;
  readonly top: number;
}

/** A cell of a table on a page, by its edges. */
export interface PageCell {
  readonly row: number;
  readonly rows: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
}

/** A table on a page, or what of it is on the page. */
export interface PageTable {
  readonly kind: 'table';
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  readonly cells: readonly PageCell[];
}

/** What a page shows, from top to bottom. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly elements: readonly (PageLine | PageTable)[];
  /** The columns of a table without rules that the end of the page may have cut. */
  readonly cut?: Columns | null;
}

/** Put a page together: its tables by their rules, the characters in their cells, the rest in lines. */
export function layOutPage(drawn: PageContent, drawnWidth: number, drawnHeight: number, cut: Columns | null = null): Page {
  const { glyphs, rules, width, height } = upright(withinPage(drawn, drawnWidth, drawnHeight), drawnWidth, drawnHeight);
  const tables = ruledTables(rules);
  const tokens = tokensOf(withStrikes(glyphs, rules), borderFinder(rules));
  const { tables: found, rest: outside } = filledTables(tables, tokens);
  const { tables: open, rest: unruled } = openTables(rowsJoined(linesOf(outside)), rules);
  const { tables: headed, rest, open: cutBelow } = headedTables(unruled, cut, (line) => isAtEdge(line, height));
  const lines = rest.map((line): PageLine => ({ kind: 'line', text: lineText(line), line, top: line.y - line.size }));
  const elements = [...lines, ...open, ...headed, ...found].sort((a, b) => a.top - b.top);
  return { width, height, elements, cut: cutBelow };
}

/** Tells whether a printed border runs between two characters. */
function borderFinder(rules: readonly Rule[]): (left: number, right: number, y: number) => boolean {
  const borders = joinRules(rules, 2)
    .filter((rule) => !rule.horizontal && rule.to - rule.from > 6)
    .sort((a, b) => a.at - b.at);
  return (left, right, y) => {
    let low = 0;
    let high = borders.length;
    while (low < high) {
      const between = (low + high) >> 1;
      if ((borders[between]?.at ?? 0) < left - 0.6) low = between + 1;
      else high = between;
    }
    for (let n = low; n < borders.length; n++) {
      const border = borders[n];
      if (!border || border.at > right + 0.6) return false;
      if (border.from < y - 2 && border.to > y - 2) return true;
    }
    return false;
  };
}

/** Some writers draw the whole document on every page; what lies outside the page is not shown. */
function withinPage({ glyphs, rules }: PageContent, width: number, height: number): PageContent {
  const cut = (rule: Rule): Rule => ({ ...rule, from: Math.max(0, rule.from), to: Math.min(rule.horizontal ? width : height, rule.to) });
  return {
    glyphs: glyphs.filter(({ x, y }) => x > -1 && x < width + 1 && y > 0 && y < height + 1),
    rules: rules.map(cut).filter((rule) => rule.to > rule.from && rule.at > -1 && rule.at < (rule.horizontal ? height : width) + 1),
  };
}

/** A page whose text runs sideways, as wide tables do, turned so that it reads from left to right; slanted marks are left out. */
function upright({ glyphs, rules }: PageContent, width: number, height: number) {
  const quarters = [0, 0, 0, 0];
  for (const glyph of glyphs) {
    const quarter = quarterOf(glyph);
    if (quarter !== null) quarters[quarter] = (quarters[quarter] ?? 0) + 1;
  }
  const turn = quarters.indexOf(Math.max(...quarters));
  const kept = glyphs.filter((glyph) => quarterOf(glyph) === turn);
  if (turn === 0) return { glyphs: kept, rules, width, height };
  const place = (x: number, y: number): readonly [number, number] =>
    turn === 1 ? [y, width - x] : turn === 2 ? [width - x, height - y] : [height - y, x];
  const turned = kept.map((glyph): Glyph => {
    const [x, y] = place(glyph.x, glyph.y);
    return { ...glyph, x, y };
  });
  const turnedRules = rules.map(({ horizontal, at, from, to }): Rule => {
    const [x1, y1] = horizontal ? place(from, at) : place(at, from);
    const [x2, y2] = horizontal ? place(to, at) : place(at, to);
    const across = (turn === 2) === horizontal;
    return across
      ? { horizontal: true, at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) }
      : { horizontal: false, at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) };
  });
  return { glyphs: turned, rules: turnedRules, width: turn === 2 ? width : height, height: turn === 2 ? height : width };
}

/** Quarter turns of a character, null for a slanted one. */
function quarterOf({ turn }: Glyph): number | null {
  const quarter = Math.round(turn / 90) % 4;
  return Math.abs(turn - Math.round(turn / 90) * 90) <= 3 ? quarter : null;
}
