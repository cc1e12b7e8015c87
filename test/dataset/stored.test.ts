import { expect, it } from 'vitest';
import * as z from '../../schemas/zod.ts';
import { readAll, toBytes, writeEither, writeListed } from '../../src/dataset/records/stored.ts';
import { MemoryStore } from '../support/memory-store.ts';

const schema = z.object({ n: z.int() });
const body = (n: number) => new TextEncoder().encode(JSON.stringify({ n }));

class Counting extends MemoryStore {
  readonly got: string[] = [];
  override get(key: string) {
    this.got.push(key);
    return super.get(key);
  }
}

it('what a listing shows unchanged is read once; what somebody replaced or deleted is seen', async () => {
  const store = new Counting();
  await store.put('state/a.json', body(1));
  await store.put('state/b.json', body(2));
  expect(await readAll(store, 'state/', schema)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(await readAll(store, 'state/', schema)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(store.got).toEqual(['state/a.json', 'state/b.json']);
  await store.put('state/a.json', body(3));
  await store.delete('state/b.json');
  expect(await readAll(store, 'state/', schema)).toEqual([{ n: 3 }]);
  expect(store.got).toEqual(['state/a.json', 'state/b.json', 'state/a.json']);
});

it('what was written is not read back; what was there before is, and what replaced it', async () => {
  const store = new Counting();
  await store.put('state/b.json', body(2));
  await writeListed(store, 'state/a.json', { n: 1 });
  await writeListed(store, 'state/b.json', { n: 7 });
  await writeEither(store, ['state/b.json', 'state/c.json'], toBytes({ n: 3 }), { says: { n: 3 } });
  store.got.length = 0;
  expect(await readAll(store, 'state/', schema)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  expect(store.got).toEqual(['state/b.json']);
  await store.put('state/a.json', body(4));
  expect(await readAll(store, 'state/', schema)).toEqual([{ n: 4 }, { n: 2 }, { n: 3 }]);
});
