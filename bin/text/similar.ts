/** Edits between two words: insert, delete, replace, swap of neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  let [before, previous, current]: [number[], number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j), []];
  for (let i = 1; i <= a.length; i++) {
    current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      current[j] = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, replace, swap);
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}

/** The names a mistyped word may have meant, the nearest of them; at most three, none when nothing is near. */
export function similar(word: string, names: Iterable<string>): string[] {
  const typed = word.toLowerCase();
  const scored = [...new Set(names)].map((name) => {
    const edits = distance(typed, name.toLowerCase());
    const inside = typed.length >= 4 && name.toLowerCase().includes(typed);
    return { name, score: inside ? Math.min(edits, 1.5) : edits };
  });
  const near = scored.filter(({ name, score }) => score <= Math.max(1, Math.floor(Math.max(name.length, typed.length) / 3)));
  const best = Math.min(...near.map(({ score }) => score));
  return near
    .filter(({ score }) => score === best)
    .map(({ name }) => name)
    .sort()
    .slice(0, 3);
}
