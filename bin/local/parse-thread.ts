import type { Parse } from '../../src/dataset/parser.ts';
import type { Source } from '../../src/model.ts';
import { type Clock, Hand, type Order } from './hand.ts';
import { threadScript } from './thread-script.ts';

/** A document on its way to the thread that reads it. */
export interface ParseOrder extends Order {
  readonly bytes: Uint8Array;
  readonly source: Source;
}

/** A parser in a thread of its own: a document that is read for ever, or ends the thread, is unreadable, and the next one is read. */
export function parseInThread(script: URL, clock?: Clock): Parse {
  const hand = new Hand<ParseOrder>(script, '', clock);
  let id = 0;
  return (bytes, source) => hand.give({ id: id++, name: source.name, bytes, source });
}

/** The parser of the command line; in this thread where the program runs from its sources. */
export async function localParser(): Promise<Parse> {
  const script = threadScript('parse-worker');
  return script === null ? (await import('../../src/parse.ts')).parseDocument : parseInThread(script);
}
