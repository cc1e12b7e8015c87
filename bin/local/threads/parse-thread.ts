import type { Parse } from '../../../src/dataset/parser.ts';
import type { Source } from '../../../src/model.ts';
import { isText } from '../../../src/read/sniff.ts';
import { type Clock, type Order, Supervisor } from './supervisor.ts';
import { threadScript } from './thread-script.ts';

/** A document on its way to the thread that reads it. */
export interface ParseOrder extends Order {
  readonly bytes: Uint8Array;
  readonly source: Source;
}

/** A parser in a thread of its own: a document that is read for ever, or ends the thread, is unreadable, and the next one is read. */
export function parseInThread(script: URL, clock?: Clock): Parse {
  const thread = new Supervisor<ParseOrder>(script, '', clock);
  let id = 0;
  return (bytes, source) => thread.give({ id: id++, name: source.name, bytes, source });
}

/** The parser of the command line. What libraries read is read in a thread, which a page, parsed in time that grows with it, does not wait for. */
export async function localParser(): Promise<Parse> {
  const { parseDocument } = await import('../../../src/parse.ts');
  const script = threadScript('parse-worker');
  if (script === null) return parseDocument;
  let thread: Parse | null = null;
  return async (bytes, source) => {
    if (await isText(bytes)) return parseDocument(bytes, source);
    thread ??= parseInThread(script);
    return thread(bytes, source);
  };
}
