/** More rows than any print of a form: there is no order to keep, and the search below is quadratic. */
const mostRows = 1000;

/**
 * Which members break the order the others keep: all outside a longest ascending chain (equal neighbours belong to it).
 * `places` are positions in the form; returns the indexes that stand out of order.
 */
export function outOfOrder(places: readonly number[]): ReadonlySet<number> {
  if (places.length > mostRows) return new Set(places.keys());
  const best: number[] = [];
  const from: number[] = [];
  let end = -1;
  for (let at = 0; at < places.length; at++) {
    best[at] = 1;
    from[at] = -1;
    for (let before = 0; before < at; before++) {
      if ((places[before] ?? 0) <= (places[at] ?? 0) && (best[before] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[before] ?? 0) + 1;
        from[at] = before;
      }
    }
    if (end < 0 || (best[at] ?? 0) > (best[end] ?? 0)) end = at;
  }
  const kept = new Set<number>();
  for (let at = end; at >= 0; at = from[at] ?? -1) kept.add(at);
  return new Set(places.map((_, at) => at).filter((at) => !kept.has(at)));
}
