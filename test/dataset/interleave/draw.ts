import type { Message } from './run.ts';
import type { MadeUp, Said } from './scenario.ts';

type Next = (below: number) => number;

const agencies = ['350200-justice-bureau', '350200-finance-bureau', 'u-0f0f'];

const drawSaid = (next: Next): Said => ({
  agency: agencies[next(8) === 0 ? 1 : 0] ?? '',
  year: next(8) === 0 ? 2021 : 2020,
  values: Array.from({ length: next(3) }, () => next(5)),
  ...([{ kind: 'notice' as const }, { kind: null }, { year: null }][next(24)] ?? {}),
});

function drawDocument(next: Next, id: number): MadeUp {
  const v1 = drawSaid(next);
  // Most documents stay where they are when the parser changes; some move, appear or vanish.
  return { id, v1, v2: next(3) > 0 ? { ...v1, values: [...v1.values, 1].slice(0, 4) } : drawSaid(next) };
}

function shuffle<T>(items: T[], next: Next): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = next(at + 1);
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}

/** Documents, some under two names, some with a sidecar that a person writes, changes or removes; each may be sent twice. */
export interface Drawn {
  /** All messages, sidecar changes of one key in the order they are made. */
  readonly messages: readonly Message[];
  /** The same set in another order. */
  readonly otherwise: () => readonly Message[];
}

const drawSidecar = (next: Next): object =>
  [{ withdrawn: true, reason: 'wrong file' }, { agency_id: agencies[next(2)] }, { year: 2021 }, { correction_of: 'name0.txt' }][next(4)] ??
  {};

/** Keep the order of what a person does with one sidecar, whatever else is shuffled. */
function keepHands(messages: Message[], original: readonly Message[]): Message[] {
  const hands = original.filter(({ sidecar }) => sidecar !== undefined);
  return messages.map((message) => (message.sidecar === undefined ? message : (hands.shift() ?? message)));
}

/** Three documents for one agency and year, each sent once: nothing that comes again mends what a race broke. */
export function drawContest(next: Next): Drawn {
  const messages = [0, 1, 2].map((id): Message => {
    const said = { agency: agencies[0] ?? '', year: 2020, values: [next(5), next(5)] };
    return { key: `b/name${id}.txt`, document: { id, v1: said, v2: said }, version: '0.1.0' };
  });
  return { messages, otherwise: () => shuffle([...messages], next) };
}

/** Draw a scenario: a few documents for few places, so that they meet. */
export function draw(next: Next): Drawn {
  const messages: Message[] = [];
  const upgrade = next(3) === 0;
  const count = next(4) === 0 ? 3 : 2;
  for (let id = 0; id < count; id++) {
    const document = drawDocument(next, id);
    const keys = next(6) === 0 ? [`b/name${id}.txt`, `a/copy${id}.txt`] : [`b/name${id}.txt`];
    for (const key of keys) {
      messages.push({ key, document, version: '0.1.0' });
      if (next(6) === 0) messages.push({ key, document, version: '0.1.0' });
      if (upgrade) messages.push({ key, document, version: '0.2.0' });
      const version = upgrade ? '0.2.0' : '0.1.0';
      if (next(4) === 0) messages.push({ key, document, version, sidecar: drawSidecar(next) });
      if (next(8) === 0) messages.push({ key, document, version, sidecar: null });
    }
  }
  const ordered = shuffle([...messages], next);
  const inOrder = keepHands(ordered, ordered);
  return { messages: inOrder, otherwise: () => keepHands(shuffle([...inOrder], next), inOrder) };
}
