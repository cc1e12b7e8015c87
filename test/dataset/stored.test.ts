import { expect, it } from 'vitest';
import * as z from '../../schemas/zod.ts';
import { readAll } from '../../src/dataset/stored.ts';
import { MemoryStore } from '../support/memory-store.ts';

const schema = z.object({ n: z.int() });
const body = (n: number) => new TextEncoder().encode(JSON.stringify({ n }));

it('what a listing shows unchanged is read once; what somebody replaced or deleted is seen', async () => {
  const got: string[] = [];
  class Counting extends MemoryStore {
    override get(key: string) {
      got.push(key);
      return super.get(key);
    }
  }
  const store = new Counting();
  await store.put('state/a.json', body(1));
  await store.put('state/b.json', body(2));
  expect(await readAll(store, 'state/', schema)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(await readAll(store, 'state/', schema)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(got).toEqual(['state/a.json', 'state/b.json']);
  await store.put('state/a.json', body(3));
  await store.delete('state/b.json');
  expect(await readAll(store, 'state/', schema)).toEqual([{ n: 3 }]);
  expect(got).toEqual(['state/a.json', 'state/b.json', 'state/a.json']);
});
