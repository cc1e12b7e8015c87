import { describe, expect, test } from 'vitest';
import type { ListedObject, ObjectStore } from '../../src/ports.ts';
import { MemoryStore } from '../support/memory-store.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');

async function listed(store: ObjectStore, prefix: string): Promise<ListedObject[]> {
  const all: ListedObject[] = [];
  for await (const object of store.list(prefix)) all.push(object);
  return all;
}

const keysOf = async (store: ObjectStore, prefix: string) => (await listed(store, prefix)).map(({ key }) => key);
const textOf = async (store: ObjectStore, key: string) => {
  const object = await store.get(key);
  return object && Buffer.from(object.body).toString('utf8');
};

/** Numbers that look random and are the same every time. */
export function sequence(seed: number): (below: number) => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

async function increment(store: ObjectStore, key: string): Promise<void> {
  for (;;) {
    const current = await store.get(key);
    const next = String(Number(current ? Buffer.from(current.body).toString() : 0) + 1);
    const { ok } = await store.put(key, bytes(next), current ? { ifMatch: current.etag } : { ifAbsent: true });
    if (ok) return;
  }
}

/** The same operations on a store and on the model; they must answer alike. Returns what was compared. */
async function compareWithModel(store: ObjectStore, seed: number, steps: number): Promise<void> {
  const model = new MemoryStore();
  const next = sequence(seed);
  const keys = ['state/a.json', 'state/a/b.json', 'state/a-b.json', 'state/中/文.json', 'open/x=1/y.parquet'];
  const tags = new Map<string, [string, string]>();
  const key = () => keys[next(keys.length)] ?? '';
  const write = async (at: string, condition: 'none' | 'absent' | 'match') => {
    const body = bytes(`${next(1000)}`);
    const [left, right] = tags.get(at) ?? ['"nothing"', '"nothing"'];
    const of = (etag: string) =>
      condition === 'none' ? undefined : condition === 'absent' ? ({ ifAbsent: true } as const) : { ifMatch: etag };
    const [one, other] = [await store.put(at, body, of(left)), await model.put(at, body, of(right))];
    expect(one.ok, `${condition} ${at}`).toBe(other.ok);
    if (one.ok && other.ok) tags.set(at, [one.etag, other.etag]);
  };
  for (let step = 0; step < steps; step++) {
    const at = key();
    const action = next(6);
    if (action < 3) await write(at, (['none', 'absent', 'match'] as const)[action] ?? 'none');
    else if (action === 3) await Promise.all([store.delete(at), model.delete(at)]);
    else if (action === 4) expect(await textOf(store, at)).toBe(await textOf(model, at));
    else expect(await keysOf(store, 'state/')).toEqual(await keysOf(model, 'state/'));
  }
}

/** What every store must do, whatever it is made of. `open` gives an empty store. */
export function storeContract(name: string, open: () => Promise<ObjectStore>): void {
  describe(`${name} keeps the store contract`, () => {
    test('an absent key is null, and deleting it is fine', async () => {
      const store = await open();
      expect(await store.get('state/none.json')).toBeNull();
      expect(await store.head('state/none.json')).toBeNull();
      await store.delete('state/none.json');
      expect(await listed(store, 'state/')).toEqual([]);
    });

    test('what was put is what is got, byte for byte, under any Unicode key', async () => {
      const store = await open();
      const body = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 7) % 256);
      for (const key of ['state/a.bin', 'raw/厦门市 2020年(报告)+100%&a=b.html', "raw/it's #1.txt"]) {
        const put = await store.put(key, body);
        const got = await store.get(key);
        expect(put).toEqual({ ok: true, etag: got?.etag });
        expect(Buffer.from(got?.body ?? []).equals(body)).toBe(true);
        expect(await store.head(key)).toEqual({ key, etag: got?.etag, bytes: body.length });
      }
    });

    test('only when absent: the first write wins, and again after a delete', async () => {
      const store = await open();
      expect((await store.put('state/a.json', bytes('1'), { ifAbsent: true })).ok).toBe(true);
      expect(await store.put('state/a.json', bytes('2'), { ifAbsent: true })).toEqual({ ok: false });
      expect(await textOf(store, 'state/a.json')).toBe('1');
      await store.delete('state/a.json');
      expect((await store.put('state/a.json', bytes('3'), { ifAbsent: true })).ok).toBe(true);
      expect(await textOf(store, 'state/a.json')).toBe('3');
    });

    test('only over the tag that was read: a changed, a foreign and an absent key are refused', async () => {
      const store = await open();
      await store.put('state/a.json', bytes('1'));
      const first = await store.get('state/a.json');
      const second = await store.put('state/a.json', bytes('2'), { ifMatch: first?.etag ?? '' });
      expect(second.ok).toBe(true);
      expect(second).not.toEqual({ ok: true, etag: first?.etag });
      expect(await store.put('state/a.json', bytes('3'), { ifMatch: first?.etag ?? '' })).toEqual({ ok: false });
      expect(await store.put('state/b.json', bytes('3'), { ifMatch: first?.etag ?? '' })).toEqual({ ok: false });
      await store.delete('state/a.json');
      expect(await store.put('state/a.json', bytes('3'), { ifMatch: second.ok ? second.etag : '' })).toEqual({ ok: false });
      expect(await textOf(store, 'state/a.json')).toBeNull();
    });

    test('a listing has every key below the prefix, in order of UTF-8, and no other', async () => {
      const store = await open();
      const keys = ['open/a/b/c', 'open/a-b', 'open/a/b-c', 'open/ab/c', 'open/中/文', 'open/中/𠀀', 'open/中/', 'state/a/b'].filter(
        (key) => !key.endsWith('/'),
      );
      for (const key of keys) await store.put(key, bytes(key));
      const inOrder = (some: string[]) => some.sort((a, b) => Buffer.compare(bytes(a), bytes(b)));
      expect(await keysOf(store, 'open/')).toEqual(inOrder(keys.filter((key) => key.startsWith('open/'))));
      expect(await keysOf(store, 'open/a')).toEqual(inOrder(keys.filter((key) => key.startsWith('open/a'))));
      expect(await keysOf(store, 'open/a/b')).toEqual(['open/a/b-c', 'open/a/b/c']);
      expect(await keysOf(store, '')).toEqual(inOrder([...keys]));
      expect(await keysOf(store, 'none/')).toEqual([]);
      const heads = await Promise.all(keys.map((key) => store.head(key)));
      expect((await listed(store, '')).map(({ etag }) => etag).sort()).toEqual(heads.map((head) => head?.etag).sort());
    });

    test('one of many writers of an absent key wins, and all read what it wrote', async () => {
      const store = await open();
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, async (_, n) => ({ n, ok: (await store.put('state/once.json', bytes(`${n}`), { ifAbsent: true })).ok })),
      );
      const winners = outcomes.filter(({ ok }) => ok);
      expect(winners).toHaveLength(1);
      expect(await textOf(store, 'state/once.json')).toBe(`${winners[0]?.n}`);
    });

    test('no increment is lost when many writers swap', async () => {
      const store = await open();
      await Promise.all(
        Array.from({ length: 6 }, async () => {
          for (let n = 0; n < 5; n++) await increment(store, 'state/count.json');
        }),
      );
      expect(await textOf(store, 'state/count.json')).toBe('30');
    });

    test('any order of operations is answered as the model answers it', async () => {
      for (const seed of [1, 2, 3]) await compareWithModel(await open(), seed, 120);
    });
  });
}
