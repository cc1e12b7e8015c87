/** Repeatable random numbers: the same seed gives the same sequence on every machine and Node version. */
export interface Random {
  /** A float in [0, 1). */
  next(): number;
  /** An integer in [low, high], both ends included. */
  int(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One item of a list that has at least one. */
  pick<T>(items: readonly [T, ...T[]]): T;
  /** A list in another order. */
  shuffle<T>(items: readonly T[]): T[];
  /** An integer spread over orders of magnitude: most are small, a few are near `high`. */
  skewed(low: number, high: number): number;
}

/** One step of splitmix32: spreads neighbouring seeds far apart. */
function splitmix(state: number): number {
  let z = (state + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

/** A generator (xoshiro128**) for a seed; `stream` gives independent sequences for one seed. */
export function createRandom(seed: number, stream = ''): Random {
  let mixed = splitmix(seed | 0);
  for (const character of stream) mixed = splitmix(mixed ^ (character.codePointAt(0) ?? 0));
  let [a, b, c, d] = [splitmix(mixed), splitmix(mixed + 1), splitmix(mixed + 2), splitmix(mixed + 3)];
  const next = (): number => {
    const x = Math.imul(b, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return (result >>> 0) / 0x1_0000_0000;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    shuffle: (items) => {
      const shuffled = items.map((item) => ({ item, key: next() }));
      return shuffled.sort((x, y) => x.key - y.key).map(({ item }) => item);
    },
    skewed: (low, high) => Math.min(high, Math.floor(low + (high - low + 1) * next() ** 4)),
  };
}
