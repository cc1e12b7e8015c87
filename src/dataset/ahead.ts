/** Do something for each item, some of them ahead of time, and give the results in the order of the items. */
export async function* ahead<T, R>(items: Iterable<T> | AsyncIterable<T>, width: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const started: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // A failure is met when its turn comes; until then it must not count as unhandled.
    result.catch(() => {});
    started.push(result);
    if (started.length < width) continue;
    const first = started.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of started) yield await result;
}
