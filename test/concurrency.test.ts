import { expect, test } from 'vitest';
import { concurrentEach, concurrentMap } from '../src/concurrency.ts';

/** Work that ends when it is told to; says what was begun. */
function controlled() {
  const begun: string[] = [];
  const ends = new Map<string, { done(): void; fail(error: Error): void }>();
  const work = (item: string) =>
    new Promise<string>((done, fail) => {
      begun.push(item);
      ends.set(item, { done: () => done(item.toUpperCase()), fail });
    });
  return { begun, work, end: (item: string) => ends.get(item) };
}

async function collected<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

const settled = () => new Promise((done) => setImmediate(done));

test('results come in the order of the items, whichever is done first', async () => {
  const { begun, work, end } = controlled();
  const results = collected(concurrentMap(['a', 'b', 'c'], 2, work));
  await settled();
  expect(begun).toEqual(['a', 'b']);
  end('b')?.done();
  await settled();
  expect(begun).toEqual(['a', 'b']);
  end('a')?.done();
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('c')?.done();
  expect(await results).toEqual(['A', 'B', 'C']);
});

test('as many as allowed run at a time, and after a failure nothing more is begun', async () => {
  const { begun, work, end } = controlled();
  const all = concurrentEach(['a', 'b', 'c', 'd'], 2, work);
  await settled();
  expect(begun).toEqual(['a', 'b']);
  end('b')?.done();
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('a')?.fail(new Error('lost'));
  await expect(all).rejects.toThrow('lost');
  end('c')?.done();
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
});
