import type { TableCode } from '../../../schemas/forms/index.ts';
import { longestLabel, type Sense, spelled } from '../labels/vocabulary.ts';

const enumerator = /^[(]?[一二三四五六七八九十\d]{1,2}(?:[)]|[、.](?!\d))+/;

const senses = (found: readonly Sense[] | null | undefined, table: TableCode, kind: Sense['kind']) =>
  (found ?? []).filter((sense) => sense.table === table && sense.kind === kind);

/** The column of a table that words name, and nothing else; null where they name none. */
export const columnNamed = (words: string, table: TableCode): string | null => senses(spelled(words), table, 'column')[0]?.code ?? null;

/** The row of a table that words name; null for none, and for words that may name a column (其他, 总计). */
export function rowNamed(words: string, table: TableCode): string | null {
  const from = enumerator.exec(words)?.[0].length ?? 0;
  const found = longestLabel(words, from)?.values;
  return senses(found, table, 'column').length > 0 ? null : (senses(found, table, 'row')[0]?.code ?? null);
}
