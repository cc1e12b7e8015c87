/** Add items to a list, however many: `push(...items)` fails beyond some hundred thousand, as in a hostile document. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
