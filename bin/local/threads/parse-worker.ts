import { parseDocument } from '../../../src/parse.ts';
import type { ParseOrder } from './parse-thread.ts';
import { serve, threadData, watched } from './thread.ts';

// The thread of `gongkai parse` (parse-thread.ts).
const parse = watched(parseDocument, threadData);

serve<ParseOrder>(({ bytes, source }) => parse(bytes, source));
