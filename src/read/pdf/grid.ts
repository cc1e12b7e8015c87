import { addTo } from '../../group-by.ts';
import { Places } from './places.ts';
import { joinRules, type Rule } from './rules.ts';

/** A cell of a ruled table: its place on the page and the rows and columns it spans. */
export interface RuledCell {
  readonly row: number;
  readonly rows: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A table found by its rules. */
export interface RuledTable {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Left edges of the columns, and the right edge of the last. */
  readonly edges: readonly number[];
  /** Cells in reading order. */
  readonly cells: readonly RuledCell[];
  /** Cells at the bottom without their lower border, where others have theirs: the end of a page cut them, and text may go on below. */
  readonly openCells: readonly RuledCell[];
}

/** Rules nearer than this are one: double borders, borders drawn for each cell. No row is so narrow. */
const reach = 3.5;
/** No column is so narrow: a digit with air around it is wider. Borders drawn for each cell may lie so far apart. */
const columnReach = 6;
/** A column without its outer border is at least this wide; less is a rule drawn too far. */
const narrowest = 12;
/** A border counts as printed when rules cover this share of it. */
const covered = 0.6;
/** Largest grid of one page; more is a drawing. */
const mostPlaces = 20_000;
const mostCrossings = 4_000_000;

/** Find the tables of a page: rules that touch belong together; cells follow from the borders that are printed, not from blanks. */
export function ruledTables(rules: readonly Rule[]): RuledTable[] {
  return connected(joinRules(rules, reach)).flatMap((group) => {
    const table = tableOf(group);
    return table ? [table] : [];
  });
}

/** Groups of rules that cross or touch. */
function connected(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, n) => n);
  const find = (n: number): number => {
    let at = n;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? 0] ?? 0;
      at = parent[at] ?? 0;
    }
    return at;
  };
  const across = rules.map((rule, n) => ({ rule, n })).filter(({ rule }) => rule.horizontal);
  const down = rules.map((rule, n) => ({ rule, n })).filter(({ rule }) => !rule.horizontal);
  if (across.length * down.length > mostCrossings) return [];
  for (const h of across) {
    for (const v of down) {
      const meets =
        v.rule.at >= h.rule.from - reach &&
        v.rule.at <= h.rule.to + reach &&
        h.rule.at >= v.rule.from - reach &&
        h.rule.at <= v.rule.to + reach;
      if (meets) parent[find(h.n)] = find(v.n);
    }
  }
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, n) => {
    addTo(groups, find(n), rule);
  });
  return [...groups.values()];
}

const positions = (rules: readonly Rule[]): number[] => rules.map((rule) => rule.at);

function tableOf(rules: readonly Rule[]): RuledTable | null {
  const across = rules.filter((rule) => rule.horizontal);
  const down = rules.filter((rule) => !rule.horizontal);
  if (across.length < 2 || down.length < 1) return null;
  const xs = withOpenSides(distinct(positions(down), columnReach), across, narrowest);
  const ys = withOpenSides(distinct(positions(across), reach), down, 2 * reach);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 2 || rows < 1 || columns * rows > mostPlaces) return null;
  const places = new Places(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (column > 0 && !printed(down, columnReach, at(xs, column), at(ys, row), at(ys, row + 1)))
        places.merge(row, column - 1, row, column);
      if (row > 0 && !printed(across, reach, at(ys, row), at(xs, column), at(xs, column + 1))) places.merge(row - 1, column, row, column);
    }
  }
  const cells = places.rectangles().map((place) => ({
    row: place.row,
    rows: place.rows,
    left: at(xs, place.column),
    right: at(xs, place.column + place.columns),
    top: at(ys, place.row),
    bottom: at(ys, place.row + place.rows),
  }));
  if (cells.length < 2) return null;
  const openCells = openAtBottom(cells, across, at(ys, rows));
  return { left: at(xs, 0), right: at(xs, columns), top: at(ys, 0), bottom: at(ys, rows), edges: xs, cells, openCells };
}

function openAtBottom(cells: readonly RuledCell[], across: readonly Rule[], bottom: number): readonly RuledCell[] {
  const last = cells.filter((cell) => cell.bottom === bottom);
  const open = last.filter(({ left, right }) => !printed(across, reach, bottom, left, right));
  return open.length < last.length ? open : [];
}

/** Rules that reach further than the last crossing one end at a border that is not drawn: an open side, or the end of a page. */
function withOpenSides(edges: readonly number[], crossing: readonly Rule[], least: number): number[] {
  const from = Math.min(...crossing.map((rule) => rule.from));
  const to = Math.max(...crossing.map((rule) => rule.to));
  const before = from < at(edges, 0) - least ? [from] : [];
  const after = to > at(edges, edges.length - 1) + least ? [to] : [];
  return [...before, ...edges, ...after];
}

const at = (values: readonly number[], n: number) => values[n] ?? 0;

function distinct(values: readonly number[], apart: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const found: number[] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const value of sorted) {
    if (value - start < apart) continue;
    found.push(value);
    start = value;
  }
  return found;
}

/** Whether rules no farther than `near` from `place` cover the border between `from` and `to`. */
function printed(rules: readonly Rule[], near: number, place: number, from: number, to: number): boolean {
  let length = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - place) < near) length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  }
  return length >= covered * (to - from);
}
