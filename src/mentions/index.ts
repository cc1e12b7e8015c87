import type { Mention } from '../../schemas/report.ts';
import type { Share } from '../check/facts.ts';
import { type Prose, paragraphs } from './paragraph.ts';
import { accountsOf } from './platform.ts';
import { ProseReader } from './reader.ts';
import type { Whose } from './scope.ts';

export type { Prose } from './paragraph.ts';
export type { Whose } from './scope.ts';

/** What the prose of one report tells: numbers with a code, and the percentages beside them (for N09 and N10). */
export interface Told {
  readonly mentions: Mention[];
  readonly shares: Share[];
}

/**
 * Numbers stated in running text about the organ's own work, in order, each with an exact snippet of the page. `offset` counts
 * UTF-16 units in the text of the mention's section. Values are as printed, 万 and 亿 resolved, money in 元. Linear in the text.
 */
export function readProse(prose: readonly Prose[], whose: Whose): Told {
  const found = paragraphs(prose);
  const reader = new ProseReader(whose, accountsOf(found.map(({ read }) => read.text)));
  for (const paragraph of found) reader.read(paragraph);
  return { mentions: reader.mentions, shares: reader.shares };
}
