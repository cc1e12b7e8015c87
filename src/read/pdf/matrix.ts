/** An affine transformation as PDF writes it (ISO 32000-1, 8.3.3): [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [ia, ib, ic, id, ie, jf] = inner;
  return [a * ia + c * ib, b * ia + d * ib, a * ic + c * id, b * ic + d * id, a * ie + c * jf + e, b * ie + d * jf + f];
}

/** A point, or with `vector` a direction, under a transformation. */
export function apply([a, b, c, d, e, f]: Matrix, [x, y]: readonly [number, number], vector = false): readonly [number, number] {
  return [a * x + c * y + (vector ? 0 : e), b * x + d * y + (vector ? 0 : f)];
}
