/** How many ways (counted to two) digits can be cut into `parts` numbers whose sum is the last number. */
export function sumReadings(pieces: readonly string[], parts: number): number {
  const digits = pieces.join('');
  const borders = new Set<number>();
  let end = 0;
  for (const piece of pieces.slice(0, -1)) {
    end += piece.length;
    borders.add(end);
  }
  const isNumber = (from: number, to: number) => {
    if (to <= from || (to - from > 1 && digits[from] === '0')) return false;
    for (let at = from + 1; at < to; at++) if (borders.has(at)) return false;
    return true;
  };
  let ways = 0;
  for (let start = parts - 1; start < digits.length && ways < 2; start++) {
    if (isNumber(start, digits.length)) ways += partitions(digits, isNumber, start, parts - 1, Number(digits.slice(start)));
  }
  return Math.min(ways, 2);
}

/** Ways, counted to two, to cut digits[0, end) into `parts` numbers that add up to `sum`. */
function partitions(digits: string, isNumber: (from: number, to: number) => boolean, end: number, parts: number, sum: number): number {
  const known = new Map<string, number>();
  const count = (from: number, left: number, rest: number): number => {
    if (left === 0) return from === end && rest === 0 ? 1 : 0;
    const key = `${from},${left},${rest}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let ways = 0;
    for (let to = from + 1; to <= end - left + 1 && ways < 2; to++) {
      const part = Number(digits.slice(from, to));
      if (part > rest) break;
      if (isNumber(from, to)) ways += count(to, left - 1, rest - part);
    }
    known.set(key, ways);
    return ways;
  };
  return count(0, parts, sum);
}
