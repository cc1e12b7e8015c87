import { append } from '../../append.ts';
import { apply, type Matrix } from './matrix.ts';

/** A straight horizontal or vertical rule of a page, in points, y downwards; `at` is its place on the other axis. */
export interface Rule {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What the graphics state adds to a path. */
export interface Pen {
  readonly matrix: Matrix;
  readonly lineWidth: number;
  readonly stroke: string;
  readonly fill: string;
  readonly alpha: number;
}

/** Codes of pdf.js for painting a path, and for the pieces of one. */
const stroking = new Set([20, 21, 24, 25, 26, 27]);
const filling = new Set([22, 23, 24, 25, 26, 27]);
const piece = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;
const numbers: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** Thicker bars are shading, shorter rules are marks; a slanted line this far off is no rule. */
const thickest = 4;
const shortest = 3;
const slant = 0.8;
/** Numbers in the path of a rectangle, and the least ink that nothing is seen through. */
const longestRectangle = 16;
const opaque = 0.95;
/** Rules of one page; more are a drawing or hostile. */
const mostRules = 40_000;

/** Whether a colour is that of paper, or nearly. */
export const isWhite = (colour: string) => /^#f[a-f]f[a-f]f[a-f]$/i.test(colour);

/** Whether a path covers what stands below it with the white of paper: a rectangle, and no rule. */
export const paintsOver = (path: Float32Array, operation: number, { fill, alpha }: Pen): boolean =>
  filling.has(operation) && isWhite(fill) && alpha > opaque && path.length <= longestRectangle;

/** Find the rules in a painted path: strokes, and bars so thin that they are drawn as rules. White ones are not seen. */
export function rulesOfPath(path: Float32Array, operation: number, pen: Pen, found: Rule[]): void {
  const strokes = stroking.has(operation) && !isWhite(pen.stroke);
  const fills = filling.has(operation) && !isWhite(pen.fill);
  if (!strokes && !fills) return;
  for (const points of outlines(path, pen.matrix)) {
    if (found.length > mostRules) return;
    const bar = fills ? thinBar(points) : null;
    if (bar) found.push(bar);
    else if (strokes) {
      for (let n = 1; n < points.length; n++) {
        const rule = straight(points[n - 1], points[n]);
        if (rule) found.push(rule);
      }
    }
  }
}

type Point = readonly [number, number];

/** The outlines of a path as points on the page; one with a curve in it is none. */
function* outlines(path: Float32Array, matrix: Matrix): Generator<Point[]> {
  let points: Point[] = [];
  let curved = false;
  for (let at = 0; at < path.length; ) {
    const kind = path[at] ?? 0;
    if (kind === piece.move) {
      if (points.length > 1 && !curved) yield points;
      points = [];
      curved = false;
    }
    if (kind === piece.move || kind === piece.line) points.push(apply(matrix, [path[at + 1] ?? 0, path[at + 2] ?? 0]));
    else if (kind === piece.close && points[0]) points.push(points[0]);
    else curved = true;
    at += 1 + (numbers[kind] ?? 0);
  }
  if (points.length > 1 && !curved) yield points;
}

function straight(start: Point | undefined, end: Point | undefined): Rule | null {
  if (!start || !end) return null;
  const width = Math.abs(end[0] - start[0]);
  const height = Math.abs(end[1] - start[1]);
  if (Math.max(width, height) < shortest || Math.min(width, height) > slant) return null;
  return rule(Math.min(start[0], end[0]), Math.min(start[1], end[1]), width, height);
}

function thinBar(points: readonly Point[]): Rule | null {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  if (Math.min(width, height) > thickest || Math.max(width, height) < shortest || Math.max(width, height) < 2 * Math.min(width, height))
    return null;
  return rule(left, top, width, height);
}

function rule(left: number, top: number, width: number, height: number): Rule {
  return width >= height
    ? { horizontal: true, at: top + height / 2, from: left, to: left + width }
    : { horizontal: false, at: left + width / 2, from: top, to: top + height };
}

/** Rules that lie on one line and touch, as dotted borders and those drawn cell by cell do, made into one. */
export function joinRules(rules: readonly Rule[], reach: number): Rule[] {
  const joined: Rule[] = [];
  for (const horizontal of [true, false]) {
    const sorted = rules.filter((one) => one.horizontal === horizontal).sort((a, b) => a.at - b.at);
    for (let from = 0; from < sorted.length; ) {
      let to = from + 1;
      while (to < sorted.length && (sorted[to]?.at ?? 0) - (sorted[from]?.at ?? 0) < reach) to++;
      append(joined, joinLine(sorted.slice(from, to), reach));
      from = to;
    }
  }
  return joined;
}

function joinLine(line: Rule[], reach: number): Rule[] {
  const at = line.reduce((sum, one) => sum + one.at, 0) / line.length;
  const joined: Rule[] = [];
  for (const { horizontal, from, to } of line.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + reach) joined[joined.length - 1] = { ...last, to: Math.max(last.to, to) };
    else joined.push({ horizontal, at, from, to });
  }
  return joined;
}
