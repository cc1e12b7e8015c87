/** Map items asynchronously, at most `concurrency` at a time; results come in the order of the items. */
export async function* concurrentMap<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  concurrency: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const started: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // A failure is met when its turn comes; until then it must not count as unhandled.
    result.catch(() => {});
    started.push(result);
    if (started.length < concurrency) continue;
    const first = started.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of started) yield await result;
}

/** Do something with each item, in order, at most `concurrency` at a time. After a failure, which it rejects with, it begins nothing more. */
export async function concurrentEach<T extends object | string>(
  items: Iterable<T>,
  concurrency: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items].reverse();
  const lane = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, lane));
  } finally {
    waiting.length = 0;
  }
}
