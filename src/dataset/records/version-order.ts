/** A parser version in parts: numbers, then the mark of a development build (`0.3.0-dev.1a2b3c4`). */
function partsOf(version: string): { readonly numbers: readonly number[]; readonly mark: string | null } {
  const [numbers = '', ...mark] = version.split('-');
  return { numbers: numbers.split('.').map(Number), mark: mark.length > 0 ? mark.join('-') : null };
}

/** Order of parser versions (contract 6): by number, a development build before the version it leads to. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [partsOf(left), partsOf(right)];
  for (const at of [0, 1, 2]) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.mark === b.mark) return 0;
  if (a.mark === null || b.mark === null) return a.mark === null ? 1 : -1;
  return a.mark < b.mark ? -1 : 1;
}
