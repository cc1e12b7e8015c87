import { writeFileSync } from 'node:fs';
import { openLocalDataset } from '../../bin/local/store/local-dataset.ts';
import type { ParseOrder } from '../../bin/local/threads/parse-thread.ts';
import { doHere } from '../../bin/local/threads/pool.ts';
import { serve, threadData, watched } from '../../bin/local/threads/thread.ts';
import type { PoolOrder } from '../../bin/local/threads/thread-pool.ts';
import type { Parse } from '../../src/dataset/parser.ts';
import { parseDocument } from '../../src/parse.ts';

/** A parser that reads a document for ever, ends its thread over it, or leaves a failing promise behind, where the document says so; a file says that it has begun. */
const parse: Parse = async (bytes, source) => {
  const text = Buffer.from(bytes).toString('utf8');
  const [, sign] = /^never ends (\S+)$/m.exec(text) ?? [];
  if (sign !== undefined) {
    writeFileSync(sign, '');
    for (;;);
  }
  if (text.includes('ends the thread')) process.exit(3);
  if (text.includes('leaves a promise')) void Promise.reject(new Error('of a library'));
  return parseDocument(bytes, source);
};

const careful = watched(parse, threadData);
const dataset = { ...openLocalDataset(threadData.dataset, { durable: 'later' }), parse: careful };

// Both threads of the command line in one script.
serve<PoolOrder | ParseOrder>((order) => ('bytes' in order ? careful(order.bytes, order.source) : doHere(dataset, order.kind, order.job)));
